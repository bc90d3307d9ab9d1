// Whether a diagram can be read: looks at what the browser has drawn. Sizes are in pixels of the diagram.

const TOLERANCE = 1; // touching is not overlapping, and fonts differ a little between machines
const SCREEN = { width: 1440, height: 660 }; // what Modeler and Cockpit still show legibly at 1366 × 768

/** Findings of the plane that the canvas shows, as [check, element ids, message]. Assumes a zoom of 1. */
export function findLayoutProblems(canvas, registry) {
  const root = canvas.getRootElement();
  const elements = registry.filter(element => element !== root && canvas.findRoot(element) === root && !element.hidden);

  // Lanes and groups are frames around shapes that are not their children, so they overlap by design.
  const shapes = elements.filter(element => !element.waypoints && !isLabel(element) && !/Lane$|Group$/.test(element.type));
  const flows = elements.filter(element => /SequenceFlow$/.test(element.type) && element.waypoints);
  const labels = findLabels(canvas, registry, elements);

  return [
    ...findTooLarge(root, shapes, labels, flows),
    ...findCrooked(shapes, flows),
    ...findOverlaps(shapes),
    ...findOutsiders(shapes, labels, flows),
    ...findLabelProblems(labels, shapes, flows),
    ...findLongTexts(shapes, registry),
    ...findFlowProblems(flows, shapes),
    ...findCrossings(flows)
  ];
}

// Planes ////////////////////////////////////////////////////////////////////////////////////////////////////////////////

/** A plane that does not fit on a screen is read by nobody: its steps want planes of their own. */
function findTooLarge(root, shapes, labels, flows) {
  const boxes = [
    ...shapes,
    ...labels.map(({ box }) => box),
    ...flows.flatMap(({ waypoints }) => waypoints.map(({ x, y }) => ({ x, y, width: 0, height: 0 })))
  ];
  const extent = (at, length) => Math.round(Math.max(...boxes.map(box => box[at] + box[length])) - Math.min(...boxes.map(box => box[at])));
  const [width, height] = [extent('x', 'width'), extent('y', 'height')];
  return width <= SCREEN.width && height <= SCREEN.height ? [] : [
    ['plane-size', ids(root), `${width} × ${height} is more than a screen: ${SCREEN.width} × ${SCREEN.height}`]
  ];
}

/** What usually happens is one straight line from left to right, from a start to an end, on each level of the plane. */
function findCrooked(shapes, flows) {
  const levels = new Set(shapes.filter(({ type }) => /StartEvent$/.test(type)).map(({ parent }) => parent));
  return [...levels].filter(level => {
    const line = shapes.filter(({ type, parent }) => parent === level && /StartEvent$/.test(type));
    for (const shape of line) {
      line.push(...flows.filter(flow => flow.source === shape && isLevel(flow)).map(({ target }) => target));
    }
    return !line.some(({ type }) => /EndEvent$/.test(type));
  }).map(level => ['crooked', ids(level), 'No straight line leads from a start to an end']);
}

const isLevel = ({ source, target, waypoints }) => source.x + source.width < target.x &&
  [centre(source), centre(target), ...waypoints].every(({ y }) => Math.abs(y - waypoints[0].y) <= TOLERANCE);

const centre = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 });

// Shapes ///////////////////////////////////////////////////////////////////////////////////////////////////////////////

function findOverlaps(shapes) {
  return pairs(shapes)
    .filter(([a, b]) => !isInside(a, b) && !isInside(b, a) && a.host !== b && b.host !== a && overlap(a, b))
    .map(([a, b]) => ['shape-overlap', ids(a, b), 'Shapes overlap']);
}

function findOutsiders(shapes, labels, flows) {
  const outside = (box, parent) => isFrame(parent) && (
    box.x < parent.x - TOLERANCE || box.x + box.width > parent.x + parent.width + TOLERANCE ||
    box.y < parent.y - TOLERANCE || box.y + box.height > parent.y + parent.height + TOLERANCE);
  return [
    ...shapes.filter(shape => outside(shape, shape.parent)),
    ...labels.filter(({ box, owner }) => outside(box, owner.parent)).map(({ owner }) => owner),
    ...flows.filter(flow => flow.waypoints.some(({ x, y }) => outside({ x, y, width: 0, height: 0 }, flow.parent)))
  ].map(element => ['outside-parent', ids(element, element.parent), 'Shape, label or flow sticks out of its parent']);
}

