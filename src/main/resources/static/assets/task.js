// Shows the form of a task as Tasklist does, keeps on the phone what is typed into it, and sends it.

import { draftOf, dropDraft, keepDraft } from './drafts.js';
import { NoConnection, ask, claim } from './engine.js';
import { keepTask, tidy } from './kept.js';
import { takePhotos } from './photos.js';
import { signaturePad } from './signature-pad.js';
import { fieldsOf, linesOf } from './typed.js';
import { addForm, formOf, newId, sendWaiting } from './waiting.js';

const SIGNED = 'signed';
const MISSING = '请先填好标红的栏目。';
const NOT_SENT = '还没有提交。您写的内容存在这台手机上，网络恢复后打开任务列表就自动提交。';

const { person, task, name, holder, home } = document.body.dataset;
const find = selector => document.querySelector(selector);
const problem = find('main > .problem');
const footer = find('footer');
const status = find('footer .status');
const button = find('footer .main');
const about = [name, find('.brief .place')?.textContent].filter(Boolean).join('，');
await tidy(person).catch(() => {});
const ready = await formOf(person, task).catch(() => undefined);
let draft = draftOf(person, task) ?? ready?.draft;

if (holder) {
  takePhotos(person, task, about);
  await open();
} else {
  giveUp(problem.textContent);
}

async function open() {
  let schema, offered;
  try {
    schema = await ask(`/task/${task}/deployed-form`);
    offered = valuesOf(await ask(`/task/${task}/form-variables?deserializeValues=false`));
    await loadViewer();
  } catch (error) {
    find('.opening').hidden = true;
    problem.textContent = error instanceof NoConnection ? '没有网络，任务打不开。网络恢复后请刷新。'
      : error.message || '任务打不开，请返回列表后再试。';
    return;
  }
  const form = new FormViewer.Form({ container: find('.form') });
  await form.importSchema(schema, { ...offered, ...draft?.data });
  find('.brief').hidden = true; // the form says it again
  if (ready) say('已填好，等网络恢复后自动提交。要改的话，改好再点“完成”。');
  else if (draft) say('已恢复您上次没有提交的内容。');
  if (draft?.refused) {
    find('.refused').textContent = `上次没有提交成功：${draft.refused}`;
    find('.refused').hidden = false;
  }

  // a form also changes by itself while it is being drawn
  let touched = false;
  ['input', 'change', 'click', 'keydown'].forEach(event =>
    find('.form').addEventListener(event, () => { touched = true; }, { capture: true }));
  form.on('changed', ({ data }) => {
    if (!touched) return;
    keep({
      data: Object.fromEntries(fieldsOf(schema).map(({ key }) => [key, data[key]])),
      lines: linesOf(schema, data, offered)
    });
    if (status.textContent === MISSING) say('');
  });
  const signed = fieldsOf(schema).find(({ key }) => key === SIGNED);
  if (signed) {
    askForSignature(signed, ticked => form.importSchema(schema, { ...offered, ...draft.data, [SIGNED]: ticked }));
  }
  if (holder === 'NOBODY') {
    form.setProperty('readOnly', true);
    offer('认领', () => take(form));
  } else {
    offer('完成', () => complete(form));
    keepTask(task).catch(() => {});
  }
  window.addEventListener('offline', () => say('网络断开了。可以继续填写，内容存在这台手机上。', true));
  window.addEventListener('online', connected);
}

/** After the page itself has been loaded: what it says is worth more on a slow line. */
async function loadViewer() {
  if (document.readyState !== 'complete') await new Promise(done => { window.addEventListener('load', done, { once: true }); });
  const parts = [...document.importNode(find('template').content, true).children];
  const loaded = parts.map(part => new Promise((done, failed) => {
    part.onload = done;
    part.onerror = () => failed(new NoConnection());
  }));
  find('[rel=stylesheet]').before(...parts); // the page's own style sheet has the last word
  await Promise.all(loaded);
  await import('./form-renderer-zh.js');
}

/** As Tasklist hands them to the form. */
function valuesOf(variables) {
  return Object.fromEntries(Object.entries(variables)
    .map(([key, { type, value }]) => [key, type === 'Json' ? JSON.parse(value) : value]));
}

