import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '../src/data.js';
import { contested, figureWithObject, recurringFigures } from '../src/figures.js';
import { pointRow, rawReport } from './small_report.js';

/**
 * A report in which every article is the figure that it gives: [text, low, high] or null.
 * @param {[string, number | null, number | null][]} given
 * @param {Partial<{kind: import('../src/types').FigureKind, of: string, disagreements: number[], denied: number}>} [more]
 */
function figuresReport(given, { kind = 'count', of = '', disagreements = [], denied = -1 } = {}) {
  const mentions = given.map(
    ([text], i) => /** @type {import('../src/types').MentionRow} */ ([2 * i, 0, text.length, i === denied ? 1 : 0]),
  );
  const figures = given.map(
    ([text, low, high], i) =>
      /** @type {import('../src/types').FigureRow} */ ([i, 0, text.length, kind, '', low, high, of]),
  );
  return decode(
    rawReport(
      given.map(([text]) => ({ text })),
      { points: [pointRow({ mentions, figures, disagreements })] },
    ),
  );
}

test('a figure is as it is written, with what it counts if that is not said', () => {
  const report = figuresReport(
    [
      ['23\n000', 23000, 23000],
      ['9 ships', 9, 9],
    ],
    { of: 'ships' },
  );
  assert.deepEqual(
    report.points[0].figures.map((figure) => figureWithObject(report, figure)),
    ['23 000 ships', '9 ships'],
  );
});

test('figures that contradict one another come by size, with all that give them', () => {
  const report = figuresReport(
    [
      ['30', 30, 30],
      ['20', 20, 20],
      ['30', 30, 30],
      ['25', 25, 25],
    ],
    { disagreements: [0, 1, 2, 1] },
  );
  assert.deepEqual(contested(report, report.points[0]), [
    [{ text: '20', articles: [1] }],
    [{ text: '30', articles: [0, 2] }],
  ]);
});

test('contested figures that agree with one another stand together', () => {
  const report = figuresReport(
    [
      ['12', 12, 12],
      ['20', 20, 20],
      ['roughly 20', 18, 22],
    ],
    {
      disagreements: [0, 1, 0, 2],
    },
  );
  assert.deepEqual(contested(report, report.points[0]), [
    [{ text: '12', articles: [0] }],
    [
      { text: 'roughly 20', articles: [2] },
      { text: '20', articles: [1] },
    ],
  ]);
});

test('figures recur where one value lies in the ranges of several articles', () => {
  const report = figuresReport([
    ['about 100', 90, 110],
    ['105', 105, 105],
    ['100', 100, 100],
    ['300', 300, 300],
    ['105', 105, 105],
  ]);
  const found = recurringFigures(report);
  assert.deepEqual(
    found.map((one) => [one.text, one.articles]),
    [['105', [0, 1, 4]]],
  );
  assert.equal(found[0].points.length, 1);
});

test('dates, years, open ranges and what is denied do not recur', () => {
  const twice = /** @type {[string, number | null, number | null][]} */ ([
    ['2031', 2031, 2031],
    ['2031', 2031, 2031],
  ]);
  assert.equal(recurringFigures(figuresReport(twice), 5).length, 1);
  assert.equal(recurringFigures(figuresReport(twice, { kind: 'year' }), 5).length, 0);
  assert.equal(recurringFigures(figuresReport(twice, { kind: 'date' }), 5).length, 0);
  assert.equal(recurringFigures(figuresReport(twice, { denied: 1 }), 5).length, 0);
  assert.equal(
    recurringFigures(
      figuresReport([
        ['2', 2, null],
        ['2', 2, 2],
      ]),
      5,
    ).length,
    0,
  );
});

test('one article that gives a figure twice is one article', () => {
  const mentions = /** @type {import('../src/types').MentionRow[]} */ ([
    [0, 0, 1, 0],
    [0, 4, 5, 0],
  ]);
  const figures = /** @type {import('../src/types').FigureRow[]} */ ([
    [0, 0, 1, 'count', '', 7, 7, ''],
    [1, 4, 5, 'count', '', 7, 7, ''],
  ]);
  const report = decode(rawReport([{ text: '7 = 7' }], { points: [pointRow({ mentions, figures })] }));
  assert.deepEqual(recurringFigures(report), []);
});
