// Diagrams with a sign at each element of which something is to be said: how many cases stand there, or what has become of it. Those that are
// shown together show the same plane.

import { centre, element, frame as framed, style } from './elements.js';
import { picture } from './picture.js';

/** What is larger looks coarse. */
const LARGEST = 1.25;
/** What somebody looks for first. */
const TOLD = ['ADDED', 'REMOVED', 'CHANGED', 'STOPPED'];

/**
 * @param place its data name the process, and what the ids of the lines begin with to which signs lead
 * @return a function that follows the address of the page: #in-process-step to a plane, #at-process-element to an element
 */
export function drawing(place, drawings) {
  style();
  const { key, rows } = place.dataset;
  const names = new Map(drawings.flatMap(({ scenes }) => scenes.flatMap(({ parts }) => parts.map(part => [part.element, part.name || part.element]))));
  const sheets = drawings.map(sheet);
  const nav = element('nav', '', 'planes');
  nav.setAttribute('aria-label', '图的各层');
  const missing = element('p', '', 'missing');
  missing.setAttribute('role', 'status');
  place.classList.add('replay');
  place.replaceChildren(nav, missing, ...sheets.flatMap(({ title, frame }) => [title, frame]));

  function sheet({ name, scenes, marks }) {
    const signs = new Map(marks.map(mark => [mark.element, mark]));
    const planes = new Map();
    scenes.filter(({ step }) => !planes.has(step ?? '')).forEach(scene => planes.set(scene.step ?? '', { scene, shown: picture(scene) }));
    const row = id => (signs.has(id) && document.getElementById(rows + id) ? `#${rows}${id}` : undefined);
    planes.forEach(({ shown }) => shown.signs(signs, id => ({ sign: row(id), element: planes.has(id) ? `#in-${key}-${id}` : row(id) })));
    return { name, signs, planes, title: element('p', '', 'title'), frame: framed(name) };
  }

  const drawnIn = ({ planes }, step) => {
    const { parts = [], lines = [] } = planes.get(step)?.scene ?? {};
    return [...parts.map(part => part.element), ...lines.map(line => line.flow)];
  };
  const steps = () => [...new Set(sheets.flatMap(({ planes }) => [...planes.keys()]))];
  const signOf = id => sheets.map(({ signs }) => signs.get(id)?.sign).findLast(Boolean);

  function links(shown) {
    const wanted = steps().filter(step => step === '' || step === shown || signOf(step));
    nav.replaceChildren(
      ...wanted.map(step => {
        const link = element('a', step === '' ? '整个流程' : [names.get(step), signOf(step)].filter(Boolean).join('：'));
        link.href = `#in-${key}-${step}`;
        if (step === shown) link.setAttribute('aria-current', 'true');
        return link;
      })
    );
  }

  function show(step, id) {
    links(step);
    missing.textContent = '';
    sheets.forEach(({ name, planes, title, frame }) => {
      const plane = planes.get(step);
      title.textContent = [sheets.length > 1 ? name : '', plane?.scene.title].filter(Boolean).join('：');
      if (!plane) {
        frame.replaceChildren(element('p', step === '' ? '这个文件里没有画图。' : '这里没有这一层。', 'none'));
        return;
      }
      const { svg } = plane.shown;
      frame.replaceChildren(svg);
      plane.shown.shows();
      svg.style.maxWidth = `${svg.viewBox.baseVal.width * LARGEST}px`;
      svg.querySelectorAll('.fresh').forEach(one => one.classList.remove('fresh'));
      const found = id && plane.shown.group(id);
      if (found) {
        found.classList.add('fresh');
        centre(frame, found);
      }
    });
  }

  function follow() {
    const [, what, where = ''] = /^#(in|at)-(.*)$/.exec(decodeURIComponent(location.hash)) ?? [];
    if (!where.startsWith(`${key}-`)) return;
    const id = where.slice(key.length + 1);
    const step = what === 'in' ? id : steps().find(one => sheets.some(sheet => drawnIn(sheet, one).includes(id)));
    if (step === undefined || !steps().includes(step)) {
      missing.textContent = '这一处没有画在图上。';
    } else {
      show(step, what === 'at' ? id : undefined);
    }
    place.scrollIntoView();
  }

  show(steps().find(step => sheets.some(sheet => drawnIn(sheet, step).some(id => TOLD.includes(sheet.signs.get(id)?.kind)))) ?? '');
  return follow;
}
