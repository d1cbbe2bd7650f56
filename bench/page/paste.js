// How long somebody waits who pastes a text into the page of `reprise serve`: from the paste to the first frame with the
// answer, in headless Chromium.
//
//     node bench/page/paste.js ADDRESS TEXTS.jsonl
//
// Prints the median, the 90th and the 99th percentile in milliseconds, of all texts after the first, and the words of a
// text. tools/setup browser installs what this needs; npm ci in page the rest.
import { readFileSync } from 'node:fs';
import { chromium } from '../../page/node_modules/playwright-core/index.mjs';

const [address, path] = process.argv.slice(2);
const texts = readFileSync(path, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line).text);
const executablePath = process.env.REPRISE_CHROMIUM ?? '/usr/bin/chromium';
const quiet = ['disable-gpu', 'disable-quic', 'no-first-run', 'disable-background-networking', 'disable-component-update'];
const browser = await chromium.launch({ executablePath, args: ['no-sandbox', 'disable-sync', ...quiet].map((arg) => `--${arg}`) });
const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
await page.goto(address);

async function paste(text) {
  return page.evaluate(async (pasted) => {
    const old = document.querySelector('.lead');
    const area = document.querySelector('textarea');
    area.value = pasted;
    const begin = performance.now();
    area.dispatchEvent(new ClipboardEvent('paste', { bubbles: true }));
    while ((document.querySelector('.lead') ?? old) === old) await new Promise(requestAnimationFrame);
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    return performance.now() - begin;
  }, text);
}

const times = [];
for (const text of texts) times.push(await paste(text));
const sorted = times.slice(1).sort((x, y) => x - y);
const at = (share) => Math.round(sorted[Math.floor(share * (sorted.length - 1))]);
const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0) / texts.length;
console.log(JSON.stringify({ texts: sorted.length, words: Math.round(words), p50: at(0.5), p90: at(0.9), p99: at(0.99) }));
await browser.close();
