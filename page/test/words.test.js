import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted, cut, grouped, isInsidePair, listed, meaning, percent, readableDate } from '../src/words.js';

const plain = (/** @type {string} */ text) => text.replaceAll('\u00A0', ' ');

test('counts', () => {
  assert.equal(grouped(1234567), '1,234,567');
  assert.deepEqual(
    [counted(0, 'point'), counted(1, 'point'), counted(2000, 'point')],
    ['0 points', '1 point', '2,000 points'],
  );
});

test('100 % and 0 % are said of nothing else', () => {
  const shares = [0, 0.001, 0.004, 0.006, 0.5, 0.994, 0.999, 1];
  assert.deepEqual(
    shares.map((share) => plain(percent(share))),
    ['0 %', 'below 1 %', 'below 1 %', '1 %', '50 %', '99 %', '99 %', '100 %'],
  );
});

test('thousandths that end in 5 are rounded up', () => {
  const wrong = Array.from({ length: 99 }, (_, i) => (10 * i + 5) / 1000).filter(
    (share) => plain(percent(share)) !== `${Math.round(share * 1000 + 5) / 10} %`,
  );
  assert.deepEqual(wrong, []);
});

test('lists', () => {
  const joined = (/** @type {string[]} */ items, /** @type {number} */ most) => listed(items, most).join('');
  assert.equal(joined([], 3), '');
  assert.equal(joined(['a'], 3), 'a');
  assert.equal(joined(['a', 'b'], 3), 'a and b');
  assert.equal(joined(['a', 'b', 'c', 'd'], 3), 'a, b, c and d'); // one more is not worth a number
  assert.equal(joined(['a', 'b', 'c', 'd', 'e'], 3), 'a, b, c and 2 more');
});

test('texts are cut at a blank, and never inside a character', () => {
  assert.equal(cut(' a\n\n b\t', 10), 'a b');
  assert.equal(cut('one two three', 9), 'one two…');
  assert.equal(cut('abcdefghij', 5), 'abcde…');
  for (let length = 1; length < 9; ++length)
    assert.doesNotMatch(cut('😀😀😀😀😀', length), /[\uD800-\uDBFF](?![\uDC00-\uDFFF])/u);
  assert.deepEqual(
    [0, 1, 2].map((at) => isInsidePair('😀', at)),
    [false, true, false],
  );
  assert.equal(isInsidePair('ab', 1), false);
});

test('dates say as much as is known', () => {
  assert.equal(readableDate('2031'), '2031');
  assert.equal(readableDate('2031-03'), 'March 2031');
  assert.equal(readableDate('2031-03-05'), '5 March 2031');
  assert.equal(readableDate('2031-03-05T08:30:00Z'), '5 March 2031');
  assert.equal(readableDate('2031-03-05T08:30:00Z', true), '5 March 2031, 08:30 UTC');
  assert.match(readableDate('2031-03-05T08:30+02:00', true), /^5 March 2031, 08:30 ?\+02:00$/);
  assert.equal(readableDate('last week'), 'last week');
  assert.equal(readableDate(null), '');
});

/** @param {Partial<import('../src/types').Figure>} figure */
function meant(figure) {
  return plain(
    meaning(
      /** @type {import('../src/types').Figure} */ ({ kind: 'count', unit: '', low: null, high: null, ...figure }),
    ),
  );
}

test('figures say what they may mean', () => {
  assert.equal(meant({ low: 17, high: 17, kind: 'percent', unit: '%' }), '17 %');
  assert.match(meant({ low: 5.5e6, high: 6.5e6, kind: 'money', unit: 'USD' }), /^\$5\.5 million to \$6\.5 million$/);
  assert.equal(meant({ high: 2000 }), '2,000 at most');
  assert.equal(meant({ low: 2000 }), '2,000 or more');
  assert.equal(meant({ low: 3, high: 3, kind: 'ratio' }), ''); // of what, nobody knows
  assert.equal(meant({ low: 1, high: 2, kind: 'duration', unit: 'year' }), '1 year to 2 years');
  assert.equal(meant({ low: 0.00012, high: 0.00012 }), '0.00012');
  assert.equal(meant({ low: 2031, high: 2031, kind: 'year' }), '');
  assert.equal(meant({}), '');
});
