// The replay of a case; the data are those of the slip's own page.

import { asked, dossier, element, link, read } from './asked.js';
import { replay } from '../replay/replay.js';

export async function replayOf(api, id) {
  const { number, slip } = await asked(api, `instance/${id}`);
  if (!slip) return element('p', '只有维修单可以回放。', 'note');
  const place = element('div');
  replay(place, await read(`${dossier(number)}/replay/data`), line => `${dossier(number)}#history-${line}`);
  const page = element('p');
  page.append(link('在整页上回放', `${dossier(number)}/replay`));
  return [page, place];
}
