// Colours what is promised a time in the diagram of a definition, by how near it came to its limit.

import { asked, element } from './asked.js';

export async function render(viewer, api) {
  const marks = await asked(api, 'heat');
  const registry = viewer.get('elementRegistry');
  const canvas = viewer.get('canvas');
  const overlays = viewer.get('overlays');
  marks
    .filter(({ element: id }) => registry.get(id))
    .forEach(({ element: id, level, text }) => {
      const shape = registry.get(id);
      // a step that is drawn with all that is in it would colour what is in it
      if (shape.children?.length) return;
      canvas.addMarker(id, `heat-${level}`);
      if (level !== 'none') {
        overlays.add(id, 'heat', { position: { bottom: -2, left: 0 }, html: element('div', text, 'heat-text') });
      }
    });
}
