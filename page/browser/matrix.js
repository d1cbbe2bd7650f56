// The matrix: by pointer and by keys, and what it says of a pair.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { becomes, hash, open, quiet, sampleReport, texts } from './support.js';

const report = sampleReport();
const { documents, matrices } = report.json;

/**
 * A place on the map over which two articles are told of: the card has a link to the pair.
 * @param {import('playwright-core').Page} page
 */
async function hoverPair(page) {
  const box = /** @type {{x: number, y: number, width: number, height: number}} */ (
    await page.locator('canvas').boundingBox()
  );
  for (let part = 0.3; part < 0.7; part += 0.03) {
    const [x, y] = [box.x + box.width * part, box.y + box.height * 0.4];
    await page.mouse.move(x, y);
    const link = page.locator('.heat-readout a');
    if ((await link.count()) > 0) return { x, y, address: await link.getAttribute('href') };
  }
  throw new Error('no pair under the pointer');
}

/** @param {string} address "#pair-2-5" */
function pairOf(address) {
  return address
    .split('-')
    .slice(1)
    .map((number) => Number(number) - 1);
}

/**
 * Percent as the page writes it, of a value of the JSON report.
 * @param {string} measure
 * @param {number} a
 * @param {number} b
 */
function valueIn(measure, a, b) {
  return matrices.find((/** @type {any} */ one) => one.measure === measure).values[a][b];
}

test('what is under the pointer stands on the card, and a click opens the pair', async () => {
  const page = await open(report, 'matrix');
  const { x, y, address } = await hoverPair(page);
  const [a, b] = pairOf(address ?? '');
  assert.deepEqual(await texts('.heat-readout .said'), [documents[a].title, documents[b].title]);
  await page.mouse.click(x, y);
  await becomes(hash, address);
  await becomes(() => texts('.column h2'), [documents[a].title, documents[b].title]);
  await page.goBack();
  await becomes(() => texts('#main h1'), ['Matrix']);
  await quiet();
});

test('arrow keys move the cursor, tell the pair, and Enter opens it', async () => {
  const page = await open(report, 'matrix?order=read', { height: 1000 });
  await page.locator('canvas').focus();
  for (const key of [
    'Home',
    'Control+Home',
    'ArrowDown',
    'ArrowDown',
    'ArrowRight',
    'ArrowRight',
    'ArrowRight',
    'ArrowRight',
    'ArrowRight',
  ])
    await page.keyboard.press(key);
  // Row 3, column 6: the two that share the longest edited passage.
  const spoken = (await page.locator('#announce').textContent()) ?? '';
  assert.ok(spoken.includes(documents[2].source) && spoken.includes(documents[5].source), spoken);
  const jaccard = Math.round(valueIn('jaccard', 2, 5) * 100);
  assert.ok(spoken.replaceAll('\u00A0', ' ').includes(`${jaccard} %`), spoken);
  assert.deepEqual(await texts('.heat-readout .said'), [documents[2].title, documents[5].title]);
  await page.keyboard.press('Enter');
  await becomes(hash, '#pair-3-6');
  await quiet();
});

test('every pair on the card has the values of the JSON report', async () => {
  const page = await open(report, 'matrix?order=read');
  await page.locator('canvas').focus();
  const flat = (/** @type {string} */ text) => text.replace(/\s+/gu, ' ');
  const share = (/** @type {number} */ value) => {
    if (value === 0) return 'none';
    const rounded = Math.min(Math.round(value * 100), value < 1 ? 99 : 100);
    return rounded === 0 ? 'below 1 %' : `${rounded} %`;
  };
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Home');
  for (let row = 0; row < documents.length; ++row) {
    const cards = await page.evaluate((count) => {
      const canvas = document.querySelector('canvas');
      const press = (/** @type {string} */ key) =>
        canvas?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      press('Home');
      const all = [];
      for (let column = 0; column < count; ++column) {
        all.push([...document.querySelectorAll('.heat-values dd')].map((value) => value.textContent ?? ''));
        press('ArrowRight');
      }
      press('ArrowDown');
      return all;
    }, documents.length);
    cards.forEach((values, column) => {
      if (row === column) return;
      const expected = [share(valueIn('jaccard', row, column))];
      for (const measure of ['containment', 'passages'])
        expected.push(share(valueIn(measure, row, column)), share(valueIn(measure, column, row)));
      expected.push(String(valueIn('points', row, column) || 'none'));
      assert.deepEqual(values.map(flat), expected, `${row + 1} and ${column + 1}`);
    });
  }
  await quiet();
});

test('measure, order and story are chosen; the address keeps them', async () => {
  const page = await open(report, 'matrix');
  const picture = () => page.evaluate(() => document.querySelector('canvas')?.toDataURL());
  const pictures = [await picture()];
  const choose = async (/** @type {RegExp} */ label, /** @type {string} */ value) => {
    await page.getByLabel(label).selectOption(value);
    pictures.push(await picture());
  };
  await choose(/^Measure/, 'points');
  await choose(/^Order/, 'date');
  await choose(/^Order/, 'source');
  await choose(/^Articles/, String(documents[2].story + 1));
  assert.equal(new Set(pictures).size, pictures.length);
  const address = hash();
  for (const setting of ['measure=points', 'order=source', `story=${documents[2].story + 1}`])
    assert.ok(address.includes(setting), address);
  await page.reload();
  assert.equal(await page.getByLabel(/^Measure/).inputValue(), 'points');
  assert.equal(await picture(), pictures[pictures.length - 1]);
  await page.click('#theme');
  assert.notEqual(await picture(), pictures[pictures.length - 1]);
  await quiet();
});

test('the strongest pairs stand in a table, largest first, with links to both', async () => {
  const page = await open(report, 'matrix');
  const rows = page.locator('.heat-pairs tbody tr');
  const addresses = await page
    .locator('.heat-pairs tbody a[href^="#pair-"]')
    .evaluateAll((links) => links.map((one) => one.getAttribute('href') ?? ''));
  assert.equal(addresses.length, await rows.count());
  const values = addresses.map((address) => valueIn('jaccard', pairOf(address)[0], pairOf(address)[1]));
  assert.deepEqual(
    values.map((value) => Math.round(value * 1000)),
    values.map((value) => Math.round(value * 1000)).sort((x, y) => y - x),
  );
  const all = matrices[0].values
    .flatMap((/** @type {number[]} */ row, /** @type {number} */ i) => row.slice(i + 1))
    .filter(Boolean);
  assert.equal(values.length, Math.min(all.length, 100));
  await quiet();
});
