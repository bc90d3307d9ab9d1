// What was typed into the form of a task stays on this machine when somebody turns to something else, and is there again when the
// task is opened: Tasklist does both by itself, once its button for saving is pressed. Shared machines: it ends with the logout,
// after twelve hours, and with the login of anybody else.

const FORM = 'camunda-form:'; // Tasklist's own, with the id of the task
const OWNER = 'baoxiu-unsaved:'; // whose that is, and since when
const KEPT_MILLIS = 12 * 60 * 60 * 1000;
const ELSEWHERE = 'ol.tasks-list, .task-filters, [cam-tasklist-navigation], .navbar, .start-process-action, .pagination';
const SAVE = '.form-actions button[ng-click^="save"]:not(:disabled)';

let person;

const keys = beginning => Object.keys(localStorage).filter(key => key.startsWith(beginning)).map(key => key.slice(beginning.length));

const drop = task => [FORM, OWNER].forEach(beginning => localStorage.removeItem(beginning + task));

/** Leaves what is the person's own, and of today. What no task has belongs to nobody. */
function tidy() {
  for (const task of new Set([...keys(FORM), ...keys(OWNER)])) {
    const owner = JSON.parse(localStorage.getItem(OWNER + task));
    if (owner?.person !== person || Date.now() - owner.at > KEPT_MILLIS || task === 'undefined') drop(task);
  }
}

// Tasklist also saves when a session has ended.
const setItem = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, value) {
  // whoever has logged out leaves nothing, though the form still stands on the screen
  if (key.startsWith(FORM) && person === undefined) return;
  setItem.call(this, key, value);
  if (key.startsWith(FORM)) setItem.call(this, OWNER + key.slice(FORM.length), JSON.stringify({ person, at: Date.now() }));
};

const keep = () => document.querySelector(SAVE)?.click();

document.addEventListener('pointerdown', ({ target }) => {
  if (target.closest(ELSEWHERE)) {
    keep();
    tidy();
  }
}, true);
document.addEventListener('keydown', ({ key, target }) => {
  if (key === 'Enter' && target.closest(ELSEWHERE)) keep();
}, true);
window.addEventListener('popstate', keep, true);
window.addEventListener('pagehide', keep);
document.addEventListener('visibilitychange', () => { if (document.hidden) keep(); });

/** Says above a form that it has what was typed before. */
function offer(form) {
  const task = new URLSearchParams(location.hash.split('?')[1]).get('task');
  if (form.closest('.modal-content') || localStorage.getItem(FORM + task) === null) return;
  const note = document.createElement('p');
  note.className = 'unsaved';
  const anew = document.createElement('button');
  anew.type = 'button';
  anew.className = 'btn btn-link';
  anew.textContent = '清空重填';
  anew.addEventListener('click', () => {
    drop(task);
    location.reload();
  });
  note.append('已恢复您上次没有提交的内容。', anew);
  form.before(note);
}

new MutationObserver(changes => {
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) {
      if (node.nodeType === Node.ELEMENT_NODE) {
        const form = node.matches('.fjs-container') ? node : node.querySelector('.fjs-container');
        if (form && !document.querySelector('.unsaved')) offer(form);
      }
    }
  }
}).observe(document.body, { subtree: true, childList: true });

window.angular.module('ngLocale').run([
  '$rootScope',
  $rootScope => {
    $rootScope.$watch('authentication.name', name => {
      if (name === undefined) return;
      person = name;
      tidy();
    });
    $rootScope.$on('authentication.logout.success', () => {
      keys(FORM).forEach(drop);
      person = undefined;
    });
  }
]);
