// npm run viewer: packs the form renderer of the Modeler and Tasklist, with its style sheet, for the pages of the application
// itself. With --check it only compares: what is in the repository must be what these packages give.

import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { buildSync } from 'esbuild';
import { HERE } from './models.mjs';

const TARGET = join(HERE, '../../main/resources/static/assets/form-viewer');

const { outputFiles, metafile } = buildSync({
  stdin: {
    contents: `
      import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
      import '@bpmn-io/form-js-viewer/dist/assets/flatpickr/light.css';
      export { Form } from '@bpmn-io/form-js-viewer';`,
    resolveDir: HERE
  },
  outfile: join(TARGET, 'form-viewer.js'),
  absWorkingDir: HERE,
  bundle: true,
  minify: true,
  format: 'iife',
  globalName: 'FormViewer',
  target: 'es2022',
  legalComments: 'none',
  metafile: true,
  write: false
});

const files = [
  ...outputFiles.map(({ path, text }) => [basename(path), text]),
  ['LICENSES.txt', licenses(Object.keys(metafile.inputs))]
];

if (process.argv.includes('--check')) {
  const old = files.filter(([name, text]) => !existsSync(join(TARGET, name)) || readFileSync(join(TARGET, name), 'utf8') !== text);
  if (old.length) {
    console.error(`✖ not what the packages give: ${old.map(([name]) => name).join(', ')} in ${relative(process.cwd(), TARGET)}. Run: npm run viewer`);
    process.exit(1);
  }
} else {
  mkdirSync(TARGET, { recursive: true });
  files.forEach(([name, text]) => writeFileSync(join(TARGET, name), text));
}
console.log(`✔ ${files.map(([name, text]) => `${name} ${Math.round(text.length / 1024)} kB`).join(', ')}`);

/** The licence of every package that is packed. */
function licenses(inputs) {
  const packages = new Map(inputs.filter(input => input.includes('node_modules/')).map(input => packageOf(input)));
  return [...packages].sort(([a], [b]) => a < b ? -1 : 1).map(([name, folder]) => {
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).sort().find(entry => /^licen[cs]e/i.test(entry));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), 'utf8').trim() : ''}`.trim();
  }).join(`\n\n${'-'.repeat(80)}\n\n`) + '\n';
}

function packageOf(input) {
  const [, before, name] = /^(.*node_modules\/)((?:@[^/]+\/)?[^/]+)/.exec(input);
  return [name, join(HERE, before, name)];
}
