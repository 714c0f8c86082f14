// Builds every page (`apps/<app>/pages/<name>/index.html`, and the gallery of packages/ui) into
// `apps/<app>/dist/pages/<name>/`. A page whose sources are unchanged is not built again.
//   node scripts/build-pages.mjs [--only station/meja] [--force]
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { findOutside, makeSingleFile, singleFileName } from './single-file.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const lockFile = join(root, 'package-lock.json');
const iconFile = join(root, 'packages', 'ui', 'src', 'look', 'icon.svg');

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const foldersIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : [];

/** All pages of the tree, each with the folder it comes from, the folder it is built into and the file that is opened. */
export function findPages() {
  const pages = foldersIn(join(root, 'apps')).flatMap((app) =>
    foldersIn(join(root, 'apps', app, 'pages')).map((name) => ({
      name: `${app}/${name}`,
      source: join(root, 'apps', app, 'pages', name),
      output: join(root, 'apps', app, 'dist', 'pages', name),
    })),
  );
  const gallery = {
    name: 'ui/gallery',
    source: join(root, 'packages', 'ui', 'gallery'),
    output: join(root, 'packages', 'ui', 'dist', 'gallery'),
  };
  return [...pages, gallery]
    .filter((page) => existsSync(join(page.source, 'index.html')))
    .map((page) => ({
      ...page,
      file: singleFileName(readFileSync(join(page.source, 'index.html'), 'utf8')) ?? 'index.html',
    }));
}

const filesUnder = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** The record of the last build stands beside the page's folder, so that it is never served. */
const stampFileOf = (page) => `${page.output}.build.json`;

/** Everything that could change the page: whole folders, so that new files and style sheets count too. */
function sourcesIn(folders) {
  const files = folders
    .flatMap((folder) => (existsSync(join(root, folder)) ? filesUnder(join(root, folder)) : []))
    .filter((file) => !/\.test\.tsx?$/.test(file));
  return [...new Set([fileURLToPath(import.meta.url), lockFile, ...files])].sort();
}

function hashOf(files) {
  return sha256(files.map((file) => `${relative(root, file)} ${sha256(readFileSync(file))}\n`).join(''));
}

function isUpToDate(page) {
  if (!existsSync(stampFileOf(page)) || !existsSync(join(page.output, page.file))) return false;
  const stamp = JSON.parse(readFileSync(stampFileOf(page), 'utf8'));
  return stamp.hash === hashOf(sourcesIn(stamp.folders));
}

/** Notes the folder of every module of ours that the build read, in the page and in its workers. */
function noteFolders(folders) {
  return {
    name: 'bilik:note-folders',
    buildEnd() {
      for (const id of this.getModuleIds()) {
        const path = id.replace(/^\0/, '').replace(/\?.*$/, '');
        if (!path.startsWith(root + sep) || path.includes(`${sep}node_modules${sep}`)) continue;
        const place = relative(root, path).split(sep);
        folders.add(
          place[0] === 'packages' ? join('packages', place[1], place[2]) : dirname(relative(root, path)),
        );
      }
    },
  };
}

/**
 * Names everything in a built folder that loads from elsewhere or stands inline: the station has no network, and its
 * pages' policy has no exception.
 */
export function findForeign(folder) {
  const problems = [];
  for (const file of filesUnder(folder)) {
    const isMarkup = file.endsWith('.html');
    if (!isMarkup && !file.endsWith('.css')) continue;
    const text = readFileSync(file, 'utf8');
    const addresses = isMarkup
      ? [...text.matchAll(/\s(?:src|href)\s*=\s*["']?([^"'\s>]+)/g)]
      : [...text.matchAll(/(?:url\(\s*["']?|@import\s+["'])([^"')]+)/g)];
    for (const [, address] of addresses) {
      if (/^(?:[a-z]+:)?\/\//i.test(address)) problems.push(`${relative(folder, file)} asks for ${address}`);
    }
    if (isMarkup && /<script(?![^>]*\ssrc=)[^>]*>|<style|\sstyle\s*=|\son[a-z]+\s*=/i.test(text)) {
      problems.push(
        `${relative(folder, file)} has an inline script or style, which the page's policy forbids`,
      );
    }
  }
  return problems;
}

/** Gives every page the same sign in the browser's tab, so that no browser asks the server for one that is not there. */
function addIcon() {
  return {
    name: 'bilik:icon',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'assets/icon.svg', source: readFileSync(iconFile) });
    },
    transformIndexHtml: () => [
      { tag: 'link', attrs: { rel: 'icon', href: './assets/icon.svg' }, injectTo: 'head' },
    ],
  };
}

/** Lets the browser fetch the typeface beside the scripts: a first picture waits for it, and is otherwise laid out twice. */
function preloadTypeface() {
  return {
    name: 'bilik:preload-typeface',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((file) => file.endsWith('.woff2'))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `./${file}` },
            injectTo: 'head',
          })),
    },
  };
}

function makeOneFile(page) {
  makeSingleFile(page.output, page.file);
  return findOutside(readFileSync(join(page.output, page.file), 'utf8'));
}

