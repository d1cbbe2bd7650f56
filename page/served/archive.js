// The archive itself: its documents by outlet, date and what they say, and each of them.
import { fillIn } from './answers.js';
import { findDocuments, getDocument } from './api.js';
import { searchField, toolForm } from '../src/controls.js';
import { h, link } from '../src/dom.js';
import { growingList } from '../src/grow.js';
import { byline, headline } from '../src/names.js';
import { address, keepSettings } from '../src/router.js';
import { counted, webAddress } from '../src/words.js';

/** @type {[name: string, label: string][]} */
const fields = [
  ['says', 'Says, in these words'],
  ['source', 'Outlet'],
  ['from', 'From (2031, 2031-05, 2031-05-12)'],
  ['until', 'Until'],
];

/**
 * @param {import('../src/types').Route} route
 * @returns {import('../src/types').View}
 */
export function archiveView(route) {
  const search = Object.fromEntries(fields.map(([name]) => [name, route.query.get(name) ?? '']));
  const list = h('div', { class: 'found' });
  const look = () => fillIn(list, () => findDocuments(search), drawList);
  const inputs = fields.map(([name, label]) =>
    searchField(label, search[name], (value) => {
      search[name] = value;
      keepSettings('archive', search);
      look();
    }),
  );
  const content = h('div', { class: 'page' }, h('h1', {}, 'The archive'), toolForm(inputs), list);
  return { title: 'The archive', content, start: look };
}

/** @param {{documents: import('./types').Listed[], complete: boolean}} found */
function drawList({ documents, complete }) {
  const count = counted(documents.length, 'document');
  return [
    h('p', { class: 'soft' }, complete ? count : `The first ${count}`),
    growingList(documents, (document) =>
      h(
        'div',
        { class: 'card' },
        h(
          'h2',
          { dir: 'auto' },
          link(address('document', { id: document.id }), headline(articleOf(document)) || document.id),
        ),
        h('p', {}, byline(articleOf(document))),
        document.said ? h('blockquote', { class: 'said', dir: 'auto' }, document.said) : null,
      ),
    ),
  ];
}

/**
 * @param {import('../src/types').Route} route
 * @returns {import('../src/types').View | null}
 */
export function documentView(route) {
  const id = route.query.get('id');
  if (id === null) return null;
  const place = h('article', { class: 'page' });
  const draw = (/** @type {import('./types').Listed & {text: string}} */ document) => {
    const article = articleOf(document);
    return [
      h('p', {}, link('archive', 'The archive')),
      h('h1', { dir: 'auto' }, headline(article)),
      h('p', {}, byline(article)),
      h('div', { class: 'said text', lang: '' }, paragraphsOf(document.text)),
    ];
  };
  return { title: id, content: place, start: () => fillIn(place, () => getDocument(id), draw) };
}

/** @param {string} text */
function paragraphsOf(text) {
  return text
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => h('p', { dir: 'auto' }, paragraph));
}

/**
 * Returns as much of an article as its byline and its headline need.
 * @param {import('./types').Listed & {text?: string}} document
 * @returns {import('../src/types').Article}
 */
function articleOf({ id, title, source, date, url, text = '' }) {
  const known = { id, title, source, date, url: webAddress(url), text, when: date === null ? null : [0, 0] };
  return /** @type {import('../src/types').Article} */ (/** @type {unknown} */ (known));
}
