/** Whether a station went on from the one that was seen: its line of epochs begins with what was seen. */
export function goesOnFrom(seen: readonly string[], found: readonly string[]): boolean {
  return seen.every((mark, epoch) => found[epoch] === mark);
}

/** What this page has seen of its station's epochs, for as long as it is open: an older copy, or one that went on apart, is refused. */
export interface KnownStation {
  /** Whether this answer is the right station's; its line is remembered then. */
  readonly isRight: (marks: readonly string[]) => boolean;
}

export function openKnownStation(): KnownStation {
  let seen: readonly string[] = [];
  return {
    isRight(marks) {
      if (!goesOnFrom(seen, marks)) return false;
      seen = marks;
      return true;
    },
  };
}
