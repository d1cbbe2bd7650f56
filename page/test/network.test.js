import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labelLines } from '../src/netchart.js';
import { actorsOf, pairsOfTie, strongestNet, tiesOf } from '../src/ties.js';

/**
 * @param {(string | null)[]} sources
 * @param {{ points?: number[][], passages?: [number, number, number][], originals?: number[] }} shared
 */
function fake(sources, { points = [], passages = [], originals = [] }) {
  const articles = sources.map((source, index) => ({
    index,
    id: `${index}.txt`,
    source,
    story: 0,
    words: 100,
    original: originals[index] ?? index,
  }));
  return /** @type {import('../src/types').Report} */ (
    /** @type {unknown} */ ({
      articles,
      outletSizes: new Map(),
      points: points.map((holders, index) => ({ index, articles: holders })),
      passages: passages.map(([a, b, words], id) => ({
        id,
        a: { article: a },
        b: { article: b },
        wordsA: words,
        wordsB: words,
      })),
    })
  );
}

test('articles without a source stand for themselves', () => {
  const report = fake(['Wire', null, 'Wire', null], {});
  assert.deepEqual(
    actorsOf(report, true).map(({ name, articles }) => [name, articles]),
    [
      ['Wire', [0, 2]],
      ['1.txt', [1]],
      ['3.txt', [3]],
    ],
  );
  assert.equal(actorsOf(report, false).length, 4);
});

test('a point that all state weighs less than one that two alone state', () => {
  const report = fake(['A', 'B', 'C', 'D'], {
    points: [
      [0, 1, 2, 3],
      [2, 3],
    ],
  });
  const ties = tiesOf(report, actorsOf(report, true), 'points');
  assert.equal(ties.length, 6);
  assert.deepEqual([ties[0].a, ties[0].b, ties[0].points, ties[0].weight], [2, 3, [0, 1], 1]);
  assert.ok(Math.abs(ties[1].weight - 0.25) < 1e-9); // 1/3 against 1 + 1/3
});

test('words add up, and a source has no tie to itself', () => {
  const report = fake(['A', 'A', 'B'], {
    passages: [
      [0, 1, 50],
      [0, 2, 20],
      [1, 2, 30],
    ],
  });
  const [tie, ...others] = tiesOf(report, actorsOf(report, true), '');
  assert.deepEqual(others, []);
  assert.deepEqual([tie.words, tie.passages], [50, [1, 2]]);
  assert.deepEqual(pairsOfTie(tie), [
    [1, 2],
    [0, 2],
  ]);
});

test('copies share their whole text with their original, and nothing with others', () => {
  const report = fake(['A', 'B', 'C'], { originals: [0, 0, 2], passages: [[0, 2, 20]] });
  const ties = tiesOf(report, actorsOf(report, true), 'passages');
  assert.deepEqual(
    ties.map(({ a, b, words }) => [a, b, words]),
    [
      [0, 1, 100],
      [0, 2, 20],
    ],
  );
});

test('a net never has more ties or actors than it may', () => {
  const tie = (/** @type {number} */ a, /** @type {number} */ b) =>
    /** @type {import('../src/ties.js').Tie} */ (/** @type {unknown} */ ({ a, b }));
  const ties = [tie(0, 1), tie(2, 3), tie(1, 2), tie(0, 2)];
  assert.deepEqual(strongestNet(ties, 2, 9).shown, ties.slice(0, 2));
  const small = strongestNet(ties, 9, 3);
  assert.deepEqual([...small.joined], [0, 1, 2]);
  assert.deepEqual(small.shown, [ties[0], ties[2], ties[3]]);
});

test('long names stand in two lines', () => {
  assert.deepEqual(labelLines('Norvane Wire', 19), ['Norvane Wire']);
  assert.deepEqual(labelLines('Carrow Valley Independent', 19), ['Carrow Valley', 'Independent']);
  assert.deepEqual(labelLines('an-article-with-a-long-name.txt', 19), ['an-article-with-a-l…']);
});
