// How articles are called: by their outlet where it is known, else by their id; or as the reader prefers.
import { outletKey } from './data.js';
import { selection } from './controls.js';
import { h, link } from './dom.js';
import { cut, readableDate } from './words.js';

/** @type {[string, string][]} */
const namings = [
  ['outlet', 'outlet'],
  ['title', 'title'],
  ['file', 'file'],
];
const memory = 'reprise-names';

/** What was chosen before in this browser, where it keeps that. */
function remembered() {
  try {
    return localStorage.getItem(memory) ?? 'outlet';
  } catch {
    return 'outlet';
  }
}

let naming = 'outlet';

/**
 * A choice of what articles are called by; `change` draws the page anew.
 * @param {() => void} change
 */
export function namingChoice(change) {
  naming = remembered();
  return selection('Call articles by', namings, naming, (value) => {
    naming = value;
    try {
      localStorage.setItem(memory, value);
    } catch {
      // It holds for this page alone.
    }
    change();
  });
}

/**
 * What the reader prefers; if that is the outlet, and it has several articles here or none is known, the id.
 * @param {import('./types').Report} report
 * @param {import('./types').Article} article
 */
export function shortName(report, article) {
  if (naming === 'title') return headline(article) || article.id;
  if (naming === 'file' || !article.source) return article.id;
  const several = (report.outletSizes.get(outletKey(article)) ?? 0) > 1;
  return several ? `${article.source} (${article.id})` : article.source;
}

/**
 * The headline: the title, or the first line of the text.
 * @param {import('./types').Article} article
 */
export function headline(article) {
  const first = article.title ?? /\S[^\r\n]*/u.exec(article.text)?.[0] ?? '';
  return cut(first.replace(/^\uFEFF/, ''), 100);
}

/**
 * A link to an article, with its headline as a tooltip.
 * @param {import('./types').Report} report
 * @param {number} index
 * @param {string} [content]
 */
export function articleLink(report, index, content) {
  const article = report.articles[index];
  return link(`article-${index + 1}`, h('bdi', {}, content ?? shortName(report, article)), {
    title: headline(article),
    class: 'article-link',
  });
}

/**
 * Outlet, date and the link to where it was published.
 * @param {import('./types').Article} article
 */
export function byline(article) {
  const parts = [];
  if (article.source) parts.push(h('bdi', { class: 'source' }, article.source));
  if (article.date)
    parts.push(h('time', { datetime: article.when ? article.date : null }, readableDate(article.date, true)));
  parts.push(h('bdi', { class: 'id' }, article.id));
  if (article.url)
    parts.push(h('a', { href: article.url, rel: 'noreferrer noopener', class: 'outside' }, 'as published'));
  return h(
    'span',
    { class: 'byline' },
    parts.map((part, i) => (i > 0 ? [' · ', part] : part)),
  );
}

/**
 * Says that the text stands so in no file.
 * @param {import('./types').Article} article
 */
export function takenOut(article) {
  const names = new Map([
    ['html', 'web page'],
    ['warc', 'web archive'],
    ['csv', 'table'],
    ['pdf', 'PDF file'],
    ['office', 'office file'],
    ['feed', 'feed'],
  ]);
  return article.extracted ? ` · text as taken out of the ${names.get(article.extracted) ?? article.extracted}` : '';
}
