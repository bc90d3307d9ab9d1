// What the pictures of cases and diagrams are put together from.

export function element(name, text, className) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

/** Where a picture is, which may be larger than the room for it. */
export function frame(label) {
  const made = element('div', '', 'frame');
  made.tabIndex = 0;
  made.setAttribute('role', 'region');
  made.setAttribute('aria-label', label);
  return made;
}

/** Brings a part of a picture into the middle of its frame. */
export function centre(place, part) {
  const box = part.getBoundingClientRect();
  const outer = place.getBoundingClientRect();
  place.scrollLeft += box.left + box.width / 2 - outer.left - outer.width / 2;
  place.scrollTop += box.top + box.height / 2 - outer.top - outer.height / 2;
}

/** Adds the style of the pictures to the page. */
export function style() {
  const address = new URL('./replay.css', import.meta.url).href;
  if ([...document.styleSheets].some(({ href }) => href === address)) return;
  const made = element('link');
  made.rel = 'stylesheet';
  made.href = address;
  document.head.append(made);
}
