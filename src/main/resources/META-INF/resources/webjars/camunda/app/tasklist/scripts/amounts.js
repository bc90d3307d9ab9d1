// An amount is typed as people write it, and stands in its field as it was understood before it is sent: ４５．５ and 45。5 as 45.5,
// 1,200 as 1200, as the server reads them (TypedNumber). What could mean two things stays as it is; the form says so and the server refuses it.

const AMOUNT = 'input[id*="-Amount_"]';
const SHAPE = /^(\d{1,3}(,\d{3})+|\d{1,9})(\.\d{1,3})?\s*元?$/;

const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;

/** @param {string} typed */
export function understood(typed) {
  const halfWidth = typed
    // two pasted cells are two numbers
    .replace(/[\t\n\v\f\r\u0085]/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[．。｡]/g, '.')
    .replaceAll('，', ',')
    .trim();
  return SHAPE.test(halfWidth) ? halfWidth.replace(/[,元\s]/g, '') : typed;
}

// before form-js reads the field when it is left
document.addEventListener(
  'change',
  ({ target }) => {
    if (!target.matches?.(AMOUNT)) return;
    const value = understood(target.value);
    if (value !== target.value) {
      setValue.call(target, value);
      target.dispatchEvent(new Event('input', { bubbles: true }));
    }
  },
  true
);
