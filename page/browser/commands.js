// Reports of single commands and of few articles: every view that has a link opens, and says what there is.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { addresses, emptyFolder, go, makeReport, open, quiet, samples, texts } from './support.js';

const metadata = ['--metadata', join(samples, 'metadata.csv')];
const sample = (/** @type {string} */ name) => join(samples, name);

/**
 * @param {string} name
 * @param {Record<string, string>} files
 */
function write(name, files) {
  const folder = emptyFolder(name);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

/**
 * Opens all there is, wide and narrow. Returns the names of the views in the head.
 * @param {{url: string, json: any}} report
 */
async function openAll(report) {
  for (const width of [1280, 360]) {
    const page = await open(report, 'overview', { width });
    const inHead = await page
      .locator('#views a')
      .evaluateAll((links) => links.map((link) => (link.getAttribute('href') ?? '').slice(1)));
    for (const address of new Set([...inHead, ...addresses(report.json)])) {
      await go(address);
      const [heading] = await texts('#main h1');
      assert.equal(heading?.startsWith('Nothing stands'), address === 'nowhere', address);
    }
    await quiet();
  }
  return texts('#views a');
}

test('points alone', async () => {
  const views = await openAll(makeReport('points', 'points', [samples, ...metadata]));
  assert.deepEqual(views, ['Overview', 'Talking points', 'Timeline', 'Network', 'Articles']);
});

test('passages alone', async () => {
  const views = await openAll(makeReport('passages', 'passages', [samples, ...metadata]));
  assert.deepEqual(views, ['Overview', 'Pairs', 'Copies', 'Timeline', 'Network', 'Articles']);
});

test('the matrix alone', async () => {
  const views = await openAll(makeReport('matrix', 'matrix', [samples, ...metadata]));
  assert.deepEqual(views, ['Overview', 'Pairs', 'Copies', 'Matrix', 'Articles']);
});

test('where only the matrix is known, an article tells what is most like it', async () => {
  await open(makeReport('matrix', 'matrix', [samples, ...metadata]), 'article-21');
  const text = (await texts('#main')).join(' ');
  assert.match(text, /Most like it/);
  assert.match(text, /likeness 0\.\d\d/);
  assert.doesNotMatch(text, /shares nothing/);
  await quiet();
});

test('articles of one id are told apart in the network', async () => {
  const shared = 'The old ferry leaves the northern harbour at seven with forty sacks of barley on board, as ever.';
  const [one, other] = ['same-id-1', 'same-id-2'].map((name) =>
    write(name, { '1.txt': `Of ${name}. ${shared}`, '2.txt': `And once more of ${name}: ${shared}` }),
  );
  const page = await open(makeReport('same-ids', 'compare', [one, other]), 'network');
  const circles = page.locator('.net-frame [role=button]');
  assert.equal(await circles.count(), 4);
  for (let i = 0; i < 4; ++i) {
    await circles.nth(i).focus();
    await page.keyboard.press('Enter');
    assert.equal(await circles.nth(i).getAttribute('aria-pressed'), 'true');
    assert.equal(await page.locator('.net-frame [aria-pressed=true]').count(), 1);
  }
  await quiet();
});

test('back finds both lists of the copies as long as they were', async () => {
  const word = (/** @type {number} */ i) =>
    String.fromCharCode(97 + (i % 26), 97 + (Math.floor(i / 26) % 26), 97 + (i % 7));
  /** @type {Record<string, string>} */
  const files = {};
  for (let pair = 0; pair < 60; ++pair) {
    const text = Array.from({ length: 60 }, (_, i) => `${word(pair * 61 + i)}${word(pair + i * 7)}`).join(' ');
    files[`${pair}-a.txt`] = `${text}.`;
    files[`${pair}-b.txt`] = `${text} indeed.`;
  }
  const page = await open(makeReport('pairs', 'compare', [write('pairs', files)]), 'passages');
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  for (let last = 0; last !== (await height()); await page.waitForTimeout(100)) {
    last = await height();
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  }
  const [full, y] = [await height(), await page.evaluate(() => window.scrollY)];
  await page.waitForTimeout(250);
  await go('overview');
  await page.goBack();
  assert.equal(await height(), full);
  assert.equal(await page.evaluate(() => window.scrollY), y);
  await quiet();
});

test('articles without dates and sources', async () => {
  const names = readdirSync(samples).filter((name) => name.endsWith('.txt'));
  const folder = write('undated', Object.fromEntries(names.map((name) => [name, readFileSync(sample(name), 'utf8')])));
  const views = await openAll(makeReport('undated', 'compare', [folder]));
  assert.deepEqual(views, ['Overview', 'Pairs', 'Talking points', 'Copies', 'Matrix', 'Network', 'Articles']);
});

test('against a reference', async () => {
  const references = ['--against', sample('plant-1-norvane-wire.txt')];
  await openAll(
    makeReport('against', 'passages', [
      sample('plant-2-tollandry-times.txt'),
      sample('plant-5-skerrow-courier.txt'),
      ...references,
    ]),
  );
});

test('two articles', async () => {
  await openAll(
    makeReport('two', 'compare', [sample('bridge-2-fennick-gazette.txt'), sample('bridge-5-brackwater-observer.txt')]),
  );
});

test('two that are the same, byte by byte', async () => {
  const text = 'The same words stand here and there, and nobody knows who wrote them first.\n';
  await openAll(makeReport('same', 'compare', [write('same', { 'a.txt': text, 'b.txt': text })]));
  assert.match(await (await open(makeReport('same', '', []), 'pair-1-2')).locator('.lead').innerText(), /the same/);
});

test('articles with nothing in common', async () => {
  const report = makeReport('strangers', 'compare', [
    sample('birds-1-iskary-tidings.txt'),
    sample('recipe-1-marrowby-lantern.txt'),
  ]);
  await openAll(report);
  await open(report, 'overview');
  assert.ok((await texts('#main h2')).includes('Nothing in common'));
});

test('one article, and one without words', async () => {
  await openAll(makeReport('one', 'compare', [sample('birds-1-iskary-tidings.txt')]));
  await openAll(makeReport('blank', 'compare', [write('blank', { 'a.txt': '', 'b.txt': ' \n\n ', 'c.txt': '…' })]));
});
