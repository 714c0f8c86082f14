import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  CHECKPOINT_PATH,
  KEY_PATH,
  type NoteKey,
  readCheckpoint,
  readNoteKey,
  writeNoteKey,
} from '@bilik/publication';
import { SITE_RULES, type SiteFinding, type SiteNote } from '@bilik/publication/check';
import { isLanguage, type Language, phrase } from '@bilik/words';
import { type PartUsages, usageOf } from '../usage.ts';
import { checkSite, type SiteCheck, type SiteReport } from './check-site.ts';
import { FETCH_USAGE, fetchCommand } from './fetch-command.ts';
import { printable } from './printable.ts';

const CHECK_USAGE = `bilik portal check DIR [--key KUNCI] [--seen BERKAS] [--witness KUNCI]… [--json] [--lang id|en]
  Menghitung ulang setiap angka, tanda tangan, sidik, dan arsip sebuah situs hasil dari berkas-berkasnya saja, dan mencari kebocoran. /
  Recomputes every figure, signature, fingerprint and record of a public site from its files alone, and crawls it for leaks.
  --key      kunci log yang diumumkan / the log's key as it is posted
  --seen     titik periksa (checkpoint) yang pernah disimpan / a checkpoint that was kept
  --witness  saksi yang harus ikut menandatangani / a witness that must have cosigned
  Selesai dengan 0: benar, 1: salah atau salinan belum lengkap, 2: tidak dapat diperiksa. / Exit code 0: right, 1: wrong, or a copy that is
  incomplete, 2: cannot.`;

/** Flags of each part of `bilik portal`. */
export const USAGE: PartUsages = { check: CHECK_USAGE, fetch: FETCH_USAGE };

/** Findings of one rule that are printed; `--json` has all. */
const SHOWN = 20;

/** `bilik portal check` and `bilik portal fetch`. @returns 0 right, or fetched whole; 1 wrong or incomplete; 2 nothing could be checked or fetched */
export async function portalCommand([part, ...parameters]: readonly string[]): Promise<number> {
  if (part === 'fetch') return fetchCommand(parameters);
  const request = part === 'check' ? readRequest(parameters) : undefined;
  if (request === undefined) {
    console.error(usageOf(USAGE, part));
    return 2;
  }
  if ('cannot' in request) {
    console.error(request.cannot);
    return 2;
  }
  const { json, isPinned, ...check } = request;
  const report = await checkSite(check);
  if (json) {
    const { findings, notes, skipped, facts, snapshot, absent } = report;
    const wrong = absent === undefined ? 'wrong' : 'incomplete';
    const verdict = findings.length === 0 ? 'right' : wrong;
    console.log(
      JSON.stringify({
        ...{ verdict, keyPinned: isPinned, kind: snapshot?.kind },
        ...{ ...facts, findings, notes, skipped, ...(absent && { absent }) },
      }),
    );
  } else {
    console.log(describe(report, check, isPinned));
  }
  return report.findings.length === 0 ? 0 : 1;
}

type Request = SiteCheck & { readonly json: boolean; readonly isPinned: boolean };

function readRequest(parameters: readonly string[]): Request | { readonly cannot: string } | undefined {
  const read = readValues(parameters);
  const [root] = read?.positionals ?? [];
  if (read === undefined || root === undefined || read.positionals.length > 1) return undefined;
  const { values } = read;
  const language = values.lang;
  if (!isLanguage(language)) return undefined;
  const witnesses = values.witness.map(readNoteKey);
  const known = witnesses.filter((key): key is NoteKey => key?.kind === 'cosignature');
  if (known.length < witnesses.length) return undefined;
  const cannot = whyNot(root, language);
  if (cannot !== undefined) return { cannot };
  const keyFile = join(root, KEY_PATH);
  const text = values.key ?? (existsSync(keyFile) ? readFileSync(keyFile, 'utf8').trim() : '');
  const key = readNoteKey(text);
  if (key?.kind !== 'note') return { cannot: phrase(language, 'siteCheck.cannot.key') };
  const seen = values.seen === undefined ? undefined : readSeen(values.seen);
  if (seen === 'unreadable')
    return { cannot: phrase(language, 'siteCheck.cannot.seen', { path: values.seen ?? '' }) };
  const isPinned = values.key !== undefined;
  return { root, key, witnesses: known, language, json: values.json, isPinned, ...(seen && { seen }) };
}

