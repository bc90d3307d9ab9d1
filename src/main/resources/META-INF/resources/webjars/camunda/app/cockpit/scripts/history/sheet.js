// A table as the server has laid it out.

import { element } from './asked.js';

export function table(headings, lines, label) {
  const made = element('table', undefined, 'table table-condensed');
  made.setAttribute('aria-label', label);
  const head = made.createTHead().insertRow();
  headings.forEach(heading => {
    const cell = element('th', heading);
    cell.scope = 'col';
    head.append(cell);
  });
  const body = made.createTBody();
  lines.forEach(({ mark, cells }) => {
    const row = body.insertRow();
    row.className = mark;
    cells.forEach(cell => row.insertCell().append(cell));
  });
  return made;
}

export function sheet({ note, headings, lines }, label) {
  return [
    element('p', note, 'note'),
    lines.length ? table(headings, lines, label) : element('p', '没有记录。', 'note')
  ];
}
