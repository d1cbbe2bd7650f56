import assert from 'node:assert/strict';
import { test } from 'node:test';
import { address, parseRoute } from '../src/router.js';

const parsed = (/** @type {string} */ hash) => {
  const { view, numbers, query } = parseRoute(hash);
  return [view, numbers, Object.fromEntries(query)];
};

test('addresses name a view and count from one', () => {
  assert.deepEqual(parsed(''), ['overview', [], {}]);
  assert.deepEqual(parsed('#'), ['overview', [], {}]);
  assert.deepEqual(parsed('#points'), ['points', [], {}]);
  assert.deepEqual(parsed('point-12'), ['point', [12], {}]);
  assert.deepEqual(parsed('#pair-2-5?at=point-3'), ['pair', [2, 5], { at: 'point-3' }]);
});

test('what is no number leads nowhere', () => {
  for (const hash of [
    '#point-0',
    '#point-x',
    '#point-',
    '#point--1',
    '#point-1.5',
    '#point-NaN',
    '#point-Infinity',
    '#-',
  ])
    assert.equal(parseRoute(hash).view, 'unknown', hash);
});

test('settings go into the address and come back, whatever they hold', () => {
  const settings = { find: 'a & b? #c=d-e 😀 100%', kind: '', sort: 'first' };
  const there = address('points', settings);
  assert.deepEqual(parsed(`#${there}`), ['points', [], { find: settings.find, sort: 'first' }]);
  assert.equal(address('points', { find: '' }), 'points');
});
