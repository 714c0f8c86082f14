import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Snapshot, snapshotText } from '@bilik/publication';
import { syntheticSnapshot } from '@bilik/publication/synthetic';
import { lessIsBetter, type Measurement } from '../figure.ts';
import { describeLoad } from '../run/load.ts';
import { scaled } from '../run/scale.ts';

const PORTAL = fileURLToPath(new URL('../../../apps/portal/src/main.ts', import.meta.url));
const VILLAGES = 240;
/** The center looks once a minute whether there is anything new to publish. */
const LIMIT_SECONDS = 60;
/** Each publication keeps its snapshot for ever. */
const LIMIT_SNAPSHOT_MEGABYTES = 64;

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/**
 * A publication of a regency on top of another one, by the portal's own process: seconds until the new site stands, and megabytes of the snapshot
 * that stays. Yardsticks: the minute after which the next one may begin, and the largest snapshot that a center makes.
 */
export const measurePublish: Measurement = async function* (say) {
  const root = mkdtempSync(join(tmpdir(), 'bilik-bench-portal-'));
  const portal = (...parameters: string[]) =>
    execFileSync(process.execPath, [PORTAL, ...parameters], { stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    const [key, site] = [join(root, 'key'), join(root, 'site')];
    portal('key', '--name', 'bench.example/log', '--out', key);
    let previous: Snapshot | undefined;
    for (const counted of [0.5, 0.9]) {
      const made = syntheticSnapshot({
        ...{ seed: 1, villages: scaled(VILLAGES, 3), counted },
        at: `2026-11-22T0${counted * 10}:00:00Z`,
        ...(previous === undefined ? {} : { previous }),
      });
      const folder = join(root, `snapshot-${counted}`);
      mkdirSync(join(folder, 'files'), { recursive: true });
      const text = snapshotText(made.snapshot);
      writeFileSync(join(folder, 'snapshot.json'), text);
      for (const [sha256, bytes] of made.files) writeFileSync(join(folder, 'files', sha256), bytes);
      say(describeLoad());
      const begun = performance.now();
      portal('write', '--snapshot', folder, '--out', site, '--key', key);
      const seconds = (performance.now() - begun) / 1000;
      const isFirst = previous === undefined;
      previous = made.snapshot;
      if (isFirst) continue;
      const places = made.snapshot.villages.reduce((sum, village) => sum + village.places.length, 0);
      const files = filesBelow(site);
      const megabytes = files.reduce((sum, path) => sum + statSync(path).size, 0) / 1e6;
      const perPlace = Math.round(Buffer.byteLength(text) / places);
      say(
        `${places} polling places: ${files.length} files, ${megabytes.toFixed(1)} MB, photos of a few bytes among them`,
      );
      say(`${perPlace} bytes of snapshot a polling place`);
      yield lessIsBetter('publish.site', 's', seconds, LIMIT_SECONDS, places);
      yield lessIsBetter(
        'publish.snapshot',
        'MB',
        Buffer.byteLength(text) / 1e6,
        LIMIT_SNAPSHOT_MEGABYTES,
        places,
      );
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};
