// One table of a running case, among Cockpit's own tabs.

import { asked, into } from './asked.js';
import { sheet } from './sheet.js';
import { TABS } from './tabs.js';

export function render(node, { api, name, id }) {
  return into(node, async () => sheet(await asked(api, `instance/${id}/${name}`), TABS[name]));
}
