// What the network tells in words: the ties of one source or article on a card, and the strongest of all as a table.
import { textAt } from './data.js';
import { h, link } from './dom.js';
import { articleLink } from './names.js';
import { tieTold } from './netchart.js';
import { pairsOfTie } from './ties.js';
import { counted, cut, grouped, listed } from './words.js';

const rowsMost = 100;
const listedMost = 25;

/**
 * @param {import('./network.js').NetworkState} state
 * @param {import('./ties.js').Actor} actor
 * @param {(actor: number) => void} choose
 */
export function actorCard(state, actor, choose) {
  const own = state.ties.filter((tie) => tie.a === actor.index || tie.b === actor.index);
  const items = own.slice(0, listedMost).map((tie) => {
    const other = state.actors[tie.a === actor.index ? tie.b : tie.a];
    return h(
      'li',
      {},
      h('button', { type: 'button', class: 'net-other', onclick: () => choose(other.index) }, h('bdi', {}, other.name)),
      h('div', { class: 'soft' }, tieTold(tie)),
      tieLinks(state.report, tie),
    );
  });
  const articles =
    actor.articles.length === 1
      ? h('p', {}, articleLink(state.report, actor.articles[0], 'Read the article'))
      : h('p', { class: 'soft' }, counted(actor.articles.length, 'article'));
  return h(
    'div',
    {},
    h('h2', {}, h('bdi', {}, actor.name)),
    articles,
    own.length === 0 ? h('p', {}, 'It shares nothing with others.') : h('ol', { class: 'plain net-ties' }, items),
    own.length > listedMost ? h('p', { class: 'soft' }, `and ${counted(own.length - listedMost, 'weaker tie')}`) : null,
  );
}

/**
 * Links to what a tie is made of.
 * @param {import('./types').Report} report
 * @param {import('./ties.js').Tie} tie
 */
function tieLinks(report, tie) {
  const pairs = pairsOfTie(tie).slice(0, 3);
  const points = tie.points
    .slice(0, 3)
    .map((index) => link(`point-${index + 1}`, h('bdi', {}, cut(textAt(report, report.points[index].claim), 70))));
  const compare = pairs.map(([a, b], i) =>
    link(`pair-${a + 1}-${b + 1}`, pairs.length > 1 ? `pair ${i + 1}` : 'the two articles'),
  );
  return h(
    'ul',
    { class: 'net-links' },
    points.map((point) => h('li', { class: 'said' }, point)),
    tie.points.length > 3 ? h('li', { class: 'soft' }, `and ${counted(tie.points.length - 3, 'more point')}`) : null,
    h('li', {}, 'Compare ', listed(compare)),
  );
}

/** @param {import('./network.js').NetworkState} state */
export function tieTable(state) {
  const { report, actors, ties } = state;
  const hasPoints = report.has.points && state.settings.by !== 'passages';
  const hasWords = report.has.passages && state.settings.by !== 'points';
  const number = (/** @type {number} */ count) => h('td', { class: 'number' }, count === 0 ? '–' : grouped(count));
  const rows = ties.slice(0, rowsMost).map((tie) => {
    const name = (/** @type {number} */ index) =>
      h(
        'td',
        {},
        actors[index].articles.length === 1
          ? articleLink(report, actors[index].articles[0], actors[index].name)
          : h('bdi', {}, actors[index].name),
      );
    const [pair] = pairsOfTie(tie);
    const way = link(`pair-${pair[0] + 1}-${pair[1] + 1}`, 'compare', {
      'aria-label': `Compare ${actors[tie.a].name} with ${actors[tie.b].name}`,
    });
    return h(
      'tr',
      {},
      name(tie.a),
      name(tie.b),
      hasPoints ? number(tie.points.length) : null,
      hasWords ? number(tie.words) : null,
      h('td', {}, way, tie.pairs.size > 1 ? h('span', { class: 'soft' }, ` 1 of ${grouped(tie.pairs.size)}`) : null),
    );
  });
  const head = (/** @type {string} */ text) => h('th', { scope: 'col', class: 'number' }, text);
  const titles = h(
    'tr',
    {},
    h('th', { scope: 'col' }, 'One'),
    h('th', { scope: 'col' }, 'Other'),
    hasPoints ? head('Points') : null,
    hasWords ? head('Copied words') : null,
    h('th', { scope: 'col' }, 'Strongest pair of articles'),
  );
  const caption = h(
    'caption',
    {},
    ties.length > rowsMost ? `The first ${rowsMost} of ${grouped(ties.length)}.` : `All ${grouped(ties.length)}.`,
  );
  return h('table', {}, caption, h('thead', {}, titles), h('tbody', {}, rows));
}
