// Nobody logs in here: whoever has logged out, or whose session has ended, gets the login of the application, and comes back from there.

window.angular.module('ngLocale').run([
  '$rootScope',
  $rootScope => {
    const leave = () => location.assign(`${location.pathname.replace(/\/camunda\/.*/, '')}/login?to=${encodeURIComponent(location.pathname.replace(/.*(?=\/camunda\/)/, ''))}`);
    $rootScope.$on('$locationChangeSuccess', () => {
      if (location.hash.startsWith('#/login')) leave();
    });
  }
]);
