// The tables of a case, by the names of their resources, and its replay.

import { asked, Refusal } from './asked.js';
import { sheet } from './sheet.js';

export const TABS = {
  steps: '经过',
  replay: '回放',
  promises: '时限',
  variables: '变量变化',
  operations: '操作记录',
  decisions: '决策'
};

/** @return what stands below the tab, of the case with this id */
export async function content(api, id, name) {
  if (name !== 'replay') return sheet(await asked(api, `instance/${id}/${name}`), TABS[name]);
  try {
    return await (await import('./replay.js')).replayOf(api, id);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    console.error(error);
    throw new Refusal('回放暂时打不开，其余部分不受影响。请刷新页面再试；若仍不行，请告诉系统管理员。');
  }
}
