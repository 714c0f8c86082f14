/** How a page asks to be one file; undefined for pages that a server serves. */
export function singleFileName(indexText: string): string | undefined;
/** Puts a built page into one file that works from a disk, and takes the rest away. */
export function makeSingleFile(folder: string, fileName: string): void;
/** Everything by which a single file could ask for something beside itself, one sentence each. */
export function findOutside(page: string): string[];
