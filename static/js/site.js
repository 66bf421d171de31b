// What a script adds to pages that are complete without it. Nothing is remembered, nothing is sent.

/** Reveal the actions that only a script can do, and carry them out. */
function actions() {
  for (const item of document.querySelectorAll("[data-action]")) {
    const button = item.querySelector("button");
    if (item.dataset.action === "copier" && !navigator.clipboard) continue;
    item.hidden = false;
    button.addEventListener("click", () => (item.dataset.action === "imprimer" ? window.print() : copy(button)));
  }
}

/** Copy the address of the page, without its fragment, and say so where a screen reader hears it. */
async function copy(button) {
  const label = button.querySelector("[data-texte]");
  const before = label.textContent;
  await navigator.clipboard.writeText(location.href.split("#")[0]);
  label.textContent = label.dataset.texte;
  setTimeout(() => (label.textContent = before), 3000);
}

/** Leave empty fields out of the address that a filter or search form leads to. */
function shortAddresses() {
  for (const form of document.querySelectorAll('form[method="get"]')) {
    form.addEventListener("submit", () => {
      for (const field of form.elements) if (field.name && field.value === "") field.disabled = true;
    });
  }
  // The page may come back from the browser's cache with its fields still disabled.
  window.addEventListener("pageshow", () => {
    for (const field of document.querySelectorAll('form[method="get"] [name][value=""], input[type="search"]')) field.disabled = false;
  });
}

/** Paper has no « open »: print the answers too, then put the page back as it was. */
function printDetails() {
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("main details:not([open], .bascule)")];
    opened.forEach((item) => (item.open = true));
  });
  window.addEventListener("afterprint", () => opened.forEach((item) => (item.open = false)));
}

actions();
shortAddresses();
printDetails();
