// A case walks over its diagrams: a slider over the times at which something happened, and what had come of it by then.

import { centre, element, frame as framed, style } from './elements.js';
import { picture } from './picture.js';

const A_MOMENT_MILLIS = 900;

function button(text, press) {
  const made = element('button', text);
  made.type = 'button';
  made.addEventListener('click', press);
  return made;
}

function list(heading, items, none) {
  const made = element('section');
  const lines = element('ul');
  items.forEach(item => lines.append(item));
  made.append(element('h3', heading), items.length ? lines : element('p', none, 'none'));
  return made;
}

const begun = (one, at) => one.from <= at;
const over = (one, at) => one.until !== null && one.until <= at;
const missed = (promise, at) => promise.late !== null && promise.late <= at;

/** What stands of a promise at a moment. */
function outcome(promise, at) {
  if (over(promise, at)) return promise.outcome;
  const pause = promise.pauses.find(one => begun(one, at) && !over(one, at));
  if (pause) return `暂停：${pause.reason}`;
  return missed(promise, at) ? `已超时，本应在 ${promise.due} 前` : `在计时，到 ${promise.due}`;
}

/**
 * @param place   where it is shown
 * @param history the address of a line of the slip's history, by its number
 * @return a function that goes to a moment
 */
export function replay(place, data, history) {
  style();
  const { moments, scenes, visits, passages, promises, lines } = data;
  const last = moments.length - 1;
  const pictures = scenes.map(picture);
  let at = last;
  let scene = -1;
  let playing;

  const slider = element('input');
  slider.type = 'range';
  slider.max = last;
  slider.setAttribute('aria-label', '时刻');
  const time = element('output');
  const play = button('播放', () => (playing ? stop() : start()));
  const whole = element('input');
  whole.type = 'checkbox';
  const choice = element('label', '', 'whole');
  choice.append(whole, '看整张图');
  const bar = element('div', '', 'bar');
  bar.append(play, button('上一刻', () => byHand(at - 1)), slider, button('下一刻', () => byHand(at + 1)), time, choice);
  const frame = framed('流程图');
  const title = element('p', '', 'title');
  const said = element('div', '', 'said');
  const board = element('div', '', 'board');
  board.append(frame, said);
  place.classList.add('replay');
  place.replaceChildren(bar, title, board, key());

  function key() {
    const made = element('p', '', 'key');
    [
      ['now', '正在这里'],
      ['now late', '正在这里，已超时'],
      ['done', '走过'],
      ['cancelled', '中止'],
      ['ahead', '没有到']
    ].forEach(([state, text]) => made.append(element('span', text, state)));
    made.append('粗线是走过的路。圆圈里：时是到了时间，信是收到消息，升是升级，条是条件成立。');
    return made;
  }

  /** Of all runs of an element up to now, the state of the last one that began. */
  function marksOf(number) {
    const marks = new Map();
    visits
      .filter(visit => visit.scene === number && begun(visit, at))
      .forEach(visit => {
        const mark = marks.get(visit.element) ?? { times: 0, late: false, fresh: false, state: 'ahead' };
        const here = !over(visit, at);
        mark.times += 1;
        if (here || mark.state !== 'now') mark.state = here ? 'now' : visit.cancelled ? 'cancelled' : 'done';
        mark.late ||= isLate(visit);
        mark.fresh ||= visit.from === at || visit.until === at;
        marks.set(visit.element, mark);
      });
    return marks;
  }

  function isLate(visit) {
    const promise = promises[visit.promise];
    return Boolean(promise) && missed(promise, at) && !(over(visit, at) && visit.until < promise.late);
  }

  /** Where to look: at what has just begun, otherwise at what has just ended; within a step rather than between two. */
  function focus() {
    const drawn = visits.filter(visit => visit.scene >= 0);
    const candidates = [
      drawn.filter(visit => visit.from === at && !over(visit, at)),
      drawn.filter(visit => visit.from === at || visit.until === at),
      drawn.filter(visit => begun(visit, at) && !over(visit, at)),
      drawn.filter(visit => begun(visit, at))
    ];
    const found = candidates.find(some => some.length) ?? [];
    const better = [visit => !visit.turns && pictures[visit.scene].isInStep(visit.element), visit => !visit.turns, () => true];
    return better.map(test => found.filter(test).at(-1)).find(Boolean);
  }

  /** The diagram of the process to which a plane belongs: its steps say where the case is. */
  function outermost(number) {
    const found = scenes.findIndex(({ definition, step }) => definition === scenes[number]?.definition && !step);
    return found < 0 ? number : found;
  }

  function draw() {
    const focused = focus();
    const number = whole.checked ? outermost(focused?.scene ?? 0) : (focused?.scene ?? 0);
    const where = focused && (focused.scene === number ? focused.element : scenes[focused.scene].step);
    const shown = pictures[number];
    if (!shown) {
      frame.replaceChildren(element('p', '这张单的流程记录已按保存期限清除，只剩下面的经过。', 'none'));
      return;
    }
    if (scene !== number) frame.replaceChildren(shown.svg);
    scene = number;
    shown.marks(marksOf(number), new Set(passages.filter(one => one.scene === number && one.at <= at).map(one => one.flow)));
    shown.shows(whole.checked ? undefined : where);
    title.textContent = scenes[number].title;
    const group = where && shown.group(where);
    if (group) centre(frame, group);
  }

  function happened(visit) {
    const what = visit.name || visit.kind;
    const who = visit.person ? `${visit.person}：` : '';
    if (visit.until !== at) return `${who}${what}，开始`;
    if (visit.cancelled) return `${who}${what}，中止（${visit.took}）`;
    return `${who}${what}，办完（${visit.took}）`;
  }

  function say() {
    const steps = visits
      .filter(visit => !visit.turns && visit.name && (visit.from === at || visit.until === at))
      .map(visit => element('li', happened(visit)));
    const written = lines
      .map((line, number) => ({ ...line, number }))
      .filter(line => line.at === at)
      .map(line => {
        const item = element('li', `${line.person}：${line.text}`);
        const link = element('a', line.clause ? `经过，${line.clause}` : '经过');
        link.href = history(line.number);
        item.append(' ', link);
        return item;
      });
    const running = promises
      .filter(promise => begun(promise, at) && (!over(promise, at) || promise.until === at))
      .map(promise =>
        element('li', `${promise.name}（${promise.clause}，限 ${promise.limit}，${promise.keeper}）：${outcome(promise, at)}`, missed(promise, at) ? 'late' : '')
      );
    said.replaceChildren(
      list('这一刻', steps, '流程图上没有变化'),
      list('维修单的经过', written, '没有新的一行'),
      list('时限', running, '没有在计的时限')
    );
  }

  function go(number) {
    at = Math.max(0, Math.min(last, number));
    slider.value = at;
    const moment = moments[at];
    const now = data.running && at === last ? '现在，' : '';
    time.textContent = `${now}${moment.time}（第 ${at + 1} 刻，共 ${last + 1} 刻${moment.passed ? `；距上一刻 ${moment.passed}` : ''}）`;
    slider.setAttribute('aria-valuetext', time.textContent);
    draw();
    say();
  }

  function byHand(number) {
    stop();
    go(number);
  }

  function stop() {
    clearInterval(playing);
    playing = undefined;
    play.textContent = '播放';
  }

  function start() {
    if (at === last) go(0);
    play.textContent = '暂停';
    playing = setInterval(() => {
      // the page may have gone on to something else
      if (at === last || !place.isConnected) stop();
      else go(at + 1);
    }, A_MOMENT_MILLIS);
  }

  slider.addEventListener('input', () => byHand(Number(slider.value)));
  whole.addEventListener('change', draw);
  go(last);
  // whoever has called may not have put it on the page yet
  requestAnimationFrame(draw);
  return byHand;
}
