import { useState } from 'preact/hooks';

/** A form's draft, and the version of the station's paper on which it was begun. */
export interface HeldDraft<Draft> {
  readonly draft: Draft;
  readonly basedOn: number;
  /** Somebody typed into it since it was opened or saved. */
  readonly isTouched: boolean;
}

/**
 * What the form shows now: an untouched one follows the station, a touched one is never replaced.
 * @param versions how many versions the station has
 * @param open a draft of what the station has
 */
export function followed<Draft>(
  held: HeldDraft<Draft>,
  versions: number,
  open: () => Draft,
): HeldDraft<Draft> {
  return held.isTouched || held.basedOn >= versions
    ? held
    : { draft: open(), basedOn: versions, isTouched: false };
}

/** Another tablet saved after this form was begun: a write from here would be refused. */
export function isOvertaken(held: HeldDraft<unknown>, versions: number): boolean {
  return held.isTouched && held.basedOn < versions;
}

export interface VersionedDraft<Draft> {
  readonly draft: Draft;
  readonly basedOn: number;
  readonly isOvertaken: boolean;
  readonly change: (next: Partial<Draft>) => void;
  /** The station has what stands in the form. */
  readonly saved: (versions: number) => void;
  /** People decided for what was saved elsewhere. */
  readonly takeTheirs: () => void;
}

/** One of two tablets that may write the same paper: nothing typed is lost, and nothing saved is overwritten unseen. */
export function useVersionedDraft<Draft extends object>(
  versions: number,
  open: () => Draft,
): VersionedDraft<Draft> {
  const [kept, setHeld] = useState<HeldDraft<Draft>>(() => ({
    draft: open(),
    basedOn: versions,
    isTouched: false,
  }));
  const held = followed(kept, versions, open);
  return {
    draft: held.draft,
    basedOn: held.basedOn,
    isOvertaken: isOvertaken(held, versions),
    change: (next) =>
      setHeld((before) => {
        const shown = followed(before, versions, open);
        return { ...shown, draft: { ...shown.draft, ...next }, isTouched: true };
      }),
    saved: (savedVersions) => setHeld((before) => ({ ...before, basedOn: savedVersions, isTouched: false })),
    takeTheirs: () => setHeld({ draft: open(), basedOn: versions, isTouched: false }),
  };
}
