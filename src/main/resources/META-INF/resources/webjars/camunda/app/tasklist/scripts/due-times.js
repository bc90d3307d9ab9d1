// Tasklist says when a task is due in words only: "1 个月后" is four weeks of choice. Date and hour stand behind them.

const clock = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false, hourCycle: 'h23' });

/** As the forms write it: the year whenever it is not the present one. */
function written(time) {
  // the engine writes the offset without a colon, which not every browser reads
  const date = new Date(time.replace(/(\d\d)(\d\d)$/, '$1:$2'));
  const year = date.getFullYear() === new Date().getFullYear() ? '' : `${date.getFullYear()}年`;
  return `（${year}${date.getMonth() + 1}月${date.getDate()}日 ${clock.format(date)}）`;
}

// The page's own directive, which writes the words, also writes what stands behind them. It is known once all modules are loaded.
window.angular.module('ngLocale').run([
  '$injector',
  $injector => {
    const [directive] = $injector.get('amTimeAgoDirective');
    const { compile } = directive;
    directive.compile = (...template) => {
      const words = compile.apply(directive, template);
      return (scope, element, attributes, ...others) => {
        words(scope, element, attributes, ...others);
        if (!/\.(due|followUp)$/.test(attributes.amTimeAgo)) return;
        const exact = document.createElement('span');
        element.after(exact);
        scope.$watch(attributes.amTimeAgo, time => {
          exact.textContent = time ? written(time) : '';
        });
      };
    };
  }
]);
