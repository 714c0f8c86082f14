import {
  CODE_PAPERS,
  CODE_PHASES,
  type CodeAnswer,
  type CodeContent,
  type CodePaper,
  type CodePhase,
  type ContestContent,
  type FiguresContent,
  type KeyContent,
  type PaperContent,
  type ResultContent,
  type SignedCode,
} from './code-content.ts';
import {
  LETTERS_OF_32,
  LETTERS_OF_64,
  packBytes,
  readBase64,
  readHex,
  unpackBytes,
  writeBase64,
  writeHex,
} from './packed-bytes.ts';

/** Version of the fields, at the head of every code. */
export const CODE_VERSION = 'BILIK1';
/** A longer text is not read: four contests of seven options with the longest ids take about 800. */
export const CODE_LIMIT_CHARACTERS = 1000;

const KINDS = { exercise: 'LATIHAN', real: 'RESMI' } as const;
const SOURCES = { trustees: 'PEMEGANG-KUNCI', 'slip-count': 'STRUK', sheet: 'LEMBAR' } as const;
const PHASES: Readonly<Record<CodePhase, string>> = {
  configured: 'SIAP',
  zero_proven: 'NOL',
  open: 'BUKA',
  paused: 'JEDA',
  closed: 'TUTUP',
  counted: 'DIHITUNG',
  sealed: 'DISEGEL',
};
const PAPERS: Readonly<Record<CodePaper, string>> = {
  minutes: 'BERITA-ACARA',
  statement: 'SERTIFIKAT-HASIL',
  'objection-form': 'BLANGKO-KEBERATAN',
  objections: 'KEBERATAN',
  mandates: 'MANDAT-SAKSI',
  attendance: 'DAFTAR-HADIR',
  'restart-report': 'NYALA-ULANG',
  'self-test': 'UJI-DIRI',
  'logic-and-accuracy': 'UJI-HITUNG',
};
const SOURCE_NAMES = ['trustees', 'slip-count', 'sheet'] as const;
const KIND_NAMES = ['exercise', 'real'] as const;

const HASH = `[0-9A-Z]{${LETTERS_OF_32}}`;
const COUNT = '(0|[1-9][0-9]{0,5})';
const PLACE = '[0-9]{2}\\.[0-9]{2}\\.[0-9]{2}\\.[123][0-9]{3}-[0-9]{3}';
const CONTEST =
  '[0-9A-Z]+(?:-[0-9A-Z]+)*(?::(?:[1-9]|KOLOM|KOSONG)\\.[0-9]{1,6})+:SAH\\.[0-9]{1,6}:TIDAK\\.[0-9]{1,6}';

const whole = (pattern: string) => new RegExp(`^${pattern}$`);
const HEAD = whole(`BILIK1/(ANGKA|HASIL|KERTAS|KUNCI)/(LATIHAN|RESMI)/(${PLACE})/(${HASH})/(.+)`);
const FIGURES = whole(`([A-Z]+)/J([01][0-9]|2[0-3])/L${COUNT}/P${COUNT}/M${COUNT}`);
const RESULT = whole(
  `([A-Z-]+)/H${COUNT}/S${COUNT}/(${CONTEST}(?:\\+${CONTEST}){0,3})/C${COUNT}\\.${COUNT}\\.(X|0|[1-9][0-9]{0,5})/T${COUNT}/(${HASH})/(${HASH})`,
);
const PAPER = whole(`([A-Z-]+)/(${HASH})`);
const KEY = whole(`(${HASH})`);
const OPTION = /^(?:([1-9])|(KOLOM)|(KOSONG))\.([0-9]+)$/;

/**
 * The fields of a code before its signature, in the letters of a QR code's alphanumeric mode. Figures stand in it in plain decimal, so that
 * any phone shows them; hashes are packed. One content has one spelling.
 */
export function writeFields({ origin, content }: SignedCode): string {
  const type = { figures: 'ANGKA', result: 'HASIL', paper: 'KERTAS', key: 'KUNCI' }[content.type];
  const election = packBytes(known(readBase64(origin.electionFingerprint, 32, false)));
  return [CODE_VERSION, type, KINDS[origin.kind], origin.pollingPlace, election, writeContent(content)].join(
    '/',
  );
}

function writeContent(content: CodeContent): string {
  switch (content.type) {
    case 'figures': {
      const { phase, hour, present, openProblems } = content;
      const hourText = String(hour).padStart(2, '0');
      return `${PHASES[phase]}/J${hourText}/L${present.L}/P${present.P}/M${openProblems}`;
    }
    case 'result': {
      const { source, users, casts, contests, slips, heldSums } = content;
      return [
        SOURCES[source],
        `H${users}`,
        `S${casts}`,
        contests.map(writeContest).join('+'),
        `C${slips.printed}.${slips.spoiled}.${slips.inBox ?? 'X'}`,
        `T${heldSums}`,
        packHex(content.recordHash),
        packHex(content.minutesFingerprint),
      ].join('/');
    }
    case 'paper':
      return `${PAPERS[content.paper]}/${packHex(content.fingerprint)}`;
    case 'key':
      return packBytes(known(readBase64(content.signingKey, 32, true)));
    default:
      return content satisfies never;
  }
}

function writeContest({ contest, options, valid, invalid }: ContestContent): string {
  return [
    contest.toUpperCase(),
    ...options.map(({ key, votes }) => `${optionLetters(key)}.${votes}`),
    `SAH.${valid}`,
    `TIDAK.${invalid}`,
  ].join(':');
}

function optionLetters(key: string): string {
  if (key === 'empty') return 'KOLOM';
  return key === 'blank' ? 'KOSONG' : key.slice(1);
}

