// What people did in the applications and over REST, the last first.

import { asked, element, into, link } from './asked.js';
import { sheet } from './sheet.js';

const page = () => Number(new URLSearchParams(location.hash.split('?')[1] ?? '').get('page')) || 1;

export function render(node, { api }) {
  document.title = '操作记录 | 运行监控';
  return into(node, async () => {
    const found = await asked(api, `operations?page=${page()}`);
    const pager = element('nav', undefined, 'pager-line');
    if (page() > 1) pager.append(link('较近的', `#/operations?page=${page() - 1}`));
    pager.append(element('span', `第 ${page()} 页`));
    if (found.lines.length) pager.append(link('较早的', `#/operations?page=${page() + 1}`));
    return [element('h2', '操作记录'), ...sheet(found, '操作记录'), pager];
  });
}
