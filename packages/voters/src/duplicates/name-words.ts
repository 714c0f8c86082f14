/** A name taken apart: what offices add is off, what they shorten is written out. */
export interface NameWords {
  /** The name as listed, in capitals, spaces single. */
  readonly listed: string;
  /** Its words without titles, in capitals, abbreviations of Muhammad, Abdul and Siti written out. */
  readonly words: readonly string[];
  /** For each word, how it sounds: equal for old and new spelling, doubled letters and letters that Indonesian ears exchange. */
  readonly sounds: readonly string[];
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Stand before a name. `R` is Raden; a single `M` is not here, for it is Muhammad. */
const TITLES_BEFORE = set(
  'H HJ HI HAJI HAJJAH HAJAH DRS DRA DR DRG DRH IR PROF KH KIAI KYAI USTADZ UST USTAD TGK R RR RA RADEN NY TN SDR SDRI',
);
/** Stand after a name, dots taken out. */
const TITLES_AFTER = set(
  `SPD SPDI SPDK SH SHI SHUT SE SEI SSY SSI SKOM SKM SKEP NS SST SSOS SSOSI SAG SIP SP SPI SPT SPSI SFARM STP ST SS SSN SKED MSI MM MPD MPDI MH
   MHUM MKES MKOM MAP MA MSC MT MAG PHD AMD AMDKEB AMDKEP AMKEB AMK AMDI BA BSC ALM ALMH ALMARHUM ALMARHUMAH`,
);
/** Between a name and the father's. */
const DESCENT = set('BIN BINTI BNT BT');
const MUHAMMAD = set(
  `MUH MUHD MUHAMAD MUHAMMED MUHAMED MUCH MUCHAMAD MUCHAMMAD MUKHAMAD MUKHAMMAD MUHAMMAT MOH MOHD MOHAMAD MOHAMMAD MOHAMED MOHAMMED MOCH
   MOCHAMAD MOCHAMMAD MOKHAMAD MOKHAMMAD MHD MHMD MD MOCHAMAT`,
);
const ABDUL = set('ABD ABDL ABDUR ABDUS ABDUN ABDUT ABDU ABDUZ');

/** Old spelling, then letters that are written for one another. The order matters: pairs of letters before single ones. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/OE/g, 'U'],
  [/TJ/g, 'C'],
  [/DJ|DZ/g, 'J'],
  [/NJ/g, 'NY'],
  [/SJ|SY|SH/g, 'S'],
  [/KH|CH/g, 'H'],
  [/PH|F|V/g, 'P'],
  [/TH/g, 'T'],
  [/DH/g, 'D'],
  [/GH/g, 'G'],
  [/CK|Q/g, 'K'],
  [/X/g, 'KS'],
  [/Z/g, 'J'],
  [/IE$/g, 'I'],
  [/O/g, 'U'],
  [/UW(?=[AEIU])/g, 'U'],
  [/Y/g, 'I'],
  [/(.)\1+/g, '$1'],
  [/(?<=[AEIU])H$/g, ''],
];

/** Takes a listed name apart. A name of titles only keeps them: nobody is left without a word. */
export function wordsOfName(name: string): NameWords {
  const listed = name.toUpperCase().replace(/\s+/g, ' ').trim();
  const plain = listed
    .normalize('NFKD')
    .replace(/[\p{M}'’‘`]/gu, '')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^\p{L}\p{Nd}.]+/gu, ' ');
  const written = plain
    .split(' ')
    .filter((word) => /[\p{L}\p{Nd}]/u.test(word))
    .flatMap(withoutDots);
  const named = withoutTitles(written);
  const words = named.map((word, position) => writtenOut(word, position, named.length));
  return { listed, words, sounds: words.map(soundOf) };
}

/** How a word sounds, in capitals: `DJUNAIDI`, `Junaedi` are not one, `DJUNAIDI`, `JUNAIDI`, `ZUNAIDY` are. */
export function soundOf(word: string): string {
  return SOUNDS.reduce((sound, [written, heard]) => sound.replace(written, heard), word);
}

/** `S.PD.I` is one degree; `H.M.YUSUF` is three words. */
function withoutDots(word: string): readonly string[] {
  const joined = word.replaceAll('.', '');
  return TITLES_AFTER.has(joined) || TITLES_BEFORE.has(joined) || !word.includes('.')
    ? [joined]
    : word.split('.').filter((part) => part !== '');
}

function withoutTitles(written: readonly string[]): readonly string[] {
  let first = 0;
  while (first < written.length - 1 && TITLES_BEFORE.has(written[first] ?? '')) first += 1;
  let end = written.length;
  while (end > first + 1 && TITLES_AFTER.has(written[end - 1] ?? '')) end -= 1;
  const inner = written.slice(first, end);
  const named = inner.filter((word) => !DESCENT.has(word));
  return named.length > 0 ? named : inner;
}

function writtenOut(word: string, position: number, words: number): string {
  if (MUHAMMAD.has(word)) return 'MUHAMMAD';
  if (ABDUL.has(word)) return 'ABDUL';
  if (position === 0 && words > 1) {
    if (word === 'M') return 'MUHAMMAD';
    if (word === 'ST' || word === 'STI') return 'SITI';
  }
  return word;
}
