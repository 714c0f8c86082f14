/** One page of the tree. */
export interface BuiltPage {
  /** `station/meja` */
  readonly name: string;
  /** Folder with the page's `index.html`. */
  readonly source: string;
  /** Folder to serve. */
  readonly output: string;
  /** The file in it that is opened: `index.html`, or the one file that a page without a server is. */
  readonly file: string;
}

export interface BuildPagesOptions {
  /** Names as `station/meja`; without it all pages. @throws when there is no such page */
  readonly only?: readonly string[];
  /** A folder for the built pages instead of each app's `dist`. */
  readonly into?: string;
  /** Builds also what is unchanged. */
  readonly force?: boolean;
  /** Gets one line for each page that was built. */
  readonly say?: (line: string) => void;
}

export function findPages(): BuiltPage[];
/** Builds the pages whose sources changed. @throws when a page loads anything from elsewhere or has an inline script */
export function buildPages(options?: BuildPagesOptions): Promise<BuiltPage[]>;
/** Bytes of all scripts of a built page after gzip; of a single file all that it is. */
export function scriptBytes(page: BuiltPage): number;
/** What in a built folder loads from elsewhere or stands inline, one sentence each. */
export function findForeign(folder: string): string[];
