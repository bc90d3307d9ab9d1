// Runs inside the browser: opens models with the same libraries as Camunda Modeler and Tasklist.

import BpmnModeler from 'camunda-bpmn-js/dist/camunda-platform-modeler.production.min.js';
import DmnModeler from 'dmn-js/dist/dmn-modeler.development.js';
import { Form } from '@bpmn-io/form-js-viewer';
import { findLayoutProblems } from './layout.mjs';

const stage = document.getElementById('stage');
let form;

/** Makes the page ready for the next model. */
window.clear = () => {
  form?.destroy();
  form = undefined;
  stage.className = '';
  stage.replaceChildren();
  document.body.style.zoom = 1;
};

/** Returns findings and one SVG per plane: the diagram, and each collapsed sub-process. */
window.openBpmn = async (xml, templates) => {
  const findings = [];
  const modeler = new BpmnModeler({ container: stage, propertiesPanel: { parent: '#panel' } });
  modeler.on('elementTemplates.errors', ({ errors }) => findings.push(...errors.map(error => ['element-template', undefined, error.message])));
  modeler.get('elementTemplatesLoader').setTemplates(templates);

  const { warnings } = await modeler.importXML(xml);
  findings.push(...warnings.map(({ element, message }) => ['import', element?.id, message]));

  const known = modeler.get('elementTemplates');
  const registry = modeler.get('elementRegistry');
  for (const element of registry.filter(element => !element.labelTarget)) {
    const template = element.businessObject?.get?.('camunda:modelerTemplate');
    if (template && !known.get(element)) findings.push(['element-template', element.id, `No template ${template}`]);
  }

  const pictures = [];
  const canvas = modeler.get('canvas');
  for (const root of canvas.getRootElements().filter(root => root.children?.length)) {
    canvas.setRootElement(root);
    findings.push(...findLayoutProblems(canvas, registry));
    // The Modeler moves what it shows towards the corner when it saves, so each plane has its turn.
    findings.push(...findRewritten(xml, (await modeler.saveXML({ format: true })).xml));
    pictures.push({ plane: pictures.length ? root.businessObject.id : '', svg: (await modeler.saveSVG()).svg });
  }
  if (!pictures.length) findings.push(['import', undefined, 'Nothing to see']);
  modeler.destroy();
  return { findings, pictures };
};

/** What the Modeler would change in the file by saving it unchanged: the first line of it. */
function findRewritten(before, after) {
  const [old, saved] = [before, after].map(text => text.split('\n'));
  const line = old.findIndex((text, i) => text !== saved[i]);
  return before === after ? [] : [['round-trip', undefined, `Saved by the Modeler, line ${line + 1} becomes: ${saved[line]?.trim()}`]];
}

/** Opens the diagram and each decision of it, and saves them unchanged. */
window.openDmn = async xml => {
  const modeler = new DmnModeler({ container: stage });
  const { warnings } = await modeler.importXML(xml, { open: false });
  for (const view of modeler.getViews()) warnings.push(...(await modeler.open(view)).warnings);
  if (!modeler.getViews().length) warnings.push({ message: 'Nothing to see' });
  const rewritten = findRewritten(xml, (await modeler.saveXML({ format: true })).xml);
  modeler.destroy();
  return { findings: [...warnings.map(({ element, message }) => ['import', element?.id, message]), ...rewritten] };
};

/** Leaves the form on the page, to be pictured. */
window.openForm = async json => {
  stage.className = 'picture form';
  form = new Form({ container: stage });
  const { warnings } = await form.importSchema(JSON.parse(json));
  return { findings: warnings.map(({ message, ...warning }) => ['import', warning.element?.id, message ?? JSON.stringify(warning)]) };
};

/** Returns the size of the picture in CSS pixels. */
window.showSvg = svg => {
  stage.className = 'picture';
  stage.innerHTML = svg.slice(svg.indexOf('<svg'));
  const { width, height } = stage.getBoundingClientRect();
  return { width, height };
};

/** Without a Chinese font two characters look the same: an empty box. */
window.checkFont = () => {
  const [a, b] = ['报', '修'].map(character => {
    const context = Object.assign(document.createElement('canvas'), { width: 40, height: 40 }).getContext('2d');
    context.font = '30px sans-serif';
    context.fillText(character, 2, 32);
    return context.canvas.toDataURL();
  });
  return { findings: a === b ? [['font', undefined, 'No Chinese font: install fonts-noto-cjk']] : [] };
};
