// Draws a diagram, and marks on it how far a case had come, or what is to be said at its elements.

const SVG = 'http://www.w3.org/2000/svg';
const LETTER = 12;
const LINE = 15;
const AROUND = 24;
const HALF_SIGN = 5;
const LEAST_ROOM = 64;
/** Three numbers, or a few characters. */
const SIGN_ROOM = 48;
/** What is smaller cannot be read; what does not fit then is scrolled. */
const SMALLEST = 0.8;
/** Whoever looks at everything wants an overview. */
const SMALLEST_WHOLE = 0.6;
/** Modelling tools measure what stands beside an element by smaller letters. */
const THEIR_LETTER = 11;

function drawn(name, attributes, ...content) {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...content);
  return made;
}

/** Breaks a text into lines of a width: Chinese characters are as wide as they are high, others about half of that. */
function lines(text, width) {
  const most = Math.max(2, Math.floor(width / LETTER));
  const found = [''];
  let room = most;
  [...text].forEach(letter => {
    const size = letter < '\u0300' ? 0.55 : 1;
    if (size > room) {
      found.push('');
      room = most;
    }
    found[found.length - 1] += letter;
    room -= size;
  });
  return found;
}

function words(text, { x, y, width, height }, className) {
  const all = lines(text, width);
  const first = y + (height - all.length * LINE) / 2 + LETTER;
  return drawn('text', { class: className }, ...all.map((line, at) => drawn('tspan', { x: x + width / 2, y: first + at * LINE }, line)));
}

/** The room for a name beside an element. */
function roomBeside({ x, y, width, height }) {
  const room = Math.max(Math.ceil((width * LETTER) / THEIR_LETTER), LEAST_ROOM);
  return { x: x + (width - room) / 2, y, width: room, height };
}

/** A name beside an element. */
const beside = (text, label) => words(text, roomBeside(label), 'beside');

/** What a name beside an element covers. */
function covered(text, label) {
  const room = roomBeside(label);
  const all = lines(text, room.width);
  const width = Math.min(room.width, Math.max(...all.map(line => [...line].length)) * THEIR_LETTER);
  const height = all.length * LINE;
  return { x: room.x + (room.width - width) / 2, y: room.y + (room.height - height) / 2, width, height };
}

const overlap = (one, other) =>
  one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;

/** Where a name stands that has no place of its own in the diagram. */
const below = ({ x, y, width, height }) => ({ x, y: y + height + 2, width, height: LINE });

function outline(kind, { x, y, width, height }) {
  const left = x + width / 2;
  const top = y + height / 2;
  if (kind === 'EVENT') return drawn('circle', { cx: left, cy: top, r: width / 2 });
  if (kind === 'GATEWAY') return drawn('polygon', { points: `${left},${y} ${x + width},${top} ${left},${y + height} ${x},${top}` });
  return drawn('rect', { x, y, width, height, rx: 8 });
}

/** All names beside elements and flows. */
const names = ({ parts, lines: flows }) => [
  ...parts.filter(({ kind, name }) => name && (kind === 'EVENT' || kind === 'GATEWAY')).map(({ name, label, box }) => covered(name, label ?? below(box))),
  ...flows.filter(({ name, label }) => name && label).map(({ name, label }) => covered(name, label))
];

/** Where what is said of a small element stands: above it, below it or at a corner, wherever it covers no name. */
function free({ x, y, width, height }, taken) {
  const places = [y - 4, y + height + LINE].flatMap(line =>
    [x + width / 2, x + width + SIGN_ROOM / 2, x - SIGN_ROOM / 2].map(centre => ({ x: centre, y: line }))
  );
  const room = place => ({ x: place.x - SIGN_ROOM / 2, y: place.y - LETTER, width: SIGN_ROOM, height: LINE });
  return places.find(place => !taken.some(name => overlap(room(place), name))) ?? places[0];
}

function part({ kind, name, open, sign, box, label }, taken) {
  const group = drawn('g', {}, outline(kind, box));
  const small = kind === 'EVENT' || kind === 'GATEWAY';
  if (open) {
    group.append(drawn('text', { class: 'heading', x: box.x + 10, y: box.y + 20 }, name));
  } else if (small) {
    group.append(drawn('text', { class: 'sign', x: box.x + box.width / 2, y: box.y + box.height / 2 + HALF_SIGN }, sign));
    if (name) group.append(beside(name, label ?? below(box)));
  } else {
    group.append(words(name, { ...box, x: box.x + 4, width: box.width - 8 }, 'name'));
    if (kind === 'STEP') group.append(drawn('text', { class: 'closed', x: box.x + box.width / 2, y: box.y + box.height - 6 }, '+'));
  }
  group.append(drawn('text', { class: 'times', ...(small ? free(box, taken) : { x: box.x + box.width - 2, y: box.y - 4 }) }));
  return group;
}

