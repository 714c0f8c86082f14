import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import {
  archivePath,
  MANIFEST_PATH,
  type NoteKey,
  openManifest,
  SNAPSHOT_PATH,
  writeNoteKey,
} from '@bilik/publication';
import type { SiteFinding, SiteNote } from '@bilik/publication/check';
import { appMain } from '../processes/app-process.ts';
import {
  judgePages,
  type PageDifferences,
  pageDifferences,
  type Written,
  writtenSchema,
} from './compare-pages.ts';
import type { SiteFolder } from './site-files.ts';

/**
 * Has the portal's own process write the pages of every publication again, and compares: a page that says something else than its data is
 * found although the office signed it, and so is a file that no data make.
 * @param last number of the newest publication; all of them are signed, and hold together
 */
export async function checkPages(
  files: SiteFolder,
  key: NoteKey,
  last: number,
): Promise<{ readonly findings: readonly SiteFinding[]; readonly notes: readonly SiteNote[] }> {
  const places = Array.from({ length: last }, (_, index) => {
    const number = index + 1;
    const isNewest = number === last;
    return {
      manifest: isNewest ? MANIFEST_PATH : archivePath(number, MANIFEST_PATH),
      snapshot: isNewest ? SNAPSHOT_PATH : archivePath(number, SNAPSHOT_PATH),
    };
  });
  const snapshots = places.map(({ snapshot }) => files.place(snapshot));
  const all: PageDifferences[] = [];
  let isCheckPageBuilt = true;
  for await (const written of writePages(key, snapshots)) {
    const path = places[all.length]?.manifest ?? '';
    const opened = openManifest(files.text(path) ?? '', key);
    if (!opened.ok) throw new Error(`${path} was read before`);
    all.push(pageDifferences(opened.value, written));
    isCheckPageBuilt = written.isCheckPageBuilt;
  }
  if (all.length < last) throw new Error('The portal’s process did not write the pages of every snapshot.');
  const { findings, notes } = judgePages(all);
  return { findings, notes: isCheckPageBuilt ? notes : [{ type: 'check-page-not-built' }, ...notes] };
}

/** What this program writes of each snapshot, in their order. */
async function* writePages(key: NoteKey, snapshots: readonly string[]): AsyncGenerator<Written> {
  const portal = spawn(process.execPath, [appMain('portal'), 'page-hashes', '--log-key', writeNoteKey(key)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    portal.once('error', reject);
    portal.once('close', resolve);
  });
  // it ends without having read all when something is wrong: that is said below
  portal.stdin.on('error', () => {});
  portal.stdin.end(snapshots.map((path) => `${JSON.stringify(path)}\n`).join(''));
  for await (const line of createInterface({ input: portal.stdout, crlfDelay: Number.POSITIVE_INFINITY })) {
    yield writtenSchema.parse(JSON.parse(line));
  }
  const code = await ended;
  if (code !== 0) throw new Error(`The portal’s process ended with ${code}.`);
}
