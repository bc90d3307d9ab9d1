// Checks of forms: Camunda's own linter, and what it does not know about Tasklist 7.24.

import { buildSync } from 'esbuild';
import { feelProblems } from './feel.mjs';
import { HERE } from './models.mjs';

// The linter knows versions up to 7.22; Tasklist 7.19 to 7.24 bundle the same form-js 1.8.7.
const PLATFORM = { executionPlatform: 'Camunda Platform', executionPlatformVersion: '7.22.0' };
const SCHEMA_VERSION = 16;

const UNUSABLE = {
  dynamiclist: 'an edited row leaves Complete disabled for good',
  filepicker: 'the whole form fails to load',
  documentPreview: 'the component is absent'
};

const FormLinter = await loadFormLinter();

/** `found(check, componentId, message)` is called for every finding. */
export function checkForm(text, found) {
  let form;
  try {
    form = JSON.parse(text);
  } catch (error) {
    found('parse', undefined, error.message);
    return;
  }

  if (!form.id) found('form-id', undefined, 'No id, so no task can refer to the form');
  if (form.executionPlatform !== PLATFORM.executionPlatform) {
    found('platform', form.id, `executionPlatform is ${form.executionPlatform}, not ${PLATFORM.executionPlatform}`);
  }
  if (!(form.schemaVersion <= SCHEMA_VERSION)) {
    found('schema-version', form.id, `schemaVersion is ${form.schemaVersion}, Tasklist knows up to ${SCHEMA_VERSION}`);
  }

  const components = allComponents(form);
  if (!components.length) found('components', form.id, 'Form without components');
  for (const component of components) {
    const { id, type, url } = component;
    if (UNUSABLE[type]) found('tasklist', id, `${type} does not work in Tasklist 7.24: ${UNUSABLE[type]}`);
    if (type === 'iframe' && !/^(https:|=|\{\{)/.test(url ?? '')) found('tasklist', id, `An iframe shows https addresses only, not ${url}`);
    // Camunda's linter looks at the outermost properties only, but conditions and limits are further inside.
    for (const expression of expressions(component)) {
      for (const problem of feelProblems(expression)) found('feel', id, problem);
    }
  }

  for (const { id, message, category } of new FormLinter().lint({ ...form, ...PLATFORM })) {
    found(`form-linting ${category}`, id, message);
  }
}

function allComponents({ components = [] }) {
  return components.flatMap(component => [component, ...allComponents(component)]);
}

function expressions({ components, ...properties }) {
  return Object.values(properties).flatMap(value => {
    if (typeof value === 'string') return value.startsWith('=') ? [value.slice(1)] : [];
    return value && typeof value === 'object' ? expressions(value) : [];
  });
}

/** The linter is published as sources for a bundler, which Node cannot import as they are. */
async function loadFormLinter() {
  const { outputFiles: [{ text }] } = buildSync({
    stdin: { contents: 'export { FormLinter } from "@camunda/form-linting";', resolveDir: HERE },
    bundle: true, write: false, format: 'esm', platform: 'node', logLevel: 'error'
  });
  return (await import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`)).FormLinter;
}
