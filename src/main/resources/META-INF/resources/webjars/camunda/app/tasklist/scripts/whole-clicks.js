// Tasklist draws its list anew whenever it asks for it, and a press of the mouse that begins on the old entry and ends on the
// new one is no click for the browser: nothing opens. It is one for whoever pressed, so the entry is opened here.

const ENTRY = 'ol.tasks-list li.task';
const SAME_PLACE = 5; // pixels that a hand may move between pressing and letting go

let pressed;

const link = entry => entry.querySelector('h4.task a').getAttribute('href');

document.addEventListener(
  'pointerdown',
  event => {
    const entry = event.target.closest(ENTRY);
    pressed = event.button === 0 && entry ? { entry, link: link(entry), x: event.clientX, y: event.clientY } : undefined;
  },
  true
);

document.addEventListener(
  'pointerup',
  event => {
    const { entry, link: wanted, x, y } = pressed ?? {};
    pressed = undefined;
    if (entry && !entry.isConnected && Math.hypot(event.clientX - x, event.clientY - y) <= SAME_PLACE) {
      const drawnAnew = [...document.querySelectorAll(ENTRY)].find(other => link(other) === wanted);
      drawnAnew?.querySelector('h4.task a').click();
    }
  },
  true
);
