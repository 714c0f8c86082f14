import { EVENT_GROUPS, EVENT_TYPES } from './event-types.ts';

/** The published page of the event log, from the same table that makes the log. Markdown. */
export function cataloguePage(): string {
  const groups = Object.entries(EVENT_GROUPS).map(
    ([group, { id, en }]) => `## ${group}\n\n${id} / ${en}\n\n${TABLE_HEAD}\n${rowsOf(group)}`,
  );
  return `${[HEAD, ...groups].join('\n\n')}\n`;
}

const TABLE_HEAD = '| peristiwa / event | tingkat / severity | arti | meaning |\n|---|---|---|---|';

function rowsOf(group: string): string {
  return Object.entries(EVENT_TYPES)
    .filter(([, type]) => type.group === group)
    .map(([name, { severity, meaning }]) => `| \`${name}\` | ${severity} | ${meaning.id} | ${meaning.en} |`)
    .join('\n');
}

const HEAD = `# The station's event log

Written by \`node apps/station/src/event-log/write-page.ts\`; a test compares this page with the program's own table.

After sealing the board offers \`peristiwa.json\`: the day's events in the JSON of NIST SP 1500-101 (Election Event Logging 1.0). Each event names the
hour in which it fell, never the minute; within an hour, acts of the board keep their order and all others stand by name. Each event's hash
covers the one before. There is no event about a voter, a card, a ballot, a booth or its printer: those happen around single votes, and a
log of them, laid beside the attendance list, would say who voted when. What people need to know of printers and booths stands in the minutes. So do
noted incidents and mobile groups, whose times are people's own words.

The log is made from what the station keeps anyway. It writes nothing while people vote (\`docs/decisions/0005-slots.md\`).`;
