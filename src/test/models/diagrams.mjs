// What everybody sees of a diagram at a glance: what is asked, what has ended, and who does it.

/** Colours of the Modeler's palette, and two more; the legend of a diagram names those that it uses. */
const ROLES = {
  customerService: { fill: '#BBDEFB', border: '#0D4372', legend: '蓝色：客服中心' },
  customerServiceLead: { fill: '#E1BEE7', border: '#5B176D', legend: '紫色：客服主管' },
  maintenance: { fill: '#C8E6C9', border: '#205022', legend: '绿色：维修班、维修人员' },
  engineeringSupervisor: { fill: '#FFE0B2', border: '#6B3C00', legend: '橙色：工程部主管' },
  director: { fill: '#B2DFDB', border: '#004D40', legend: '青色：主任' },
  generalAffairs: { fill: '#D7CCC8', border: '#3E2723', legend: '褐色：综合部' },
  escalation: { fill: '#FFCDD2', border: '#831311', legend: '红色：按升级规则定人' }
};

/** Who is named by an expression. */
const EXPRESSIONS = { '${technician}': 'maintenance', '${skillGroup}': 'maintenance', '${escalationAssignee}': 'escalation' };

export function checkDiagram(definitions, add) {
  const drawn = new Map(definitions.diagrams.flatMap(({ plane }) => plane.planeElement).map(shape => [shape.bpmnElement, shape]));
  const legend = definitions.diagrams[0]?.plane.planeElement.filter(({ bpmnElement }) => bpmnElement?.$type === 'bpmn:TextAnnotation') ?? [];
  elements(definitions).forEach(element => {
    if (/(Exclusive|Inclusive)Gateway$/.test(element.$type)) checkQuestion(element, add);
    if (element.$type === 'bpmn:EndEvent' && !element.name) add('end-name', element.id, 'An end says what has ended');
    if (element.$type === 'bpmn:UserTask') checkColour(element, drawn.get(element), legend, add);
  });
}

function checkQuestion(gateway, add) {
  const ways = gateway.outgoing ?? [];
  if (ways.length < 2) return;
  if (!/？$/.test(gateway.name ?? '')) add('question', gateway.id, 'A gateway with several ways asks a question');
  if (!gateway.default) add('default-flow', gateway.id, 'A gateway that asks has a default flow');
  ways.filter(({ name }) => !name).forEach(({ id }) => add('answer', id, 'A way from a question is an answer'));
}

/** The first who is named does it; the others may. */
function checkColour(task, shape, legend, add) {
  const [assignee, groups] = ['assignee', 'candidateGroups'].map(name => task.get(`camunda:${name}`) ?? '');
  const first = groups.split(',')[0];
  const role = ROLES[EXPRESSIONS[assignee] ?? EXPRESSIONS[first] ?? first];
  if (!role) return add('role', task.id, `No colour for “${assignee || first}”: give it one in diagrams.mjs`);
  if (!isColoured(shape, role)) add('role', task.id, `Is not drawn in the colour of “${role.legend}”`);
  if (!legend.some(note => note.bpmnElement.text === role.legend && isColoured(note, role))) {
    add('legend', task.id, `The first plane has no coloured note “${role.legend}”`);
  }
}

function isColoured(shape, { fill, border }) {
  const has = (name, value) => shape?.get(name) === value;
  return has('bioc:fill', fill) && has('bioc:stroke', border) && has('color:background-color', fill) && has('color:border-color', border);
}

function elements({ rootElements = [], flowElements = [] }) {
  return [...rootElements, ...flowElements].flatMap(element => [element, ...elements(element)]);
}
