// Nobody logs in here: whoever has logged out, or whose session has ended, gets the login of the application, and comes back from
// there, to the same task unless they have left by themselves.

window.angular.module('ngLocale').run([
  '$rootScope',
  $rootScope => {
    let here = '';
    const leave = () => location.assign(`${location.pathname.replace(/\/camunda\/.*/, '')}/login?to=${encodeURIComponent(location.pathname.replace(/.*(?=\/camunda\/)/, ''))}${here}`);
    $rootScope.$on('authentication.logout.success', () => { here = ''; });
    $rootScope.$on('$locationChangeSuccess', () => {
      if (location.hash.startsWith('#/login')) {
        leave();
      } else {
        here = location.hash;
      }
    });
  }
]);
