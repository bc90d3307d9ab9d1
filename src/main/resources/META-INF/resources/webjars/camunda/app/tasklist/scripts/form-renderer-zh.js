// form-js 1.8.7, which Tasklist bundles, has no translations: its texts are replaced as they are displayed.

import './amounts.js';
import { keepChinese } from './keep-chinese.js';
import './own-links-only.js';

const TEXTS = {
  // validation
  'Field is required.': '此项必填。',
  'Field must be a valid email.': '请填写正确的邮箱地址。',
  'Field must be a valid  international phone number. (e.g. +4930664040900)':
    '请填写带国家代码的电话号码，例如 +8613800138000。',
  'Date and time must both be entered.': '日期和时间都要填写。',
  'Value is not a number.': '请填写数字。',
  'Value is expected to be an integer.': '请填写整数。',
  // select, tag list
  'Select': '请选择',
  'Search': '搜索',
  'No results': '没有匹配的选项',
  'All values selected': '已全部选择',
  'Skip to search': '转到搜索框',
  'Remove tag': '移除',
  // number, time
  'Increment': '增加',
  'Decrement': '减少',
  'hh:mm': '时:分',
  'hh:mm ?m': '时:分',
  // table
  'Nothing to show.': '没有内容。',
  'of': ' / ',
  'Previous page': '上一页',
  'Next page': '下一页',
  'Click to remove sorting': '点击切换排序',
  // list
  'Add new': '添加一项',
  'Collapse': '收起',
  // embedded page, picture
  'No content to show.': '没有内容。',
  "External content couldn't be loaded.": '无法加载外部内容。',
  'iFrame': '嵌入页面',
  'This is an image placeholder': '图片'
};

const PATTERNS = [
  [/^Field must have minimum value of (.+)\.$/, '不能小于 $1。'],
  [/^Field must have maximum value of (.+)\.$/, '不能大于 $1。'],
  [/^Field must have minimum length of (.+)\.$/, '至少填写 $1 个字。'],
  [/^Field must have maximum length of (.+)\.$/, '最多填写 $1 个字。'],
  [/^Field must match pattern .+元.+\.$/s, '请填写数字，例如 45.50。'],
  // People cannot read a regular expression; the field's own description has to say what is expected.
  [/^Field must match pattern .+日.+点.+\.$/s, '看不懂这个时间，请按 12-1 9:30 这样填写日期和时间，今天的可以只填时间。'],
  [/^Field must match pattern .+点.+\.$/s, '看不懂这个时间，请按 9:30 这样填写。'],
  [/^Field must match pattern .+月.+\.$/s, '看不懂这个日期，请按 2026-12-01 这样填写。'],
  [/^Field must match pattern .+\.$/s, '填写的格式不正确。'],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, '最多保留 $1 位小数。'],
  [
    /^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/,
    '请填写允许的数值，最接近的是 $1 和 $2。'
  ],
  // form-js announces the wrong one of ascending, descending and unsorted.
  [/^Click to sort by (.*) (ascending|descending)$/s, '点击切换按“$1”排序'],
  [/^Expand all \((\d+)\)$/, '全部展开（$1）'],
  [/^Remove list item (\d+)$/, '删除第 $1 项'],
  [/^(\d\d:\d\d) AM$/, '上午 $1'],
  [/^(\d\d:\d\d) PM$/, '下午 $1'],
  [/^yyyy(.)mm\1dd$/, '年$1月$1日']
];

function chineseFor(text) {
  if (Object.hasOwn(TEXTS, text)) return TEXTS[text];
  const match = PATTERNS.find(([pattern]) => pattern.test(text));
  return match && text.replace(...match);
}

keepChinese('.fjs-container', chineseFor);

// form-js orders year, month and day as Intl's locale 'default' does, which is the browser's, not the page's.
Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
  construct: (DateTimeFormat, [locales, ...options]) =>
    new DateTimeFormat(locales === 'default' ? 'zh-CN' : locales, ...options)
});

// The calendar is flatpickr's; it can be told its language.
const months = Array.from({ length: 12 }, (_, month) => `${month + 1}月`);
window.flatpickr.localize({
  firstDayOfWeek: 1,
  months: { shorthand: months, longhand: months },
  weekdays: {
    shorthand: ['日', '一', '二', '三', '四', '五', '六'],
    longhand: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六']
  },
  monthAriaLabel: '月',
  yearAriaLabel: '年'
});
window.flatpickr.setDefaults({ ariaDateFormat: 'Y年n月j日' });
