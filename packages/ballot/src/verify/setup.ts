import { type DataRecord, decodeText } from '../archive/index.ts';
import { type PublicCredentials, parsePublicCredentials } from '../credential/public-list.ts';
import type { Election } from '../election/election.ts';
import { parseElection } from '../election/parse.ts';
import type { Group } from '../group/group.ts';
import { isJsonArray, isJsonObject, type JsonValue } from '../json.ts';
import type { RandomSource } from '../random.ts';
import { electionPublicKey, parseTrustees, type Trustees } from '../trustee/list.ts';
import type { Finding, RuleBook, TrusteePlace } from './rules.ts';

/** What the event Setup sets up, as far as it is right. */
export interface CheckedSetup {
  readonly election?: Election;
  readonly trustees?: Trustees;
  readonly credentials?: PublicCredentials;
}

/** The part of a finding that names a data record. */
export function recordOf({ recordNumber, offset, name }: DataRecord): Pick<Finding, 'record'> {
  return { record: { number: recordNumber, offset, name } };
}

/**
 * Checks election, trustees and credentials, each by itself where that is possible. An election outside the profile is
 * named, and nothing else is looked at.
 * @param data the data records of the event Setup
 * @param profile insists on a profile, whatever the election's mark says
 */
export function checkSetup(
  data: readonly DataRecord[],
  options: {
    readonly groups: readonly Group[];
    readonly random: RandomSource;
    readonly profile?: 'bilik' | 'belenios';
  },
  book: RuleBook,
): CheckedSetup {
  const [electionRecord, trusteesRecord, credentialsRecord] = data;
  if (!electionRecord || !trusteesRecord || !credentialsRecord) throw new Error('Setup has its data records');

  const election = checkElection(electionRecord, options, book);
  if (election === undefined) return {};
  const { group } = election;
  // Its keys and ballots may be many times as many, and there is no more to be learnt of a record of another kind.
  if (isOutsideProfile(election, options.profile)) return { election };

  const trusteesText = decodeText(trusteesRecord.content) ?? '';
  const trustees = parseTrustees(group, trusteesText);
  book.checked('trustees.valid');
  if (!trustees.ok) {
    const { type } = trustees.error;
    const path = 'path' in trustees.error ? trustees.error.path : '';
    const trustee = trusteeAt(trusteesText, path);
    book.add({
      rule: 'trustees.valid',
      fault: type,
      values: { path, ...limitOf(trustees.error) },
      ...(trustee && { trustee }),
      ...recordOf(trusteesRecord),
    });
  } else {
    book.checked('election.key');
    if (electionPublicKey(group, trustees.value) !== election.publicKey) {
      book.add({ rule: 'election.key', fault: 'key-not-product', ...recordOf(electionRecord) });
    }
  }

  const credentials = parsePublicCredentials(group, decodeText(credentialsRecord.content) ?? '', {
    random: options.random,
  });
  book.checked('credentials.valid');
  if (!credentials.ok) {
    const { type } = credentials.error;
    const position = 'position' in credentials.error ? credentials.error.position : 0;
    book.add({
      rule: 'credentials.valid',
      fault: type,
      values: { position, ...limitOf(credentials.error) },
      ...recordOf(credentialsRecord),
    });
  } else if (election.profile === 'bilik' && credentials.value.weighted) {
    book.add({ rule: 'credentials.valid', fault: 'weights-not-allowed', ...recordOf(credentialsRecord) });
  }
  return {
    election,
    ...(trustees.ok ? { trustees: trustees.value } : {}),
    ...(credentials.ok ? { credentials: credentials.value } : {}),
  };
}

/** The limit that a fault names. */
function limitOf(fault: object): { readonly limit?: number } {
  return 'limit' in fault && typeof fault.limit === 'number' ? { limit: fault.limit } : {};
}

function isOutsideProfile(election: Election, profile: 'bilik' | 'belenios' | undefined): boolean {
  return profile !== undefined && election.profile !== profile;
}

function checkElection(
  record: DataRecord,
  { groups, profile }: { readonly groups: readonly Group[]; readonly profile?: 'bilik' | 'belenios' },
  book: RuleBook,
): Election | undefined {
  const election = parseElection(decodeText(record.content) ?? '', { groups });
  book.checked('election.valid');
  if (!election.ok) {
    for (const { path, problem, limit } of election.error) {
      const values = { path, ...(limit === undefined ? {} : { limit }) };
      book.add({ rule: 'election.valid', fault: problem, values, ...recordOf(record) });
    }
    return undefined;
  }
  if (isOutsideProfile(election.value, profile)) {
    book.add({
      rule: 'election.valid',
      fault: 'not-in-profile',
      values: { path: 'bilik' },
      ...recordOf(record),
    });
  }
  return election.value;
}

const PART_PATH = /^\[(?<item>[0-9]+)\](?:\.(?:certs|coefexps|verification_keys)\[(?<part>[0-9]+)\])?/;

/** Which trustee a path in the list of trustees means; `undefined` for the list, or for all of a threshold group. */
function trusteeAt(text: string, path: string): TrusteePlace | undefined {
  const { item, part } = PART_PATH.exec(path)?.groups ?? {};
  const list: JsonValue = item === undefined ? [] : JSON.parse(text);
  if (item === undefined || !isJsonArray(list)) return undefined;
  const keysOf = (entry: JsonValue | undefined): readonly (JsonValue | undefined)[] => {
    const [kind, value] = isJsonArray(entry) ? entry : [];
    if (kind === 'Single') return [value];
    const keys = isJsonObject(value) ? value['verification_keys'] : undefined;
    return isJsonArray(keys) ? keys : [];
  };
  const own = keysOf(list[Number(item)]);
  if (part === undefined && own.length !== 1) return undefined;
  const index = Number(part ?? 0);
  const key = own[index];
  const name = isJsonObject(key) ? key['name'] : undefined;
  const before = list
    .slice(0, Number(item))
    .reduce((count: number, entry) => count + keysOf(entry).length, 0);
  return { owner: before + index + 1, ...(typeof name === 'string' ? { name } : {}) };
}
