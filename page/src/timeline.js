// When articles appeared, and what spread through them: who was first with a talking point or a passage, and who followed.
import { h, link } from './dom.js';
import { searchField, selection, toolForm } from './controls.js';
import { textAt } from './data.js';
import { growingList } from './grow.js';
import { articlesChart } from './lanes.js';
import { headline } from './names.js';
import { keepSettings } from './router.js';
import { datedOf, earliestOf, spreadRow, spreadSentence, withCopies } from './spread.js';
import { isPrecise } from './timeaxis.js';
import { counted, cut, grouped } from './words.js';

/**
 * @typedef {object} Finding something that spread
 * @property {'point' | 'passage' | 'copy'} kind
 * @property {string} address
 * @property {string} text
 * @property {number[]} articles with their copies
 * @property {string[]} sources of those with dates
 * @property {string[]} leaders the sources of those that may have been first
 * @property {number} begin when the first appeared
 * @property {number} pace seconds from one article to the next, on average
 */

/** @type {[string, string][]} */
const sortings = [
  ['articles', 'in most articles'],
  ['date', 'earliest'],
  ['speed', 'fastest'],
];

/** @type {[string, string][]} */
const findingKinds = [
  ['', 'talking points and passages'],
  ['point', 'talking points'],
  ['passage', 'passages and copies'],
];

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Route} route
 * @returns {import('./types').View}
 */
export function timelineView(report, route) {
  const dated = report.articles.filter((article) => article.when !== null);
  const undated = report.articles.length - dated.length;
  if (dated.length === 0)
    return {
      title: 'Timeline',
      content: h(
        'div',
        { class: 'page' },
        h('h1', {}, 'Timeline'),
        h('p', {}, 'No article here has a date that can be read.'),
      ),
    };
  const findings = spreadFindings(report);
  const content = h(
    'div',
    { class: 'page charts' },
    h('h1', {}, 'Timeline'),
    h(
      'p',
      { class: 'lead' },
      'When the articles appeared, and what spread through them. To be first is not to be the source: both may draw on something that is not here.',
    ),
    h(
      'section',
      {},
      h('h2', {}, 'When they appeared'),
      articlesChart(report, dated),
      undated > 0
        ? h(
            'p',
            { class: 'soft' },
            `${counted(undated, 'article')} without a date that can be read ${undated === 1 ? 'is' : 'are'} not shown.`,
          )
        : null,
    ),
    report.has.sources ? firstTable(findings) : null,
    findingsSection(report, route, findings),
  );
  return { title: 'Timeline', content };
}

/**
 * Returns what stands in two dated articles or more.
 * @param {import('./types').Report} report
 * @returns {Finding[]}
 */
function spreadFindings(report) {
  /** @type {Finding[]} */
  const findings = [];
  const add = (
    /** @type {Finding['kind']} */ kind,
    /** @type {string} */ address,
    /** @type {() => string} */ text,
    /** @type {number[]} */ articles,
  ) => {
    const all = withCopies(report, articles);
    const dated = datedOf(report, all);
    if (dated.length < 2) return;
    const sourcesOf = (/** @type {number[]} */ list) => [
      ...new Set(list.map((article) => report.articles[article].source ?? report.articles[article].id)),
    ];
    const dates = dated.flatMap((article) => (report.articles[article].when ? [report.articles[article].when] : []));
    const begins = (dates.some(isPrecise) ? dates.filter(isPrecise) : dates).map(([from]) => from);
    const pace = (begins[begins.length - 1] - begins[0]) / Math.max(1, begins.length - 1);
    findings.push({
      kind,
      address,
      text: cut(text(), 260),
      articles: all,
      sources: sourcesOf(dated),
      leaders: sourcesOf(earliestOf(report, dated)),
      begin: begins[0],
      pace,
    });
  };
  for (const point of report.points)
    add('point', `point-${point.index + 1}`, () => textAt(report, point.claim), point.articles);
  /** @type {Set<number>} */
  const seen = new Set();
  for (const passage of report.passages) {
    const cluster = passage.cluster === null ? null : report.clusters[passage.cluster];
    if (cluster && seen.has(cluster.index)) continue;
    if (cluster) seen.add(cluster.index);
    add(
      'passage',
      `passage-${passage.id + 1}`,
      () => textAt(report, cluster?.spans[0] ?? passage.a),
      cluster?.articles ?? [passage.a.article, passage.b.article],
    );
  }
  for (const original of new Set(
    report.articles.filter(({ index, original: kept }) => index !== kept).map(({ original: kept }) => kept),
  )) {
    add('copy', `article-${original + 1}`, () => headline(report.articles[original]), [original]);
  }
  return findings;
}

/**
 * Counts who was first: a source that surely was, among two sources or more.
 * @param {{ kind: string, sources: string[], leaders: string[] }[]} findings
 * @returns {{ source: string, points: number, passages: number, shared: number, of: number }[]}
 */