function whyNot(path: string, language: Language): string | undefined {
  if (existsSync(path) && statSync(path).isDirectory()) {
    return existsSync(join(path, CHECKPOINT_PATH))
      ? undefined
      : phrase(language, 'siteCheck.cannot.site', { path });
  }
  return phrase(
    language,
    existsSync(`${path}.before`) ? 'siteCheck.cannot.before' : 'siteCheck.cannot.folder',
    { path },
  );
}

function readSeen(path: string) {
  if (!existsSync(path)) return 'unreadable' as const;
  const read = readCheckpoint(readFileSync(path, 'utf8'));
  return read.ok ? read.value : ('unreadable' as const);
}

function readValues(parameters: readonly string[]) {
  try {
    return parseArgs({
      args: [...parameters],
      allowPositionals: true,
      options: {
        key: { type: 'string' },
        seen: { type: 'string' },
        witness: { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
        lang: { type: 'string', default: 'id' },
      },
    });
  } catch {
    return undefined;
  }
}

function describe(
  { findings, notes, skipped, facts, snapshot, absent }: SiteReport,
  { root, key, language }: SiteCheck,
  isPinned: boolean,
): string {
  const lines: string[] = [];
  for (const rule of SITE_RULES) {
    const own = findings.filter((finding) => finding.rule === rule);
    const mark = own.length > 0 ? '✗' : skipped.includes(rule) ? '–' : '✓';
    lines.push(` ${mark} ${phrase(language, `siteCheck.rule.${rule}`)}`);
    for (const finding of own.slice(0, SHOWN)) lines.push(`     ${sentence(finding, language)}`);
    if (own.length > SHOWN)
      lines.push(`     ${phrase(language, 'siteCheck.more', { count: own.length - SHOWN })}`);
  }
  lines.push(
    '',
    phrase(language, 'siteCheck.facts', facts),
    phrase(language, 'siteCheck.key', { key: writeNoteKey(key) }),
  );
  if (!isPinned) lines.push(phrase(language, 'siteCheck.keyNotPinned'));
  if (snapshot?.kind === 'exercise') lines.push(phrase(language, 'siteCheck.exercise'));
  lines.push(...notes.slice(0, SHOWN).map((note) => noteSentence(note, language)));
  if (notes.length > SHOWN)
    lines.push(phrase(language, 'siteCheck.note.more', { count: notes.length - SHOWN }));
  lines.push(
    absent === undefined
      ? verdict(findings.length, notes.length, language)
      : phrase(language, 'siteCheck.verdict.incomplete', { count: absent.length, path: root }),
  );
  return lines.join('\n');
}

function verdict(findings: number, notes: number, language: Language): string {
  if (findings > 0) return phrase(language, 'siteCheck.verdict.wrong', { count: findings });
  return notes > 0
    ? phrase(language, 'siteCheck.verdict.rightSoFar', { count: notes })
    : phrase(language, 'siteCheck.verdict.right');
}

function noteSentence(note: SiteNote, language: Language): string {
  switch (note.type) {
    case 'check-page-not-built':
      return phrase(language, 'siteCheck.note.check-page-not-built');
    case 'pages-of-another-version': {
      const { number, differing, written, paths } = note;
      const more = differing > paths.length ? ', …' : '';
      return phrase(language, 'siteCheck.note.pages-of-another-version', {
        ...{ number, differing, written, paths: printable(paths.join(', ')) + more },
      });
    }
    case 'evidence-gone':
      return phrase(language, 'siteCheck.note.evidence-gone', { number: note.number, place: note.place });
  }
}

function sentence({ fault, at, detail = '', values = {} }: SiteFinding, language: Language): string {
  const said = phrase(language, `siteCheck.fault.${fault}`, { detail, at: 0, seen: 0, now: 0, ...values });
  return printable(`${at}: ${said}`);
}
