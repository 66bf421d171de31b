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

/** Return the page of an address; throw when it cannot be had. */
async function read(address) {
  const answer = await fetch(address, { signal: AbortSignal.timeout(8000) });
  if (!answer.ok) throw new Error(answer.status);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** Put parts of a fresh page in place of those of the present one; throw when either lacks one. */
function swap(fresh, ...paths) {
  const parts = paths.map((path) => [document, fresh].map((page) => page.querySelector(path)));
  if (parts.flat().includes(null)) throw new Error(paths);
  for (const [old, next] of parts) old.replaceWith(next);
}

/** Show the page of an address in place of the present one, the same answers open; throw when that cannot be done. */
async function show(address) {
  const fresh = await read(address);
  const before = document.querySelectorAll("details");
  fresh.querySelectorAll("details").forEach((item, rank) => (item.open ||= before[rank]?.open));
  swap(fresh, "main");
  frame(fresh);
}

/** Put what stands around the fresh page, whose links say what it carries, in place of the present. */
function frame(fresh) {
  swap(fresh, "body > header", "body > footer");
  document.querySelector(".selection")?.remove();
  document.querySelector("main").after(fresh.querySelector(".selection") ?? "");
  actions();
}

// What follows shows other addresses without leaving the page, one after the other, and says so to a screen reader.
const place = () => location.pathname + location.search;
const status = document.body.appendChild(Object.assign(document.createElement("p"), { className: "hors-vue", role: "status" }));
let shown = place();
let turn = Promise.resolve();

/** Write down in the history that the page is now that of an address, and say what has changed. */
function arrived(address, said) {
  history.pushState(null, "", address);
  shown = place();
  status.textContent = said;
}

/** Show the page of the present address, the keyboard on what stands for what had it. */
async function comeBack() {
  const { id, name, value } = document.activeElement;
  await show(location.href);
  const same = (item) => (id ? item.id === id : name && item.name === name && item.value === value);
  [...document.querySelectorAll("[id], [name]")].find(same)?.focus({ preventScroll: true });
}

/** Go back and forth between the states of the page; anchors within it are the browser's own affair. */
function backAndForth() {
  window.addEventListener("popstate", () => {
    if (place() === shown) return;
    shown = place();
    turn = turn.then(comeBack).catch(() => location.reload());
  });
}

/** Put métiers aside and take them back where the reader stands: the links do it alone, this spares him the jump. */
function selection() {
  async function follow(id, said) {
    const link = document.getElementById(id);
    // Clicked twice, it says something else by now.
    if (link?.dataset.annonce !== said) return;
    try {
      await show(link.href);
    } catch {
      return location.assign(link.href);
    }
    arrived(link.href, said);
    const focused = [`#${id}`, ".selection__retirer", "main"].map((path) => document.querySelector(path)).find(Boolean);
    focused.focus({ preventScroll: true });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-annonce]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    turn = turn.then(() => follow(link.id, link.dataset.annonce));
  });
}

/** Refresh a list as soon as a filter changes: the button of the form does it alone, this spares the way down to it. */
function filters() {
  const key = ({ name, value }) => `${name}=${value}`;

  /** Say in the form what each choice would bring now; the form itself stays, with the reader in it. */
  function recount(form, fresh) {
    const counted = new Map([...fresh.querySelectorAll(".facette__valeur")].map((label) => [key(label.control), label]));
    for (const label of form.querySelectorAll(".facette__valeur")) {
      const now = counted.get(key(label.control));
      if (!now) continue;
      label.className = now.className;
      // Disabled under the reader's hand, it would lose the keyboard.
      label.control.disabled = now.control.disabled && label.control !== document.activeElement;
      label.lastElementChild.textContent = now.lastElementChild.textContent;
    }
  }

  /** Put all of a fresh page around the form in place of the present one. */
  function renew(form, fresh) {
    const [here, there] = [document, fresh].map((page) => page.querySelector("main > .liste"));
    recount(form, there);
    swap(fresh, ".liste__resultats", ".liste__bascule > summary");
    if (form.querySelector(".echelle")) swap(fresh, "form .echelle");
    const around = [...there.parentElement.children];
    const rank = around.indexOf(there);
    for (const item of [...here.parentElement.children]) if (item !== here) item.remove();
    here.before(...around.slice(0, rank));
    here.after(...around.slice(rank + 1));
    frame(fresh);
  }

  async function refresh(form) {
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    const address = `${form.action}${query.size ? "?" : ""}${query}`;
    // Of several quick choices the first answer to come brings all.
    if (!form.isConnected || address === location.href) return;
    document.querySelector(".liste__resultats").ariaBusy = true;
    try {
      renew(form, await read(address));
    } catch {
      return form.requestSubmit();
    }
    arrived(address, document.querySelector(".liste__tete h2").textContent);
  }

  document.addEventListener("change", ({ target }) => {
    if (target.matches(".facette__valeur input")) turn = turn.then(() => refresh(target.form));
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
    const count = found.length;
    status.textContent = count ? `${count} suggestion${count > 1 ? "s" : ""}` : "";
    if (!count) return;
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
  const ask = async () => {
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
  };
  document.addEventListener("input", ({ target }) => target === field && ask());
  document.addEventListener("keydown", (event) => {
    if (event.target !== field) return;
    if (!list.isConnected) return event.key === "ArrowDown" && ask();
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
backAndForth();
selection();
suggestions();
filters();
