// The page of `reprise dedup --html`: every view, in both themes of colour, with texts that look like markup.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { titles } from './hostile.js';
import { emptyFolder, folder, go, makeReport, open, quiet, texts } from './support.js';

const filler = 'the board of the harbour met on a grey morning and heard what the divers had found below the old pier';

/** Records whose every field is an attempt, with copies that differ in a word. */
function hostileRecords() {
  const bodies = Object.values(titles);
  return bodies.flatMap((body, i) => {
    const text = `${body} ${filler} number${i} ${filler.split(' ').reverse().join(' ')} end${i}`;
    return [
      { id: `${body}-1`, source: body, url: body, text },
      { id: `${body}-2`, source: `${body}'`, url: 'javascript:window.hit=1', text: `${text} <b>more</b>` },
      { id: `${body}-3`, source: body, text: text.replace('grey', '<script>window.hit=1</script>') },
    ];
  });
}

/** @param {string[]} [options] */
function hostilePage(name = 'removed', options = []) {
  const path = join(emptyFolder('removed'), '<img src=x onerror=hit=1>.jsonl');
  writeFileSync(
    path,
    hostileRecords()
      .map((record) => `${JSON.stringify(record)}\n`)
      .join(''),
  );
  return makeReport(name, 'dedup', [path, '--dry-run', ...options]);
}

test('the page of what was removed shows why, from where, and how alike', async () => {
  const page = await open(hostilePage());
  assert.deepEqual(await texts('#views a'), ['Overview', 'Clusters', 'Threshold']);
  assert.match((await texts('#main h1'))[0], /^\d+ documents of 15 removed/);
  const cards = await texts('#main .card h2');
  assert.deepEqual(cards, ['Why', 'How alike what was compared is', 'By source', 'By file']);
  assert.match((await page.locator('svg.histogram').getAttribute('aria-label')) ?? '', /from the threshold of 0.8 on/);
  assert.ok((await page.locator('svg.histogram rect').count()) > 1);
  assert.ok((await texts('#main')).join().includes(titles.script), 'a source as it is');
  await quiet();
});

test('copies stand beside what stays, with the words that differ marked', async () => {
  const page = await open(hostilePage(), 'clusters');
  assert.equal((await texts('#main h1'))[0], 'Clusters');
  const marks = await texts('#main mark.differs');
  assert.ok(marks.some((mark) => /more/.test(mark)));
  assert.ok((await page.locator('.columns .side').count()) >= 2);
  assert.ok((await texts('#main')).join().includes('<b>more</b>'));
  await go('threshold');
  assert.deepEqual((await texts('#main h2')).slice(0, 2), ['Just above', 'Just below']);
  assert.ok((await texts('#main')).join().includes('<script>window.hit=1</script>'));
  assert.equal(await page.evaluate(() => 'hit' in window), false);
  await quiet();
});

test('its policy lets nothing in and nothing out, and no text is markup', async () => {
  const { path } = hostilePage();
  const html = readFileSync(path, 'utf8');
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
  assert.match(policy, /^default-src 'none'; script-src 'sha256-[\w+/]{43}='; style-src 'sha256-[\w+/]{43}=';/);
  assert.doesNotMatch(policy, /connect-src|unsafe|https?:|\*|blob:/);
  assert.equal(html.split('</script>').length, 3);
  const data = /id="data">(.*)<\/script>/.exec(html)?.[1] ?? '';
  assert.ok(!data.includes('<'));
});

test('items and parts have views of their own', async () => {
  const reference = join(emptyFolder('removed-items'), 'bench.jsonl');
  writeFileSync(reference, `${JSON.stringify({ id: titles.image, text: filler })}\n`);
  await open(hostilePage('removed-items', ['--against', reference]), 'items');
  assert.ok((await texts('#main')).join().includes(titles.image));
  assert.ok((await texts('#main mark.differs')).join().includes('the divers had found'));
  await quiet();
  await open(hostilePage('removed-parts', ['--parts', 'documents,runs:10']), 'parts');
  assert.match((await texts('#main h3'))[0], /^A run of words of \d+/);
  await quiet();
});

test('a run that removes nothing says so', async () => {
  const path = join(folder, 'alone.jsonl');
  const page = join(folder, 'alone.html');
  writeFileSync(path, '{"text": "Plum jam wants patience."}\n');
  execFileSync(process.env.REPRISE_PROGRAM ?? '', ['dedup', path, '--dry-run', '--html', page, '--quiet']);
  assert.ok(pathToFileURL(page).href.startsWith('file:'));
  await open(makeReport('alone', 'dedup', [path, '--dry-run']));
  assert.match((await texts('#main h1'))[0], /^0 documents of 1 removed/);
  assert.ok((await texts('#main')).join().includes('Nothing left.'));
  await quiet();
});
