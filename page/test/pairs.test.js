import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleColumns } from '../src/articles.js';
import { tellingPairs } from '../src/borrowing.js';
import { decode } from '../src/data.js';
import { findPairs, pairColumns } from '../src/pairs.js';
import { sortedRows } from '../src/table.js';
import { useSmallDom } from './small_dom.js';
import { passageRow, rawReport } from './small_report.js';

useSmallDom();

const articles = [
  { id: 'essay.txt', title: 'Of ferries', words: 100, reused: 90 },
  { id: 'source.txt', title: 'Ferries', words: 300 },
  { id: 'other.txt', title: 'Bread', words: 100, reused: 8 },
];

/** @type {import('../src/types').RankedRow[]} */
const ranking = [
  [0, 1, 90, 88, 2, 60, 240, 800, 260, 700, 3],
  [0, 2, 8, 10, 1, 9, 10, 20, 20, 400, 7],
  [1, 2, 0, 0, 0, 0, 0, 0, 0, 300, 0],
];

const report = decode(rawReport(articles, { rank: 'reused', ranking, passages: [passageRow(0, 0, 1)] }));

/** @param {string} sort */
function places(sort) {
  return sortedRows(report.ranking, pairColumns(report), sort).map(({ rank }) => rank);
}

test('a pair tells of the shorter text; of two of one length, of that which has more of the other', () => {
  const told = report.ranking.map(({ smaller, larger, reused, words }) => [smaller, larger, reused, words]);
  assert.deepEqual(told, [
    [0, 1, 0.9, 90],
    [2, 0, 0.1, 10],
    [2, 1, 0, 0],
  ]);
});

test('pairs are sorted by any column, both ways, and equal ones stay in the order of the ranking', () => {
  assert.deepEqual(places(''), [1, 2, 3]);
  assert.deepEqual(places('nowhere'), [1, 2, 3]);
  assert.deepEqual(places('rank'), [1, 2, 3]);
  assert.deepEqual(places('points'), [2, 1, 3]);
  assert.deepEqual(places('-points'), [3, 1, 2]);
  assert.deepEqual(places('-jaccard'), [3, 2, 1]);
  assert.deepEqual(places('text'), [1, 2, 3]);
  assert.deepEqual(places('-text'), [2, 3, 1]);
});

test('what is not known comes last, whichever way a column is sorted', () => {
  const columns = [
    { key: 'date', name: 'Date', isText: true, value: (/** @type {string | null} */ date) => date, cell: () => '' },
  ];
  assert.deepEqual(sortedRows([null, 'b', 'a'], columns, 'date'), ['a', 'b', null]);
  assert.deepEqual(sortedRows([null, 'b', 'a'], columns, '-date'), ['b', 'a', null]);
});

test('pairs are found by the file or the title of either article', () => {
  assert.deepEqual(
    findPairs(report, 'BREAD').map(({ rank }) => rank),
    [2, 3],
  );
  assert.deepEqual(
    findPairs(report, 'source').map(({ rank }) => rank),
    [1, 3],
  );
  assert.equal(findPairs(report, '').length, 3);
});

test('sentences tell of pairs that share a passage', () => {
  assert.deepEqual(
    tellingPairs(report).map(({ rank }) => rank),
    [1, 2],
  );
});

test('articles are sorted by how much of them stands elsewhere', () => {
  const sorted = sortedRows(report.articles, articleColumns(report), 'elsewhere');
  assert.deepEqual(
    sorted.map(({ id }) => id),
    ['essay.txt', 'other.txt', 'source.txt'],
  );
});
