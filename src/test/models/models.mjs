// What both commands share: which models there are, and how findings reach a person.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const HERE = dirname(fileURLToPath(import.meta.url));
const PROJECT = resolve(HERE, '../../..');

/** Every model of the project at `root`, by kind. A kind without any file stops the run: it would be checked by nothing. */
export function readModels(root = PROJECT) {
  const all = {
    bpmn: read(root, 'processes', '.bpmn'),
    dmn: read(root, 'processes', '.dmn'),
    form: read(root, 'forms', '.form')
  };
  const missing = Object.keys(all).filter(kind => all[kind].length === 0);
  if (missing.length) {
    console.error(`✖ no ${missing.join(', no ')} model below ${resolve(root)}: nothing would be checked`);
    process.exit(1);
  }
  return all;
}

/** The Modeler's templates for service tasks, read from where the Modeler itself looks for them. May be none. */
export function readElementTemplates(root = PROJECT) {
  return read(root, '.camunda/element-templates', '.json').flatMap(({ text }) => JSON.parse(text));
}

function read(root, folder, suffix) {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path).filter(name => name.endsWith(suffix)).sort()
    .map(name => ({ file: `${folder}/${name}`, name: name.slice(0, -suffix.length), text: readFileSync(join(path, name), 'utf8') }));
}

/** Collects findings; `end` prints them by file and makes the process fail if there is one. */
export class Report {
  #findings = [];

  add(file, check, id, message) {
    const lines = message.split('\n').map(line => line.trim()).filter(line => line && !line.startsWith('at '));
    this.#findings.push({ file, check, id: id ?? '', message: lines.join(' ') });
  }

  end(models) {
    let last;
    for (const { file, check, id, message } of this.#findings) {
      if (file !== last) console.error(`\n${last = file}`);
      console.error(`  ${[id, message].filter(Boolean).join('  ')}  [${check}]`);
    }
    const counts = Object.entries(models).map(([kind, files]) => `${files.length} ${kind}`).join(', ');
    if (this.#findings.length) {
      console.error(`\n✖ ${this.#findings.length} findings in ${counts}`);
      process.exitCode = 1;
    } else {
      console.log(`✔ no findings in ${counts}`);
    }
  }
}
