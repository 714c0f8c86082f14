import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  CHECK_PAGE_PATH,
  CHECKPOINT_PATH,
  type NoteSigner,
  noteSigner,
  parseSnapshot,
  readNoteKey,
  readNoteSigner,
  writeNoteKey,
  writeNoteSigner,
} from '@bilik/publication';
import { z } from 'zod';
import { addCosignature, askWitness } from './cosign/ask-witnesses.ts';
import { allPages } from './pages/all-pages.ts';
import { explainProblem } from './write/problem.ts';
import { readSite } from './write/published-site.ts';
import { stageFiles } from './write/stage.ts';
import { writeSite } from './write/write-site.ts';

const USAGE = `node apps/portal/src/main.ts
  key    --name NAME --out FILE                        a new key of a log; prints what others check it by
  write  --snapshot FOLDER --out DIR --key FILE        publishes the next snapshot
  cosign --out DIR --key FILE --witnesses FILE         asks witnesses to cosign the checkpoint: [{"key":…,"url":…}]
  pages  --snapshot FILE --log-key TEXT --out DIR      writes the pages of a snapshot alone, for comparison
  page-hashes --log-key TEXT                           of each snapshot named on the input, a line each: path, hash and length of its pages
Each prints one line of JSON. Exit code 0: done, 1: refused, 2: no such call.`;

const CHECK_PAGE = fileURLToPath(new URL('../dist/pages/periksa/periksa.html', import.meta.url));
const WITNESSES = z
  .array(z.strictObject({ key: z.string().max(300), url: z.url({ protocol: /^https?$/ }).max(300) }))
  .max(50);

/** A call whose words do not fit. */
class NoSuchCall extends Error {}

async function main([command, ...parameters]: readonly string[]): Promise<number> {
  switch (command) {
    case 'key':
      return makeKey(valuesOf(parameters, ['name', 'out']));
    case 'write':
      return await write(valuesOf(parameters, ['snapshot', 'out', 'key']));
    case 'cosign':
      return await cosign(valuesOf(parameters, ['out', 'key', 'witnesses']));
    case 'pages':
      return await pages(valuesOf(parameters, ['snapshot', 'log-key', 'out']));
    case 'page-hashes':
      return await pageHashes(valuesOf(parameters, ['log-key']));
    default:
      throw new NoSuchCall(command ?? '');
  }
}

/** The values of a call, by the name of their flag; each of these flags must be there, and no other. */
type Values<Name extends string> = (name: Name) => string;

function valuesOf<const Name extends string>(
  parameters: readonly string[],
  names: readonly Name[],
): Values<Name> {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const { values } = parseArgs({ args: [...parameters], options });
  const given = new Map(Object.entries(values));
  const flagOf = (name: Name): string => {
    const value = given.get(name);
    if (value === undefined) throw new NoSuchCall(`--${name}`);
    return value;
  };
  for (const name of names) flagOf(name);
  return flagOf;
}

function readSigner(path: string): NoteSigner {
  const signer = existsSync(path) ? readNoteSigner(readFileSync(path, 'utf8').trim()) : undefined;
  if (signer?.kind !== 'note') throw new NoSuchCall(`--key: ${path} holds no key of a log`);
  return signer;
}

const say = (answer: object): void => console.log(JSON.stringify(answer));

function makeKey(values: Values<'name' | 'out'>): number {
  const out = values('out');
  const signer = noteSigner(values('name'), 'note', crypto.getRandomValues(new Uint8Array(32)));
  mkdirSync(dirname(out), { recursive: true });
  // never over a key that is there: what it signed could be continued by nobody
  writeFileSync(out, `${writeNoteSigner(signer)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  say({ ok: true, key: writeNoteKey(signer) });
  return 0;
}

async function write(values: Values<'snapshot' | 'out' | 'key'>): Promise<number> {
  const signer = readSigner(values('key'));
  if (!existsSync(CHECK_PAGE)) {
    console.error(explainProblem({ type: 'check-page-not-built' }));
    return 1;
  }
  const checkPage = readFileSync(CHECK_PAGE, 'utf8');
  const written = await writeSite({ folder: values('snapshot'), out: values('out'), signer, checkPage });
  if (written.ok) {
    say({ ok: true, ...written.value });
    return 0;
  }
  say(written);
  console.error(explainProblem(written.error));
  return 1;
}

async function cosign(values: Values<'out' | 'key' | 'witnesses'>): Promise<number> {
  const signer = readSigner(values('key'));
  const site = readSite(values('out'), signer);
  if (!site.ok || site.value === undefined) {
    say({ ok: false, error: site.ok ? { type: 'folder-is-no-site', path: values('out') } : site.error });
    return 1;
  }
  const note = readFileSync(join(values('out'), CHECKPOINT_PATH), 'utf8');
  let isAll = true;
  for (const { key: text, url } of WITNESSES.parse(JSON.parse(readFileSync(values('witnesses'), 'utf8')))) {
    const key = readNoteKey(text);
    if (key?.kind !== 'cosignature') throw new NoSuchCall(`no key of a witness: ${text}`);
    const { answer, line } = await askWitness({ key, url: url.replace(/\/$/, '') }, site.value, note);
    if (line !== undefined) addCosignature(values('out'), key, line);
    isAll &&= answer.type === 'cosigned';
    say({ witness: key.name, ...answer });
  }
  return isAll ? 0 : 1;
}

/** For whoever compares the pages of a site with its snapshot. */
async function pages(values: Values<'snapshot' | 'log-key' | 'out'>): Promise<number> {
  const snapshot = parseSnapshot(readFileSync(values('snapshot'), 'utf8'));
  if (!snapshot.ok) {
    say(snapshot);
    return 1;
  }
  const checkPage = existsSync(CHECK_PAGE) ? readFileSync(CHECK_PAGE, 'utf8') : '';
  await stageFiles(values('out'), allPages(snapshot.value, { logKey: values('log-key'), checkPage }));
  say({ ok: true });
  return 0;
}

/** For whoever compares the pages of many publications: of those nothing but lists is kept. */
async function pageHashes(values: Values<'log-key'>): Promise<number> {
  const isCheckPageBuilt = existsSync(CHECK_PAGE);
  const checkPage = isCheckPageBuilt ? readFileSync(CHECK_PAGE, 'utf8') : '';
  const logKey = values('log-key');
  for await (const line of createInterface({ input: process.stdin })) {
    const snapshot = parseSnapshot(readFileSync(z.string().parse(JSON.parse(line)), 'utf8'));
    if (!snapshot.ok) {
      say(snapshot);
      return 1;
    }
    const files = Array.from(allPages(snapshot.value, { logKey, checkPage }), ([path, content]) => {
      const bytes = Buffer.from(content);
      return { path, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
    }).filter(({ path }) => isCheckPageBuilt || path !== CHECK_PAGE_PATH);
    say({ isCheckPageBuilt, files });
  }
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof NoSuchCall || (error instanceof TypeError && 'code' in error))) throw error;
  console.error(`${error.message}\n${USAGE}`);
  process.exitCode = 2;
}
