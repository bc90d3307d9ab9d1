// Tasklist shows everybody what only some may use. What can go is hidden by user-styles.css, which learns here what the
// person may open; what tells something stays to be read, but no longer opens a field that could not be saved.

const READ_ONLY = '.due-date, .groups, .assignee > .set-value';

window.angular.module('ngLocale').run([
  '$rootScope',
  $rootScope => {
    $rootScope.$watch('authentication.authorizedApps', applications => {
      document.body.dataset.applications = (applications ?? []).join(' ');
    });

    // The Enter key clicks too.
    const keepShut = event => {
      if (event.target.closest(READ_ONLY) && !$rootScope.authentication?.canAccess('admin')) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    };
    document.addEventListener('click', keepShut, true);
  }
]);
