import { createHash } from 'node:crypto';
import { evidencePath, type PublishedPlace, type PublishedVillage, type Snapshot } from '@bilik/publication';
import type { Publication, SiteFinding, SiteNote } from '@bilik/publication/check';
import { checkPart } from './check-part.ts';
import type { SiteFolder } from './site-files.ts';

/** What was found of the records and codes behind a publication's figures. */
interface CheckedParts {
  readonly findings: readonly SiteFinding[];
  readonly notes: readonly SiteNote[];
  /** Records behind it. */
  readonly records: number;
}

/**
 * Checks records and codes of one publication after the other: what was shown for an hour and then corrected must have been what its record and its code
 * said, too. A result that stays the same over many publications is checked once.
 */
export function partsChecker(files: SiteFolder): (publication: Publication) => Promise<CheckedParts> {
  const checked = new Set<string>();
  return async ({ manifest: { number }, snapshot, isNewest }) => {
    const findings: SiteFinding[] = [];
    const notes: SiteNote[] = [];
    let records = 0;
    for (const village of snapshot.villages) {
      for (const place of village.places) {
        const parts = place.result?.parts ?? [];
        records += parts.filter(({ evidence }) => evidence.record !== null).length;
        const known = whatIsChecked(snapshot, village, place);
        if (parts.length === 0 || checked.has(known)) continue;
        if (!isNewest && !areThere(files, snapshot, place)) {
          notes.push({ type: 'evidence-gone', number, place: place.id });
          continue;
        }
        checked.add(known);
        for (const part of parts) {
          const found = await checkPart(files, { snapshot, village, place, part });
          findings.push(...(isNewest ? found : found.map((finding) => ofPublication(finding, number))));
        }
      }
    }
    return { findings, notes, records };
  };
}

/** Everything that the check of a place's parts looks at, as one short name: whole snapshots of a long day are more than a small machine's memory. */
function whatIsChecked(
  { kind, event }: Snapshot,
  { code, contest, rulePack }: PublishedVillage,
  place: PublishedPlace,
): string {
  const content = JSON.stringify([kind, event, code, contest, rulePack, place]);
  return createHash('sha256').update(content).digest('base64');
}

/** Whether the files behind a result still stand on the site: those of a result that is withheld do not. Codes stand in the snapshot itself. */
function areThere(files: SiteFolder, snapshot: Snapshot, { result }: PublishedPlace): boolean {
  const named = (result?.parts ?? []).flatMap(({ evidence: { record, signedResult, voidList } }) =>
    [record, signedResult, voidList].filter((sha256) => sha256 !== null),
  );
  return named.every((sha256) => {
    const file = snapshot.files.find((listed) => listed.sha256 === sha256);
    return file !== undefined && files.has(evidencePath(file));
  });
}

const ofPublication = (finding: SiteFinding, number: number): SiteFinding => ({
  ...finding,
  detail: finding.detail === undefined ? `(${number})` : `${finding.detail} (${number})`,
});
