import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CHECK_PAGE_PATH,
  equalBytes,
  KEY_PATH,
  type NoteKey,
  SNAPSHOT_PATH,
  writeNoteKey,
} from '@bilik/publication';
import type { SiteFinding } from '@bilik/publication/check';
import { appMain } from '../processes/app-process.ts';
import { openSiteFiles, type SiteFolder } from './site-files.ts';

/**
 * Has the portal's own process write the pages of the snapshot again, and compares: a page that says something else than its data is found
 * although the office signed it. The checking page is built from source and is compared where it is built here too.
 */
export function checkPages(files: SiteFolder, key: NoteKey): SiteFinding[] {
  const folder = mkdtempSync(join(tmpdir(), 'bilik-pages-'));
  try {
    const parameters = [
      '--snapshot',
      files.place(SNAPSHOT_PATH),
      '--log-key',
      writeNoteKey(key),
      '--out',
      folder,
    ];
    execFileSync(process.execPath, [appMain('portal'), 'pages', ...parameters], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const { files: written } = openSiteFiles(folder);
    const isOurs = (path: string) => path !== CHECK_PAGE_PATH && !path.startsWith('berkas/');
    const wanted = new Set(written.paths);
    return [
      ...written.paths.filter(isOurs).flatMap((at): SiteFinding[] => {
        const published = files.bytes(at);
        if (published === undefined) return [{ rule: 'pages', fault: 'missing', at }];
        return equalBytes(published, readFileSync(written.place(at)))
          ? []
          : [{ rule: 'pages', fault: 'page-differs', at }];
      }),
      ...files.paths
        .filter(
          (path) => /\.(?:html|csv)$/.test(path) && isOurs(path) && path !== KEY_PATH && !wanted.has(path),
        )
        .map((at): SiteFinding => ({ rule: 'pages', fault: 'not-listed', at })),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
