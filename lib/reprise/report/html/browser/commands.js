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
  assert.deepEqual(views, ['Overview', 'Copies', 'Timeline', 'Network', 'Articles']);
});

test('the matrix alone', async () => {
  const views = await openAll(makeReport('matrix', 'matrix', [samples, ...metadata]));
  assert.deepEqual(views, ['Overview', 'Copies', 'Matrix', 'Articles']);
});

test('articles without dates and sources', async () => {
  const names = readdirSync(samples).filter((name) => name.endsWith('.txt'));
  const folder = write('undated', Object.fromEntries(names.map((name) => [name, readFileSync(sample(name), 'utf8')])));
  const views = await openAll(makeReport('undated', 'compare', [folder]));
  assert.deepEqual(views, ['Overview', 'Talking points', 'Copies', 'Matrix', 'Network', 'Articles']);
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
