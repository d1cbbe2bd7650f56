// The first view: what was compared, and the strongest findings in a sentence each.
import { borrowingSentences } from './borrowing.js';
import { figureSentence, pointSentence, widestClaims } from './claims.js';
import { disputeSentence } from './disputes.js';
import { foreign, h, link } from './dom.js';
import { recurringFigures } from './figures.js';
import { articleLink, byline, headline } from './names.js';
import { passageEntries } from './passages.js';
import { contestedFigures, quotation } from './point.js';
import { counted, listed, readableDate } from './words.js';

const most = 5; // findings of a kind

/**
 * @param {import('./types').Report} report
 * @returns {import('./types').View}
 */
export function overviewView(report) {
  const figures = recurringFigures(report);
  const claims = widestClaims(report, figures, most);
  const columns = [
    [copied(report), widelySaid(report, claims, figures), recurring(report, figures, claims)],
    [disputed(report), disagreeing(report), denied(report)],
  ].filter((cards) => cards.some(Boolean));
  const content = h(
    'div',
    { class: 'page' },
    h('h1', {}, `What ${counted(report.articles.length, 'article')} have in common`),
    facts(report),
    columns.length > 0
      ? h(
          'div',
          { class: 'cards findings' },
          columns.map((cards) => h('div', {}, cards)),
        )
      : (inLists(report) ?? nothing(report)),
    articlesCard(report),
    problems(report),
  );
  return { title: 'Overview', content };
}

/**
 * What was found where no finding is large enough for a sentence: the lists that hold it.
 * @param {import('./types').Report} report
 */
function inLists(report) {
  const passages = passageEntries(report);
  const items = [
    passages.length > 0
      ? [
          link('passages', counted(passages.length, 'shared passage')),
          `, the longest of ${counted(passages[0].passage.wordsA, 'word')}`,
        ]
      : null,
    report.copies.length > 0
      ? link('passages', `${counted(report.copies.length, 'cluster')} of near-duplicates`)
      : null,
    report.points.length > 0 ? link('points', counted(report.points.length, 'talking point')) : null,
  ].filter((item) => item !== null);
  return card('What they share', items);
}

/**
 * Names what was looked for, and nothing else.
 * @param {import('./types').Report} report
 */
function nothing(report) {
  const sought = [
    report.has.matrices ? 'copies' : null,
    report.has.passages ? 'shared passages' : null,
    report.has.points ? 'talking points' : null,
  ].filter((kind) => kind !== null);
  const kinds = sought.length > 0 ? listed(sought) : ['findings'];
  return h(
    'section',
    { class: 'card' },
    h('h2', {}, 'Nothing in common'),
    h(
      'p',
      {},
      'There are no ',
      kinds.map((part) => (part === ' and ' ? ' and no ' : part)),
      '.',
    ),
  );
}

/** @param {import('./types').Report} report */
function facts(report) {
  const words = report.articles.reduce((sum, article) => sum + article.words, 0);
  const dated = report.articles
    .filter((article) => article.when)
    .sort((x, y) => (x.when?.[0] ?? 0) - (y.when?.[0] ?? 0));
  const sources = new Set(report.articles.flatMap((article) => article.source ?? []));
  const [from, to] = [dated[0], dated[dated.length - 1]].map((article) => readableDate(article?.date ?? null));
  const days = dated.length === 0 ? null : from === to ? from : `${from} to ${to}`;
  const items = [
    counted(words, 'word'),
    sources.size > 0 ? counted(sources.size, 'source') : null,
    days,
    report.stories > 1 && report.has.points ? counted(report.stories, 'story', 'stories') : null,
    report.has.points ? link('points', counted(report.points.length, 'talking point')) : null,
    report.passages.length > 0 ? link('passages', counted(passageEntries(report).length, 'shared passage')) : null,
    report.copies.length > 0
      ? link('passages', counted(report.copies.length, 'cluster') + ' of near-duplicates')
      : null,
  ].filter((item) => item !== null);
  return h(
    'p',
    { class: 'lead' },
    items.map((item, i) => (i > 0 ? [' · ', item] : item)),
  );
}

/**
 * @param {string} title
 * @param {import('./types').Child[]} items
 * @param {import('./types').Child} [more]
 */
