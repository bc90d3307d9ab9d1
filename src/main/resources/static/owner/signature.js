// The owner signs with a finger: the drawing travels in a hidden field of its form. Without a drawing the form is not sent.
(() => {
  'use strict';
  const form = document.querySelector('form.signature');
  if (!form) {
    return;
  }
  const canvas = form.querySelector('canvas');
  const field = form.querySelector('[name=signature]');
  const pen = canvas.getContext('2d');
  const scale = 2;
  const unsigned = form.querySelector('.unsigned');
  let drawn = false;
  let last = null;

  const clear = () => {
    canvas.width = canvas.clientWidth * scale;
    canvas.height = canvas.clientHeight * scale;
    pen.lineWidth = 3 * scale;
    pen.lineCap = pen.lineJoin = 'round';
    drawn = false;
    field.value = '';
  };

  const place = event => {
    const box = canvas.getBoundingClientRect();
    return [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
  };

  const draw = to => {
    pen.beginPath();
    pen.moveTo(...(last ?? to));
    pen.lineTo(...to);
    pen.stroke();
    last = to;
    drawn = true;
    unsigned.hidden = true;
  };

  canvas.addEventListener('pointerdown', event => {
    canvas.setPointerCapture(event.pointerId);
    last = null;
    draw(place(event));
    event.preventDefault();
  });
  canvas.addEventListener('pointermove', event => {
    if (last) {
      draw(place(event));
    }
  });
  for (const end of ['pointerup', 'pointercancel']) {
    canvas.addEventListener(end, () => { last = null; });
  }
  form.querySelector('.clear').addEventListener('click', clear);
  form.addEventListener('submit', event => {
    if (drawn) {
      field.value = canvas.toDataURL('image/png');
      return;
    }
    event.preventDefault();
    unsigned.hidden = false;
    canvas.focus();
  });

  document.querySelector('.on-paper').hidden = true;
  form.hidden = false;
  clear();
})();
