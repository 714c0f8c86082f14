/** A whole number as people type it, spaces around it allowed; `null` when it is none. At most six digits. */
export function readCount(text: string): number | null {
  const digits = text.trim();
  return /^\d{1,6}$/.test(digits) ? Number(digits) : null;
}

/** A time of day as people type it, `9.05`, `09:05` or `0905`, in the form `HH:MM`; `null` when it is none. */
export function readTime(text: string): string | null {
  const match = /^(\d{1,2})[.:]?(\d{2})$/.exec(text.trim());
  if (match === null) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** `09:05` as Indonesian forms write it. */
export function writeTime(time: string): string {
  return time.replace(':', '.');
}

/** Whether what was typed is a count, and not this one: people are told, and may know better. */
export function isOtherThan(text: string, known: number): boolean {
  const count = readCount(text);
  return count !== null && count !== known;
}
