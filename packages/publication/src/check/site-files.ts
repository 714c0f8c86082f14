/** The files of a site, as whoever keeps them gives them out: each is read at most once at a time, because records are large. */
export interface SiteFiles {
  /** Paths with forward slashes, ascending. */
  readonly paths: readonly string[];
  has(path: string): boolean;
  /** @returns undefined when there is no such file */
  bytes(path: string): Uint8Array | undefined;
  text(path: string): string | undefined;
}
