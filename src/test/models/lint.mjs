// npm run lint [-- <project root>]: what can be said about the models without opening them.
// Whatever a linter reports fails the run, also its warnings and hints.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { validateAll } from '@bpmn-io/element-templates-validator';
import { BpmnModdle } from 'bpmn-moddle';
import BpmnLinter from 'bpmnlint/lib/linter.js';
import BpmnResolver from 'bpmnlint/lib/resolver/node-resolver.js';
import { DmnModdle } from 'dmn-moddle';
import DmnLinter from 'dmnlint/lib/linter.js';
import DmnResolver from 'dmnlint/lib/resolver/node-resolver.js';
import { checkDecisions } from './decisions.mjs';
import { checkDiagram } from './diagrams.mjs';
import { checkForm } from './forms.mjs';
import { HERE, readElementTemplates, readModels, Report } from './models.mjs';

const TEMPLATES = '.camunda/element-templates';
const root = process.argv[2] && resolve(process.argv[2]);
const models = readModels(root);
const templates = readElementTemplates(root);
const report = new Report();

const require = createRequire(import.meta.url);
const readConfig = name => JSON.parse(readFileSync(join(HERE, name), 'utf8'));

const bpmnConfig = readConfig('.bpmnlintrc');
const bpmnModdle = new BpmnModdle({ camunda: require(bpmnConfig.moddleExtensions.camunda) });
const bpmnLinter = new BpmnLinter({ config: bpmnConfig, resolver: new BpmnResolver({ require }) });
for (const model of models.bpmn) {
  const definitions = await lintXml(model, bpmnModdle, bpmnLinter);
  if (definitions) checkDiagram(definitions, (...finding) => report.add(model.file, ...finding));
}

const dmnModdle = new DmnModdle();
const dmnLinter = new DmnLinter({ config: readConfig('.dmnlintrc'), resolver: new DmnResolver({ require }) });
for (const model of models.dmn) {
  const definitions = await lintXml(model, dmnModdle, dmnLinter);
  if (definitions) checkDecisions(definitions, (...finding) => report.add(model.file, ...finding));
}

for (const model of models.form) {
  checkForm(model.text, (...finding) => report.add(model.file, ...finding));
}

const { valid, results } = validateAll(templates);
if (!valid) {
  for (const { object, errors } of results.filter(one => !one.valid)) {
    for (const { message } of errors) report.add(TEMPLATES, 'element-template', object?.id, message);
  }
}

report.end(models);

async function lintXml({ file, text }, moddle, linter) {
  try {
    const { rootElement, warnings } = await moddle.fromXML(text);
    for (const { element, message } of warnings) report.add(file, 'parse', element?.id, message);
    for (const [rule, findings] of Object.entries(await linter.lint(rootElement))) {
      for (const { id, message } of findings) report.add(file, rule, id, message);
    }
    return rootElement;
  } catch (error) {
    report.add(file, 'parse', undefined, error.message);
  }
}
