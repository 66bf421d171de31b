// What the admin gains from a script; without it every link and every field still works.

// A link to a folded part of a fiche opens it.
const open = (hash) => {
  const details = hash && document.getElementById(hash.slice(1))?.querySelector("details");
  if (details) details.open = true;
};
document.querySelector(".rubriques")?.addEventListener("click", ({ target }) => {
  open(target.hash);
  // Otherwise the page that follows a save would open there too, below its own messages.
  setTimeout(() => history.replaceState(null, "", location.pathname + location.search));
});
open(location.hash);

// Select2 draws its own field over each list of choices and leaves it without a name.
const name = (root) => {
  for (const select of root.querySelectorAll("select.admin-autocomplete")) {
    const label = select.ariaLabel || select.labels[0]?.textContent.trim();
    const frame = select.nextElementSibling;
    const drawn = frame?.querySelector(select.multiple ? ".select2-search__field" : "[role=combobox]");
    if (!label || !drawn) continue;
    drawn.ariaLabel = label;
    // The value inside is announced as a text box of its own, nameless when empty: it is only text.
    const value = drawn.querySelector("[role=textbox]");
    for (const attribute of ["role", "aria-readonly"]) value?.removeAttribute(attribute);
    if (drawn.hasAttribute("aria-labelledby")) {
      drawn.id ||= `choix-${select.id}`;
      drawn.setAttribute("aria-labelledby", `${drawn.id} ${drawn.getAttribute("aria-labelledby")}`);
    }
  }
};
// After Django's own function, which draws them once jQuery is ready.
window.django?.jQuery?.(() => name(document));
addEventListener("formset:added", (event) => setTimeout(() => name(event.target)));
addEventListener("focusin", ({ target }) => {
  if (target.matches(".select2-search__field")) target.ariaLabel ||= "Chercher";
});
