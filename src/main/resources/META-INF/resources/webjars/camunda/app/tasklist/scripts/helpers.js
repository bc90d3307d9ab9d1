// Whoever was sent along to help may do the task of whoever has the slip: the server lets them, and so the form is theirs to fill
// in. Tasklist by itself gives a form to the assignee alone. Giving the task back stays with the assignee.

const WHOSE_FORM = 'task,isAssignee';

window.angular.module('dataDepend').config([
  '$provide',
  $provide =>
    $provide.decorator('dataDepend', [
      '$delegate',
      '$injector',
      ($delegate, $injector) => {
        const helps = task => {
          const me = $injector.get('$rootScope').authentication?.name;
          return (task?._embedded?.identityLink ?? []).some(link => link.type === 'candidate' && link.userId === me);
        };

        const forHelpers = data => {
          const { newChild, observe } = data;
          data.newChild = scope => forHelpers(newChild.call(data, scope));
          data.observe = (wanted, ...rest) => {
            if (Array.isArray(wanted) && wanted.slice(0, -1).join() === WHOSE_FORM) {
              const tell = wanted.at(-1);
              return observe.call(data, [...wanted.slice(0, -1), (task, isAssignee) => tell(task, isAssignee || helps(task))], ...rest);
            }
            return observe.call(data, wanted, ...rest);
          };
          return data;
        };

        const { create } = $delegate;
        $delegate.create = scope => forHelpers(create.call($delegate, scope));
        return $delegate;
      }
    ])
]);