/**
 * Reads a scanned text: fields and signature, not yet believed.
 * @errors 'code-too-long' · 'code-not-ours' · 'code-of-other-version' · 'code-malformed'
 */
export function readCodeText(text: string): CodeAnswer<{
  readonly code: SignedCode;
  readonly fields: string;
  readonly signature: Uint8Array;
}> {
  if (text.length > CODE_LIMIT_CHARACTERS) {
    return { ok: false, error: { type: 'code-too-long', limitCharacters: CODE_LIMIT_CHARACTERS } };
  }
  const version = /^(BILIK[0-9]{1,4})\//.exec(text)?.[1];
  if (version === undefined) return { ok: false, error: { type: 'code-not-ours' } };
  if (version !== CODE_VERSION) return { ok: false, error: { type: 'code-of-other-version', version } };
  const cut = text.length - LETTERS_OF_64 - 1;
  const fields = text.slice(0, Math.max(cut, 0));
  const signature = unpackBytes(text.slice(cut + 1), 64);
  const code = text[cut] === '/' ? readFields(fields) : undefined;
  // what is written again with other letters had a second spelling
  if (signature === undefined || code === undefined || !isSpelt(code, fields)) {
    return { ok: false, error: { type: 'code-malformed' } };
  }
  return { ok: true, value: { code, fields, signature } };
}

function isSpelt(code: SignedCode, fields: string): boolean {
  return writeFields(code) === fields;
}

function readFields(fields: string): SignedCode | undefined {
  const [, type, kindWord, pollingPlace, electionLetters, rest] = HEAD.exec(fields) ?? [];
  const kind = KIND_NAMES.find((name) => KINDS[name] === kindWord);
  const election = unpackBytes(electionLetters ?? '', 32);
  if (kind === undefined || pollingPlace === undefined || election === undefined || rest === undefined) {
    return undefined;
  }
  const read =
    type === 'ANGKA' ? readFigures : type === 'HASIL' ? readResult : type === 'KERTAS' ? readPaper : readKey;
  const content = read(rest);
  if (content === undefined) return undefined;
  return { origin: { kind, pollingPlace, electionFingerprint: writeBase64(election, false) }, content };
}

function readFigures(text: string): FiguresContent | undefined {
  const [, phaseWord, hour, men, women, problems] = FIGURES.exec(text) ?? [];
  const phase = CODE_PHASES.find((name) => PHASES[name] === phaseWord);
  if (phase === undefined) return undefined;
  return {
    type: 'figures',
    phase,
    hour: Number(hour),
    present: { L: Number(men), P: Number(women) },
    openProblems: Number(problems),
  };
}

function readResult(text: string): ResultContent | undefined {
  const [, sourceWord, users, casts, contests, printed, spoiled, inBox, held, record, minutes] =
    RESULT.exec(text) ?? [];
  const source = SOURCE_NAMES.find((name) => SOURCES[name] === sourceWord);
  const recordHash = unpackHex(record);
  const minutesFingerprint = unpackHex(minutes);
  if (source === undefined || recordHash === undefined || minutesFingerprint === undefined) return undefined;
  return {
    type: 'result',
    source,
    users: Number(users),
    casts: Number(casts),
    contests: (contests ?? '').split('+').map(readContest),
    slips: {
      printed: Number(printed),
      spoiled: Number(spoiled),
      inBox: inBox === 'X' ? null : Number(inBox),
    },
    heldSums: Number(held),
    recordHash,
    minutesFingerprint,
  };
}

/** @param text of the form `CONTEST`, which the pattern has proven */
function readContest(text: string): ContestContent {
  const [contest = '', ...parts] = text.split(':');
  const options = parts.slice(0, -2).map((part) => {
    const [, number, column, , votes] = OPTION.exec(part) ?? [];
    const key = number === undefined ? (column === undefined ? 'blank' : 'empty') : `c${number}`;
    return { key, votes: Number(votes) };
  });
  const last = (back: number) => Number(parts.at(-back)?.split('.')[1]);
  return { contest: contest.toLowerCase(), options, valid: last(2), invalid: last(1) };
}

function readPaper(text: string): PaperContent | undefined {
  const [, word, letters] = PAPER.exec(text) ?? [];
  const paper = CODE_PAPERS.find((name) => PAPERS[name] === word);
  const fingerprint = unpackHex(letters);
  return paper === undefined || fingerprint === undefined ? undefined : { type: 'paper', paper, fingerprint };
}

function readKey(text: string): KeyContent | undefined {
  const bytes = unpackBytes(KEY.exec(text)?.[1] ?? '', 32);
  return bytes === undefined ? undefined : { type: 'key', signingKey: writeBase64(bytes, true) };
}

const packHex = (hex: string): string => packBytes(known(readHex(hex)));

function unpackHex(letters: string | undefined): string | undefined {
  const bytes = unpackBytes(letters ?? '', 32);
  return bytes === undefined ? undefined : writeHex(bytes);
}

/** @throws RangeError when the caller's own hash or key is none */
function known(bytes: Uint8Array | undefined): Uint8Array {
  if (bytes === undefined) throw new RangeError('A code was to name something that is no hash and no key');
  return bytes;
}

/** The whole text of a code. @param signature 64 bytes over `writeFields` */
export function joinCodeText(fields: string, signature: Uint8Array): string {
  return `${fields}/${packBytes(signature)}`;
}

/** @returns undefined when the signing key of an origin is not 32 bytes in Base64. */
export function keyBytes(signingKey: string): Uint8Array | undefined {
  return readBase64(signingKey, 32, true);
}
