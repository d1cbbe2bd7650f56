// Nothing that a document holds is executed or read as markup, and the page can neither load nor send anything.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { hostileCollection, titles } from './hostile.js';
import { addresses, go, makeReport, open, quiet, sampleReport, takeNoise } from './support.js';

/** What the page is made of: no other element may stand in it. */
const elements =
  `a article aside bdi blockquote br button canvas caption circle code dd details div dl dt ellipse footer form g h1
  h2 h3 h4 header input label li line main mark nav ol option output p path polygon polyline q rect section select span strong
  summary svg table tbody td text th thead time title tr tspan ul`.split(/\s+/);

test('the policy is strict', () => {
  const html = readFileSync(sampleReport().path, 'utf8');
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
  assert.ok(html.indexOf(policy) < html.indexOf('<script'), 'it must stand before all scripts');
  assert.match(policy, /(^|; )default-src 'none'(;|$)/);
  assert.match(policy, /; script-src 'sha256-[\w+/]{43}='(;|$)/);
  assert.match(policy, /; style-src 'sha256-[\w+/]{43}='(;|$)/);
  assert.match(policy, /; base-uri 'none'(;|$)/);
  assert.match(policy, /; form-action 'none'(;|$)/);
  assert.match(policy, /require-trusted-types-for 'script'/);
  assert.doesNotMatch(policy, /unsafe|https?:|\*|blob:|connect-src|frame-src|object-src/);
  assert.equal(html.match(/<script/gi)?.length, 2, 'the data and the script');
  assert.doesNotMatch(html, /<(link|img|iframe|object|embed|form|base)\b(?! rel="icon" href="data:,")/i);
});

test('an element or a string that a script brings in does not run, and nothing can be fetched', async () => {
  const page = await open(sampleReport(), 'overview');
  const ran = await page.evaluate(async () => {
    await new Promise((done) => setTimeout(done)); // the tests' own code may do more, until it waits
    const results = [];
    const attempt = async (/** @type {string} */ name, /** @type {() => unknown} */ act) => {
      try {
        await act();
        results.push(name);
      } catch {
        // as it should be
      }
    };
    await attempt('eval', () => (0, eval)('1'));
    await attempt('Function', () => new Function('return 1')());
    await attempt('innerHTML', () => (document.body.innerHTML = '<b>'));
    await attempt('script text', () => {
      const script = document.createElement('script');
      script.textContent = 'window.hit = 1';
      document.body.append(script);
    });
    await attempt('fetch', () => fetch('https://example.org/'));
    await attempt('worker', () => new Worker('data:,').terminate());
    await attempt('handler', () => document.body.setAttribute('onclick', 'window.hit = 1'));
    document.body.click();
    const style = document.createElement('style');
    style.textContent = 'body { opacity: 0.5 }';
    document.body.append(style);
    const image = document.createElement('img');
    image.src = 'https://example.org/a.png';
    document.body.append(image);
    await new Promise((done) => setTimeout(done, 100));
    if ('hit' in window) results.push('hit');
    if (getComputedStyle(document.body).opacity !== '1') results.push('style');
    return results;
  });
  assert.deepEqual(ran, []);
  // Those that were stopped are told of, too.
  const noise = takeNoise().filter((line) => line !== 'request: https://example.org/a.png');
  assert.ok(noise.length >= 8 && noise.every((line) => /Content Security Policy|Trusted/.test(line)), noise.join('\n'));
});

test('what looks like markup is shown as it is', async () => {
  const report = makeReport('hostile', 'compare', hostileCollection());
  const page = await open(report, 'overview');
  const list = addresses(report.json);
  report.json.documents.forEach((/** @type {any} */ _, /** @type {number} */ i) =>
    list.push(`article-${i + 1}`, `pair-${i + 1}-${i === 3 ? 6 : 4}`),
  );
  report.json.points.forEach((/** @type {any} */ _, /** @type {number} */ i) => list.push(`point-${i + 1}`));
  for (let i = 0; i < report.json.passages.length; i += 9) list.push(`passage-${i + 1}`);
  for (const address of new Set(list)) {
    await go(address);
    const found = await page.evaluate(() => ({
      hit: 'hit' in window,
      names: [...new Set([...document.querySelectorAll('#main *')].map((one) => one.localName))],
      handlers: [...document.querySelectorAll('#main *')].flatMap((one) =>
        one.getAttributeNames().filter((name) => name.startsWith('on')),
      ),
      links: [...document.querySelectorAll('#main [href]')].map((one) => one.getAttribute('href') ?? ''),
      scripts: document.scripts.length,
    }));
    assert.equal(found.hit, false, address);
    assert.equal(found.scripts, 2);
    assert.deepEqual(
      found.names.filter((name) => !elements.includes(name)),
      [],
      address,
    );
    assert.deepEqual(found.handlers, [], address);
    assert.deepEqual(
      found.links.filter((to) => !/^(#|https?:\/\/)/.test(to)),
      [],
      address,
    );
  }
  await quiet();
});

test('titles and ids are shown letter by letter', async () => {
  const report = makeReport('hostile', 'compare', hostileCollection());
  const page = await open(report, 'overview');
  for (const title of Object.values(titles)) {
    const at = report.json.documents.findIndex((/** @type {any} */ one) => one.title === title);
    await go(`article-${at + 1}`);
    assert.equal(await page.locator('#main h1').textContent(), title);
    const { id, source } = report.json.documents[at];
    const said = (await page.locator('#main').textContent()) ?? '';
    assert.ok(said.includes(id), id);
    assert.ok(said.includes(source ?? ''), source);
    assert.ok((await page.title()).startsWith(title.slice(0, 30)));
  }
  await quiet();
});

test('text that runs from right to left does so, in quotations and with notes before it', async () => {
  const report = makeReport('hostile', 'compare', hostileCollection());
  const page = await open(report, 'overview');
  const hebrew = report.json.documents.findIndex((/** @type {any} */ one) => one.id === 'hebrew.txt') + 1;
  const arabic = report.json.documents.findIndex((/** @type {any} */ one) => one.id === 'arabic.txt') + 1;
  const passage = report.json.passages.find(
    (/** @type {any} */ one) => one.a.document === hebrew - 1 || one.b.document === hebrew - 1,
  );
  for (const address of [
    `article-${hebrew}`,
    `article-${arabic}`,
    `passage-${passage.id + 1}`,
    `pair-${hebrew}-${arabic}`,
  ]) {
    await go(address);
    const directions = await page
      .locator('.text p, blockquote')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).direction));
    assert.ok(directions.length > 1 && directions.every((one) => one === 'rtl'), `${address}: ${directions}`);
  }
  await quiet();
});
