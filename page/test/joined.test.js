// The build joins the modules into one script by text alone (cmake/join_page.cmake). They are held here to what that takes.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('..', import.meta.url));
// The module of each page that runs at once.
const mains = ['src/main.js', 'served/served.js', 'removed/removed.js'];
const modules = ['src', 'served', 'removed'].flatMap((part) =>
  readdirSync(join(folder, part))
    .filter((name) => name.endsWith('.js'))
    .map((name) => ({ name: `${part}/${name}`, source: readFileSync(join(folder, part, name), 'utf8') })),
);

/**
 * Lines that begin at the margin: those of the top level, if the sources are formatted.
 * @param {string} source
 */
function topLines(source) {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split('\n')
    .filter((line) => /^[^\s}\])/]/.test(line));
}

/** @param {string} source */
function importsOf(source) {
  return [...source.matchAll(/^import {([^}]*)} from '([^']*)';$/gm)].map(([text, names, from]) => ({
    text,
    names: names
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
    from,
  }));
}

/** @param {string} source */
function declared(source) {
  return topLines(source).flatMap(
    (line) => /^(?:export )?(?:async )?(?:const|let|function\*?|class) (\w+)/.exec(line)?.[1] ?? [],
  );
}

test('imports have the one form that is taken out, rename nothing, and name what is exported', () => {
  for (const { name, source } of modules) {
    assert.equal(
      importsOf(source).length,
      source.match(/^import\b/gm)?.length ?? 0,
      `${name}: an import of another form`,
    );
    assert.doesNotMatch(source.replace(/\/\*[\s\S]*?\*\//g, ''), /\bimport\(/, name);
    for (const { names, from } of importsOf(source)) {
      const other = modules.find((one) => one.name === posix.join(posix.dirname(name), from));
      assert.ok(other, `${name}: ${from}`);
      for (const wanted of names) {
        assert.match(wanted, /^\w+$/, `${name}: ${wanted} is renamed`);
        assert.match(
          other.source,
          new RegExp(`^export (const|function|class|async function) ${wanted}\\b`, 'm'),
          `${from} exports no ${wanted}`,
        );
      }
    }
  }
});

test('exports are of declarations, none is the default', () => {
  for (const { name, source } of modules) {
    const exported = source.match(/^export\b.*/gm) ?? [];
    assert.deepEqual(
      exported.filter((line) => !/^export (const|function|class|async function) \w+/.test(line)),
      [],
      name,
    );
  }
});

test('no name is declared twice', () => {
  const owners = new Map();
  for (const { name, source } of modules) {
    for (const own of declared(source)) {
      assert.ok(!owners.has(own), `${own}: in ${owners.get(own)} and in ${name}`);
      owners.set(own, name);
    }
  }
  assert.ok(owners.size > 100);
});

test('what the report is made of imports nothing of the other pages', () => {
  for (const { name, source } of modules.filter((one) => one.name.startsWith('src/'))) {
    assert.ok(
      importsOf(source).every(({ from }) => from.startsWith('./')),
      name,
    );
  }
});

test('a module declares and does nothing else; what runs at once stands in the main one', () => {
  for (const { name, source } of modules.filter((one) => !mains.includes(one.name))) {
    const other = topLines(source).filter(
      (line) => !/^(import|export|const|let|function|async function|class)\b/.test(line),
    );
    assert.deepEqual(other, [], name);
  }
});

for (const kind of ['report', 'served', 'removed']) {
  test(`joined they are a script, and the page lets in that script alone: ${kind}`, (t) => {
    const temporary = mkdtempSync(join(tmpdir(), 'reprise-joined-'));
    t.after(() => rmSync(temporary, { recursive: true }));
    const output = join(temporary, 'page.cpp');
    const rules = join(folder, '../cmake/join_page.cmake');
    const definitions = [`PAGE_FOLDER=${folder}`, `KIND=${kind}`, `OUTPUT=${output}`].flatMap((one) => ['-D', one]);
    const cmake = spawnSync('cmake', [...definitions, '-P', rules], { encoding: 'utf8' });
    if (cmake.error) return t.skip('there is no cmake');
    assert.equal(cmake.status, 0, cmake.stderr);
    const page = readFileSync(output, 'utf8');
    const [, script] = /<script type="module">([\s\S]*?)<\/script>/.exec(page) ?? [];
    const [, style] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
    assert.doesNotMatch(script, /^(import|export)\b/m);
    assert.equal(/\bfetch\(/.test(script), kind === 'served');
    assert.equal(page.includes('connect-src'), kind === 'served');
    for (const [part, text] of Object.entries({ script, style })) {
      const hash = createHash('sha256').update(text).digest('base64');
      assert.ok(page.includes(`${part}-src 'sha256-${hash}'`), `${part} is not let in`);
    }
    const path = join(temporary, 'page.mjs');
    writeFileSync(path, script);
    const node = spawnSync(process.execPath, ['--check', path], { encoding: 'utf8' });
    assert.equal(node.status, 0, node.stderr);
    assert.deepEqual(page.match(/{{\w+}}/g)?.filter((hole) => hole !== '{{data}}') ?? [], []);
  });
}
