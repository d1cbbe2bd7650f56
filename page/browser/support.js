// What the browser tests share: reports made by the program, one browser, and one page that is watched.
//
// The page may ask for nothing but its own file, and may write nothing to the console; `quiet` holds it to that after
// every test.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

export const root = resolve(fileURLToPath(new URL('.', import.meta.url)), '../..');
export const samples = join(root, 'samples');
const program = process.env.REPRISE_PROGRAM ?? join(root, 'build/release/reprise');
const executablePath = process.env.REPRISE_CHROMIUM ?? '/usr/bin/chromium';

// The browser is to talk to nobody, not even for itself.
const args = ['no-sandbox', 'disable-gpu', 'disable-quic', 'no-first-run', 'disable-background-networking'];
args.push('disable-component-update', 'disable-sync');

export const folder = mkdtempSync(join(tmpdir(), 'reprise-page-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** A report as a file, with the same as JSON: made once for each name. */
const made = new Map();

/**
 * Runs the program. Returns where the page lies and what the JSON report holds.
 * @param {string} name of the files
 * @param {string} command compare, points, …
 * @param {string[]} inputs paths and options
 * @returns {{url: string, path: string, json: any}}
 */
export function makeReport(name, command, inputs) {
  if (!made.has(name)) {
    const path = join(folder, `${name}.html`);
    const json = join(folder, `${name}.json`);
    execFileSync(program, [command, ...inputs, '--html', path, '--json', json, '--quiet'], { stdio: 'pipe' });
    made.set(name, { url: pathToFileURL(path).href, path, json: JSON.parse(readFileSync(json, 'utf8')) });
  }
  return made.get(name);
}

/** The report of the articles that lie beside the sources. */
export function sampleReport() {
  return makeReport('samples', 'compare', [samples, '--metadata', join(samples, 'metadata.csv')]);
}

/** @param {string} name */
export function emptyFolder(name) {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  return path;
}

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {import('playwright-core').Page} */
let page;
/** @type {string[]} */
let noise = [];

/** Starts the browser. */
export async function start() {
  assert.ok(existsSync(program), `no program at ${program}: name it by REPRISE_PROGRAM`);
  browser = await chromium.launch({ executablePath, args: args.map((name) => `--${name}`) });
  page = await browser.newPage();
  page.setDefaultTimeout(5000);
  page.on('console', (message) => noise.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => noise.push(`error: ${error.stack ?? error.message}`));
  page.on('dialog', (dialog) => (noise.push(`dialog: ${dialog.message()}`), dialog.dismiss()));
  page.on('popup', (popup) => noise.push(`popup: ${popup.url()}`));
  page.on('download', (download) => noise.push(`download: ${download.url()}`));
  page.on('request', (request) => {
    const isReport = [...made.values()].some(({ url }) => request.url().split('#')[0] === url);
    const own = isReport || servers.some(({ url }) => request.url().startsWith(url));
    if (!own && !request.url().startsWith('data:,')) noise.push(`request: ${request.url()}`);
  });
}

/** Ends it, and what was served. */
export async function stop() {
  await browser?.close();
  for (const server of servers) server.stop();
}

/** @type {{url: string, stop: () => Promise<unknown>}[]} */
const servers = [];

/**
 * Makes an archive and serves it.
 * @param {string} name of the archive
 * @param {string[]} inputs paths and options of what it holds
 * @param {string[]} [options] of the server
 * @param {Record<string, string>} [environment]
 */
export async function serve(name, inputs, options = [], environment = {}) {
  const path = join(folder, `${name}.archive`);
  for (const call of [
    ['create', path],
    ['add', path, ...inputs],
  ]) {
    execFileSync(program, ['archive', ...call], { stdio: 'pipe' });
  }
  const env = { ...process.env, ...environment };
  const child = spawn(program, ['serve', path, '--port', '0', ...options], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((done) => child.once('exit', done));
  const said = String(await new Promise((done) => child.stdout.once('data', done)));
  const url = /http:\S+/.exec(said)?.[0] ?? '';
  const stopServer = () => {
    child.kill('SIGTERM');
    return ended;
  };
  const server = { url, path, stop: stopServer };
  servers.push(server);
  return server;
}

/**
 * Opens an address of a report afresh, as from a bookmark.
 * @param {{url: string}} report
 * @param {string} [address] behind the "#"
 * @param {{width?: number, height?: number, scheme?: 'light' | 'dark', media?: 'screen' | 'print'}} [how]
 */
export async function open(report, address = '', how = {}) {
  const { width = 1280, height = 800, scheme = 'light', media = 'screen' } = how;
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: scheme, media });
  await page.goto('about:blank');
  await page.goto(address ? `${report.url}#${address}` : report.url);
  return page;
}

/**
 * Goes on to another view, as by a link.
 * @param {string} address
 */
export async function go(address) {
  await page.evaluate((to) => {
    if (location.hash === `#${to}`) return null;
    const shown = new Promise((done) => addEventListener('popstate', () => setTimeout(done), { once: true }));
    location.hash = to;
    return shown;
  }, address);
}

/** What the page did that it must not do since this was last asked. */
export function takeNoise() {
  const taken = noise;
  noise = [];
  return taken;
}

/** Fails if the page asked for something, wrote to the console, or threw. */
export async function quiet() {
  await drawn();
  assert.deepEqual(takeNoise(), []);
}

/** What stands behind the "#". */
export function hash() {
  return decodeURIComponent(new URL(page.url()).hash);
}

/** Waits for the next frame: text that is drawn only where it is in sight has no visible text before it. */
function drawn() {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

/**
 * The visible text of what a selector finds.
 * @param {string} selector
 */
export async function texts(selector) {
  await drawn();
  return page.locator(selector).allInnerTexts();
}

/**
 * Waits until a question about the page has this answer.
 * @param {() => Promise<unknown> | unknown} ask
 * @param {unknown} expected
 */
export async function becomes(ask, expected) {
  let answer;
  for (const end = Date.now() + 3000; Date.now() < end; await page.waitForTimeout(25)) {
    answer = await ask();
    try {
      return assert.deepEqual(answer, expected);
    } catch {
      // not yet
    }
  }
  assert.deepEqual(answer, expected);
}

/**
 * The views of a report, one address for each kind of view.
 * @param {any} json
 */
export function addresses(json) {
  const list = ['overview', 'articles', 'article-1', 'nowhere'];
  if (json.points) list.push('points', 'network');
  if (json.points?.length > 0) list.push('point-1', `point-${json.points.length}`);
  if (json.passages || json.clusters) list.push('passages');
  if (json.passages?.length > 0) list.push('passage-1');
  if (json.matrices) list.push('matrix');
  if (json.documents.length > 1) list.push('pair-1-2');
  return list;
}
