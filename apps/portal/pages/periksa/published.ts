import type { CodeKey } from '@bilik/transfer/signed-code';
import { placeNumber } from '@bilik/words/format';

/** What a polling place's page says of its record; it comes in the address, so that a page opened from a disk has it too. */
export interface Published {
  readonly place: string;
  readonly kind: 'exercise' | 'real';
  /** Number and name of each candidate, as in `1. Sari`, in list order. */
  readonly names: readonly string[];
  /** Hex SHA-256 of the record's file. */
  readonly record: string;
  /** Hex SHA-256 of the list of void cards; undefined where there is none. */
  readonly voidList: string | undefined;
  /** By option key, in list order, the blank vote last; undefined where they were counted by hand out of the slips. */
  readonly votes: readonly { readonly key: string; readonly count: number }[] | undefined;
}

const PATTERN =
  /^#tps=(\d{2}\.\d{2}\.\d{2}\.\d{4}-\d{3})&jenis=(exercise|real)&calon=([^&#=]{1,10000})&arsip=([0-9a-f]{64})(?:&batal=([0-9a-f]{64}))?(?:&suara=((?:c[1-9]|empty|blank)\.\d{1,6}(?:-(?:c[1-9]|empty|blank)\.\d{1,6}){1,6}))?$/;

/** @param fragment the address after its sharp sign, with it. @returns undefined when the page was opened by itself */
export function readPublished(fragment: string): Published | undefined {
  const [, place, kind, candidates, record, voidList, votes] = PATTERN.exec(fragment) ?? [];
  if (place === undefined || record === undefined) return undefined;
  if (kind !== 'exercise' && kind !== 'real') return undefined;
  const names = namesIn(candidates ?? '');
  if (names === undefined) return undefined;
  return {
    ...{ place, kind, names },
    record,
    voidList,
    votes: votes?.split('-').map((part) => {
      const [key = '', count] = part.split('.');
      return { key, count: Number(count) };
    }),
  };
}

function namesIn(text: string): readonly string[] | undefined {
  try {
    return text.split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

const SHEET_KEY =
  /^#lembar=(\d{2}\.\d{2}\.\d{2}\.\d{4}-\d{3})&jenis=(exercise|real)&sidik=([A-Za-z0-9_-]{43})&kunci=([A-Za-z0-9_-]{43})(?:&kode=([0-9A-Z/.:+-]{1,1000}))?$/;

const asBase64 = (text: string): string => text.replaceAll('-', '+').replaceAll('_', '/');

/** By which key the codes of a paper place's sheet are believed, when its page led here. It is shown, to be compared with the posted one. @param fragment as above */
export function readSheetKey(fragment: string): CodeKey | undefined {
  const [, pollingPlace, kind, fingerprint = '', key = ''] = SHEET_KEY.exec(fragment) ?? [];
  if (pollingPlace === undefined || (kind !== 'exercise' && kind !== 'real')) return undefined;
  return {
    ...{ kind, pollingPlace, electionFingerprint: asBase64(fingerprint) },
    signingKey: `${asBase64(key)}=`,
  };
}

/** The code that the page of a paper place leads here with, to be checked at once. @param fragment as above */
export function readSheetCode(fragment: string): string | undefined {
  return SHEET_KEY.exec(fragment)?.[5];
}

/** A polling place in words: nobody but its code says which, so no name comes in an address. */
export function placeParts(place: string): { readonly number: string; readonly village: string } {
  const [village = '', number = ''] = place.split('-');
  return { village, number: placeNumber(Number(number)) };
}
