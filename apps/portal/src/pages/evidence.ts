import {
  CHECK_PAGE_PATH,
  evidencePath,
  type PublishedPart,
  type PublishedPlace,
  type Snapshot,
} from '@bilik/publication';

/** Path of a file that the snapshot names. @throws when it does not: a snapshot that was checked lists all of them */
export function filePath({ files }: Snapshot, sha256: string): string {
  const file = files.find((listed) => listed.sha256 === sha256);
  if (file === undefined) throw new Error(`The snapshot does not list ${sha256}`);
  return evidencePath(file);
}

export const photoPath: typeof filePath = filePath;

/**
 * The address of the checking page with what is published of a record, so that the page can compare without asking anybody: it works from a
 * folder as from a server.
 */
export function checkAddress(place: PublishedPlace, { figures, evidence }: PublishedPart): string {
  const votes = [...figures.options, { key: 'blank', votes: figures.blank }]
    .map(({ key, votes: count }) => `${key}.${count}`)
    .join('-');
  return `${CHECK_PAGE_PATH}#tps=${place.id}&arsip=${evidence.record ?? ''}&suara=${votes}`;
}
