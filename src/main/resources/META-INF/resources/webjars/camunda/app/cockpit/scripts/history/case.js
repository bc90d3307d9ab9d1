// The page of one case, ended or running.

import { asked, dossier, element, into, link } from './asked.js';
import { content, TABS } from './tabs.js';

const id = () => location.hash.split('?')[0].split('/')[2];
const chosen = () => {
  const name = new URLSearchParams(location.hash.split('?')[1] ?? '').get('tab');
  return Object.hasOwn(TABS, name) ? name : 'steps';
};

function facts(all) {
  const made = element('dl', undefined, 'facts');
  all.forEach(({ name, text }) => made.append(element('dt', name), element('dd', text)));
  return made;
}

function tabs() {
  const made = element('ul', undefined, 'nav nav-tabs');
  Object.entries(TABS).forEach(([name, label]) => {
    const item = element('li', undefined, name === chosen() ? 'active' : '');
    item.append(link(label, `#/finished/${id()}?tab=${name}`));
    made.append(item);
  });
  return made;
}

export function render(node, { api }) {
  return into(node, async () => {
    const heading = await asked(api, `instance/${id()}`);
    document.title = `${heading.title} | 运行监控`;
    const ways = element('p');
    ways.append(link('已结束的实例', '#/finished'));
    if (heading.slip) ways.append(' · ', link('维修单全貌', dossier(heading.number)));
    if (heading.running) ways.append(' · ', link('流程图', `#/process-instance/${heading.id}/runtime`));
    const shown = element('div');
    await into(shown, () => content(api, id(), chosen()));
    return [element('h2', heading.title), ways, facts(heading.facts), tabs(), shown];
  });
}
