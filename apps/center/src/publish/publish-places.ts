import { join } from 'node:path';

/** Where a center publishes. */
export interface PublishPlaces {
  /** The folder of the static site. */
  readonly site: string;
  /** Where the site stands while it and the next one change places. */
  readonly setAside: string;
  /** The key with which the log's checkpoints are signed, as the portal's process keeps it. */
  readonly key: string;
  /** What the portal's process is given; removed afterwards. */
  readonly hand: string;
  /** Who outside is asked to cosign: `[{ "key": …, "url": … }]`; nobody where the file is not there. */
  readonly witnesses: string;
}

/** The folders of a center. @param home the center's folder */
export function publishPlaces(home: string): PublishPlaces {
  return {
    site: join(home, 'portal'),
    setAside: join(home, 'portal.before'),
    key: join(home, 'keys', 'portal.key'),
    hand: join(home, 'portal.snapshot'),
    witnesses: join(home, 'witnesses.json'),
  };
}
