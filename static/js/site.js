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
  document.addEventListener("submit", ({ target: form }) => {
    if (form.method === "get") for (const field of form.elements) if (field.name && field.value === "") field.disabled = true;
  });
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

/** Show the page of an address in place of the present one, the same answers open; throw when that cannot be done. */
async function show(address) {
  const answer = await fetch(address, { signal: AbortSignal.timeout(8000) });
  const next = new DOMParser().parseFromString(await answer.text(), "text/html");
  const parts = ["header", "main", "footer"].map((name) => [document, next].map((page) => page.querySelector(`body > ${name}`)));
  if (!answer.ok || parts.flat().includes(null)) throw new Error(answer.status);
  const before = document.querySelectorAll("details");
  next.querySelectorAll("details").forEach((item, rank) => (item.open = before[rank]?.open));
  for (const [old, fresh] of parts) old.replaceWith(fresh);
  document.querySelector(".selection")?.remove();
  document.querySelector("main").after(next.querySelector(".selection") ?? "");
  actions();
}

/** Put métiers aside and take them back where the reader stands: the links do it alone, this spares him the jump. */
function selection() {
  const place = () => location.pathname + location.search;
  const status = document.createElement("p");
  status.className = "hors-vue";
  status.setAttribute("role", "status");
  document.body.append(status);
  let shown = place();
  let turn = Promise.resolve();

  async function follow(id, said) {
    const link = document.getElementById(id);
    // Clicked twice, it says something else by now.
    if (link?.dataset.annonce !== said) return;
    try {
      await show(link.href);
    } catch {
      return location.assign(link.href);
    }
    history.pushState(null, "", link.href);
    shown = place();
    const focused = [`#${id}`, ".selection__retirer", "main"].map((path) => document.querySelector(path)).find(Boolean);
    focused.focus({ preventScroll: true });
    status.textContent = said;
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-annonce]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    turn = turn.then(() => follow(link.id, link.dataset.annonce));
  });
  // Back and forth between states of the page; anchors within it are the browser's own affair.
  window.addEventListener("popstate", () => {
    if (place() === shown) return;
    shown = place();
    turn = turn.then(() => show(location.href)).catch(() => location.reload());
  });
}

/** Suggest pages while the reader types in a search box: the same search, a little earlier. */
function suggestions() {
  const list = Object.assign(document.createElement("ul"), { id: "suggestions", className: "suggestions", role: "listbox", ariaLabel: "Suggestions" });
  let field;
  let chosen;

  const choose = (option) => {
    chosen?.removeAttribute("aria-selected");
    chosen = option;
    chosen?.setAttribute("aria-selected", "true");
    chosen?.scrollIntoView({ block: "nearest" });
    if (chosen) field.setAttribute("aria-activedescendant", chosen.id);
    else field?.removeAttribute("aria-activedescendant");
  };
  const close = () => {
    choose(null);
    list.remove();
    field?.setAttribute("aria-expanded", "false");
  };
  const open = (found) => {
    close();
    list.replaceChildren(
      ...found.map(({ titre, genre, url }, rank) => {
        const option = Object.assign(document.createElement("li"), { id: `suggestion-${rank}`, role: "option" });
        option.dataset.url = url;
        option.append(titre, Object.assign(document.createElement("small"), { textContent: genre }));
        return option;
      }),
    );
    if (!found.length) return;
    field.after(list);
    field.setAttribute("aria-expanded", "true");
  };

  document.addEventListener("focusin", ({ target }) => {
    if (!target.matches("[role=search] [name=q]")) return;
    const states = { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false", autocomplete: "off" };
    for (const [name, value] of Object.entries(states)) target.setAttribute(name, value);
    field = target;
  });
  document.addEventListener("focusout", ({ target }) => target === field && close());
  document.addEventListener("input", async ({ target }) => {
    if (target !== field) return;
    const asked = field.value;
    await new Promise((done) => setTimeout(done, 150));
    if (asked !== field.value) return;
    const query = new URLSearchParams(new FormData(field.form));
    try {
      const answer = await fetch(new URL(`suggestions?${query}`, field.form.action));
      const found = await answer.json();
      if (asked === field.value && document.activeElement === field) open(found.suggestions);
    } catch {
      close();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.target !== field || !list.isConnected) return;
    const options = [null, ...list.children];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) choose(options.at((options.indexOf(chosen ?? null) + step) % options.length));
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && chosen) location.assign(chosen.dataset.url);
    else return;
    event.preventDefault();
  });
  // Before the field loses the focus, which would close the list.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => {
    const option = target.closest("[role=option]");
    if (option) location.assign(option.dataset.url);
  });
}

actions();
shortAddresses();
printDetails();
selection();
suggestions();
