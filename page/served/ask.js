// The form to ask with, and where the text stands: who has how much of it, and the one that has most side by side with it.
import { relatedCard } from '../src/article.js';
import { reuseOf } from '../src/copying.js';
import { h } from '../src/dom.js';
import { growingList } from '../src/grow.js';
import { articleLink } from '../src/names.js';
import { newestFirst } from '../src/news.js';
import { sideBySide } from '../src/pair.js';
import { counted, percent } from '../src/words.js';

/**
 * What is asked with: it stays what it is while views come and go.
 * @param {{text: (text: string) => void, file: (file: File) => void}} asked
 */
export function makeForm(asked) {
  const area = h('textarea', { rows: 8, spellcheck: 'false', placeholder: 'Paste a text, or drop a file' });
  const chosen = h('input', { type: 'file' });
  const status = h('div', { role: 'status' });
  const submit = () => area.value.trim() !== '' && asked.text(area.value);
  area.addEventListener('paste', () => setTimeout(submit)); // once the text stands in it
  chosen.addEventListener('change', () => {
    if (chosen.files?.[0]) asked.file(chosen.files[0]);
  });
  takeDroppedFiles(asked.file);
  const onsubmit = (/** @type {Event} */ event) => {
    event.preventDefault();
    submit();
  };
  const element = h(
    'form',
    { class: 'ask', onsubmit },
    h('label', {}, 'The text', area),
    h('div', { class: 'tools' }, h('button', {}, 'Find'), h('label', {}, 'or a file', chosen)),
    status,
  );
  return { element, status };
}

/** @param {(file: File) => void} take */
function takeDroppedFiles(take) {
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) take(file);
  });
}

/**
 * @param {HTMLElement} form
 * @param {import('../src/types').Report | null} report
 * @returns {import('../src/types').View}
 */
export function askView(form, report) {
  const found = report ? resultOf(report) : null;
  const content = h('div', {}, h('div', { class: 'page' }, h('h1', {}, 'Where does it stand?'), form), found?.content);
  return { title: 'Where does it stand?', content, start: found?.start };
}

/**
 * @param {import('../src/types').Report} report
 * @returns {{content: Node, start?: () => void}}
 */
function resultOf(report) {
  const asked = newestFirst(report);
  if (asked.length !== 1) return { content: listOf(report, asked) };
  const [article] = asked;
  const nearest = nearestOf(report, article);
  const card = h('div', { class: 'page' }, h('p', { class: 'lead' }, sharedInWords(report, article)));
  if (!nearest) return { content: card };
  card.append(relatedCard(report, article));
  const pair = sideBySide(report, article, nearest, { address: 'ask', at: '' });
  return { content: h('div', {}, card, pair.content), start: pair.start };
}

/**
 * @param {import('../src/types').Report} report
 * @param {import('../src/types').Article[]} asked
 */
function listOf(report, asked) {
  const entry = (/** @type {import('../src/types').Article} */ article) =>
    h('div', {}, h('p', {}, articleLink(report, article.index), ': ', sharedInWords(report, article)));
  return h('div', { class: 'page' }, growingList(asked, entry));
}

/**
 * @param {import('../src/types').Report} report
 * @param {import('../src/types').Article} article
 */
function sharedInWords(report, article) {
  const others = new Set();
  for (const passage of report.passagesOf[article.original]) others.add(passage.a.article).add(passage.b.article);
  for (const point of report.pointsOf[article.original]) for (const other of point.articles) others.add(other);
  others.delete(article.original);
  if (others.size === 0) return `Nothing of its ${counted(article.words, 'word')} stands in the archive.`;
  const share = percent(reuseOf(report, article.index).share);
  return `${share} of its ${counted(article.words, 'word')} stand in the archive; ${counted(others.size, 'document')} there have something in common with it.`;
}

/**
 * The document that has most words of an article; of these, the one that is most like it.
 * @param {import('../src/types').Report} report
 * @param {import('../src/types').Article} article
 */
function nearestOf(report, article) {
  const [nearest] = report.ranking
    .filter(({ a, b }) => a === article.index || b === article.index)
    .sort((x, y) => y.words - x.words || y.jaccard - x.jaccard);
  if (!nearest) return null;
  return report.articles[nearest.a === article.index ? nearest.b : nearest.a];
}
