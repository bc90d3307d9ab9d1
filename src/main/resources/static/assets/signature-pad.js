// The pad on which somebody signs with a finger, on the technician's phone or on the owner's.

const PEN = 3; // pixels

/**
 * @param {string | undefined} drawn what somebody had drawn before
 * @param {(drawing: string | undefined) => void} changed gets a data address of a PNG, nothing when it is wiped
 */
export function signaturePad(section, drawn, changed) {
  const canvas = section.querySelector('canvas');
  const pen = canvas.getContext('2d');
  let last;

  const wipe = () => {
    canvas.width = canvas.clientWidth * devicePixelRatio;
    canvas.height = canvas.clientHeight * devicePixelRatio;
    pen.scale(devicePixelRatio, devicePixelRatio);
    Object.assign(pen, { lineWidth: PEN, lineCap: 'round', lineJoin: 'round' });
  };
  const draw = event => {
    const box = canvas.getBoundingClientRect();
    const to = [event.clientX - box.left, event.clientY - box.top];
    pen.beginPath();
    pen.moveTo(...last ?? to);
    pen.lineTo(...to);
    pen.stroke();
    last = to;
  };

  wipe();
  if (drawn) {
    const image = new Image();
    image.onload = () => pen.drawImage(image, 0, 0, canvas.clientWidth, canvas.clientHeight);
    image.src = drawn;
  }
  canvas.onpointerdown = event => {
    canvas.setPointerCapture(event.pointerId);
    last = undefined;
    draw(event);
  };
  canvas.onpointermove = event => last && draw(event);
  canvas.onpointerup = canvas.onpointercancel = () => {
    if (!last) return;
    last = undefined;
    changed(canvas.toDataURL('image/png'));
  };
  section.querySelector('.clear').onclick = () => {
    wipe();
    changed(undefined);
  };
}