// Texts ////////////////////////////////////////////////////////////////////////////////////////////////////////////////

/** External labels, and the titles of expanded sub-processes: their text as it is drawn, not the box the file claims. */
function findLabels(canvas, registry, elements) {
  return elements
    .filter(element => isLabel(element) || isFrame(element) && /SubProcess|Transaction/.test(element.type))
    .map(element => ({ owner: element.labelTarget ?? element, box: textBox(element, registry) }))
    .filter(({ box }) => box);
}

function findLabelProblems(labels, shapes, flows) {
  return [
    ...pairs(labels).filter(([a, b]) => overlap(a.box, b.box))
      .map(([a, b]) => ['label-overlap', ids(a.owner, b.owner), 'Labels overlap']),
    ...labels.flatMap(({ owner, box }) => shapes
      .filter(shape => !(shape === owner && isFrame(shape)) && !isInside(owner, shape) && reachesInto(shape, box))
      .map(shape => ['label-overlap', ids(owner, shape), 'Label of the first lies on the second'])),
    ...labels.flatMap(({ owner, box }) => flows
      .filter(flow => segments(flow).some(segment => crossesBox(segment, shrink(box, 2))))
      .map(flow => ['label-overlap', ids(owner, flow), 'Flow runs through the label of the first']))
  ];
}

/** Texts inside a shape that are larger than it or run over its symbol. */
function findLongTexts(shapes, registry) {
  return shapes.filter(shape => /Task$|CallActivity|SubProcess|Transaction|TextAnnotation/.test(shape.type)).flatMap(shape => {
    const text = textBox(shape, registry);
    if (!text) return [];
    const fits = text.x >= shape.x && text.x + text.width <= shape.x + shape.width &&
      text.y >= shape.y && text.y + text.height <= shape.y + shape.height;
    return [
      !fits && ['label-clipped', ids(shape), 'Text is larger than its box'],
      // The bracket of an annotation is drawn like a symbol.
      !/TextAnnotation/.test(shape.type) && runsOverSymbol(registry.getGraphics(shape)) &&
        ['label-clipped', ids(shape), 'Text runs over the symbol of its task']
    ].filter(Boolean);
  });
}

function runsOverSymbol(graphics) {
  const boxes = selector => [...graphics.querySelectorAll(`.djs-visual ${selector}`)].map(node => node.getBoundingClientRect());
  return boxes('tspan').some(line => boxes('path').some(symbol => overlap(shrink(line, 1), symbol)));
}

function textBox(element, registry) {
  const graphics = registry.getGraphics(element);
  const text = graphics.querySelector('.djs-visual text');
  if (!text?.textContent.trim()) return undefined;
  const { x, y, width, height } = text.getBBox();
  return { x: element.x + x, y: element.y + y, width, height };
}

// Flows ////////////////////////////////////////////////////////////////////////////////////////////////////////////////

function findFlowProblems(flows, shapes) {
  return flows.flatMap(flow => [
    ...shapes
      .filter(shape => shape !== flow.source && shape !== flow.target && shape.parent === flow.parent)
      .filter(shape => segments(flow).some(segment => crossesBox(segment, shrink(shape, TOLERANCE))))
      .map(shape => ['flow-through-shape', ids(flow, shape), 'Flow runs through a shape']),
    ...[[flow.source, flow.waypoints[0]], [flow.target, flow.waypoints[flow.waypoints.length - 1]]]
      .filter(([shape, point]) => !reachesInto(shape, { ...point, width: 0, height: 0 }, -2))
      .map(([shape]) => ['flow-detached', ids(flow, shape), 'Flow does not touch the shape it belongs to'])
  ]);
}

