import assert from 'node:assert/strict';
import { test } from 'node:test';
import { earlierOf, isKept, reuseOf } from '../src/copying.js';
import { decode } from '../src/data.js';
import { passageRow, rawReport } from './small_report.js';

test('of near-duplicates the one that was kept speaks, and of copies the first', () => {
  const copies = /** @type {import('../src/types').CopiesRow[]} */ ([[0, [0, 1], [1000, 900]]]);
  const report = decode(rawReport([{ cluster: 0 }, { cluster: 0 }, {}, { original: 2 }], { copies }));
  assert.deepEqual(
    [0, 1, 2, 3].map((index) => isKept(report, index)),
    [true, false, true, false],
  );
});

test('an article knows how much of it stands elsewhere, and where most', () => {
  const passages = [
    passageRow(0, 0, 1, { words: 9 }),
    passageRow(1, 2, 0, { words: 8 }),
    passageRow(2, 0, 2, { words: 7 }),
  ];
  const report = decode(
    rawReport([{ words: 40, reused: 20 }, {}, {}, { original: 0, words: 40, reused: 20 }, { words: 0 }], { passages }),
  );
  assert.deepEqual(reuseOf(report, 0), { share: 0.5, most: 2 });
  assert.deepEqual(reuseOf(report, 1), { share: 0, most: 0 });
  assert.deepEqual(reuseOf(report, 3), { share: 0.5, most: 2 });
  assert.deepEqual(reuseOf(report, 4), { share: 0, most: null });
});

test('who was first is told only if the dates are sure', () => {
  const report = decode(rawReport([{ when: [0, 10] }, { when: [10, 20] }, { when: [5, 15] }, {}]));
  assert.equal(earlierOf(report, 0, 1), 0);
  assert.equal(earlierOf(report, 1, 0), 0);
  assert.equal(earlierOf(report, 0, 2), null);
  assert.equal(earlierOf(report, 0, 3), null);
});
