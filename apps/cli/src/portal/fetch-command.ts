import { parseArgs } from 'node:util';
import { type NoteKey, readNoteKey } from '@bilik/publication';
import { isLanguage, type Language, phrase } from '@bilik/words';
import type { FileFault } from './fetch-files.ts';
import { type FetchedSite, fetchSite } from './fetch-site.ts';
import { printable } from './printable.ts';
import { siteServer } from './site-server.ts';

export const FETCH_USAGE = `bilik portal fetch ALAMAT DIR [--key KUNCI] [--lang id|en]
  Menyalin seluruh situs hasil ke sebuah folder, dengan arsip terbitan lama dan log; yang sudah ada tidak diminta lagi. /
  Copies a whole public site into a folder, earlier publications and the log with it; what is there is not asked for again.
  ALAMAT  folder situs itu, seperti / the site's folder, like https://…/publik/
  --key   kunci log yang diumumkan / the log's key as it is posted
  Selesai dengan 0: lengkap, 1: belum lengkap atau salah, 2: tidak ada yang diambil. / Exit code 0: whole, 1: incomplete or wrong, 2: nothing
  was fetched.`;

/** Files that are named one by one. */
const SHOWN = 20;

interface Request {
  readonly base: URL;
  readonly folder: string;
  readonly language: Language;
  readonly key?: NoteKey;
}

/** `bilik portal fetch` @returns 0 the copy is whole, 1 incomplete or wrong, 2 nothing was fetched */
export async function fetchCommand(parameters: readonly string[]): Promise<number> {
  const request = readRequest(parameters);
  if (request === undefined) {
    console.error(FETCH_USAGE);
    return 2;
  }
  if ('cannot' in request) {
    console.error(request.cannot);
    return 2;
  }
  const { base, folder: path, language, key } = request;
  const fetched = await fetchSite({
    ...{ server: siteServer(base), folder: path, ...(key && { key }) },
    begins: (round) => console.error(phrase(language, 'siteFetch.begins', { ...round, path })),
  });
  const { code, lines } = told(fetched, request);
  if (fetched.type === 'fetched') console.log(lines.join('\n'));
  else console.error(lines.join('\n'));
  return code;
}

function readRequest(parameters: readonly string[]): Request | { readonly cannot: string } | undefined {
  const read = readValues(parameters);
  const [address, folder, ...more] = read?.positionals ?? [];
  const language = read?.values.lang ?? '';
  if (address === undefined || folder === undefined || more.length > 0 || !isLanguage(language))
    return undefined;
  const base = baseOf(address);
  if (base === undefined) return { cannot: phrase(language, 'siteFetch.cannot.address', { address }) };
  const text = read?.values.key;
  if (text === undefined) return { base, folder, language };
  const key = readNoteKey(text);
  return key?.kind === 'note'
    ? { base, folder, language, key }
    : { cannot: phrase(language, 'siteFetch.cannot.key') };
}

/** The site's folder, also where somebody names its first page. */
function baseOf(address: string): URL | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, origin, pathname, username } = new URL(address);
  if ((protocol !== 'https:' && protocol !== 'http:') || username !== '') return undefined;
  const folder = pathname.replace(/[^/]*\.html$/, '');
  return new URL(folder.endsWith('/') ? folder : `${folder}/`, origin);
}

function readValues(parameters: readonly string[]) {
  try {
    return parseArgs({
      args: [...parameters],
      allowPositionals: true,
      options: { key: { type: 'string' }, lang: { type: 'string', default: 'id' } },
    });
  } catch {
    return undefined;
  }
}

function told(
  fetched: FetchedSite,
  { base, folder: path, language }: Request,
): { readonly code: number; readonly lines: readonly string[] } {
  switch (fetched.type) {
    case 'fetched':
      return toldOfFiles(fetched, path, language);
    case 'no-key':
      return { code: 2, lines: [phrase(language, 'siteFetch.cannot.key')] };
    case 'folder-is-no-copy':
      return { code: 2, lines: [phrase(language, 'siteFetch.cannot.folder', { path })] };
    case 'not-read': {
      const { path: at } = fetched.fault;
      const why = faultWords(fetched.fault, language);
      const words = { address: base.href, at, why, path };
      return {
        code: isWrong(fetched.fault) ? 1 : 2,
        lines: [phrase(language, 'siteFetch.cannot.read', words)],
      };
    }
    case 'not-signed': {
      const words = { at: fetched.path, why: printable(fetched.problem), path };
      return { code: 1, lines: [phrase(language, 'siteFetch.cannot.signature', words)] };
    }
    case 'log-differs': {
      const how = fetched.fault === 'rolled-back' ? 'rolled-back' : 'other';
      const why = phrase(language, `siteFetch.cannot.log.${how}`);
      return { code: 1, lines: [phrase(language, 'siteFetch.cannot.log', { path, why })] };
    }
    case 'keeps-changing':
      return { code: 1, lines: [phrase(language, 'siteFetch.cannot.changing', { path })] };
  }
}

function toldOfFiles(
  { number, files, faults, removed, strangers }: Extract<FetchedSite, { type: 'fetched' }>,
  path: string,
  language: Language,
): { readonly code: number; readonly lines: readonly string[] } {
  const wrong = faults.filter(isWrong);
  // what is wrong is named before what is only missing
  const named = [...wrong, ...faults.filter((fault) => !isWrong(fault))];
  const lines = named
    .slice(0, SHOWN)
    .map((fault) => ` ✗ ${printable(`${fault.path}: ${faultWords(fault, language)}`)}`);
  if (named.length > SHOWN)
    lines.push(`   ${phrase(language, 'siteFetch.more', { count: named.length - SHOWN })}`);
  if (removed > 0) lines.push(phrase(language, 'siteFetch.removed', { count: removed }));
  if (strangers > 0) lines.push(phrase(language, 'siteFetch.strangers', { count: strangers, path }));
  const missing = faults.length - wrong.length;
  if (wrong.length > 0) lines.push(phrase(language, 'siteFetch.wrong', { count: wrong.length, path }));
  if (missing > 0) lines.push(phrase(language, 'siteFetch.incomplete', { count: missing, files, path }));
  if (faults.length === 0) lines.push(phrase(language, 'siteFetch.complete', { number, files, path }));
  return { code: faults.length === 0 ? 0 : 1, lines };
}

const isWrong = ({ problem: { type } }: FileFault): boolean => type === 'other-bytes' || type === 'too-much';

function faultWords({ problem }: FileFault, language: Language): string {
  switch (problem.type) {
    case 'answered':
      return phrase(language, 'siteFetch.fault.answered', { status: problem.status });
    case 'too-much':
      return phrase(language, 'siteFetch.fault.too-much', { limit: problem.limit });
    case 'redirected':
      return phrase(language, 'siteFetch.fault.redirected', { to: printable(problem.to) });
    case 'not-written':
      return phrase(language, 'siteFetch.fault.not-written', { why: printable(problem.why) });
    default:
      return phrase(language, `siteFetch.fault.${problem.type}`);
  }
}