function keep(changes) {
  draft = { name: about, data: {}, lines: [], ...draft, ...changes, typed: Date.now() };
  keepDraft(person, task, draft);
}

/** The pad stands below the form while the form asks whether somebody has signed; a signature is the answer. */
function askForSignature({ id }, tick) {
  const section = find('.signature');
  new MutationObserver(() => {
    const wanted = find(`.form [id$="-${id}"]`) !== null;
    if (wanted === !section.hidden) return;
    section.hidden = !wanted;
    if (!wanted) return;
    signaturePad(section, draft?.signature, drawing => {
      keep({ signature: drawing, signatureId: newId(), data: { ...draft?.data, [SIGNED]: drawing !== undefined } });
      tick(drawing !== undefined);
    });
  }).observe(find('.form'), { subtree: true, childList: true });
}

/** What has waited leaves, though its list is not open. */
async function connected() {
  say(`网络已恢复，请点“${button.textContent}”。`);
  const waiting = await formOf(person, task);
  const { sent } = await sendWaiting(person);
  if (sent.includes(waiting?.id)) location.replace(home);
}

async function take(form) {
  const claimed = await attempt(() => claim(person, task),
    () => say('没有网络，还没有认领。网络恢复后请再点“认领”。', true));
  if (!claimed) return;
  form.setProperty('readOnly', false);
  offer('完成', () => complete(form));
  keepTask(task).catch(() => {});
  say('已认领，请填写。');
}

async function complete(form) {
  const { data, errors } = form.submit();
  if (Object.keys(errors).length) {
    say(MISSING, true);
    requestAnimationFrame(() => find('.fjs-has-errors')?.scrollIntoView({ block: 'center' }));
    return;
  }
  await attempt(() => leave(data), () => say(`没有网络，${NOT_SENT}`, true));
}

/** Goes to the others that wait, and with them to the server; what cannot leave now is shown on the list, and leaves from there. */
async function leave(data) {
  const variables = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, { value }]));
  keep({ refused: undefined });
  const id = await addForm({ person, task, label: about, variables, draft, signature: signatureOfForm() });
  const { refused, stopped } = await sendWaiting(person);
  if (refused.has(id)) {
    draft = draftOf(person, task);
    throw refused.get(id);
  }
  if (stopped?.loggedOut) throw stopped;
  if (stopped && !navigator.serviceWorker?.controller) throw stopped;
  location.replace(home);
}

function signatureOfForm() {
  if (!draft?.signature || find('.signature').hidden) return undefined;
  const png = Uint8Array.from(atob(draft.signature.split(',')[1]), character => character.charCodeAt(0));
  return { id: draft.signatureId, png: new Blob([png], { type: 'image/png' }) };
}

/** @returns whether it is done; otherwise the page says why not */
async function attempt(action, disconnected) {
  button.disabled = true;
  say('正在办理…');
  try {
    await action();
    say('');
    return true;
  } catch (error) {
    await (error instanceof NoConnection ? disconnected() : explain(error));
    return false;
  } finally {
    button.disabled = false;
  }
}

async function explain(error) {
  if (error.loggedOut) {
    say('登录已过期，还没有办成。您写的内容存在这台手机上，请', true);
    status.append(Object.assign(document.createElement('a'), { href: home, textContent: '重新登录' }), '后再打开这项任务。');
  } else if (error.status !== 400 && await taken()) {
    giveUp(error.message || '任务已不由您办理：可能已经完成，或者由他人接手。');
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
  problem.textContent = draft?.refused && draft.refused !== why ? `${why}上次没有提交成功：${draft.refused}` : why;
  document.querySelectorAll('.brief, .form, .photos, .signature, footer').forEach(part => { part.hidden = true; });
  window.scrollTo(0, 0);
  if (!draft?.lines.length) return;
  const typed = find('.typed');
  typed.hidden = false;
  typed.querySelector('pre').textContent = draft.lines.join('\n');
  typed.querySelector('.copy').onclick = () => getSelection().selectAllChildren(typed.querySelector('pre'));
  typed.querySelector('.drop').onclick = () => {
    dropDraft(person, task);
    location.replace(home);
  };
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
