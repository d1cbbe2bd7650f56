import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeNodes } from '../src/layout.js';

/** @param {number} n */
function boxes(n) {
  return Array.from({ length: n }, () => ({ width: 70, height: 26 }));
}

/** @param {number} n a ring, with spokes here and there */
function ring(n) {
  return Array.from({ length: n }, (_, i) => ({ a: i, b: (i + 1 + (i % 5)) % n, weight: 1 / (1 + (i % 3)) })).filter(
    ({ a, b }) => a !== b,
  );
}

test('the same network is placed the same', () => {
  assert.deepEqual(placeNodes(boxes(30), ring(30), 900, 600), placeNodes(boxes(30), ring(30), 900, 600));
});

test('all stand inside the frame, and with room enough none on another', () => {
  for (const n of [1, 2, 3, 12, 40]) {
    const spots = placeNodes(boxes(n), n > 1 ? ring(n) : [], 900, 600);
    assert.equal(spots.length, n);
    spots.forEach((spot, i) => {
      assert.ok(spot.x >= 34.9 && spot.x <= 865.1 && spot.y >= 12.9 && spot.y <= 587.1, `${n}: ${spot.x}, ${spot.y}`);
      for (const other of spots.slice(0, i)) {
        assert.ok(Math.abs(spot.x - other.x) >= 69 || Math.abs(spot.y - other.y) >= 25, `${n}: two on each other`);
      }
    });
  }
});

test('those with a tie stand nearer to each other than those without', () => {
  const edges = [];
  for (let i = 0; i < 6; ++i)
    for (let k = 0; k < i; ++k) edges.push({ a: i, b: k, weight: 1 }, { a: i + 6, b: k + 6, weight: 1 });
  const spots = placeNodes(boxes(12), edges, 900, 600);
  const mean = (/** @type {(a: number, b: number) => boolean} */ take) => {
    const all = spots.flatMap((x, a) =>
      spots.filter((_, b) => b < a && take(a, b)).map((y) => Math.hypot(x.x - y.x, x.y - y.y)),
    );
    return all.reduce((sum, distance) => sum + distance, 0) / all.length;
  };
  assert.ok(mean((a, b) => a < 6 === b < 6) < 0.75 * mean((a, b) => a < 6 !== b < 6));
});

test('150 nodes are placed soon', () => {
  const begin = performance.now();
  placeNodes(boxes(150), ring(150), 1100, 900);
  assert.ok(performance.now() - begin < 3000); // mostly below 200 ms; machines of CI are slow
});

test('no nodes are no trouble', () => {
  assert.deepEqual(placeNodes([], [], 100, 100), []);
});
