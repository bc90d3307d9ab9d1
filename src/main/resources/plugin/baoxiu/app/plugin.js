// What Cockpit shows of the history of cases. Cockpit goes blank when a plugin cannot be loaded, so nothing is imported here: each view
// is fetched when it is shown, and says so in its own place when that fails.

const VIEWS = document.querySelector('base').getAttribute('app-root') + '/app/cockpit/scripts/history/';
const FAILED = '这一部分暂时打不开，其余部分不受影响。请刷新页面再试；若仍不行，请告诉系统管理员。';

function show(module, node, context) {
  node.classList.add('case-history');
  import(VIEWS + module + '.js')
    .then(view => view.render(node, context))
    .catch(error => {
      console.error(error);
      node.textContent = FAILED;
      node.classList.add('case-history-failed');
    });
}

function route(id, path, module) {
  return {
    id,
    pluginPoint: 'cockpit.route',
    priority: 1,
    properties: { path },
    render: (node, { api }) => show(module, node, { api })
  };
}

function tab(name, label, priority) {
  return {
    id: 'case-' + name,
    pluginPoint: 'cockpit.processInstance.runtime.tab',
    priority,
    properties: { label },
    render: (node, { api, processInstanceId }) => show('tab', node, { api, name, id: processInstanceId })
  };
}

function navigation(id, label, pagePath, priority) {
  return {
    id,
    pluginPoint: 'cockpit.navigation',
    priority,
    properties: { label, pagePath, checkActive: address => address.includes(pagePath) }
  };
}

export default [
  navigation('finished-cases', '已结束', '#/finished', 55),
  navigation('all-operations', '操作记录', '#/operations', 1),
  route('finished-cases-list', '/finished', 'finished'),
  route('finished-case', '/finished/:id', 'case'),
  route('all-operations-list', '/operations', 'operations'),
  tab('steps', '经过', 36),
  tab('replay', '回放', 35),
  tab('promises', '时限', 34),
  tab('variables', '变量变化', 6),
  tab('operations', '操作记录', 5),
  tab('decisions', '决策', 4),
  {
    id: 'heat-of-diagram',
    pluginPoint: 'cockpit.processDefinition.diagram.plugin',
    render(viewer, { api }) {
      import(VIEWS + 'heat.js')
        .then(view => view.render(viewer, api))
        .catch(error => console.error(error));
    }
  },
  {
    id: 'case-heading',
    pluginPoint: 'cockpit.processInstance.diagram.plugin',
    render(viewer, { api, processInstanceId }) {
      import(VIEWS + 'heading.js')
        .then(view => view.render(api, processInstanceId))
        .catch(error => console.error(error));
    }
  }
];

// Whoever may only look sees no buttons that the server would refuse; until it is known who looks, nobody does.
const page = document.documentElement;
let asked = false;
page.classList.add('only-looks');

function whoLooks() {
  if (asked) return;
  asked = true;
  const api = document.querySelector('base').getAttribute('cockpit-api');
  fetch(api + 'plugin/baoxiu/default/reader', { headers: { Accept: 'application/json' } })
    .then(answer => (answer.ok ? answer.json() : Promise.reject(answer.status)))
    .then(reader => page.classList.toggle('only-looks', !reader.administrator))
    .catch(() => {
      asked = false;
    });
}

whoLooks();
window.addEventListener('hashchange', whoLooks);
