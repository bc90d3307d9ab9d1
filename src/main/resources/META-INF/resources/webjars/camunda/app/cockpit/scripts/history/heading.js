// A running case is headed by the number of its slip, with the way to the slip's own page.

import { asked, dossier, element, link } from './asked.js';

export async function render(api, id) {
  const { number, slip, title } = await asked(api, `instance/${id}`);
  const panel = document.querySelector('.breadcrumbs-panel');
  if (!panel || !location.hash.includes(id)) return;
  panel.querySelector('.slip-heading')?.remove();
  const heading = element('div', title, 'slip-heading');
  heading.setAttribute('role', 'heading');
  heading.setAttribute('aria-level', '1');
  if (slip) heading.append(link('维修单全貌', dossier(number)));
  panel.append(heading);
}
