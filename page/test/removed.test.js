import assert from 'node:assert/strict';
import { test } from 'node:test';
import { histogramBars } from '../removed/histogram.js';
import { piecesOf } from '../removed/sides.js';
import { reasonsOf, sizeInWords } from '../removed/summary.js';
import { outline, useSmallDom } from './small_dom.js';

useSmallDom();

/** @param {import('../removed/types').SideRow} side */
const shown = (side) =>
  piecesOf(side)
    .flat()
    .map((/** @type {any} */ piece) => (typeof piece === 'string' ? piece : outline(piece)))
    .join('');

test('every other piece of a side is marked, empty ones are not', () => {
  assert.equal(shown([0, 0, 'the ferry ', 'sank', ' off Orne']), 'the ferry [sank](differs) off Orne');
  assert.equal(shown([1, 1, '', 'burnt', '']), '… [burnt](differs) …');
  assert.equal(shown([0, 0, 'all the same']), 'all the same');
});

/** @param {Partial<import('../removed/types').RawRemoved>} given */
const removed = (given) =>
  /** @type {import('../removed/types').RawRemoved} */ ({ threshold: 0.8, same: '', measure: 'jaccard', ...given });

test('reasons add up to what was removed', () => {
  /** @type {import('../removed/types').RawRemoved['counts']} */
  const counts = [100, 60, 40, 0, 1e6, 9, 5, 10, 6, 4];
  const reasons = reasonsOf(removed({ counts, same: 'url' }));
  assert.deepEqual(
    reasons.map(([, count]) => count),
    [10, 20, 6, 4],
  );
  assert.equal(reasonsOf(removed({ counts, measure: 'item' }))[0][1], 40);
});

test('a histogram begins with its first bar', () => {
  assert.deepEqual(histogramBars([0, 0, 0]), []);
  assert.deepEqual(histogramBars([0, 3, 0, 1]), [
    { from: 1, count: 3 },
    { from: 2, count: 0 },
    { from: 3, count: 1 },
  ]);
});

test('sizes are powers of ten', () => {
  assert.equal(sizeInWords(999), '999\u00a0bytes');
  assert.equal(sizeInWords(161e6), '161.0\u00a0MB');
});
