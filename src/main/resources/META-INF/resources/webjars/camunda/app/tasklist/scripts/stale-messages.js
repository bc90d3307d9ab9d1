// Tasklist leaves an error standing until somebody closes it, and notes for a quarter of a minute, over the form: whoever
// tries again, or turns to something else, is done with them.

const NEXT_STEP = 'button[type=submit], button.claim, ol.tasks-list .task, .task-filter, .modal-footer .btn-primary';

document.addEventListener(
  'click',
  event => {
    if (event.target.closest(NEXT_STEP)) {
      document.querySelectorAll('.page-notifications .close:not(.ng-hide)').forEach(close => close.click());
    }
  },
  true
);
