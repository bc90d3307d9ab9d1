// What Camunda 7.24's pages say in English without asking the locale file.

import { keepChinese } from './keep-chinese.js';

// Decides how Chinese characters are drawn, and keeps browsers from offering to translate the page.
document.documentElement.lang = 'zh-CN';

const TEXTS = {
  'Welcome': '首页',
  'Tasklist': '任务列表',
  'Cockpit': '运行监控',
  'Admin': '系统管理',
  'Unfiltered Tasks': '不加筛选的全部任务',
  // A tooltip in the task list, where Camunda shows the name of the expression instead of its value.
  'task.assignee': '办理人',
  'previous': '前一页',
  'next': '后一页',
  'HH': '时',
  'MM': '分',
  'zoom in': '放大',
  'zoom out': '缩小',
  'reset zoom': '恢复原大小',
  'Boolean': '是否',
  'Null': '空',
  'Short': '短整数',
  'Integer': '整数',
  'Long': '长整数',
  'Double': '小数',
  'String': '文本',
  'Date': '日期',
  'Object': '对象',
  'File': '文件',
  'Jonny': '王',
  'Prosciutto': '小敏',
  'j.prosciutto@acme.org': ''
};

/** @returns {string | undefined} undefined for what is no text of these pages */
export function chineseFor(text) {
  if (Object.hasOwn(TEXTS, text)) return TEXTS[text];
  const wrongType = /^Only a (\w+) value is allowed$/.exec(text);
  return wrongType ? `应为${TEXTS[wrongType[1]] ?? wrongType[1]}` : undefined;
}

const SCOPES = [
  '[cam-widget-header] .dropdown-menu',
  '.user-profile',
  '.tooltip',
  '.datepicker',
  '[cam-tasklist-form-generic]',
  '[cam-widget-bpmn-viewer]'
];

keepChinese(SCOPES.join(), chineseFor);

keepChinese('#footer-timezone i', text => {
  if (!/^[\w/+-]+$/.test(text)) return undefined;
  return new Intl.DateTimeFormat('zh-CN', { timeZone: text, timeZoneName: 'long' })
    .formatToParts()
    .find(part => part.type === 'timeZoneName').value;
});

// The tab of the browser begins with the English name of the application.
const title = document.querySelector('title');
const rename = () => {
  const chinese = title.textContent.replace(/^Camunda (\w+)/, (_, application) => `报修${TEXTS[application]}`);
  if (chinese !== title.textContent) title.textContent = chinese;
};
new MutationObserver(rename).observe(title, { childList: true, characterData: true, subtree: true });
rename();

// The calendar for due and follow-up dates takes its names from AngularJS, not from the locale file.
window.angular.module('ngLocale').run([
  '$locale',
  'uibDatepickerConfig',
  ($locale, datepicker) => {
    const months = Array.from({ length: 12 }, (_, month) => `${month + 1}月`);
    Object.assign($locale.DATETIME_FORMATS, {
      MONTH: months,
      SHORTMONTH: months,
      STANDALONEMONTH: months,
      DAY: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
      SHORTDAY: ['日', '一', '二', '三', '四', '五', '六'],
      AMPMS: ['上午', '下午'],
      FIRSTDAYOFWEEK: 0
    });
    Object.assign(datepicker, { formatDayTitle: 'yyyy年M月', formatMonthTitle: 'yyyy年' });
  }
]);
