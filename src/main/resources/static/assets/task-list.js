// Says which tasks have something typed and not sent, sends what waits on the phone, keeps the own tasks to be read without a network, and takes
// everything off the phone with whoever logs out.

import { draftOf, drafted } from './drafts.js';
import { NoConnection, isThere } from './engine.js';
import { dropEverythingOf, keepAll, tidy } from './kept.js';
import { change, remove, sendWaiting, waitingOf } from './waiting.js';

const AGAIN_MILLIS = 4000;

const { person, home, at } = document.body.dataset;
const find = selector => document.querySelector(selector);
const links = new Map([...document.querySelectorAll('[data-task]')].map(link => [link.dataset.task, link]));
const own = [...links.values()].filter(link => link.dataset.own === 'true').map(link => link.dataset.task);
let waiting = [];

navigator.serviceWorker?.register(new URL('worker.js', import.meta.url), { scope: location.pathname });
find('header form').addEventListener('submit', leave);
// Whoever comes back to the page wants to see what there is now.
document.addEventListener('visibilitychange', () => {
  if (!document.hidden && navigator.onLine) location.reload();
});

const old = await tidy(person).catch(() => 0);
if (old) showOld(old);
await show();
await goOn();

/** Until nothing waits and the server has answered. */
async function goOn() {
  if (!await isThere()) {
    find('.offline').textContent = `没有网络。下面是 ${at} 的任务，可以打开、填写、拍照；填好的存在这台手机上，网络恢复后按先后自动提交。`;
    find('.offline').hidden = false;
    await again();
    return await isThere() ? location.reload() : goOn();
  }
  const { sent, refused, stopped } = await sendWaiting(person);
  if (sent.length) return location.reload();
  if (refused.size) await show();
  if (stopped?.loggedOut) return location.reload(); // to the login, and back
  if (stopped) {
    say(stopped instanceof NoConnection ? '网络不稳，正在再试…' : stopped.message || '系统暂时不能办理，正在再试…');
    return again().then(goOn);
  }
  await loaded();
  await keepAll(person, own).catch(() => {});
}

/** After a while, or when the phone thinks that it has a network. */
function again() {
  return new Promise(done => {
    setTimeout(done, AGAIN_MILLIS);
    window.addEventListener('online', done, { once: true });
  });
}

async function loaded() {
  if (document.readyState !== 'complete') await new Promise(done => { window.addEventListener('load', done, { once: true }); });
}

async function show() {
  waiting = await waitingOf(person);
  find('.waiting').hidden = waiting.length === 0;
  find('.waiting b').textContent = waiting.length;
  find('.waiting ul').replaceChildren(...waiting.map(line));
  find('.left ul').replaceChildren();
  document.querySelectorAll('.draft').forEach(mark => mark.remove());
  for (const task of drafted(person)) {
    const { name, refused } = draftOf(person, task);
    const ready = waiting.some(entry => entry.task === task && entry.variables);
    const mark = element('span', 'draft', refused ? `没有提交成功：${refused}` : ready ? '已填好，等网络恢复后自动提交' : '有没提交的内容');
    if (links.has(task)) {
      links.get(task).append(mark);
    } else if (!ready) {
      const link = element('a', '', name);
      link.href = `${home}/${task}`;
      if (refused) link.append(mark);
      find('.left ul').append(entryOf(link));
    }
  }
  find('.left').hidden = !find('.left ul').hasChildNodes();
}

function line(entry) {
  const item = entryOf(element('span', '', `${entry.label}，${timeOf(entry.made)}`));
  if (entry.refused) {
    item.append(element('p', 'problem', `没有提交成功：${entry.refused}`), buttons(
      ['再试一次', () => change({ ...entry, refused: undefined })],
      ['删除', () => remove(entry)]));
  }
  return item;
}

function buttons(...offered) {
  const row = element('p', 'actions', '');
  for (const [text, action] of offered) {
    const button = element('button', '', text);
    button.onclick = async () => {
      await action();
      location.reload();
    };
    row.append(button);
  }
  return row;
}

function entryOf(content) {
  const item = document.createElement('li');
  item.append(content);
  return item;
}

function element(tag, className, textContent) {
  return Object.assign(document.createElement(tag), { className, textContent });
}

function timeOf(millis) {
  return new Date(millis).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit' });
}

function say(what) {
  find('.waiting .status').textContent = what;
}

function showOld(count) {
  find('main').prepend(element('p', 'problem', `有 ${count} 项三天没有提交上去，已经从这台手机上删除，请重新办理。`));
}

/** Whoever leaves takes everything along, and is asked before what has not left is lost. */
async function leave(event) {
  event.preventDefault();
  if (waiting.length && !confirm(`还有 ${waiting.length} 项没有提交上去，退出登录就从手机上删除。确定退出吗？`)) return;
  await dropEverythingOf(person);
  if (await isThere()) return event.target.submit();
  await show();
  find('.offline').textContent = '没有网络，还没有退出登录；存在这台手机上的已经删除，网络恢复后请再退出一次。';
  find('.offline').hidden = false;
}