function card(title, items, more) {
  if (items.length === 0) return null;
  return h(
    'section',
    { class: 'card' },
    h('h2', {}, title),
    h(
      'ol',
      { class: 'plain findings-list' },
      items.map((item) => h('li', {}, item)),
    ),
    more ? h('p', { class: 'soft' }, more) : null,
  );
}

/**
 * @param {import('./types').Report} report
 * @param {import('./claims.js').Claim[]} claims
 * @param {import('./figures.js').Recurring[]} figures
 */
function widelySaid(report, claims, figures) {
  const items = claims.map(({ point, figure }) =>
    point ? pointSentence(report, point) : figure ? figureSentence(report, figure, figures.indexOf(figure)) : null,
  );
  return card(
    'What most of them repeat',
    items,
    link('points', `All ${counted(report.points.length, 'talking point')}`),
  );
}

/** @param {import('./types').Report} report */
function disputed(report) {
  const items = report.disputes.slice(0, 4 * most).map((dispute) => disputeSentence(report, dispute));
  const left = report.disputes.length - items.length;
  return card('What is disputed', items, left > 0 ? `${left} more` : null);
}

/** @param {import('./types').Report} report */
function disagreeing(report) {
  const points = report.points
    .filter((point) => point.disagreements.length > 0)
    .sort(
      (x, y) => Number(x.updated) - Number(y.updated) || y.articles.length - x.articles.length || x.index - y.index,
    );
  const items = points
    .slice(0, most)
    .map((point) => [
      point.updated ? 'Moved on, or in dispute: ' : null,
      contestedFigures(report, point),
      ', on ',
      link(`point-${point.index + 1}`, quotation(report, point, 110)),
    ]);
  const more =
    points.length > most
      ? link('points?figures=disagree', `All ${counted(points.length, 'point')} with figures that disagree`)
      : null;
  return card('Where the figures disagree', items, more);
}

/**
 * @param {import('./types').Report} report
 * @param {import('./figures.js').Recurring[]} figures
 * @param {import('./claims.js').Claim[]} claims that were told already
 */
function recurring(report, figures, claims) {
  const others = figures.filter((figure) => !claims.some((claim) => claim.figure === figure)).slice(0, most);
  const who = (/** @type {number[]} */ articles) =>
    h('span', { class: 'soft' }, ' (', listed(articles.map((article) => articleLink(report, article))), ')');
  const items = others.map((figure) => [
    figureSentence(report, figure, figures.indexOf(figure)),
    figure.articles.length <= most ? who(figure.articles) : null,
  ]);
  return card('Figures that recur', items);
}

/** @param {import('./types').Report} report */
function copied(report) {
  const all = report.has.ranking
    ? [link('pairs', `All ${counted(report.ranking.length, 'pair')}, in order`), ' · ']
    : null;
  const more = [all, link('passages', 'All copies and passages')];
  return card('Who has how much of whom', borrowingSentences(report, most), more);
}

/** @param {import('./types').Report} report */
function denied(report) {
  const points = report.points
    .filter((point) => point.deniers.length > 0)
    .sort((x, y) => y.deniers.length - x.deniers.length || x.index - y.index);
  const items = points.slice(0, most).map((point) => [
    link(`point-${point.index + 1}`, quotation(report, point, 110)),
    ', as ',
    listed(
      point.deniers.map((article) => articleLink(report, article)),
      3,
    ),
    point.deniers.length === 1 ? ' has it' : ' have it',
  ]);
  return card('What somebody denies or doubts', items);
}

/** @param {import('./types').Report} report */
function articlesCard(report) {
  if (report.articles.length > 12) return null;
  const items = report.articles.map((article) =>
    h('li', {}, articleLink(report, article.index, headline(article)), h('br'), byline(article)),
  );
  return h(
    'section',
    { class: 'card articles-card' },
    h('h2', {}, 'The articles'),
    h('ol', { class: 'plain findings-list' }, items),
  );
}

/** @param {import('./types').Report} report */
function problems(report) {
  if (report.problems.length === 0) return null;
  const items = report.problems
    .slice(0, 100)
    .map((problem) =>
      h(
        'li',
        {},
        h('code', {}, problem.where),
        ': ',
        foreign(problem.what),
        problem.remedy ? `; ${problem.remedy}` : '',
      ),
    );
  return h(
    'details',
    { class: 'card' },
    h('summary', {}, `${counted(report.problems.length, 'problem')} with the input`),
    h('ul', {}, items),
  );
}
