import { CHECK_PAGE_PATH, type PublishedPart, type PublishedPlace } from '@bilik/publication';

/**
 * The address of the checking page with what is published of a record, so that the page can compare without asking anybody: it works from a
 * folder as from a server.
 */
export function checkAddress(place: PublishedPlace, { source, figures, evidence }: PublishedPart): string {
  const votes = [...figures.options, { key: 'blank', votes: figures.blank }]
    .map(({ key, votes: count }) => `${key}.${count}`)
    .join('-');
  const voidList = evidence.voidList === null ? '' : `&batal=${evidence.voidList}`;
  // a record whose slips were counted by hand was never opened: it has no votes to compare with
  const compared = source === 'slip-count' ? '' : `&suara=${votes}`;
  return `${CHECK_PAGE_PATH}#tps=${place.id}&arsip=${evidence.record ?? ''}${voidList}${compared}`;
}
