import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Election, parseElection } from '@bilik/ballot';
import { nativeGroup } from '@bilik/ballot/native';

/** The election that one polling place will deliver; its object pins place, kind and signing key. */
export interface ExpectedPlace {
  readonly pollingPlace: string;
  readonly uuid: string;
  readonly fingerprint: string;
  readonly signingKey: string;
  readonly kind: 'exercise' | 'real';
}

export type ExpectedProblem =
  | { readonly type: 'election-unreadable'; readonly file: string }
  /** Two elections name the same polling place. */
  | { readonly type: 'place-twice'; readonly pollingPlace: string };

/** Reads the election objects of a folder, one file a polling place, as packages and posted records carry them. */
export function readExpectedPlaces(
  folder: string,
):
  | { readonly ok: true; readonly value: ReadonlyMap<string, ExpectedPlace> }
  | { readonly ok: false; readonly error: ExpectedProblem } {
  const places = new Map<string, ExpectedPlace>();
  const group = nativeGroup();
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.json')) continue;
    const parsed = parseElection(readFileSync(join(folder, name), 'utf8'), { groups: [group] });
    const place = parsed.ok ? expectedPlace(parsed.value) : undefined;
    if (place === undefined) return { ok: false, error: { type: 'election-unreadable', file: name } };
    if (places.has(place.pollingPlace)) {
      return { ok: false, error: { type: 'place-twice', pollingPlace: place.pollingPlace } };
    }
    places.set(place.pollingPlace, place);
  }
  return { ok: true, value: places };
}

/** @returns undefined for an election that is none of ours */
function expectedPlace({ uuid, fingerprint, bilik }: Election): ExpectedPlace | undefined {
  return bilik && { uuid, fingerprint, ...bilik };
}
