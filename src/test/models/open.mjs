// npm run open [-- <output folder> [<project root>]]: opens every model where people will open it, in a real browser,
// checks the layout of the diagrams, and takes pictures of diagrams and forms.

import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs';
import { delimiter, extname, join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { chromium } from 'playwright-core';
import { HERE, readElementTemplates, readModels, Report } from './models.mjs';

const ORIGIN = 'https://models.test';
const SCALE = 2;
const LARGEST_PICTURE = 16000; // pixels a side: Chromium draws nothing beyond
const PART = 1500, OVERLAP = 150; // pixels of a diagram
const TYPES = { '.css': 'text/css', '.html': 'text/html', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };

const output = resolve(process.argv[2] ?? join(HERE, 'out'));
const root = process.argv[3] && resolve(process.argv[3]);
const models = readModels(root);
const templates = readElementTemplates(root);
const report = new Report();
const script = bundle('page.mjs');

mkdirSync(output, { recursive: true });
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync']
});
let current = 'this machine';
try {
  const page = await openPage();
  await look(page, () => page.evaluate(() => checkFont()));

  for (const { file, name, text } of models.bpmn) {
    current = file;
    await look(page, async () => {
      const opened = await page.evaluate(args => openBpmn(...args), [text, templates]);
      for (const { plane, svg } of opened.pictures) await drawDiagram(page, svg, plane ? `${name}.${plane}` : name);
      return opened;
    });
  }
  for (const { file, text } of models.dmn) {
    current = file;
    await look(page, () => page.evaluate(xml => openDmn(xml), text));
  }
  for (const { file, name, text } of models.form) {
    current = file;
    await look(page, async () => {
      const opened = await page.evaluate(json => openForm(json), text);
      await takePicture(page, `${name}.form`);
      return opened;
    });
  }
} finally {
  await browser.close();
}
report.end(models);

async function openPage() {
  const page = await browser.newPage({ deviceScaleFactor: SCALE, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  page.on('console', message => message.type() === 'error' && report.add(current, 'console', undefined, message.text()));
  page.on('pageerror', error => report.add(current, 'console', undefined, error.message));
  await page.route('**/*', serve);
  await page.goto(ORIGIN);
  return page;
}

/** Reports what opening one model finds, and leaves an empty page for the next. */
async function look(page, open) {
  try {
    const { findings = [] } = await open();
    for (const finding of findings) report.add(current, ...finding);
    await page.evaluate(() => clear());
  } catch (error) {
    report.add(current, 'open', undefined, error.message);
    await page.goto(ORIGIN);
  }
}

/** Answers from this folder. Other paths stand for pages of the application, other origins are what Tasklist's CSP forbids. */
function serve(route) {
  const { origin, pathname } = new URL(route.request().url());
  if (origin !== ORIGIN) {
    report.add(current, 'foreign-address', undefined, route.request().url());
    return route.abort();
  }
  if (pathname === '/page.js') return route.fulfill({ contentType: TYPES['.js'], body: script });
  const path = pathname === '/' ? '/page.html' : pathname.startsWith('/node_modules/') ? pathname : undefined;
  return route.fulfill({
    contentType: TYPES[extname(path ?? '.html')] ?? TYPES['.html'],
    body: path ? readFileSync(join(HERE, path)) : ''
  });
}

/** A picture of the whole, and of a wide diagram also its parts from left to right, each large enough to be read. */
async function drawDiagram(page, svg, name) {
  const { width, height } = await page.evaluate(svg => showSvg(svg), svg);
  for (let part = 1, x = 0; width > PART && x < width - OVERLAP; part++, x += PART - OVERLAP) {
    const clip = { x, y: 0, width: Math.min(PART, width - x), height };
    await save(name + '.part' + part, path => page.screenshot({ path, clip, fullPage: true }));
  }
  const shrink = Math.min(1, LARGEST_PICTURE / SCALE / Math.max(width, height));
  await page.evaluate(shrink => { document.body.style.zoom = shrink; }, shrink);
  await takePicture(page, name);
}

async function takePicture(page, name) {
  await save(name, path => page.locator('#stage').screenshot({ path }));
}

async function save(name, take) {
  const path = join(output, `${name}.png`);
  await take(path);
  console.log(path);
}

function bundle(entry) {
  const { outputFiles: [{ text }] } = buildSync({
    entryPoints: [join(HERE, entry)], bundle: true, write: false, format: 'iife', logLevel: 'error'
  });
  return text;
}

function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    for (const folder of process.env.PATH.split(delimiter)) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch { /* look on */ }
    }
  }
  console.error('✖ no Chromium: install chromium or set CHROMIUM to its path');
  process.exit(1);
}
