import { CHECK_PAGE_PATH, type PublishedPart, type PublishedPlace } from '@bilik/publication';

/**
 * The address of the checking page with what is published of a record, so that the page can compare without asking anybody: it works from a
 * folder as from a server.
 */
export function checkAddress(place: PublishedPlace, { figures, evidence }: PublishedPart): string {
  const votes = [...figures.options, { key: 'blank', votes: figures.blank }]
    .map(({ key, votes: count }) => `${key}.${count}`)
    .join('-');
  const voidList = evidence.voidList === null ? '' : `&batal=${evidence.voidList}`;
  return `${CHECK_PAGE_PATH}#tps=${place.id}&arsip=${evidence.record ?? ''}${voidList}&suara=${votes}`;
}
