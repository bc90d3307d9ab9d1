// Tasklist keeps its sorting in the address and begins with the newest task. Work is done in the order of its deadlines,
// so that is what it begins with here; what a person chooses stays until they open Tasklist anew.

const DEADLINES_FIRST = JSON.stringify([
  { sortBy: 'dueDate', sortOrder: 'asc' },
  { sortBy: 'created', sortOrder: 'asc' }
]);

window.angular.module('ngLocale').run([
  '$rootScope',
  '$location',
  ($rootScope, $location) => {
    $rootScope.$on('$locationChangeSuccess', () => {
      if ($location.path() === '/' && !$location.search().sorting) {
        $location.search('sorting', DEADLINES_FIRST).replace();
      }
    });
  }
]);
