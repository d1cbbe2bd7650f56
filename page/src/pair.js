// Two articles side by side, with what they share marked on both sides. A click on one side scrolls the other.
import { articleBody, legend } from './article.js';
import { sharedPassages, sharedPoints, valueOf } from './data.js';
import { sideIn } from './copying.js';
import { h } from './dom.js';
import { articleLink, byline, headline } from './names.js';
import { keepSettings } from './router.js';
import { counted, percent } from './words.js';

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Route} route
 * @returns {import('./types').View | null}
 */
export function pairView(report, route) {
  const [left, right] = route.numbers.map((number) => report.articles[number - 1]);
  if (!left || !right || left === right || route.numbers.length !== 2) return null;
  const address = `pair-${left.index + 1}-${right.index + 1}`;
  return sideBySide(report, left, right, { address, at: route.query.get('at') ?? '' });
}

/**
 * Shows two articles; the finding that is looked at stands in the address.
 * @param {import('./types').Report} report
 * @param {import('./types').Article} left
 * @param {import('./types').Article} right
 * @param {{address: string, at: string}} place of the view, and the finding to begin with
 * @returns {import('./types').View}
 */
export function sideBySide(report, left, right, { address, at }) {
  const passages = sharedPassages(report, left.index, right.index);
  const points = sharedPoints(report, left.index, right.index);
  const keys = findingKeys(left.original, passages, points);
  const columns = [left, right].map((article) => column(report, article, { passages, points }));
  const stepper = makeStepper(keys, columns, address);
  const content = h(
    'div',
    { class: 'wide pair-view' },
    h('h1', { class: 'unseen' }, 'Two articles side by side'),
    h('p', { class: 'lead' }, summary(report, left, right, passages, points)),
    h('div', { class: 'pair-bar' }, keys.length > 0 ? stepper.bar : null, legend(report)),
    h('div', { class: 'columns' }, columns),
  );
  return {
    title: `${headline(left)} and ${headline(right)}`,
    content,
    start: () => stepper.select(at, false),
  };
}

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Article} left
 * @param {import('./types').Article} right
 * @param {import('./types').Passage[]} passages
 * @param {import('./types').Point[]} points
 */
function summary(report, left, right, passages, points) {
  if (left.original === right.original) return 'The texts of the two are the same, byte by byte.';
  const jaccard = report.matrices.find((matrix) => matrix.measure === 'jaccard');
  const reused = report.matrices.find((matrix) => matrix.measure === 'passages');
  const likeness = jaccard ? valueOf(report, jaccard, left.index, right.index) : 0;
  const shareOf = (/** @type {number} */ from, /** @type {number} */ to) =>
    percent(reused ? valueOf(report, reused, from, to) : 0);
  const shares =
    reused && passages.length > 0
      ? ` (${shareOf(left.index, right.index)} of the words on the left, ${shareOf(right.index, left.index)} of those on the right)`
      : '';
  const parts = [
    report.has.passages ? `${counted(passages.length, 'passage')} in common${shares}` : null,
    report.has.points ? `${counted(points.length, 'talking point')} in common` : null,
    likeness > 0 ? `Jaccard similarity ${likeness.toFixed(2)}` : null,
  ];
  return parts.filter(Boolean).join(' · ');
}

/**
 * Returns the keys of all findings, in the order in which they stand in one article.
 * @param {number} article
 * @param {import('./types').Passage[]} passages
 * @param {import('./types').Point[]} points
 */
function findingKeys(article, passages, points) {
  const places = [
    ...passages.map((passage) => ({ key: `passage-${passage.id + 1}`, begin: sideIn(passage, article).begin })),
    ...points.map((point) => ({
      key: `point-${point.index + 1}`,
      begin: point.mentions.find((mention) => mention.article === article)?.begin ?? 0,
    })),
  ];
  return places.sort((x, y) => x.begin - y.begin).map((place) => place.key);
}

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Article} article
 * @param {{passages: import('./types').Passage[], points: import('./types').Point[]}} shared
 */
function column(report, article, shared) {
  return h(
    'section',
    { class: 'column card', tabindex: 0, 'aria-label': headline(article) },
    h('h2', {}, articleLink(report, article.index, headline(article))),
    h('p', {}, byline(article)),
    h('div', { class: 'said text', lang: '' }, articleBody(report, article, shared)),
  );
}

/**
 * Returns the bar that leads from finding to finding, and what selects one of them.
 * @param {string[]} keys
 * @param {HTMLElement[]} columns
 * @param {string} path of the view
 */
function makeStepper(keys, columns, path) {
  let current = -1;
  const where = h('output', { class: 'where' });
  const move = (/** @type {number} */ by) =>
    select(keys[(Math.max(current, by > 0 ? -1 : 0) + by + keys.length) % keys.length]);
  const button = (/** @type {string} */ words, /** @type {string} */ step, /** @type {number} */ by) =>
    h(
      'button',
      {
        type: 'button',
        'data-step': step,
        'aria-keyshortcuts': step[0],
        title: `Key: ${step[0]}`,
        onclick: () => move(by),
      },
      words,
    );
  const select = (/** @type {string} */ key, keeps = true, /** @type {Element | null} */ anchor = null) => {
    current = keys.indexOf(key);
    where.replaceChildren(
      ...(current < 0
        ? [`${counted(keys.length, 'finding')} in common`]
        : [
            `${current + 1} of ${keys.length}: `,
            h(
              'a',
              { href: `#${key}` },
              key.startsWith('point') ? `talking ${key.replace('-', ' ')}` : key.replace('-', ' '),
            ),
          ]),
    );
    if (current < 0) return;
    if (keeps) keepSettings(path, { at: key });
    for (const one of columns) showIn(one, key, anchor);
  };
  for (const one of columns) {
    one.addEventListener('click', (event) => {
      const mark = event.target instanceof Element ? event.target.closest('mark[data-keys]') : null;
      if (!mark) return;
      const own = (mark.getAttribute('data-keys') ?? '').split(' ');
      // Where several lie over one another, each click shows the next.
      const next = own[(own.indexOf(keys[current]) + 1) % own.length];
      select(next, true, mark);
    });
  }
  const bar = h(
    'div',
    { class: 'steps', role: 'group', 'aria-label': 'Findings in common' },
    button('← Previous', 'previous', -1),
    button('Next →', 'next', 1),
    where,
  );
  return { bar, select };
}

/**
 * Marks a finding as the current one in a column and scrolls to it; beside what was clicked, if something was.
 * @param {HTMLElement} one
 * @param {string} key
 * @param {Element | null} anchor
 */
function showIn(one, key, anchor) {
  for (const mark of one.querySelectorAll('mark.current')) mark.classList.remove('current');
  const marks = [...one.querySelectorAll('mark[data-keys]')].filter((mark) =>
    (mark.getAttribute('data-keys') ?? '').split(' ').includes(key),
  );
  for (const mark of marks) mark.classList.add('current');
  if (marks.length === 0 || (anchor && one.contains(anchor))) return;
  const { top, height } = one.getBoundingClientRect();
  const beside = anchor ? anchor.getBoundingClientRect().top : -1;
  // Where columns stand below one another, nothing of this one is beside the other.
  const target = beside >= top && beside < top + height * 0.8 ? beside : top + height / 3;
  one.scrollTop += marks[0].getBoundingClientRect().top - target;
}
