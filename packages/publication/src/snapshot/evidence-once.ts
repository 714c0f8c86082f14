import type { Difference } from './difference.ts';
import { standingOf } from './said-before.ts';
import type { PublishedFile, Snapshot } from './schema.ts';

/** One file at one place of a snapshot. */
interface Use {
  readonly sha256: string;
  readonly kind: PublishedFile['kind'];
  readonly field: string;
  /** Of what it may be evidence once: a part, or a polling place. */
  readonly of: string;
}

/**
 * No vote counts twice: a record and the photo of a sheet stand behind one part of one polling place, a signed result behind one place (a
 * mobile group's paper stands in the same one), also while its result is withheld; and no file is two things, as a portrait and a sheet.
 */
export function checkEvidenceOnce({ villages }: Snapshot): Difference[] {
  const evidence = villages.flatMap(({ places }) =>
    places.flatMap((place) =>
      (standingOf(place)?.parts ?? []).flatMap(({ evidence: files }, index): readonly Use[] => {
        const { id } = place;
        const part = `places.${id}${place.result === null ? '.withheld' : ''}.parts.${index}`;
        const use = (sha256: string | null, kind: Use['kind'], of: string) =>
          sha256 === null ? [] : [{ sha256, kind, field: `${part}.evidence`, of }];
        return [
          ...use(files.record, 'record', part),
          ...use(files.signedResult, 'signed-result', id),
          ...use(files.voidList, 'void-list', id),
          ...files.sheetPhotos.flatMap((photo, page) => use(photo, 'sheet-photo', `${part}.${page}`)),
        ];
      }),
    ),
  );
  // portraits last: where one is also a sheet, the sheet is named first
  const portraits = villages.flatMap(({ code, contest }) =>
    (contest?.candidates ?? []).flatMap(({ photo }): readonly Use[] =>
      photo === null
        ? []
        : [{ sha256: photo, kind: 'candidate-photo', field: `villages.${code}.contest.candidates`, of: '' }],
    ),
  );
  const uses = Map.groupBy([...evidence, ...portraits], ({ sha256 }) => sha256);
  return [...uses.values()].flatMap((same) => {
    const isOnce = new Set(same.map(({ kind, of }) => `${kind} ${of}`)).size === 1;
    return isOnce
      ? []
      : same.map(({ field, kind, sha256 }) => ({
          ...{ rule: 'evidence' as const, field, written: `${kind} ${sha256}`, expected: '' },
        }));
  });
}
