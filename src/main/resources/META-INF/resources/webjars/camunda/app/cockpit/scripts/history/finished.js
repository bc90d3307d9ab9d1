// The list of cases that have ended. What is looked for stands in the address, so that it can be kept and sent on.

import { asked, element, into, link } from './asked.js';
import { table } from './sheet.js';

const FIELDS = [
  ['number', '维修单号', ''],
  ['place', '地点', ''],
  ['person', '经手人（姓名或登录名）', ''],
  ['from', '结束日期从', '不填为最近 7 天'],
  ['until', '到', '不填为今天']
];
const HEADINGS = ['维修单', '地点', '项目或故障', '维修人员', '状态', '开始', '结束', '历时', '流程'];

const words = () => new URLSearchParams(location.hash.split('?')[1] ?? '');
const address = all => '#/finished' + (all.size ? `?${all}` : '');

function form() {
  const now = words();
  const made = element('form');
  made.setAttribute('aria-label', '查找');
  FIELDS.forEach(([name, label, hint]) => {
    const field = element('label', label);
    const input = element('input', undefined, 'form-control');
    input.type = name === 'from' || name === 'until' ? 'date' : 'text';
    input.name = name;
    input.value = now.get(name) ?? '';
    input.title = hint;
    field.append(input);
    made.append(field);
  });
  const tick = element('label', undefined, 'tick');
  const all = element('input');
  all.type = 'checkbox';
  all.name = 'all';
  all.value = 'true';
  all.checked = now.get('all') === 'true';
  tick.append(all, '连同报修以外的流程');
  const button = element('button', '查找', 'btn btn-primary');
  made.append(tick, button);
  made.addEventListener('submit', event => {
    event.preventDefault();
    const typed = new URLSearchParams([...new FormData(made)].filter(([, value]) => value.trim()));
    location.hash = address(typed);
  });
  return made;
}

function pager({ page, pages }) {
  const made = element('nav', undefined, 'pager-line');
  made.setAttribute('aria-label', '翻页');
  const to = (text, other) => {
    const all = words();
    all.set('page', other);
    return link(text, address(all));
  };
  if (page > 1) made.append(to('上一页', page - 1));
  made.append(element('span', `第 ${page} 页，共 ${pages} 页`));
  if (page < pages) made.append(to('下一页', page + 1));
  return made;
}

export async function render(node, { api }) {
  document.title = '已结束的实例 | 运行监控';
  const list = element('div');
  const look = () =>
    into(list, async () => {
      const found = await asked(api, `finished?${words()}`);
      const lines = found.lines.map(line => ({
        mark: '',
        cells: [
          link(line.number || line.process, `#/finished/${line.id}`),
          line.place,
          line.subject,
          line.technician,
          line.state,
          line.started,
          line.ended,
          line.took,
          line.process
        ]
      }));
      const total = element('p', `共 ${found.total} 个`);
      total.setAttribute('role', 'status');
      return [
        total,
        lines.length ? table(HEADINGS, lines, '已结束的实例') : element('p', '没有符合条件的，请换个日期或放宽条件。'),
        pager(found)
      ];
    });
  node.replaceChildren(element('h2', '已结束的实例'), form(), list);
  return look();
}
