// A link to a folded part of a fiche opens it; without this script the link still leads to its heading.
const open = () => {
  const id = decodeURIComponent(location.hash.slice(1));
  const details = id && document.getElementById(id)?.querySelector("details");
  if (details) details.open = true;
};
addEventListener("hashchange", open);
document.querySelector(".rubriques")?.addEventListener("click", () => setTimeout(open));
open();
