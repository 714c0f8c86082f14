import { writeFileSync } from 'node:fs';
import { nativeGroup } from '@bilik/ballot/native';
import { renderAnnouncement } from '@bilik/papers';
import { type OpenedPackage, openPackage, type PackageAnswer, sourceOf } from '@bilik/transfer';
import { announcementFacts } from '@bilik/transfer/issue';
import { readValues } from './read-values.ts';
import { sayRefusal, withPackage } from './with-package.ts';

/** `bilik package announce`: the paper that is posted at the polling place's door, made of the package itself. */
export async function announcePackage(parameters: readonly string[]): Promise<number | undefined> {
  const asked = readValues(parameters, { out: { type: 'string' } });
  const out = asked?.values.out;
  if (asked?.path === undefined || out === undefined) return undefined;
  return withPackage(asked.path, undefined, (opened) => {
    const paper = announcementOf(opened);
    if (!paper.ok) return sayRefusal(paper.error);
    writeFileSync(out, paper.value);
    return 0;
  });
}

/** The announcement of a package in memory. @throws when it is none: who calls has just made it */
export function announcementOfBytes(bytes: Uint8Array): Uint8Array {
  const opened = openPackage(sourceOf(bytes));
  const paper = opened.ok ? announcementOf(opened.value) : opened;
  if (!paper.ok) throw new Error(`This package cannot be announced: ${JSON.stringify(paper.error)}`);
  return paper.value;
}

function announcementOf(opened: OpenedPackage): PackageAnswer<Uint8Array> {
  const facts = announcementFacts(opened, nativeGroup());
  return facts.ok ? { ok: true, value: renderAnnouncement(facts.value) } : facts;
}
