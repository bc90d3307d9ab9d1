// Who comes from a slip (#/?processStart=slipCorrection&slip=WX…) finds its number in the start form already.

const FIELD = '.modal-content input[id*="-Field_SlipNumber"]';

/** A form that has come draws itself once more, and forgets what was in it by then. */
const FRAMES = 60;

const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;

const slip = new URLSearchParams(location.hash.split('?')[1]).get('slip');

function fill(field, frames) {
  if (field.value === '') {
    setValue.call(field, slip);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  if (frames > 0) requestAnimationFrame(() => fill(field, frames - 1));
}

if (slip) {
  new MutationObserver((changes, observer) => {
    const field = document.querySelector(FIELD);
    if (!field) return;
    observer.disconnect();
    fill(field, FRAMES);
  }).observe(document.body, { subtree: true, childList: true });
}
