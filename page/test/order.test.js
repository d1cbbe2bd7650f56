import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderOf, runsOf, walkTies } from '../src/order.js';

/**
 * @param {Partial<import('../src/types').Article>[]} articles
 * @param {[number, number, number][]} entries
 */
function fake(articles, entries) {
  const all = articles.map((article, index) => ({
    index,
    original: index,
    story: 0,
    cluster: null,
    source: null,
    when: null,
    ...article,
  }));
  const rows = all.map(() => new Map());
  for (const [a, b, value] of entries) {
    rows[a].set(b, value);
    rows[b].set(a, value);
  }
  const report = /** @type {import('../src/types').Report} */ (/** @type {unknown} */ ({ articles: all }));
  return { report, matrix: { measure: /** @type {const} */ ('jaccard'), symmetric: true, entries: rows } };
}

test('every order holds each article once', () => {
  const { report, matrix } = fake(
    [
      { story: 1 },
      { story: 0, source: 'B' },
      { original: 1, source: 'A' },
      { story: 1, when: [5, 6] },
      { cluster: 0 },
      { cluster: 0 },
    ],
    [
      [0, 3, 0.2],
      [4, 5, 0.8],
    ],
  );
  for (const how of ['read', 'cluster', 'source', 'date']) {
    assert.deepEqual([...orderOf(report, matrix, how)].sort(), [0, 1, 2, 3, 4, 5], how);
  }
});

test('sources stand in order of their names, those without behind them', () => {
  const { report, matrix } = fake([{ source: 'B' }, {}, { source: 'A' }, { source: 'B' }], []);
  assert.deepEqual(orderOf(report, matrix, 'source'), [2, 0, 3, 1]);
});

test('dates run on, those without behind them', () => {
  const { report, matrix } = fake([{ when: [9, 10] }, {}, { when: [0, 1] }], []);
  assert.deepEqual(orderOf(report, matrix, 'date'), [2, 0, 1]);
});

test('by cluster: larger stories first, clusters unbroken, copies behind their original', () => {
  const { report, matrix } = fake(
    [{ story: 1 }, { cluster: 7 }, {}, { cluster: 7 }, { original: 1 }, { cluster: 7 }],
    [
      [1, 2, 0.9],
      [1, 3, 0.6],
      [3, 5, 0.8],
    ],
  );
  const order = orderOf(report, matrix, 'cluster');
  assert.equal(order[5], 0);
  const places = [1, 3, 5].map((article) => order.indexOf(article)).sort();
  assert.equal(places[2] - places[0], 3); // the three of the cluster, and the copy
  assert.equal(order.indexOf(4), order.indexOf(1) + 1);
});

test('a walk goes to the nearest, and back where it ends', () => {
  const ties = [
    { 1: 0.9, 2: 0.2 },
    { 0: 0.9, 3: 0.3 },
    { 0: 0.2, 3: 0.7 },
    { 2: 0.7, 1: 0.3 },
  ].map((row) => new Map(Object.entries(row).map(([to, value]) => [Number(to), value])));
  assert.deepEqual(
    walkTies([0, 1, 2, 3], (node) => ties[node]),
    [1, 0, 2, 3],
  );
});

test('a full matrix of 1,000 articles is ordered at once', () => {
  /** @type {[number, number, number][]} */
  const entries = [];
  for (let a = 0; a < 1000; ++a)
    for (let b = 0; b < a; ++b) entries.push([a, b, ((a * 7919 + b * 104729) % 1000) / 1000]);
  const { report, matrix } = fake(
    Array.from({ length: 1000 }, () => ({})),
    entries,
  );
  const begin = performance.now();
  assert.equal(orderOf(report, matrix, 'cluster').length, 1000);
  assert.ok(performance.now() - begin < 2000); // mostly below 100 ms; machines of CI are slow
});

test('runs are of two and more', () => {
  assert.deepEqual(
    runsOf([4, 5, 6, 7, 8], (article) => (article < 6 ? 'a' : article === 6 ? 'b' : null)),
    [[0, 2]],
  );
});
