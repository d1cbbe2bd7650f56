// What may be asked of the articles behind a finding: their outlet, when they were published, their language, and how many
// outlets they are of. The lists of points, passages, pairs and articles all ask the same; what was chosen stands in the
// address.
import { selection } from './controls.js';
import { h } from './dom.js';
import { outletsOf } from './independence.js';
import { counted } from './words.js';

/**
 * Texts as the address has them, empty where anything goes. `from` and `until` are dates, both included.
 * @typedef {{source: string, from: string, until: string, language: string, outlets: string}} ArticleFilter
 */

/** @returns {ArticleFilter} */
export function anyArticle() {
  return { source: '', from: '', until: '', language: '', outlets: '' };
}

const day = 24 * 60 * 60; // seconds

// A year, a month or a day.
const datePattern = '\\d{4}(-\\d{2}(-\\d{2})?)?';

/**
 * Returns what "2031", "2031-05" or "2031-05-12" means, in seconds since 1970, half-open; null for what is no date.
 * @param {string} text
 * @returns {[number, number] | null}
 */
export function dateRange(text) {
  if (!new RegExp(`^${datePattern}$`).test(text.trim())) return null;
  const [year, month, dayOfMonth] = text.trim().split('-').map(Number);
  const begin = Date.UTC(year, (month ?? 1) - 1, dayOfMonth ?? 1);
  const next = [Date.UTC(year + 1), Date.UTC(year, month), begin + day * 1000][text.trim().split('-').length - 1];
  const isThere = new Date(begin).toISOString().startsWith(text.trim());
  return isThere ? [begin / 1000, next / 1000] : null;
}

/**
 * Returns whether one of the articles is of the outlet, the time and the language asked for, and whether they are of as
 * many outlets. An article of which the date is not known is of no time; none is of a time that cannot be read.
 * @param {import('./types').Report} report
 * @param {ArticleFilter} filter
 * @returns {(articles: number[]) => boolean}
 */
export function articleFilter(report, filter) {
  // What is no date is in no time, so that nobody takes the whole list for a chosen one.
  const from = filter.from === '' ? null : (dateRange(filter.from)?.[0] ?? Infinity);
  const until = filter.until === '' ? null : (dateRange(filter.until)?.[1] ?? -Infinity);
  const least = Number(filter.outlets) || 0;
  const isInTime = (/** @type {[number, number] | null} */ when) =>
    (from === null && until === null) ||
    (when !== null && (from === null || when[1] > from) && (until === null || when[0] < until));
  const isAsked = report.articles.map(
    ({ source, when, language }) =>
      (filter.source === '' || source === filter.source) &&
      (filter.language === '' || language === filter.language) &&
      isInTime(when),
  );
  return (articles) =>
    articles.some((index) => isAsked[index]) && (least < 2 || outletsOf(report, articles).length >= least);
}

/**
 * The controls for it: those that leave a choice.
 * @param {import('./types').Report} report
 * @param {ArticleFilter} filter
 * @param {(name: keyof ArticleFilter, value: string) => void} change
 * @param {number} [most] outlets that a finding may have
 * @returns {import('./types').Child[]}
 */
export function filterControls(report, filter, change, most = Infinity) {
  const everyArticle = report.articles.map(({ index }) => index);
  const sources = outletsOf(report, everyArticle).sort();
  const languages = [...new Set(report.articles.flatMap(({ language }) => language || []))].sort();
  const select = (
    /** @type {'source' | 'language' | 'outlets'} */ name,
    /** @type {string} */ label,
    /** @type {[string, string][]} */ choices,
  ) => selection(label, choices, filter[name], (value) => change(name, value));
  const numbers = [2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 50].filter((number) => number <= Math.min(most, sources.length));
  return [
    sources.length > 1 ? select('source', 'Source', [['', 'any'], ...sources.map(asChoice)]) : null,
    numbers.length > 0 ? select('outlets', 'Outlets', [['', 'any number'], ...numbers.map(atLeast)]) : null,
    report.has.dates ? dateField('From', filter.from, (value) => change('from', value)) : null,
    report.has.dates ? dateField('Until', filter.until, (value) => change('until', value)) : null,
    languages.length > 1 ? select('language', 'Language', [['', 'any'], ...languages.map(asChoice)]) : null,
  ];
}

/**
 * @param {string} word
 * @returns {[string, string]}
 */
function asChoice(word) {
  return [word, word];
}

/**
 * @param {number} number
 * @returns {[string, string]}
 */
function atLeast(number) {
  return [String(number), `${number} or more`];
}

/**
 * @param {string} label
 * @param {string} value
 * @param {(value: string) => void} change
 */
function dateField(label, value, change) {
  const attributes = { type: 'text', inputmode: 'numeric', size: 11, pattern: datePattern, placeholder: '2031-05-12' };
  const title = 'A year, a month or a day: 2031, 2031-05, 2031-05-12';
  const input = h('input', { ...attributes, title, value, onchange: () => change(input.value.trim()) });
  return h('label', {}, label, input);
}

/**
 * Says how many are shown: "12 points", or "3 of 12 points".
 * @param {number} shown
 * @param {number} all
 * @param {string} noun
 */
export function shownCount(shown, all, noun) {
  return shown === all ? counted(all, noun) : `${shown.toLocaleString('en-US')} of ${counted(all, noun)}`;
}
