import assert from 'node:assert/strict';
import { test } from 'node:test';
import { savedTable, toCsv } from '../src/csv.js';
import { decode } from '../src/data.js';
import { anyArticle, articleFilter, dateRange, shownCount } from '../src/filters.js';
import { independentCount, reach } from '../src/independence.js';
import { rawReport } from './small_report.js';

const day = 24 * 60 * 60;
const report = decode(
  rawReport([
    { source: 'Post', when: [0, day], language: 'english' }, // 1970-01-01
    { source: 'Echo', when: [day, 2 * day], cluster: 0, language: 'german' },
    { source: 'Wire', when: [0, 31 * day], cluster: 0 }, // some day of that month
    { source: 'Post', original: 0 },
    { source: null },
  ]),
);

/**
 * The articles that pass by themselves.
 * @param {Partial<import('../src/filters.js').ArticleFilter>} filter
 */
function passing(filter) {
  const isAsked = articleFilter(report, { ...anyArticle(), ...filter });
  return report.articles.map(({ index }) => index).filter((index) => isAsked([index]));
}

test('nothing asked, all pass', () => {
  assert.deepEqual(passing({}), [0, 1, 2, 3, 4]);
  assert.deepEqual(passing({ outlets: 'many' }), [0, 1, 2, 3, 4]);
});

test('what is no date lets nothing pass', () => {
  assert.deepEqual(passing({ from: '12.5.1970' }), []);
  assert.deepEqual(passing({ until: '1970-13' }), []);
});

test('outlet, language and time are asked of one article each', () => {
  assert.deepEqual(passing({ source: 'Post' }), [0, 3]);
  assert.deepEqual(passing({ language: 'german' }), [1]);
  assert.deepEqual(passing({ from: '1970-01-02' }), [1, 2]);
  assert.deepEqual(passing({ until: '1970-01-01' }), [0, 2]);
  assert.deepEqual(passing({ from: '1970-01-02', until: '1970-01-02', source: 'Wire' }), [2]);
  const isAsked = articleFilter(report, { ...anyArticle(), source: 'Post', language: 'german' });
  assert.equal(isAsked([0, 1]), false, 'no single article is both');
});

test('a finding must be of as many outlets', () => {
  const isAsked = articleFilter(report, { ...anyArticle(), outlets: '2' });
  assert.equal(isAsked([0, 3]), false);
  assert.equal(isAsked([0, 4]), false, 'one that is not known is none');
  assert.equal(isAsked([0, 1]), true);
});

test('reprints count once among the independent', () => {
  assert.equal(independentCount(report, [0, 1, 2, 3]), 2);
  assert.equal(reach(report, [0, 1, 2]), '3 outlets, 2 independent');
  assert.equal(reach(report, [1, 2]), '2 outlets, 1 independent');
  assert.equal(reach(report, [0, 3]), '1 independent text');
  assert.equal(reach(report, [0, 1]), '', 'two articles of two outlets: nothing more to say');
  assert.equal(reach(report, [0, 1, 4]), '2 outlets');
  assert.equal(reach(report, [0, 1], 1), '2 outlets, 1 independent', 'who knows better is believed');
});

test('counts say of how many', () => {
  assert.equal(shownCount(3, 3, 'point'), '3 points');
  assert.equal(shownCount(1, 2345, 'point'), '1 of 2,345 points');
});

test('cells are quoted where they must be, and none is a formula', () => {
  const rows = [
    ['a', 'b'],
    ['say "so", he said', 'two\nlines'],
    ['=1+1', ' -2'],
    [-2.5, null],
  ];
  assert.equal(toCsv(rows), 'a,b\r\n"say ""so"", he said","two\nlines"\r\n\'=1+1,\' -2\r\n-2.5,\r\n');
});

test('a table is saved as its columns say', () => {
  const columns = [
    {
      key: 'n',
      name: 'N',
      value: (/** @type {number} */ n) => -n,
      saved: (/** @type {number} */ n) => n,
      cell: String,
    },
    { key: 'm', name: 'M', value: (/** @type {number} */ n) => 2 * n, cell: String },
  ];
  assert.deepEqual(savedTable(columns, [1, 2]), [
    ['N', 'M'],
    [1, 2],
    [2, 4],
  ]);
});

test('a date is a year, a month or a day that there is', () => {
  assert.deepEqual(dateRange('1970'), [0, 365 * day]);
  assert.deepEqual(dateRange('1970-02'), [31 * day, 59 * day]);
  assert.deepEqual(dateRange(' 1970-12-31 '), [364 * day, 365 * day]);
  for (const text of ['', '1970-13', '1970-02-30', '70', 'May 1970', '1970-1-1']) assert.equal(dateRange(text), null);
});
