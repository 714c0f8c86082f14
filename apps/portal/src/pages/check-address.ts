import {
  CHECK_PAGE_PATH,
  type PublishedPart,
  type PublishedPlace,
  type PublishedVillage,
  type Snapshot,
} from '@bilik/publication';

/**
 * The address of the checking page with what is published of a record, so that the page can compare without asking anybody: it works from a
 * folder as from a server.
 */
export function checkAddress(
  { kind, contest }: Pick<Snapshot, 'kind'> & Pick<PublishedVillage, 'contest'>,
  place: PublishedPlace,
  { source, figures, evidence }: PublishedPart,
): string {
  const votes = [...figures.options, { key: 'blank', votes: figures.blank }]
    .map(({ key, votes: count }) => `${key}.${count}`)
    .join('-');
  const voidList = evidence.voidList === null ? '' : `&batal=${evidence.voidList}`;
  // a record whose slips were counted by hand was never opened: it has no votes to compare with
  const compared = source === 'slip-count' ? '' : `&suara=${votes}`;
  // figures say nothing without whose they are
  const names = (contest?.candidates ?? [])
    .map(({ number, name }) => encodeURIComponent(`${number}. ${name}`))
    .join('/');
  return `${CHECK_PAGE_PATH}#tps=${place.id}&jenis=${kind}&calon=${names}&arsip=${evidence.record ?? ''}${voidList}${compared}`;
}

const asAddress = (base64: string): string =>
  base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

/** In a code are letters, digits and signs that an address holds as they are. */
const CODE_LETTERS = /^[0-9A-Z/.:+-]+$/;

/**
 * Address of the checking page that believes codes of a paper place's sheet, by its key as this snapshot names it, and checks this one at once.
 * @returns undefined where paper has no codes
 */
export function codeCheckAddress(
  { kind, event }: { readonly kind: Snapshot['kind']; readonly event: Pick<Snapshot['event'], 'sheetKey'> },
  place: string,
  code: string,
): string | undefined {
  if (event.sheetKey === null) return undefined;
  const { signingKey, electionFingerprint } = event.sheetKey;
  const checked = CODE_LETTERS.test(code) ? `&kode=${code}` : '';
  return `${CHECK_PAGE_PATH}#lembar=${place}&jenis=${kind}&sidik=${asAddress(electionFingerprint)}&kunci=${asAddress(signingKey)}${checked}`;
}

/** An address of the checking page as it opens from a page in this language: one page serves both, and begins in Indonesian. */
export function inLanguage(address: string, language: 'id' | 'en'): string {
  return language === 'id' ? address : address.replace(CHECK_PAGE_PATH, `${CHECK_PAGE_PATH}?en`);
}
