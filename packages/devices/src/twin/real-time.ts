/** What a printer obeys the moment it comes in, before and regardless of what waits in its buffer. */
export type RealTimeCommand = 'status-1' | 'status-2' | 'status-3' | 'status-4' | 'recover' | 'clear-buffers';

const PATTERNS: readonly { readonly bytes: readonly number[]; readonly command: RealTimeCommand }[] = [
  { bytes: [0x10, 0x04, 1], command: 'status-1' },
  { bytes: [0x10, 0x04, 2], command: 'status-2' },
  { bytes: [0x10, 0x04, 3], command: 'status-3' },
  { bytes: [0x10, 0x04, 4], command: 'status-4' },
  { bytes: [0x10, 0x05, 2], command: 'recover' },
  { bytes: [0x10, 0x14, 8, 1, 3, 0x14, 1, 6, 2, 8], command: 'clear-buffers' },
];
const LONGEST = 10;
/** The byte with which every real-time command begins. */
const FIRST = 0x10;

/**
 * Finds real-time commands in everything that comes in, inside picture data too, as the manuals of real printers warn.
 */
export class RealTimeWatch {
  #recent: number[] = [];
  /** Bytes since the last one that could begin a command: beyond the longest there is nothing to compare. */
  #sinceFirst = LONGEST;

  /** @returns each command with the index of the byte in `bytes` that completed it */
  push(bytes: Uint8Array): { readonly at: number; readonly command: RealTimeCommand }[] {
    const found: { at: number; command: RealTimeCommand }[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      if (this.#sinceFirst >= LONGEST) {
        const next = bytes.indexOf(FIRST, at);
        if (next === -1) break;
        this.#recent = [];
        at = next;
      }
      const byte = bytes[at] ?? 0;
      this.#recent.push(byte);
      if (this.#recent.length > LONGEST) this.#recent.shift();
      this.#sinceFirst = byte === FIRST ? 0 : this.#sinceFirst + 1;
      const match = PATTERNS.find((pattern) =>
        pattern.bytes.every(
          (expected, index) => this.#recent[this.#recent.length - pattern.bytes.length + index] === expected,
        ),
      );
      if (match !== undefined) found.push({ at, command: match.command });
    }
    return found;
  }

  reset(): void {
    this.#recent = [];
    this.#sinceFirst = LONGEST;
  }
}