/**
 * A page with a `service-worker.ts` opens without a network: the worker stands beside it under a fixed name and knows every file of the
 * page, so that it changes whenever the page does.
 */
async function buildServiceWorker(page, build, folders) {
  const entry = join(page.source, 'service-worker.ts');
  if (!existsSync(entry)) return;
  const files = filesUnder(page.output)
    .map((file) => relative(page.output, file).split(sep).join('/'))
    .sort();
  const hashes = files.map((file) => `${file} ${sha256(readFileSync(join(page.output, file)))}`);
  await build({
    root: page.source,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    clearScreen: false,
    plugins: [noteFolders(folders)],
    define: {
      OFFLINE_FILES: JSON.stringify(files.filter((file) => file !== page.file)),
      OFFLINE_VERSION: JSON.stringify(sha256(hashes.join('\n')).slice(0, 16)),
    },
    build: {
      outDir: page.output,
      emptyOutDir: false,
      target: ['chrome109', 'firefox115', 'safari16.4'],
      lib: { entry, formats: ['iife'], name: 'serviceWorker', fileName: () => 'service-worker.js' },
      reportCompressedSize: false,
    },
  });
}

async function buildPage(page) {
  // Vite is loaded only when there is something to build: a start with unchanged pages must be quick.
  // a test looks at what ships: under its own name for the surroundings the page would be another
  process.env.NODE_ENV = 'production';
  const [{ build }, { preact }] = await Promise.all([import('vite'), import('@preact/preset-vite')]);
  const startedAt = Date.now();
  const folders = new Set([relative(root, page.source)]);
  rmSync(page.output, { recursive: true, force: true });
  rmSync(stampFileOf(page), { force: true });
  await build({
    root: page.source,
    base: './',
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    clearScreen: false,
    plugins: [
      preact({ reactAliasesEnabled: false, devToolsEnabled: false }),
      noteFolders(folders),
      addIcon(),
      preloadTypeface(),
    ],
    // a page opened from a disk may start a worker from its own bytes only when that is no module
    worker: { format: page.file === 'index.html' ? 'es' : 'iife', plugins: () => [noteFolders(folders)] },
    build: {
      outDir: page.output,
      emptyOutDir: true,
      target: ['chrome109', 'firefox115', 'safari16.4'],
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      // how long plugins take is no newcomer's concern
      rolldownOptions: { checks: { pluginTimings: false } },
    },
  });
  await buildServiceWorker(page, build, folders);
  const problems = page.file === 'index.html' ? findForeign(page.output) : makeOneFile(page);
  if (problems.length > 0) throw new Error(`The page ${page.name} is not closed: ${problems.join('; ')}`);
  const sources = sourcesIn([...folders]);
  // A file saved while we were building may or may not be in the page: then the next run builds again.
  if (sources.some((file) => statSync(file).mtimeMs >= startedAt)) return;
  mkdirSync(dirname(stampFileOf(page)), { recursive: true });
  const record = { folders: [...folders].sort(), hash: hashOf(sources) };
  writeFileSync(stampFileOf(page), `${JSON.stringify(record, null, 2)}\n`);
}

/** Bytes of all scripts of a built page after gzip, as a browser would fetch them; of a single file all that it is. */
export function scriptBytes(page) {
  return filesUnder(page.output)
    .filter((file) => file.endsWith('.js') || (page.file !== 'index.html' && file.endsWith(page.file)))
    .reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
}

/**
 * Builds the pages that need it, one after the other.
 * @param {{ only?: readonly string[], into?: string, force?: boolean, say?: (line: string) => void }} options
 *   `only`: names as `station/meja`; `into`: a folder for the built pages instead of each app's `dist`; `say`: gets one line a page that was built
 * @returns all pages asked for, with their output folders, built or not
 */
export async function buildPages({ only, into, force = false, say = () => {} } = {}) {
  const known = findPages().map((page) =>
    into === undefined ? page : { ...page, output: join(into, page.name) },
  );
  const unknown = only?.filter((name) => !known.some((page) => page.name === name)) ?? [];
  if (unknown.length > 0) {
    throw new Error(
      `There is no page ${unknown.join(', ')}. There is: ${known.map(({ name }) => name).join(', ')}`,
    );
  }
  const pages = known.filter((page) => only === undefined || only.includes(page.name));
  for (const page of pages) {
    if (!force && isUpToDate(page)) continue;
    const before = performance.now();
    await buildPage(page);
    const seconds = ((performance.now() - before) / 1000).toFixed(1);
    say(`page ${page.name}: ${(scriptBytes(page) / 1024).toFixed(1)} kB of script (gzip), ${seconds} s`);
  }
  return pages;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const only = process.argv.flatMap((word, index) => (process.argv[index - 1] === '--only' ? [word] : []));
  const pages = await buildPages({
    ...(only.length > 0 ? { only } : {}),
    force: process.argv.includes('--force'),
    say: console.log,
  });
  console.log(`pages: ${pages.length === 0 ? 'none' : pages.map(({ name }) => name).join(', ')}`);
}
