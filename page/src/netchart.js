// The network as a drawing: circles for sources or articles, lines for what they share, blue for points, amber for words.
import { svg } from './dom.js';
import { placeNodes } from './layout.js';
import { counted, cut, grouped } from './words.js';

const lineHeight = 14;

/**
 * @typedef {object} Net what is drawn
 * @property {import('./ties.js').Actor[]} actors
 * @property {import('./ties.js').Tie[]} ties
 *
 * @typedef {object} NetChart
 * @property {SVGSVGElement} drawing
 * @property {(actor: number | null) => void} select
 */

/**
 * @param {Net} net
 * @param {number} width that there is
 * @param {(actor: number) => void} chosen
 * @returns {NetChart}
 */
export function netChart(net, width, chosen) {
  const isNarrow = width < 600;
  const n = net.actors.length;
  const height = Math.round(
    isNarrow ? Math.max(340, Math.min(1200, 220 + n * 18)) : Math.max(380, Math.min(860, 280 + n * 10)),
  );
  const circles = net.actors.map((actor) => circleOf(actor, isNarrow ? 13 : 19));
  const placeOf = new Map(net.actors.map((actor, i) => [actor.index, i]));
  const at = (/** @type {number} */ actor) => placeOf.get(actor) ?? 0;
  const edges = net.ties.map((tie) => ({ a: at(tie.a), b: at(tie.b), weight: tie.weight }));
  const boxes = circles.map((circle) => ({
    width: Math.max(2 * circle.radius, ...circle.lines.map((line) => line.length * 6.7)) + 8,
    height: 2 * circle.radius + circle.lines.length * lineHeight + 8,
  }));
  const spots = placeNodes(boxes, edges, width, height).map(({ x, y }, i) => {
    return { x, y: y - (circles[i].lines.length * lineHeight) / 2 };
  });
  const lines = tieLines(net, spots, at);
  const nodes = net.actors.map((actor, i) => nodeGroup(actor, spots[i], circles[i], chosen));
  const drawing = svg(
    'svg',
    {
      class: 'net',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'group',
      'aria-label': `Network of ${n}, with the strongest ${counted(net.ties.length, 'tie')}; the table below tells the same`,
    },
    svg('g', {}, lines),
    svg('g', {}, nodes),
  );
  return { drawing, select: (actor) => markActor(net, drawing, lines, nodes, actor) };
}

/**
 * @param {import('./ties.js').Actor} actor
 * @param {number} length of the label
 */
function circleOf(actor, length) {
  return { radius: Math.min(24, 4.5 + 2.2 * Math.sqrt(actor.articles.length)), lines: labelLines(actor.name, length) };
}

/**
 * @param {Net} net
 * @param {import('./layout.js').Spot[]} spots
 * @param {(actor: number) => number} at
 */
function tieLines(net, spots, at) {
  const mostPoints = net.ties.reduce((most, tie) => Math.max(most, tie.pointWeight), 0) || 1;
  const mostWords = net.ties.reduce((most, tie) => Math.max(most, tie.words), 0) || 1;
  return net.ties.map((tie) => {
    const [p, q] = [spots[at(tie.a)], spots[at(tie.b)]];
    const thickPoints = tie.pointWeight > 0 ? 1 + 6 * Math.sqrt(tie.pointWeight / mostPoints) : 0;
    const thickWords = tie.words > 0 ? 1 + 6 * Math.sqrt(tie.words / mostWords) : 0;
    const length = Math.hypot(q.x - p.x, q.y - p.y) || 1;
    const [sideX, sideY] = [(p.y - q.y) / length, (q.x - p.x) / length];
    const line = (/** @type {string} */ kind, /** @type {number} */ thick, /** @type {number} */ off) =>
      thick > 0
        ? svg('line', {
            class: `net-line ${kind}`,
            x1: p.x + sideX * off,
            y1: p.y + sideY * off,
            x2: q.x + sideX * off,
            y2: q.y + sideY * off,
            'stroke-width': thick.toFixed(1),
          })
        : null;
    const title = `${net.actors[at(tie.a)].name} and ${net.actors[at(tie.b)].name}: ${tieTold(tie)}`;
    return svg(
      'g',
      { class: 'net-tie' },
      svg('title', {}, title),
      line('points', thickPoints, thickWords > 0 ? -thickWords / 2 - 0.5 : 0),
      line('passages', thickWords, thickPoints > 0 ? thickPoints / 2 + 0.5 : 0),
    );
  });
}

/**
 * "7 points, 340 words in 3 passages"
 * @param {import('./ties.js').Tie} tie
 */
export function tieTold(tie) {
  const words =
    tie.words > 0
      ? `${counted(tie.words, 'word')} ${tie.passages.length > 0 ? `in ${counted(tie.passages.length, 'passage')}` : 'of copies'}`
      : '';
  const points = tie.points.length > 0 ? `${counted(tie.points.length, 'point')} in common` : '';
  return [points, words].filter(Boolean).join(', ');
}

/**
 * @param {import('./ties.js').Actor} actor
 * @param {import('./layout.js').Spot} spot
 * @param {{ radius: number, lines: string[] }} circle
 * @param {(actor: number) => void} chosen
 */
function nodeGroup(actor, { x, y }, { radius, lines }, chosen) {
  const pressed = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    chosen(actor.index);
  };
  const label = `${actor.name}, ${grouped(actor.articles.length)} ${actor.articles.length === 1 ? 'article' : 'articles'}`;
  const tell = { role: 'button', tabindex: 0, 'aria-pressed': 'false', 'aria-label': label, onkeydown: pressed };
  const circle = svg('circle', { cx: x.toFixed(1), cy: y.toFixed(1), r: radius.toFixed(1) });
  const spans = lines.map((line, i) => svg('tspan', { x: x.toFixed(1), dy: i === 0 ? 0 : lineHeight }, line));
  const text = svg('text', { y: (y + radius + 13).toFixed(1), 'text-anchor': 'middle', 'aria-hidden': 'true' }, spans);
  const click = () => chosen(actor.index);
  return svg('g', { class: 'net-node', onclick: click }, svg('title', {}, label), svg('g', tell, circle), text);
}

/**
 * Sets a name in two lines, if it is long.
 * @param {string} name
 * @param {number} length of a line
 */
export function labelLines(name, length) {
  const blank = name.lastIndexOf(' ', length);
  if (name.length <= length || blank <= 0) return [cut(name, length)];
  return [name.slice(0, blank), cut(name.slice(blank + 1), length)];
}

/**
 * Makes an actor, its ties and those at their ends stand out.
 * @param {Net} net
 * @param {SVGSVGElement} drawing
 * @param {SVGElement[]} lines
 * @param {SVGElement[]} nodes
 * @param {number | null} actor
 */
function markActor(net, drawing, lines, nodes, actor) {
  const near = new Set(actor === null ? [] : [actor]);
  net.ties.forEach((tie, i) => {
    const isOn = tie.a === actor || tie.b === actor;
    lines[i].classList.toggle('on', isOn);
    if (isOn) near.add(tie.a).add(tie.b);
  });
  net.actors.forEach(({ index }, i) => {
    nodes[i].classList.toggle('on', near.has(index));
    nodes[i].querySelector('[role]')?.setAttribute('aria-pressed', String(index === actor));
  });
  drawing.classList.toggle('chosen', near.size > 0);
}
