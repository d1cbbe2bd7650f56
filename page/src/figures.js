// Figures beside one another: who gives which, where they disagree, and which recur.
import { gatherInto } from './gather.js';
import { distinct, textAt } from './data.js';

/**
 * Returns a figure as it is written.
 * @param {import('./types').Report} report
 * @param {import('./types').Figure} figure
 */
export function figureText(report, figure) {
  return textAt(report, { ...figure.mention, begin: figure.begin, end: figure.end }).replace(/\s+/gu, ' ');
}

/**
 * The same, with what it counts if that is known and not said.
 * @param {import('./types').Report} report
 * @param {import('./types').Figure} figure
 */
export function figureWithObject(report, figure) {
  const text = figureText(report, figure);
  return figure.kind === 'count' && figure.of && !text.includes(figure.of) ? `${text} ${figure.of}` : text;
}

/**
 * Returns the figures of a point that another one contradicts, in the order of their values: in groups that contradict one
 * another, inside which those of one wording are together.
 * @param {import('./types').Report} report
 * @param {import('./types').Point} point
 * @returns {{text: string, articles: number[]}[][]}
 */
export function contested(report, point) {
  const figures = [...new Set(point.disagreements.flat())].sort((x, y) => magnitude(x) - magnitude(y));
  /** @type {import('./types').Figure[][]} */
  const groups = [];
  for (const figure of figures) {
    const last = groups[groups.length - 1];
    const isApart =
      !last || point.disagreements.some((pair) => pair.includes(figure) && last.some((other) => pair.includes(other)));
    if (isApart) groups.push([figure]);
    else last.push(figure);
  }
  return groups.map((group) => byWording(report, group));
}

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Figure[]} figures
 */
function byWording(report, figures) {
  /** @type {Map<string, number[]>} */
  const byText = new Map();
  for (const figure of figures) {
    const text = figureWithObject(report, figure);
    gatherInto(byText, text, figure.mention.article);
  }
  return [...byText].map(([text, articles]) => ({ text, articles: distinct(articles) }));
}

/** @param {import('./types').Figure} figure */
function magnitude(figure) {
  return figure.low ?? figure.high ?? 0;
}

/**
 * A figure that several articles give, as exactly as each of them does.
 * @typedef {{text: string, articles: number[], figures: import('./types').Figure[], points: import('./types').Point[]}} Recurring
 */

const mostRecurring = 50; // that have an address

/**
 * What was found for a report: several views ask.
 * @type {WeakMap<import('./types').Report, Recurring[]>}
 */
const knownRecurring = new WeakMap();

/**
 * Returns the figures that recur, the most widely given first: of each kind and unit, a value that lies in the ranges of as
 * many articles as possible; then, of the other figures, the next one. Dates and years recur everywhere and say little.
 * @param {import('./types').Report} report
 * @returns {Recurring[]}
 */
export function recurringFigures(report) {
  const known = knownRecurring.get(report) ?? findRecurring(report);
  knownRecurring.set(report, known);
  return known;
}

/** @param {import('./types').Report} report */
function findRecurring(report) {
  /** @type {Map<string, {figure: import('./types').Figure, point: import('./types').Point}[]>} */
  const groups = new Map();
  const seen = new Set();
  for (const point of report.points) {
    for (const figure of point.figures) {
      if (
        figure.low === null ||
        figure.high === null ||
        figure.kind === 'date' ||
        figure.kind === 'year' ||
        figure.mention.denied
      )
        continue;
      const place = `${figure.mention.article} ${figure.mention.field} ${figure.begin}`;
      if (seen.has(place)) continue;
      seen.add(place);
      const group = `${point.story} ${figure.kind} ${figure.unit} ${figure.kind === 'count' ? figure.of : ''}`;
      gatherInto(groups, group, { figure, point });
    }
  }
  const found = [...groups.values()].flatMap((group) => recurringIn(report, group));
  return found.sort((x, y) => y.articles.length - x.articles.length).slice(0, mostRecurring);
}

/**
 * @param {import('./types').Report} report
 * @param {{figure: import('./types').Figure, point: import('./types').Point}[]} group of one kind and unit
 * @returns {Recurring[]}
 */
function recurringIn(report, group) {
  const found = [];
  let left = group;
  while (left.length > 1) {
    const best = mostWidelyHeld(left);
    if (countArticles(best) < 2) break;
    const figures = best.map((one) => one.figure);
    found.push({
      text: byFrequency(figures.map((figure) => figureWithObject(report, figure)))[0],
      articles: distinct(figures.map((figure) => figure.mention.article)),
      figures,
      points: [...new Set(best.map((one) => one.point))],
    });
    left = left.filter((one) => !best.includes(one));
  }
  return found;
}

/**
 * Returns those whose ranges hold one value: the value that most articles may mean, which is the lower end of some range.
 * @template {{figure: import('./types').Figure}} T
 * @param {T[]} list
 * @returns {T[]}
 */
function mostWidelyHeld(list) {
  let best = list.slice(0, 0);
  let most = 0;
  for (const low of new Set(list.map((one) => /** @type {number} */ (one.figure.low)))) {
    const holds = list.filter(
      ({ figure }) => /** @type {number} */ (figure.low) <= low && low <= /** @type {number} */ (figure.high),
    );
    if (holds.length <= most) continue;
    const count = countArticles(holds);
    if (count > most) [best, most] = [holds, count];
  }
  return best;
}

/** @param {{figure: import('./types').Figure}[]} list */
function countArticles(list) {
  return new Set(list.map((one) => one.figure.mention.article)).size;
}

/**
 * Returns the ways in which a figure is written, the commonest first.
 * @param {import('./types').Report} report
 * @param {Recurring} recurring
 */
export function wordingsOf(report, recurring) {
  return byFrequency(recurring.figures.map((figure) => figureText(report, figure)));
}

/**
 * Returns each text once: the commonest first, of equally common ones the shorter.
 * @param {string[]} texts
 */
function byFrequency(texts) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((x, y) => y[1] - x[1] || x[0].length - y[0].length).map(([text]) => text);
}