export function firstCounts(findings) {
  /** @type {Map<string, { source: string, points: number, passages: number, shared: number, of: number }>} */
  const counts = new Map();
  for (const { kind, sources, leaders } of findings) {
    if (sources.length < 2) continue;
    for (const source of sources) {
      const row = counts.get(source) ?? { source, points: 0, passages: 0, shared: 0, of: 0 };
      counts.set(source, row);
      row.of += 1;
      if (!leaders.includes(source)) continue;
      if (leaders.length > 1) row.shared += 1;
      else if (kind === 'point') row.points += 1;
      else row.passages += 1;
    }
  }
  return [...counts.values()].sort(
    (x, y) =>
      y.points + y.passages - x.points - x.passages ||
      y.shared - x.shared ||
      y.of - x.of ||
      (x.source < y.source ? -1 : 1),
  );
}

/** @param {Finding[]} findings */
function firstTable(findings) {
  const counts = firstCounts(findings);
  if (counts.length === 0) return null;
  const head = ['first with points', 'first with passages', 'perhaps first', 'took part in'].map((name) =>
    h('th', { scope: 'col', class: 'number' }, name),
  );
  const rows = counts.map(({ source, points, passages, shared, of }) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row', class: 'name' }, h('bdi', {}, source)),
      [points, passages, shared, of].map((count) => h('td', { class: 'number' }, count === 0 ? '–' : grouped(count))),
    ),
  );
  const body = (/** @type {HTMLElement[]} */ some) => h('tbody', {}, some);
  const caption = h(
    'caption',
    {},
    'Of what two sources or more have. “Perhaps”: the dates do not tell which of several was first.',
  );
  const table = h(
    'table',
    {},
    caption,
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Source'), head)),
    body(rows.slice(0, 12)),
  );
  const rest =
    rows.length > 12
      ? h(
          'button',
          { type: 'button', onclick: () => (table.append(body(rows.slice(12))), rest?.remove()) },
          `Show ${grouped(rows.length - 12)} more`,
        )
      : null;
  return h(
    'section',
    {},
    h('h2', { id: 'who-first' }, 'Who was first how often'),
    h('div', { class: 'table-frame', tabindex: '0', role: 'region', 'aria-labelledby': 'who-first' }, table),
    rest,
  );
}

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Route} route
 * @param {Finding[]} findings
 */
function findingsSection(report, route, findings) {
  const get = (/** @type {string} */ name) => route.query.get(name) ?? '';
  const settings = { find: get('find'), kind: get('kind'), first: get('first'), sort: get('sort') };
  const count = h('p', { class: 'soft', role: 'status' });
  const place = h('div', {});
  const show = () => {
    const shown = chosenFindings(findings, settings);
    count.textContent = `${grouped(shown.length)} of ${counted(findings.length, 'finding')} that two dated articles or more share`;
    place.replaceChildren(growingList(shown, (finding) => findingRow(report, finding), { class: 'plain findings' }));
  };
  const change = (/** @type {'find' | 'kind' | 'first' | 'sort'} */ name) => (/** @type {string} */ value) => {
    settings[name] = value;
    keepSettings('timeline', settings);
    show();
  };
  const leaders = [
    ...new Set(findings.flatMap((finding) => (finding.leaders.length === 1 ? finding.leaders : []))),
  ].sort();
  const tools = toolForm(
    searchField('Find', settings.find, change('find')),
    selection('Show', findingKinds, settings.kind, change('kind')),
    report.has.sources
      ? selection(
          'First in',
          [['', 'any source'], ...leaders.map((source) => /** @type {[string, string]} */ ([source, source]))],
          settings.first,
          change('first'),
        )
      : null,
    selection('Order', sortings, settings.sort, change('sort')),
  );
  show();
  return h('section', {}, h('h2', {}, 'What spread, and how'), tools, count, place);
}

/**
 * @param {Finding[]} findings
 * @param {{ find: string, kind: string, first: string, sort: string }} settings
 */
function chosenFindings(findings, { find, kind, first, sort }) {
  const needle = find.trim().toLowerCase();
  const shown = findings.filter(
    (finding) =>
      (kind === '' || (kind === 'point') === (finding.kind === 'point')) &&
      (first === '' || (finding.leaders.length === 1 && finding.leaders[0] === first)) &&
      (needle === '' || finding.text.toLowerCase().includes(needle)),
  );
  const byArticles = (/** @type {Finding} */ x, /** @type {Finding} */ y) =>
    y.articles.length - x.articles.length || x.begin - y.begin;
  if (sort === 'date') return shown.sort((x, y) => x.begin - y.begin || byArticles(x, y));
  if (sort === 'speed') return shown.sort((x, y) => x.pace - y.pace || byArticles(x, y));
  return shown.sort(byArticles);
}

/**
 * @param {import('./types').Report} report
 * @param {Finding} finding
 */
function findingRow(report, { kind, address, text, articles }) {
  const name = { point: 'point', passage: 'passage', copy: 'whole text' }[kind];
  return h(
    'div',
    { class: 'finding' },
    h(
      'div',
      {},
      h('p', { class: 'said' }, link(address, h('bdi', {}, text), { class: 'quotation' })),
      h(
        'p',
        { class: 'soft' },
        h('span', { class: `chip kind-${kind}` }, name),
        ' ',
        spreadSentence(report, articles, null),
      ),
    ),
    spreadRow(report, articles, null),
  );
}
