// The owner signs with a finger: the drawing travels in a hidden field of its form. Without a drawing the form is not sent.

import { signaturePad } from './signature-pad.js';

const form = document.querySelector('form.signature');
const drawing = form.querySelector('[name=signature]');
const unsigned = form.querySelector('.unsigned');

form.hidden = false;
document.querySelector('.on-paper').hidden = true;
signaturePad(form, undefined, drawn => {
  drawing.value = drawn ?? '';
  unsigned.hidden = true;
});
form.addEventListener('submit', event => {
  if (drawing.value) return;
  event.preventDefault();
  unsigned.hidden = false;
  form.querySelector('canvas').focus();
});
