// One table of a running case, among Cockpit's own tabs.

import { into } from './asked.js';
import { content } from './tabs.js';

export function render(node, { api, name, id }) {
  return into(node, () => content(api, id, name));
}
