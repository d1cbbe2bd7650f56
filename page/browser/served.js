// The page of `reprise serve`: a text is pasted, a file dropped, the archive searched; and nobody else is asked.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { hostileCollection } from './hostile.js';
import { becomes, folder, go, hash, open, quiet, samples, serve, takeNoise, texts } from './support.js';

const sampled = [samples, '--metadata', join(samples, 'metadata.csv')];
const wire = readFileSync(join(samples, 'plant-1-norvane-wire.txt'), 'utf8');

/** Serves the samples, once. */
let serving;
function servedSamples() {
  serving ??= serve('samples', sampled);
  return serving;
}

/**
 * Pastes, as a person does.
 * @param {import('playwright-core').Page} page
 * @param {string} text
 */
async function paste(page, text) {
  await page.locator('textarea').evaluate((area, pasted) => {
    /** @type {HTMLTextAreaElement} */ (area).value = pasted;
    area.dispatchEvent(new ClipboardEvent('paste', { bubbles: true }));
  }, text);
}

/** @param {string} text */
async function leadBecomes(text) {
  await becomes(async () => (await texts('#main .lead'))[0]?.slice(0, text.length), text);
}

test('the policy lets the page ask its own server and nobody else', async () => {
  const { url } = await servedSamples();
  const answer = await fetch(url);
  const html = await answer.text();
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
  assert.match(policy, /^default-src 'none'; script-src 'sha256-[\w+/]{43}='; style-src 'sha256-[\w+/]{43}=';/);
  assert.match(policy, /; connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'/);
  assert.doesNotMatch(policy, /unsafe|https?:|\*|blob:|frame-src|object-src/);
  assert.equal(answer.headers.get('content-security-policy'), "frame-ancestors 'none'");
  assert.equal(answer.headers.get('access-control-allow-origin'), null);
  const page = await open(await servedSamples());
  await page.evaluate(() => fetch('https://example.org/').catch(() => null));
  assert.ok(takeNoise().every((line) => /Content Security Policy/.test(line)));
});

test('a text that is pasted is shown side by side with the document that has most of it', async () => {
  const page = await open(await servedSamples());
  assert.deepEqual(await texts('#views a'), ['Ask', 'Archive']);
  await becomes(async () => /an archive of 27 documents/.test((await texts('#foot')).join()), true);
  await paste(page, wire);
  await leadBecomes('100\u00a0% of its 346 words stand in the archive');
  const [left, right] = await texts('.column h2');
  assert.equal(left, 'Battery maker to shut Dunverry plant, 340 jobs to go');
  assert.equal(right, left);
  assert.ok((await page.locator('.column mark').count()) > 2);
  assert.ok((await texts('#views a')).includes('New and known'));
  await go('article-1');
  assert.equal((await texts('#main h1'))[0], left);
  await page.goBack();
  await becomes(() => hash(), '#ask');
  assert.equal(await page.locator('textarea').inputValue(), wire.replace(/\r\n?/g, '\n'));
  await quiet();
});

test('of a text that is new nothing is found, and it says so', async () => {
  const page = await open(await servedSamples());
  await page.locator('textarea').fill('Plum jam wants patience, sugar and a wide pan.');
  await page.getByRole('button', { name: 'Find' }).click();
  await leadBecomes('Nothing of its 9 words stands in the archive.');
  await page.locator('textarea').fill('x');
  await page.keyboard.press('n'); // a letter, and no step
  assert.equal(await page.locator('textarea').inputValue(), 'xn');
  await quiet();
});

test('a file is asked about, chosen or dropped', async () => {
  const page = await open(await servedSamples());
  const path = join(folder, 'dropped.html');
  writeFileSync(
    path,
    `<!doctype html><html><body><article><p>${wire.replaceAll('\n', '</p><p>')}</p></article></body></html>`,
  );
  await page.locator('input[type=file]').setInputFiles(path);
  await leadBecomes('100\u00a0% of its');
  assert.ok((await texts('.column .byline'))[0].includes('dropped.html'));
  const dropped = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'other.txt'));
    return transfer;
  }, 'Nothing that was ever said anywhere before tonight.');
  await page.locator('#main').dispatchEvent('drop', { dataTransfer: dropped });
  await leadBecomes('Nothing of its 8 words');
  await quiet();
});

test('a file that cannot be read is refused in words', async () => {
  const page = await open(await servedSamples());
  await page.locator('input[type=file]').setInputFiles(join(samples, '../docs/pictures/point.png'));
  await becomes(async () => /point\.png/.test((await texts('[role=alert]')).join()), true);
  assert.match(takeNoise().join('\n'), /400/);
});

test('the archive is searched by outlet, date and what it says; each document opens', async () => {
  const page = await open(await servedSamples(), 'archive');
  await becomes(async () => (await texts('.found .soft'))[0], '27 documents');
  await page.getByLabel('Outlet', { exact: true }).fill('courier');
  await becomes(async () => (await texts('.found .soft'))[0], '3 documents');
  await page.getByLabel('From').fill('2031-05');
  await becomes(async () => (await texts('.found .soft'))[0], '2 documents');
  await page.getByLabel('Says').fill('the site running for a full decade');
  await becomes(async () => (await texts('.found .said'))[0]?.includes('running for a full decade'), true);
  assert.match(hash(), /says=.*source=courier.*from=2031-05/);
  await page.locator('.found h2 a').first().click();
  await becomes(async () => (await texts('#main h1'))[0], 'Battery maker to shut Dunverry plant');
  assert.ok((await texts('.text')).join().includes('full decade'));
  await page.goBack();
  await becomes(async () => (await texts('.found .soft'))[0], '1 document');
  await page.getByLabel('From').fill('some day');
  await becomes(async () => /takes a date/.test((await texts('[role=alert]')).join()), true);
  assert.match(takeNoise().join('\n'), /400/);
});

test('what looks like markup is shown as it is, in the archive and in what is asked', async () => {
  const server = await serve('hostile', hostileCollection());
  const page = await open(server, 'archive');
  await becomes(async () => (await texts('.found h2')).length > 3, true);
  await go('ask');
  const evil = '<img src=x onerror="window.hit=1"><script>window.hit=1</script> the crew of the ferry said';
  await paste(page, evil);
  await becomes(async () => (await texts('#main .lead')).length, 1);
  await go('article-1');
  assert.ok((await texts('#main')).join().includes('<script>window.hit=1</script>'));
  assert.equal(await page.evaluate(() => 'hit' in window), false);
  await quiet();
});

test('where a token is asked for, the page asks for it', async () => {
  const token = 'a-token-of-thirty-two-characters';
  const server = await serve('guarded', sampled, [], { REPRISE_TOKEN: token });
  const page = await open(server, 'archive');
  const field = page.locator('.found input[type=password]');
  await field.fill('something wrong, to begin with');
  await page.locator('.found').getByRole('button').click();
  await becomes(() => field.inputValue(), '');
  await field.fill(token);
  await page.locator('.found').getByRole('button').click();
  await becomes(async () => (await texts('.found .soft'))[0], '27 documents');
  assert.ok(takeNoise().every((line) => /401/.test(line)));
  await server.stop();
  await page.getByLabel('Outlet', { exact: true }).fill('courier');
  await becomes(async () => /still running/.test((await texts('.found [role=alert]')).join()), true);
  takeNoise();
});
