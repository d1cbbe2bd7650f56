// In which order the matrix shows articles, so that those that belong together stand together.
//
// "By cluster" parts the stories, largest first. Inside a story each step goes from an article to the one most like it that
// has no place yet, or back along the way it came, until all that hang together have one. A near-duplicate cluster is one
// step of that walk, and is walked through inside. Copies of a text follow it.
//
//     a ~ b 0.9, a ~ c 0.2, c ~ d 0.7   ->   a b c d     from b there is no way on, so it goes back to a, and from there to c
//
// Only the strongest likenesses of an article count, so a full matrix of 1,000 articles takes some 20 ms.
import { gatherInto } from './gather.js';

const strongestKept = 16;

/**
 * Returns the numbers of all articles in the order that is asked for.
 * @param {import('./types').Report} report
 * @param {import('./types').Matrix} matrix
 * @param {string} how "read", "cluster", "source" or "date"
 * @returns {number[]}
 */
export function orderOf(report, matrix, how) {
  if (how === 'cluster') return orderByLikeness(report, matrix);
  const order = report.articles.map((article) => article.index);
  if (how === 'source')
    return order.sort((x, y) => compareSources(report, x, y) || compareDates(report, x, y) || x - y);
  if (how === 'date') return order.sort((x, y) => compareDates(report, x, y) || x - y);
  return order;
}

/**
 * @param {import('./types').Report} report
 * @param {number} x
 * @param {number} y
 */
function compareSources(report, x, y) {
  const [a, b] = [report.articles[x].source, report.articles[y].source];
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

/**
 * @param {import('./types').Report} report
 * @param {number} x
 * @param {number} y
 */
function compareDates(report, x, y) {
  const [a, b] = [report.articles[x].when, report.articles[y].when];
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a[0] - b[0] || a[1] - b[1];
}

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Matrix} matrix
 */
function orderByLikeness(report, matrix) {
  const near = strongestOf(report, matrix);
  /** @type {Map<number, number[]>} */
  const stories = new Map();
  /** @type {Map<number, number[]>} */
  const copies = new Map();
  for (const article of report.articles) {
    if (article.original === article.index) gatherInto(stories, article.story, article.index);
    else gatherInto(copies, article.original, article.index);
  }
  const bySize = [...stories].sort(([a, x], [b, y]) => y.length - x.length || a - b);
  const originals = bySize.flatMap(([, members]) => walkBlocks(report, members, near));
  return originals.flatMap((original) => [original, ...(copies.get(original) ?? [])]);
}

/**
 * Returns for each article those most like it inside its story, and how like; the stronger direction counts.
 * @param {import('./types').Report} report
 * @param {import('./types').Matrix} matrix
 * @returns {Map<number, number>[]}
 */
function strongestOf(report, matrix) {
  /** @type {[number, number][][]} */
  const lists = report.articles.map(() => []);
  matrix.entries.forEach((row, from) => {
    const story = report.articles[from].story;
    for (const [to, value] of row) {
      if (to === from || report.articles[to].story !== story) continue;
      keepStrongest(lists[from], to, value);
      if (!matrix.symmetric) keepStrongest(lists[to], from, value);
    }
  });
  return bothWays(lists);
}

/**
 * @param {[number, number][]} list by falling value
 * @param {number} to
 * @param {number} value
 */
function keepStrongest(list, to, value) {
  if (list.length >= strongestKept && value <= list[list.length - 1][1]) return;
  let at = list.length;
  while (at > 0 && list[at - 1][1] < value) --at;
  list.splice(at, 0, [to, value]);
  if (list.length > strongestKept) list.pop();
}

/**
 * Makes the relation go both ways.
 * @param {[number, number][][]} lists
 */
function bothWays(lists) {
  /** @type {Map<number, number>[]} */
  const near = lists.map(() => new Map());
  lists.forEach((list, from) => {
    for (const [to, value] of list) {
      raiseTo(near[from], to, value);
      raiseTo(near[to], from, value);
    }
  });
  return near;
}

/**
 * @param {Map<number, number>} map
 * @param {number} key
 * @param {number} value
 */
function raiseTo(map, key, value) {
  if ((map.get(key) ?? 0) < value) map.set(key, value);
}

/**
 * Walks a story: a near-duplicate cluster is one block, any other article its own.
 * @param {import('./types').Report} report
 * @param {number[]} members
 * @param {Map<number, number>[]} near
 */
function walkBlocks(report, members, near) {
  /** @type {Map<number, number>} */
  const blockOf = new Map();
  /** @type {number[][]} */
  const blocks = [];
  /** @type {Map<number, number>} */
  const blockOfCluster = new Map();
  for (const article of members) {
    const cluster = report.articles[article].cluster;
    const block = (cluster !== null ? blockOfCluster.get(cluster) : undefined) ?? blocks.push([]) - 1;
    if (cluster !== null) blockOfCluster.set(cluster, block);
    blocks[block].push(article);
    blockOf.set(article, block);
  }
  const ties = blocks.map((block, own) => {
    /** @type {Map<number, number>} */
    const others = new Map();
    for (const article of block) {
      for (const [to, value] of near[article]) {
        const other = blockOf.get(to);
        if (other !== undefined && other !== own) raiseTo(others, other, value);
      }
    }
    return others;
  });
  const order = walkTies([...blocks.keys()], (block) => ties[block]);
  return order.flatMap((block) =>
    blocks[block].length > 2 ? walkTies(blocks[block], (article) => near[article]) : blocks[block],
  );
}

/**
 * Visits all nodes: from each goes on to the nearest that is left, or back. Starts anew at the one with the most ties.
 * @param {number[]} nodes
 * @param {(node: number) => Map<number, number>} tiesOf may name others than `nodes`; they are passed over
 * @returns {number[]}
 */
export function walkTies(nodes, tiesOf) {
  const left = new Set(nodes);
  const sorted = new Map(nodes.map((node) => [node, [...tiesOf(node)].sort((x, y) => y[1] - x[1] || x[0] - y[0])]));
  const pull = new Map(
    nodes.map((node) => [node, (sorted.get(node) ?? []).reduce((sum, [, value]) => sum + value, 0)]),
  );
  const starts = [...nodes].sort((x, y) => (pull.get(y) ?? 0) - (pull.get(x) ?? 0) || x - y);
  /** @type {number[]} */
  const order = [];
  for (const start of starts) {
    const path = left.has(start) ? [start] : [];
    while (path.length > 0) {
      const node = path[path.length - 1];
      if (left.delete(node)) order.push(node);
      const ties = sorted.get(node) ?? [];
      while (ties.length > 0 && !left.has(ties[0][0])) ties.shift();
      if (ties.length > 0) path.push(ties[0][0]);
      else path.pop();
    }
  }
  return order;
}

/**
 * Returns where runs of equal keys begin and end in an order: the frames that the map draws around what belongs together.
 * @param {number[]} order
 * @param {(article: number) => unknown} keyOf
 * @returns {[number, number][]} of two articles and more
 */
export function runsOf(order, keyOf) {
  /** @type {[number, number][]} */
  const runs = [];
  for (let begin = 0, end = 0; begin < order.length; begin = end) {
    const key = keyOf(order[begin]);
    while (end < order.length && keyOf(order[end]) === key) ++end;
    if (end - begin > 1 && key !== null) runs.push([begin, end]);
  }
  return runs;
}
