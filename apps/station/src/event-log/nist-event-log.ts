import { createHash } from 'node:crypto';
import { type ElectionDefinition, ZONE_OFFSET_MINUTES } from '@bilik/election';
import { EVENT_GROUPS, EVENT_TYPES } from './event-types.ts';
import type { PublicEvent } from './public-events.ts';

const MANUFACTURER = 'Bilik';
const MODEL = 'Bilik station';

/** `2026-12-12T09:00:00+07:00` for nine o'clock in WIB. */
function stampOf({ voting }: Pick<ElectionDefinition, 'voting'>, hour: number): string {
  const offset = String(ZONE_OFFSET_MINUTES[voting.zone] / 60).padStart(2, '0');
  return `${voting.date}T${String(hour).padStart(2, '0')}:00:00+${offset}:00`;
}

/**
 * The log as NIST SP 1500-101 (Election Event Logging 1.0) JSON. Each event's hash covers the one before it, so that none can be taken out
 * of the middle unseen. The same events give the same bytes.
 */
export function nistEventLog(parts: {
  readonly definition: ElectionDefinition;
  readonly electionFingerprint: string;
  readonly version: string;
  readonly events: readonly PublicEvent[];
}): string {
  const { definition, events } = parts;
  let chain = createHash('sha256').update(`bilik/v1/event-log ${parts.electionFingerprint}`).digest('hex');
  const listed = events.map(({ name, hour }, index) => {
    const { group, severity, meaning } = EVENT_TYPES[name];
    const event = {
      '@type': 'EventLogging.Event',
      Id: name,
      Sequence: String(index + 1),
      TimeStamp: stampOf(definition, hour),
      Type: group,
      Severity: severity,
      Disposition: 'success',
      Description: `${meaning.id} / ${meaning.en}`,
    };
    chain = createHash('sha256')
      .update(`${chain} ${JSON.stringify(event)}`)
      .digest('hex');
    return { ...event, Hash: chain };
  });
  const log = {
    '@type': 'EventLogging.ElectionEventLog',
    ElectionId: parts.electionFingerprint,
    GeneratedTime: stampOf(definition, events.at(-1)?.hour ?? 0),
    Details: [
      definition.kind === 'exercise' ? 'LATIHAN / EXERCISE. ' : '',
      `${definition.pollingPlace.id}. Waktu dibulatkan ke jam / times are rounded down to the hour.`,
    ].join(''),
    Device: [
      {
        '@type': 'EventLogging.Device',
        Id: 'station',
        Type: 'ems',
        Manufacturer: MANUFACTURER,
        Model: MODEL,
        Version: parts.version,
        HashType: 'sha-256',
        Event: listed,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** What the log's words mean, in the same standard's form. @param madeOn civil date of the edition */
export function nistEventDocumentation(version: string, madeOn: string): string {
  const documentation = {
    '@type': 'EventLogging.ElectionEventLogDocumentation',
    DeviceId: 'station',
    DeviceManufacturer: MANUFACTURER,
    DeviceModel: MODEL,
    DeviceVersion: version,
    GeneratedDate: madeOn,
    EventIdDescription: Object.entries(EVENT_TYPES).map(([name, { meaning }]) => ({
      '@type': 'EventLogging.EventIdDescription',
      Id: name,
      Description: `${meaning.id} / ${meaning.en}`,
    })),
    EventTypeDescription: Object.entries(EVENT_GROUPS).map(([group, meaning]) => ({
      '@type': 'EventLogging.EventTypeDescription',
      Type: group,
      Description: `${meaning.id} / ${meaning.en}`,
    })),
  };
  return `${JSON.stringify(documentation, null, 2)}\n`;
}
