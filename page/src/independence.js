// How many articles say it of their own accord: reprints of one text are one voice, whoever published them.
//
//     six articles of six outlets, five of which carry the text of one agency      "6 outlets, 2 independent"
import { counted, grouped } from './words.js';

/**
 * Returns how many different texts the articles are: of copies and near-duplicates, one counts.
 * @param {import('./types').Report} report
 * @param {number[]} articles
 */
export function independentCount(report, articles) {
  const texts = articles.map((index) => {
    const { cluster, original } = report.articles[index];
    return cluster === null ? `text ${original}` : `cluster ${cluster}`;
  });
  return new Set(texts).size;
}

/**
 * Returns the outlets of the articles, each once; one that isn't known is none.
 * @param {import('./types').Report} report
 * @param {number[]} articles
 * @returns {string[]}
 */
export function outletsOf(report, articles) {
  return [...new Set(articles.flatMap((index) => report.articles[index].source ?? []))];
}

/**
 * Says how widely something is told, beyond how many articles tell it: "6 outlets, 2 independent"; empty where that says
 * no more.
 * @param {import('./types').Report} report
 * @param {number[]} articles
 * @param {number} [voices] how many of them are known to be independent
 */
export function reach(report, articles, voices = independentCount(report, articles)) {
  const outlets = outletsOf(report, articles).length;
  const areOutletsTold = outlets > 1 && outlets !== articles.length;
  if (voices >= articles.length) return areOutletsTold ? counted(outlets, 'outlet') : '';
  return outlets > 1
    ? `${counted(outlets, 'outlet')}, ${grouped(voices)} independent`
    : counted(voices, 'independent text');
}

/**
 * " (…)", where there is something to say.
 * @param {string} words
 */
export function inBrackets(words) {
  return words === '' ? '' : ` (${words})`;
}