function flow({ name, label, points }) {
  const group = drawn('g', { class: 'flow' }, drawn('polyline', { points: points.map(({ x, y }) => `${x},${y}`).join(' ') }));
  const [before, end] = points.slice(-2);
  if (end) {
    const angle = (Math.atan2(end.y - before.y, end.x - before.x) * 180) / Math.PI;
    group.append(drawn('polygon', { points: '0,0 -9,-4 -9,4', transform: `translate(${end.x},${end.y}) rotate(${angle})` }));
  }
  if (name && label) group.append(beside(name, label));
  const { x, y } = middle(points);
  // names of flows stand above them
  group.append(drawn('text', { class: 'times', x, y: y + LINE }));
  return group;
}

/** Of the longest piece of a line, where there is most room to write. */
function middle(points) {
  const pieces = points.slice(1).map((end, at) => ({ end, begin: points[at], length: Math.hypot(end.x - points[at].x, end.y - points[at].y) }));
  const { begin, end } = pieces.sort((one, other) => other.length - one.length)[0] ?? { begin: { x: 0, y: 0 }, end: { x: 0, y: 0 } };
  return { x: (begin.x + end.x) / 2, y: (begin.y + end.y) / 2 };
}

function around(boxes) {
  const x = Math.min(...boxes.map(box => box.x));
  const y = Math.min(...boxes.map(box => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map(box => box.x + box.width)) - x,
    height: Math.max(...boxes.map(box => box.y + box.height)) - y
  };
}

/** Leads somewhere. */
function linked(group, address, label) {
  const link = drawn('a', { href: address, 'aria-label': label });
  group.replaceWith(link);
  link.append(group);
}

/** What is drawn around others lies below them, and what hangs at a border above it. */
const depth = ({ open, kind, box }) => (open ? -box.width * box.height : kind === 'EVENT' ? 1 : 0);

export function picture(scene) {
  const svg = drawn('svg', { class: 'case', role: 'img', 'aria-label': scene.title });
  const parts = new Map();
  const flows = new Map(scene.lines.map(line => [line.flow, flow(line)]));
  const taken = names(scene);
  [...scene.parts].sort((one, other) => depth(one) - depth(other)).forEach(one => parts.set(one.element, { one, group: part(one, taken) }));
  const groups = open => [...parts.values()].filter(({ one }) => one.open === open).map(({ group }) => group);
  svg.append(...groups(true), ...flows.values(), ...groups(false));

  /** An element or a flow as it is drawn. */
  const group = id => parts.get(id)?.group ?? flows.get(id);

  return {
    svg,
    /**
     * @param signs by the id of an element or flow: the sign, of which kind it is, and what it means
     * @param address says of an id where its sign leads, and where the element itself does
     */
    signs(signs, address) {
      svg.setAttribute('role', 'group');
      const all = new Map([...flows].map(([id, drawing]) => [id, { drawing, classes: 'flow', name: '' }]));
      parts.forEach(({ one, group: drawing }, id) =>
        all.set(id, { drawing, classes: `part ${one.open ? 'around' : one.kind.toLowerCase()}`, name: one.name || id })
      );
      all.forEach(({ drawing, classes, name }, id) => {
        const { sign = '', kind = 'plain', words = name } = signs.get(id) ?? {};
        drawing.setAttribute('class', `${classes} ${kind.toLowerCase()}`);
        drawing.append(drawn('title', {}, words));
        const text = drawing.querySelector('.times');
        text.textContent = sign;
        const leads = address(id);
        if (leads.sign && leads.sign !== leads.element) {
          drawing.after(text);
          linked(text, leads.sign, words);
        }
        if (leads.element) linked(drawing, leads.element, words);
      });
    },
    /** @param marks by the id of an element: its state, how often it ran, whether it was late */
    marks(marks, taken) {
      parts.forEach(({ one, group }, id) => {
        const { state = 'ahead', times = 0, late = false, fresh = false } = marks.get(id) ?? {};
        const classes = ['part', one.open ? 'around' : one.kind.toLowerCase(), state];
        if (late) classes.push('late');
        if (fresh) classes.push('fresh');
        group.setAttribute('class', classes.join(' '));
        group.querySelector('.times').textContent = [late ? '超时' : '', times > 1 ? `${times} 次` : ''].filter(Boolean).join(' ');
      });
      flows.forEach((group, id) => group.classList.toggle('taken', taken.has(id)));
    },
    /** The step in which an element is; everything, where it is in none. */
    shows(id) {
      const step = parts.get(id)?.one.within;
      const shown = scene.parts.filter(({ within }) => !step || within === step);
      const ways = step ? [] : scene.lines.flatMap(({ points }) => points.map(point => ({ ...point, width: 0, height: 0 })));
      const { x, y, width, height } = around([...shown.map(({ box }) => box), ...ways]);
      svg.setAttribute('viewBox', `${x - AROUND} ${y - AROUND} ${width + 2 * AROUND} ${height + 2 * AROUND}`);
      svg.style.minWidth = `${width * (id ? SMALLEST : SMALLEST_WHOLE)}px`;
    },
    isInStep: id => Boolean(scene.step ?? parts.get(id)?.one.within),
    group
  };
}
