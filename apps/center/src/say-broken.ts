/** So long the same words are not said again: a database that is away breaks something many times a second. */
const AGAIN_MS = 30_000;

/** Says what broke in a process, the same only now and then. @param elapsedMs a clock that only goes forward */
export function openBrokenWords(
  say: (line: string) => void,
  elapsedMs: () => number,
): (error: Error) => void {
  const said = new Map<string, { at: number; more: number }>();
  return ({ message }) => {
    const before = said.get(message);
    const now = elapsedMs();
    if (before !== undefined && now - before.at < AGAIN_MS) {
      before.more += 1;
      return;
    }
    const more = before === undefined || before.more === 0 ? '' : ` (+${before.more})`;
    if (said.size > 1000) said.clear();
    said.set(message, { at: now, more: 0 });
    say(`center: ${message}${more}`);
  };
}
