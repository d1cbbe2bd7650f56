// Time as an axis: what it spans, where its ticks stand, and how long something took, in words. All in seconds since 1970,
// in UTC.

const hourLength = 3600;
export const dayLength = 24 * hourLength;
const preciseSpan = 2 * dayLength; // a date without the time of day is precise enough to stand as a dot, a month is not

const monthsCut = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** @param {[number, number]} when */
export function isPrecise([from, to]) {
  return to - from <= preciseSpan;
}

/**
 * Returns what an axis for these dates spans, with some air. Years and months alone widen it only if they lie elsewhere.
 * @param {[number, number][]} dates
 * @returns {[number, number]}
 */
export function axisRange(dates) {
  const precise = dates.filter(isPrecise);
  let [from, to] = (precise.length > 0 ? precise : dates).reduce(
    ([x, y], date) => [Math.min(x, date[0]), Math.max(y, date[1])],
    [Infinity, -Infinity],
  );
  for (const date of dates) {
    if (date[1] <= from) from = date[0];
    else if (date[0] >= to) to = date[1];
  }
  const air = Math.max((to - from) * 0.03, (6 * hourLength - (to - from)) / 2);
  return [from - air, to + air];
}

/**
 * Returns where a time stands on an axis, in per cent of its width.
 * @param {number} time
 * @param {[number, number]} range
 */
export function axisShare(time, [from, to]) {
  return Math.max(0, Math.min(100, ((time - from) / (to - from)) * 100));
}

/**
 * Returns ticks at round times, at most so many.
 * @param {[number, number]} range
 * @param {number} most
 * @returns {{ at: number, label: string }[]}
 */
export function timeTicks(range, most) {
  for (const step of [
    hourLength,
    3 * hourLength,
    6 * hourLength,
    12 * hourLength,
    dayLength,
    2 * dayLength,
    4 * dayLength,
    7 * dayLength,
    14 * dayLength,
  ]) {
    if ((range[1] - range[0]) / step <= most) return evenTicks(range, step);
  }
  for (const step of [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 24000]) {
    const ticks = monthTicks(range, step);
    if (ticks.length <= most) return ticks;
  }
  return [];
}

/**
 * @param {[number, number]} range
 * @param {number} step
 */
function evenTicks([from, to], step) {
  /** @type {{ at: number, label: string }[]} */
  const ticks = [];
  const monday = step % (7 * dayLength) === 0 ? 4 * dayLength : 0; // 1970 began on a Thursday
  for (let at = Math.ceil((from - monday) / step) * step + monday; at <= to; at += step) {
    const date = new Date(at * 1000);
    const isMidnight = at % dayLength === 0;
    const time = `${String(date.getUTCHours()).padStart(2, '0')}:00`;
    ticks.push({ at, label: isMidnight ? `${date.getUTCDate()} ${monthsCut[date.getUTCMonth()]}` : time });
  }
  return ticks;
}

/**
 * @param {[number, number]} range
 * @param {number} step in months
 */
function monthTicks([from, to], step) {
  /** @type {{ at: number, label: string }[]} */
  const ticks = [];
  const begin = new Date(from * 1000);
  const first = begin.getUTCFullYear() * 12 + begin.getUTCMonth();
  for (let month = Math.ceil(first / step) * step; ; month += step) {
    const at = new Date(0).setUTCFullYear(Math.floor(month / 12), month % 12, 1) / 1000;
    if (at > to || ticks.length > 100) return ticks;
    if (at < from) continue;
    ticks.push({ at, label: month % 12 === 0 ? String(month / 12) : monthsCut[month % 12] });
  }
}

/**
 * "2031", "2030–2032"
 * @param {[number, number]} range
 */
export function yearsOf([from, to]) {
  const [first, last] = [from, to].map((time) => new Date(time * 1000).getUTCFullYear());
  return first === last ? String(first) : `${first}–${last}`;
}

/**
 * "40 minutes", "3 hours", "2 days", "5 weeks": rounded up, so that "within" holds.
 * @param {number} seconds
 */
export function durationWords(seconds) {
  /** @type {[number, number, string][]} from which span, in units of what */
  const units = [
    [0, 60, 'minute'],
    [90 * 60, hourLength, 'hour'],
    [37 * hourLength, dayLength, 'day'],
    [21 * dayLength, 7 * dayLength, 'week'],
    [90 * dayLength, 30.5 * dayLength, 'month'],
    [730 * dayLength, 365.25 * dayLength, 'year'],
  ];
  const [, unit, noun] = units.findLast(([least]) => seconds >= least) ?? units[0];
  const count = Math.max(1, Math.ceil((seconds - 1) / unit)); // a moment is given as a second
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/**
 * "4 Mar 2031"
 * @param {number} time
 */
export function shortDay(time) {
  const date = new Date(time * 1000);
  return `${date.getUTCDate()} ${monthsCut[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}
