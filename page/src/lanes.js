// When articles appeared: a lane for each source with a dot for each article; of many, bars for days, months or years.
import { gatherInto } from './gather.js';
import { h, svg } from './dom.js';
import { headline, shortName } from './names.js';
import { axisTick, middleShare, stacked } from './spread.js';
import { axisRange, axisShare, dayLength, isPrecise, shortDay, timeTicks, yearsOf } from './timeaxis.js';
import { counted, grouped, readableDate } from './words.js';

const lanesMost = 40;
const dotsMost = 300;
const barsMost = 70;

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Article[]} dated
 */
export function articlesChart(report, dated) {
  const sources = new Set(dated.map((article) => article.source));
  const range = axisRange(dated.map(whenKnown));
  return dated.length > dotsMost || sources.size > lanesMost ? barChart(dated, range) : laneChart(report, dated, range);
}

/**
 * @param {import('./types').Article} article
 * @returns {[number, number]} REQUIRES: its date is known
 */
function whenKnown(article) {
  return /** @type {[number, number]} */ (article.when);
}

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Article[]} dated
 * @param {[number, number]} range
 */
function laneChart(report, dated, range) {
  /** @type {Map<string, import('./types').Article[]>} */
  const lanes = new Map();
  for (const article of dated) {
    const name = article.source ?? 'source unknown';
    gatherInto(lanes, name, article);
  }
  const start = (/** @type {import('./types').Article[]} */ lane) =>
    Math.min(...lane.map((article) => whenKnown(article)[0]));
  const sorted = [...lanes].sort(([a, x], [b, y]) => start(x) - start(y) || (a < b ? -1 : 1));
  const ticks = timeTicks(range, window.innerWidth < 600 ? 5 : 8).map(({ at, label }) => ({
    share: axisShare(at, range),
    label,
  }));
  const told = h('p', { class: 'lane-told', 'aria-hidden': 'true' }, 'Point at a dot to see the headline.');
  const rows = sorted.map(([name, lane]) =>
    h(
      'li',
      { class: 'lane' },
      h('span', { class: 'lane-name' }, h('bdi', {}, name)),
      laneStrip(report, lane, range, ticks, told),
    ),
  );
  const scale = svg(
    'svg',
    { width: '100%', height: 24, 'aria-hidden': 'true' },
    ticks.map(({ share, label }) => axisTick(share, label, 0)),
  );
  return h(
    'div',
    { class: 'lanes' },
    told,
    h('ul', { class: 'plain' }, rows),
    h('div', { class: 'lane' }, h('span', { class: 'soft' }, yearsOf(range)), scale),
  );
}

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Article[]} lane
 * @param {[number, number]} range
 * @param {{ share: number }[]} ticks
 * @param {HTMLElement} told
 */
function laneStrip(report, lane, range, ticks, told) {
  const sorted = [...lane].sort((x, y) => whenKnown(x)[0] - whenKnown(y)[0] || x.index - y.index);
  const dots = stacked(sorted.map((article) => middleShare(whenKnown(article), range)));
  const height = Math.max(...dots.map(({ level }) => level + 1)) * 11 + 9;
  const links = sorted.map((article, i) => {
    const text = `${headline(article)} (${shortName(report, article)}, ${readableDate(article.date, true)})`;
    const tell = () => (told.textContent = text);
    const begin = axisShare(whenKnown(article)[0], range);
    const width = axisShare(whenKnown(article)[1], range) - begin;
    const y = height - 10 - dots[i].level * 11;
    const bar =
      width > 4
        ? svg('rect', { class: 'spread-bar', x: `${begin}%`, width: `${width}%`, y: y - 4, height: 8, rx: 4 })
        : null;
    const dot = svg('circle', { class: 'spread-dot', cx: `${dots[i].x}%`, cy: y, r: 5 });
    return svg(
      'a',
      { href: `#article-${article.index + 1}`, 'aria-label': text, onpointerenter: tell, onfocus: tell },
      svg('title', {}, text),
      bar,
      dot,
    );
  });
  const grid = ticks.map(({ share }) =>
    svg('line', { class: 'lane-grid', x1: `${share}%`, x2: `${share}%`, y1: 0, y2: height }),
  );
  return svg(
    'svg',
    { width: '100%', height, role: 'group', 'aria-label': counted(lane.length, 'article') },
    grid,
    links,
  );
}

