// Who says what others say: sources, or articles, joined by the points and the copied words that they share.
import { whileShown } from './while_shown.js';
import { selection, toolForm } from './controls.js';
import { announce, h } from './dom.js';
import { netChart } from './netchart.js';
import { keepSettings } from './router.js';
import { actorCard, tieTable } from './tiecard.js';
import { actorsOf, strongestNet, tiesOf } from './ties.js';
import { counted, grouped } from './words.js';

const actorsMost = 100;

/**
 * @typedef {object} NetworkState
 * @property {import('./types').Report} report
 * @property {{ nodes: string, by: string, ties: string, node: string }} settings
 * @property {import('./ties.js').Actor[]} actors
 * @property {import('./ties.js').Tie[]} ties the strongest first
 * @property {import('./netchart.js').NetChart | null} chart
 * @property {HTMLElement} frame
 * @property {HTMLElement} card
 * @property {HTMLElement} told
 * @property {HTMLElement} table
 * @property {HTMLElement} amount where the choice of how many ties stands
 */

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Route} route
 * @returns {import('./types').View}
 */
export function networkView(report, route) {
  const get = (/** @type {string} */ name) => route.query.get(name) ?? '';
  /** @type {NetworkState} */
  const state = {
    report,
    settings: { nodes: get('nodes'), by: get('by'), ties: get('ties'), node: get('node') },
    actors: [],
    ties: [],
    chart: null,
    frame: h('div', { class: 'net-frame' }),
    card: h('aside', { class: 'card net-card', 'aria-label': 'Ties of what is chosen' }),
    told: h('p', { class: 'soft' }),
    table: h('div', { class: 'table-frame', tabindex: '0', role: 'region', 'aria-labelledby': 'strongest-ties' }),
    amount: h('div', {}),
  };
  const content = h(
    'div',
    { class: 'wide charts' },
    h('h1', {}, 'Network'),
    h(
      'p',
      { class: 'lead' },
      'Who shares what with whom. A line tells that something is shared, not who took it from whom. A point counts the less, the more articles state it.',
    ),
    networkTools(state),
    h('div', { class: 'net-view' }, h('div', {}, state.frame, legendOfNet(report), state.told), state.card),
    h('section', {}, h('h2', { id: 'strongest-ties' }, 'The strongest ties'), state.table),
  );
  const start = () => {
    reckon(state);
    whileShown(state.frame, () => drawNet(state));
  };
  return { title: 'Network', content, start };
}

/** @param {NetworkState} state */
function networkTools(state) {
  const { report, settings } = state;
  const change = (/** @type {'nodes' | 'by'} */ name) => (/** @type {string} */ value) => {
    Object.assign(settings, { [name]: value, ties: '', node: name === 'nodes' ? '' : settings.node });
    keepSettings('network', settings);
    reckon(state);
  };
  /** @type {[string, string][]} */
  const kinds = [
    ['', 'points and copied words'],
    ['points', 'points'],
    ['passages', 'copied words'],
  ];
  /** @type {[string, string][]} */
  const nodes = [
    ['', 'sources'],
    ['articles', 'articles'],
  ];
  return toolForm(
    report.has.sources ? selection('Join', nodes, settings.nodes, change('nodes')) : null,
    report.has.points && report.has.passages ? selection('By', kinds, settings.by, change('by')) : null,
    state.amount,
  );
}

/** @param {import('./types').Report} report */
function legendOfNet(report) {
  const key = (/** @type {string} */ kind, /** @type {string} */ text) =>
    h('span', { class: 'net-key' }, h('span', { class: `net-stroke ${kind}` }), text);
  return h(
    'p',
    { class: 'soft net-legend' },
    report.has.points ? key('points', 'points in common') : null,
    report.has.passages ? key('passages', 'copied words') : null,
    'Thicker lines: more is shared. Larger circles: more articles.',
  );
}

/**
 * Counts anew who shares what, and shows it.
 * @param {NetworkState} state
 */
function reckon(state) {
  const { report, settings } = state;
  state.actors = actorsOf(report, report.has.sources && settings.nodes !== 'articles');
  state.ties = tiesOf(report, state.actors, settings.by);
  const total = state.ties.length;
  const usual = Math.min(total, Math.max(15, Math.round(1.5 * Math.min(state.actors.length, actorsMost))));
  const others = [10, 20, 40, 80, 160, 320].filter((count) => count < total && count !== usual);
  if (total <= 400 && total > usual) others.push(total);
  /** @type {[string, string][]} */
  const options = [
    ['', `${usual} strongest`],
    ...others.map(
      (count) =>
        /** @type {[string, string]} */ ([String(count), count === total ? `all ${total}` : `${count} strongest`]),
    ),
  ];
  const change = (/** @type {string} */ value) => {
    settings.ties = value;
    keepSettings('network', settings);
    drawNet(state);
  };
  state.amount.replaceChildren(...(others.length > 0 ? [selection('Ties shown', options, settings.ties, change)] : []));
  state.table.replaceChildren(tieTable(state));
  state.frame.dataset.usual = String(usual);
  drawNet(state);
}

/** @param {NetworkState} state */
function drawNet(state) {
  const { actors, ties, settings, frame } = state;
  if (ties.length === 0) {
    frame.replaceChildren(h('p', {}, 'No two of them share anything by this choice.'));
    state.card.replaceChildren(h('p', { class: 'soft' }, 'Nothing to list.'));
    state.told.textContent = '';
    return;
  }
  const { shown, joined } = strongestNet(ties, Number(settings.ties || frame.dataset.usual), actorsMost);
  const drawn = actors.filter((actor) => joined.has(actor.index));
  const chosen = (/** @type {number} */ actor) => choose(state, nodeOf(actors[actor]) === settings.node ? null : actor);
  state.chart = netChart({ actors: drawn, ties: shown }, Math.max(280, frame.clientWidth), chosen);
  frame.replaceChildren(state.chart.drawing);
  const noun = state.report.has.sources && settings.nodes !== 'articles' ? 'source' : 'article';
  const hidden = actors.length - drawn.length;
  state.told.textContent = `${grouped(shown.length)} of ${counted(ties.length, 'tie')}, between ${counted(drawn.length, noun)}.${hidden > 0 ? ` ${counted(hidden, noun)} without any of these ties ${hidden === 1 ? 'is' : 'are'} left out.` : ''}`;
  showChosen(state);
}

/**
 * Returns how the address calls an actor: by the number of its first article, since names may repeat.
 * @param {import('./ties.js').Actor} actor
 */
function nodeOf(actor) {
  return String(actor.articles[0] + 1);
}

/**
 * @param {NetworkState} state
 * @param {number | null} actor
 */
function choose(state, actor) {
  state.settings.node = actor === null ? '' : nodeOf(state.actors[actor]);
  keepSettings('network', state.settings);
  showChosen(state);
  if (actor !== null)
    announce(
      `${state.actors[actor].name}: ${counted(state.ties.filter((tie) => tie.a === actor || tie.b === actor).length, 'tie')}, listed beside the network`,
    );
}

/** @param {NetworkState} state */
function showChosen(state) {
  const actor =
    state.settings.node === '' ? undefined : state.actors.find((one) => nodeOf(one) === state.settings.node);
  state.chart?.select(actor?.index ?? null);
  state.card.replaceChildren(
    actor
      ? actorCard(state, actor, (other) => choose(state, other))
      : h(
          'p',
          { class: 'soft' },
          'Choose a circle, with the pointer or with Tab and Enter, to see its ties listed here.',
        ),
  );
}
