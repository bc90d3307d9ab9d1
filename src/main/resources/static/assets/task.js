// Shows the form of a task as Tasklist does, keeps on the phone what is typed into it, and sends it.

import { draftOf, dropDraft, keepDraft } from './drafts.js';
import { NoConnection, ask } from './engine.js';
import { fieldsOf, linesOf } from './typed.js';

const { person, task, name, holder, home } = document.body.dataset;
const find = selector => document.querySelector(selector);
const problem = find('main > .problem');
const footer = find('footer');
const status = find('footer .status');
const button = find('footer .main');

if (holder) {
  await open();
} else {
  giveUp(problem.textContent);
}

async function open() {
  let schema, offered;
  try {
    schema = await ask(`/task/${task}/deployed-form`);
    offered = valuesOf(await ask(`/task/${task}/form-variables?deserializeValues=false`));
  } catch (error) {
    problem.textContent = error instanceof NoConnection ? '没有网络，任务打不开。网络恢复后请刷新。'
      : error.message || '任务打不开，请返回列表后再试。';
    return;
  }
  await import('./form-renderer-zh.js');
  const form = new FormViewer.Form({ container: find('.form') });
  const draft = draftOf(person, task);
  await form.importSchema(schema, { ...offered, ...draft?.data });
  if (draft) say('已恢复您上次没有提交的内容。');

  form.on('changed', ({ data }) => keepDraft(person, task, {
    name,
    data: Object.fromEntries(fieldsOf(schema).map(({ key }) => [key, data[key]])),
    lines: linesOf(schema, data, offered),
    sent: draftOf(person, task)?.sent ?? false
  }));
  if (holder === 'NOBODY') {
    form.setProperty('readOnly', true);
    offer('认领', () => claim(form));
  } else {
    offer('完成', () => complete(form));
  }
  window.addEventListener('offline', () => say('网络断开了。可以继续填写，内容存在这台手机上。', true));
  window.addEventListener('online', () => say(`网络已恢复，请点“${button.textContent}”。`));
}

/** As Tasklist hands them to the form. */
function valuesOf(variables) {
  return Object.fromEntries(Object.entries(variables)
    .map(([key, { type, value }]) => [key, type === 'Json' ? JSON.parse(value) : value]));
}

async function claim(form) {
  if (!await change('/claim', { userId: person }, '没有网络，还没有认领。网络恢复后请再点“认领”。')) return;
  form.setProperty('readOnly', false);
  offer('完成', () => complete(form));
  say('已认领，请填写。');
}

async function complete(form) {
  const { data, errors } = form.submit();
  if (Object.keys(errors).length) {
    say('请先填好标红的栏目。', true);
    requestAnimationFrame(() => find('.fjs-has-errors')?.scrollIntoView({ block: 'center' }));
    return;
  }
  const variables = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, { value }]));
  const done = await change('/submit-form', { variables }, '没有网络，还没有提交。您写的内容存在这台手机上，网络恢复后请点“重新提交”。');
  if (done) {
    dropDraft(person, task);
    location.replace(home);
  }
}

/** @returns whether it is done; otherwise the page says why not */
async function change(path, body, offline) {
  button.disabled = true;
  say('正在办理…');
  try {
    await ask(`/task/${task}${path}`, body);
    say('');
    return true;
  } catch (error) {
    await explain(error, offline);
    return false;
  } finally {
    button.disabled = false;
  }
}

async function explain(error, offline) {
  if (error instanceof NoConnection) {
    const draft = draftOf(person, task);
    if (draft) {
      keepDraft(person, task, { ...draft, sent: true });
      button.textContent = '重新提交';
    }
    say(offline, true);
  } else if (error.loggedOut) {
    say('登录已过期，还没有办成。您写的内容存在这台手机上，请', true);
    status.append(Object.assign(document.createElement('a'), { href: home, textContent: '重新登录' }), '后再打开这项任务。');
  } else if (error.status !== 400 && await taken()) {
    giveUp(error.message);
  } else {
    say(error.message || '系统出错，还没有办成。您写的内容存在这台手机上，请稍后再试。', true);
  }
}

/** Whether the task has gone to somebody else or is over. */
async function taken() {
  try {
    const { assignee } = await ask(`/task/${task}`);
    return assignee !== null && assignee !== person;
  } catch (error) {
    return error.status === 404;
  }
}

/** The task is not theirs any more; what they have typed is still theirs. */
function giveUp(why) {
  const draft = draftOf(person, task);
  problem.textContent = draft?.sent ? `${why}也可能是您刚才断网时的提交已经送达，请返回列表核对。` : why;
  find('.form').hidden = true;
  footer.hidden = true;
  if (!draft) return;
  find('.typed').hidden = false;
  find('.typed pre').textContent = draft.lines.join('\n');
  find('.typed .copy').onclick = () => getSelection().selectAllChildren(find('.typed pre'));
  find('.typed .drop').onclick = () => {
    dropDraft(person, task);
    location.replace(home);
  };
  window.scrollTo(0, 0);
}

function offer(what, action) {
  button.textContent = what;
  button.onclick = action;
  footer.hidden = false;
}

function say(what, bad = false) {
  status.textContent = what;
  status.classList.toggle('bad', bad);
}
