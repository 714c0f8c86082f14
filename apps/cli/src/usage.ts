/** Flags of a command with parts (`bilik package build`), each by the name of its part. */
export type PartUsages = Readonly<Record<string, string>>;

/** Flags of a command; a function asks another process for its own. */
export type Usage = string | PartUsages | (() => string);

/** What a command prints of its flags. @param part the word after the command's name; of one that has no such part, all are printed */
export function usageOf(usage: Usage, part: string | undefined): string {
  if (typeof usage === 'function') return usage();
  if (typeof usage === 'string') return usage;
  const own = part !== undefined && Object.hasOwn(usage, part) ? usage[part] : undefined;
  return own ?? Object.values(usage).join('\n');
}