/**
 * Returns the bars: where each begins, and which articles it counts.
 * @param {[number, number][]} dates
 * @param {[number, number]} range
 * @returns {{ from: number, to: number, count: number, label: string }[]}
 */
export function barsOf(dates, range) {
  const days = (range[1] - range[0]) / dayLength;
  const unit = days <= barsMost ? 'day' : days <= barsMost * 7 ? 'week' : days <= barsMost * 30 ? 'month' : 'year';
  const bars = [];
  for (let from = barStart(range[0], unit); from < range[1];) {
    const to = barStart(
      from + (unit === 'year' ? 380 : unit === 'month' ? 40 : unit === 'week' ? 7 : 1) * dayLength,
      unit,
    );
    const count = dates.filter((date) => middleOf(date) >= from && middleOf(date) < to).length;
    const full = readableDate(
      new Date(from * 1000).toISOString().slice(0, unit === 'year' ? 4 : unit === 'month' ? 7 : 10),
    );
    bars.push({ from, to, count, label: unit === 'week' ? `week of ${full}` : full });
    from = to;
  }
  return bars;
}

/** @param {[number, number]} date */
function middleOf(date) {
  return (date[0] + date[1]) / 2;
}

/**
 * Returns when the day, week, month or year began.
 * @param {number} time
 * @param {string} unit
 */
function barStart(time, unit) {
  const date = new Date(time * 1000);
  const monday = unit === 'week' ? (date.getUTCDay() + 6) % 7 : 0;
  const month = unit === 'year' ? 0 : date.getUTCMonth();
  const dayOfMonth = unit === 'year' || unit === 'month' ? 1 : date.getUTCDate() - monday;
  return new Date(0).setUTCFullYear(date.getUTCFullYear(), month, dayOfMonth) / 1000;
}

/**
 * @param {import('./types').Article[]} dated
 * @param {[number, number]} range
 */
function barChart(dated, range) {
  const precise = dated.map(whenKnown).filter(isPrecise);
  const dates = precise.length > 0 ? precise : dated.map(whenKnown);
  const bars = barsOf(dates, range);
  const most = bars.reduce((x, { count }) => Math.max(x, count), 1);
  const span = /** @type {[number, number]} */ ([bars[0].from, bars[bars.length - 1].to]);
  const height = 140;
  const rects = bars.map(({ from, to, count, label }) => {
    const x = axisShare(from, span);
    const tall = (count / most) * (height - 18);
    const width = axisShare(to, span) - x;
    return svg(
      'rect',
      { class: 'time-bar', x: `${x + width * 0.06}%`, width: `${width * 0.88}%`, y: height - tall, height: tall },
      svg('title', {}, `${label}: ${counted(count, 'article')}`),
    );
  });
  const ticks = timeTicks(span, window.innerWidth < 600 ? 5 : 8).map(({ at, label }) =>
    axisTick(axisShare(at, span), label, height),
  );
  const top = bars.find(({ count }) => count === most);
  const told = `${counted(dates.length, 'article')} from ${shortDay(dates.reduce((x, date) => Math.min(x, date[0]), Infinity))} to ${shortDay(dates.reduce((x, date) => Math.max(x, date[1] - 1), -Infinity))}; the most, ${grouped(most)}: ${top?.label}`;
  const left = dated.length - dates.length;
  return h(
    'div',
    { class: 'lanes' },
    svg(
      'svg',
      { width: '100%', height: height + 24, role: 'img', 'aria-label': told },
      svg('line', { class: 'spread-line', x1: 0, x2: '100%', y1: height, y2: height }),
      rects,
      ticks,
    ),
    h(
      'p',
      { class: 'soft' },
      `${told}.`,
      left > 0
        ? ` ${counted(left, 'article')} with a month or a year alone ${left === 1 ? 'is' : 'are'} not in the bars.`
        : null,
    ),
  );
}
