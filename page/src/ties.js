// What sources, or articles, have in common with each other: the ties of the network.
//
// A point that ten articles state says little of any two of them, and one that two alone state says much; so of n articles
// each tie gets 1 / (n - 1) of a point. Originals have ties with each other, copies with their originals. Copied words count as they are. "Both" adds the two, each as a share of its largest.
import { gatherInto } from './gather.js';
import { shortName } from './names.js';

const holdersMost = 60;

/**
 * @typedef {object} Actor a node of the network
 * @property {number} index
 * @property {string} name
 * @property {number[]} articles
 *
 * @typedef {object} Tie
 * @property {number} a an actor's index, below b
 * @property {number} b
 * @property {number[]} points
 * @property {number} pointWeight
 * @property {number[]} passages
 * @property {number} words in passages and in whole copies
 * @property {number} weight of what was asked for, the largest being 1
 * @property {Map<string, number>} pairs of articles, "from 0-3", with what they share, to find the strongest
 */

/**
 * @param {import('./types').Report} report
 * @param {boolean} bySource else each article stands for itself
 * @returns {Actor[]}
 */
export function actorsOf(report, bySource) {
  /** @type {Map<string, number[]>} */
  const groups = new Map();
  for (const article of report.articles) {
    const key = bySource ? (article.source ?? `article ${article.index}`) : `article ${article.index}`;
    gatherInto(groups, key, article.index);
  }
  return [...groups.values()].map((articles, index) => {
    const first = report.articles[articles[0]];
    return { index, name: bySource && first.source ? first.source : shortName(report, first), articles };
  });
}

/**
 * Returns all ties, the strongest first.
 * @param {import('./types').Report} report
 * @param {Actor[]} actors
 * @param {string} by "points", "passages", or anything else for both
 * @returns {Tie[]}
 */
export function tiesOf(report, actors, by) {
  /** @type {number[]} */
  const actorOf = [];
  for (const actor of actors) for (const article of actor.articles) actorOf[article] = actor.index;
  /** @type {Map<number, Tie>} */
  const ties = new Map();
  if (by !== 'passages') addPoints(report, actorOf, ties);
  if (by !== 'points') addPassages(report, actorOf, ties);
  const all = [...ties.values()];
  const mostPoints = all.reduce((most, tie) => Math.max(most, tie.pointWeight), 0) || 1;
  const mostWords = all.reduce((most, tie) => Math.max(most, tie.words), 0) || 1;
  for (const tie of all) tie.weight = tie.pointWeight / mostPoints + tie.words / mostWords;
  const most = all.reduce((x, tie) => Math.max(x, tie.weight), 0) || 1;
  for (const tie of all) tie.weight /= most;
  return all.sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);
}

/**
 * @param {Map<number, Tie>} ties
 * @param {number} one
 * @param {number} other
 * @returns {Tie}
 */
function tieBetween(ties, one, other) {
  const [a, b] = one < other ? [one, other] : [other, one];
  const key = a * 1e6 + b;
  let tie = ties.get(key);
  if (!tie) {
    tie = { a, b, points: [], pointWeight: 0, passages: [], words: 0, weight: 0, pairs: new Map() };
    ties.set(key, tie);
  }
  return tie;
}

/**
 * @param {import('./types').Report} report
 * @param {number[]} actorOf
 * @param {Map<number, Tie>} ties
 */
function addPoints(report, actorOf, ties) {
  for (const point of report.points) {
    /** @type {Map<number, number>} each actor, and an article of it */
    const holders = new Map();
    for (const article of point.articles) if (!holders.has(actorOf[article])) holders.set(actorOf[article], article);
    // What more of them hold says nothing of any two.
    if (holders.size > holdersMost) continue;
    const share = 1 / (point.articles.length - 1);
    const list = [...holders];
    for (let i = 0; i < list.length; ++i) {
      for (let k = 0; k < i; ++k) {
        const tie = tieBetween(ties, list[i][0], list[k][0]);
        tie.points.push(point.index);
        tie.pointWeight += share;
        addPair(tie, list[i][1], list[k][1], 20);
      }
    }
  }
}

/**
 * @param {import('./types').Report} report
 * @param {number[]} actorOf
 * @param {Map<number, Tie>} ties
 */
function addPassages(report, actorOf, ties) {
  for (const { id, a, b, wordsA, wordsB } of report.passages) {
    if (actorOf[a.article] === actorOf[b.article]) continue;
    const tie = tieBetween(ties, actorOf[a.article], actorOf[b.article]);
    const words = Math.round((wordsA + wordsB) / 2);
    tie.words += words;
    tie.passages.push(id);
    addPair(tie, a.article, b.article, words);
  }
  // A copy is tied to its original alone: ten thousand copies are not fifty million ties.
  for (const { index, original, words } of report.articles) {
    if (actorOf[original] === actorOf[index]) continue;
    const tie = tieBetween(ties, actorOf[original], actorOf[index]);
    tie.words += words;
    addPair(tie, original, index, words);
  }
}

/**
 * @param {Tie} tie
 * @param {number} x
 * @param {number} y
 * @param {number} amount
 */
function addPair(tie, x, y, amount) {
  const key = `${Math.min(x, y)}-${Math.max(x, y)}`;
  tie.pairs.set(key, (tie.pairs.get(key) ?? 0) + amount);
}

/**
 * Returns the pairs of articles that make a tie, the strongest first.
 * @param {Tie} tie
 * @returns {[number, number][]}
 */
export function pairsOfTie(tie) {
  const sorted = [...tie.pairs].sort(([, x], [, y]) => y - x);
  return sorted.map(([key]) => /** @type {[number, number]} */ (key.split('-').map(Number)));
}

/**
 * Returns what is drawn of so many ties: the strongest, and the actors that they join, no more than can be told apart.
 * @param {Tie[]} ties the strongest first
 * @param {number} most of the ties
 * @param {number} mostActors
 * @returns {{ shown: Tie[], joined: Set<number> }}
 */
export function strongestNet(ties, most, mostActors) {
  /** @type {Set<number>} */
  const joined = new Set();
  /** @type {Tie[]} */
  const shown = [];
  for (const tie of ties) {
    if (shown.length >= most) break;
    const fresh = [tie.a, tie.b].filter((actor) => !joined.has(actor));
    if (joined.size + fresh.length > mostActors) continue;
    for (const actor of fresh) joined.add(actor);
    shown.push(tie);
  }
  return { shown, joined };
}
