import { type ElectionDefinition, parseElectionDefinitionText } from '@bilik/election';
import {
  fingerprintWords,
  hexGroups,
  notForHere,
  type OpenedPackage,
  openPackage,
  openPackageFile,
} from '@bilik/transfer';
import type { LoadProblem } from '../place/load-package.ts';
import { isMediumFailure } from '../store/medium-failure.ts';
import type { FoundFile } from './find-packages.ts';

/** A package that this station could load, as the page lists it. */
export interface ListedPackage {
  readonly fingerprint: string;
  readonly words: readonly string[];
  readonly hexGroups: readonly string[];
  readonly kind: 'exercise' | 'real';
  readonly version: number;
  readonly madeOn: string;
  readonly pollingPlace: string;
  readonly number: number;
  readonly placeName: string | null;
  readonly village: string;
}

export type Looked =
  | { readonly ok: true; readonly value: ListedPackage }
  | { readonly ok: false; readonly error: LoadProblem };

/** Looks at one file: its manifest, and the name of the place in its definition. What is sealed stays closed. */
export function lookAtPackage({ path }: FoundFile, kind: 'exercise' | 'real'): Looked {
  try {
    const file = openPackageFile(path);
    if (file === undefined) return { ok: false, error: { type: 'package-not-one' } };
    try {
      const opened = openPackage(file.source);
      if (!opened.ok) return opened;
      const { manifest, fingerprint } = opened.value;
      const other = notForHere(manifest, fingerprint, { kind });
      return other === undefined ? listed(opened.value) : { ok: false, error: other };
    } finally {
      file.close();
    }
  } catch (error) {
    if (!isMediumFailure(error)) throw error;
    return { ok: false, error: { type: 'package-unreadable', reason: error.message } };
  }
}

function listed(opened: OpenedPackage): Looked {
  const read = opened.read('definition.json');
  if (!read.ok) return read;
  const definition = parseElectionDefinitionText(Buffer.from(read.value).toString('utf8'));
  if (!definition.ok) {
    const detail = definition.error[0]?.sentence.en ?? '';
    return { ok: false, error: { type: 'package-members-disagree', member: 'definition.json', detail } };
  }
  const { kind, version, madeOn, pollingPlace } = opened.manifest;
  return {
    ok: true,
    value: {
      fingerprint: opened.fingerprint,
      words: fingerprintWords(opened.fingerprint),
      hexGroups: hexGroups(opened.fingerprint),
      kind,
      version,
      madeOn,
      pollingPlace,
      ...namesOf(definition.value),
    },
  };
}

function namesOf({ pollingPlace, area }: ElectionDefinition) {
  return { number: pollingPlace.number, placeName: pollingPlace.name ?? null, village: area.village.name };
}
