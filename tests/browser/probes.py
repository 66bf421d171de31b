"""What only the browser can measure, asked of a page in JavaScript.

Playwright's `evaluate` goes past the page's Content-Security-Policy; `wait_for_function` does not.
"""

# Folded parts are part of the page: a reader will open them.
OPEN_DETAILS = "document.querySelectorAll('details').forEach(part => { part.open = true })"

# A change of theme may fade from one colour to the other: what counts is where it ends.
END_TRANSITIONS = "document.getAnimations().forEach(change => change.finish())"

# What stands outside the window, unless something around it scrolls or clips by itself; and, in any
# case, by how many pixels the page scrolls sideways.
OUTSIDE = """() => {
  const root = document.documentElement, found = [];
  const framed = item => {
    for (let box = item.parentElement; box && box !== document.body; box = box.parentElement)
      if (getComputedStyle(box).overflowX !== 'visible') return true;
    return false;
  };
  for (const item of document.body.querySelectorAll('*')) {
    const box = item.getBoundingClientRect();
    if (box.width < 2 || box.height < 2 || item.closest('.hors-vue, .evitement, .visually-hidden')) continue;
    if ((box.right > root.clientWidth + 1 || box.left < -1) && !framed(item))
      found.push(`${item.tagName} ${item.className} ${Math.round(box.left)}–${Math.round(box.right)}`);
  }
  const scroll = root.scrollWidth - root.clientWidth;
  if (scroll > 0) found.push(`page scrolls by ${scroll}`);
  return found;
}"""

TEXT_TWICE_AS_LARGE = """() => {
  const root = document.documentElement;
  root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
}"""

HEADINGS = """() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
  .filter(heading => heading.checkVisibility()).map(heading => Number(heading.tagName[1]))"""

# The element that the keyboard is on: its name, whether an outline shows it (its own, or that of the card
# which it covers), and whether nothing hides it.
FOCUSED = """() => {
  const item = document.activeElement;
  if (!item || item === document.body) return null;
  let outlined = false;
  for (let box = item; box && box !== document.body; box = box.parentElement) {
    const style = getComputedStyle(box);
    outlined ||= style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  }
  const seen = [...item.getClientRects()].some(line => {
    const y = (Math.max(line.top, 0) + Math.min(line.bottom, innerHeight)) / 2;
    const top = document.elementFromPoint(line.x + line.width / 2, y);
    return top && (item.contains(top) || top.contains(item));
  });
  const name = item.getAttribute('aria-label') || item.innerText || item.name || item.tagName;
  return {name: name.trim().slice(0, 60), outlined, seen};
}"""

LOADED_FONTS = """async () => {
  await document.fonts.ready;
  return [...document.fonts].filter(font => font.status === 'loaded').map(font => font.family);
}"""

STORED = "() => localStorage.length + sessionStorage.length"