/** Flows of one level that cross or lie on each other. Flows that share a gateway, task or event may meet there. */
function findCrossings(flows) {
  return pairs(flows)
    .filter(([a, b]) => a.parent === b.parent)
    .filter(([a, b]) => {
      // What comes from one place or goes to one place may share the line, as it cannot be misread.
      const sharesLine = a.source === b.source || a.target === b.target;
      const sharesPoint = sharesLine || a.source === b.target || a.target === b.source;
      return segments(a).some(one => segments(b).some(other =>
        cross(one, other) || !sharesPoint && touch(one, other) || !sharesLine && lieOnEachOther(one, other)));
    })
    .map(([a, b]) => ['flow-crossing', ids(a, b), 'Flows cross or lie on each other']);
}

// Geometry /////////////////////////////////////////////////////////////////////////////////////////////////////////////

function segments({ waypoints }) {
  return waypoints.slice(1).map((point, i) => [waypoints[i], point]);
}

/** Twice the area of the triangle: its sign tells on which side of the line from a to b the point c lies. */
const side = (a, b, c) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

const cross = ([a, b], [c, d]) => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

const touch = (one, other) => other.some(point => isOn(one, point)) || one.some(point => isOn(other, point));

/** Whether a point lies on a segment. */
function isOn([a, b], point) {
  return distance(a, b, point) <= TOLERANCE &&
    point.x >= Math.min(a.x, b.x) - TOLERANCE && point.x <= Math.max(a.x, b.x) + TOLERANCE &&
    point.y >= Math.min(a.y, b.y) - TOLERANCE && point.y <= Math.max(a.y, b.y) + TOLERANCE;
}

/** From a point to the line through a and b. */
const distance = (a, b, point) => Math.abs(side(a, b, point)) / (Math.hypot(b.x - a.x, b.y - a.y) || 1);

/** Whether two segments have more than a point in common. */
function lieOnEachOther([a, b], [c, d]) {
  if (distance(a, b, c) > TOLERANCE || distance(a, b, d) > TOLERANCE) return false;
  const axis = Math.abs(a.x - b.x) > Math.abs(a.y - b.y) ? 'x' : 'y';
  return Math.min(Math.max(a[axis], b[axis]), Math.max(c[axis], d[axis])) -
    Math.max(Math.min(a[axis], b[axis]), Math.min(c[axis], d[axis])) > 2 * TOLERANCE;
}

function crossesBox([a, b], { x, y, width, height }) {
  if (width <= 0 || height <= 0) return false;
  const corners = [{ x, y }, { x: x + width, y }, { x: x + width, y: y + height }, { x, y: y + height }];
  const contains = point => point.x > x && point.x < x + width && point.y > y && point.y < y + height;
  return contains(a) || contains(b) || cross([a, b], [corners[0], corners[2]]) || cross([a, b], [corners[1], corners[3]]);
}

function overlap(a, b) {
  return Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > TOLERANCE &&
    Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > TOLERANCE;
}

/** Whether the box reaches into the shape as it is drawn: a circle, a diamond, or a rectangle. */
function reachesInto(shape, box, margin = TOLERANCE) {
  const nearest = (from, length, center) => Math.max(from, Math.min(center, from + length)) - center;
  const [rx, ry] = [shape.width / 2, shape.height / 2];
  const dx = Math.abs(nearest(box.x, box.width, shape.x + rx));
  const dy = Math.abs(nearest(box.y, box.height, shape.y + ry));
  if (/Event$/.test(shape.type)) return Math.hypot(dx, dy) < rx - margin;
  if (/Gateway$/.test(shape.type)) return dx / rx + dy / ry < 1 - margin / rx;
  return dx < rx - margin && dy < ry - margin;
}

const shrink = ({ x, y, width, height }, by) => ({ x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by });

// Elements /////////////////////////////////////////////////////////////////////////////////////////////////////////////

const isLabel = element => Boolean(element.labelTarget);

/** An expanded sub-process or a pool: a shape that contains its children. The plane itself has no size. */
const isFrame = element => element?.width > 0 && element.children?.some(child => !isLabel(child));

function isInside(element, ancestor) {
  for (let parent = element.parent; parent; parent = parent.parent) if (parent === ancestor) return true;
  return false;
}

const pairs = list => list.flatMap((a, i) => list.slice(i + 1).map(b => [a, b]));

const ids = (...elements) => elements.map(({ businessObject, id }) => businessObject?.id ?? id).join(', ');
