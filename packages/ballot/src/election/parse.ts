import { isBase58 } from '../credential/base58.ts';
import { BELENIOS_2048 } from '../group/belenios-2048.ts';
import type { Group } from '../group/group.ts';
import { sha256Base64 } from '../hash.ts';
import { isJsonArray, isJsonObject, type JsonValue, parseCompactJson } from '../json.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { BilikMark, Election, ElectionFault, Question } from './election.ts';
import {
  BELENIOS_LIMITS,
  BILIK_LIMITS,
  ELECTION_LENGTH_LIMIT,
  type ElectionLimits,
  POLLING_PLACE_LENGTH_LIMIT,
  UUID_LENGTH_LIMIT,
} from './limits.ts';

/** How to read an election. */
export interface ElectionOptions {
  /** Groups that are known; default: BELENIOS_2048 with BigInt arithmetic. Give one with an engine where there is one. */
  readonly groups?: readonly Group[];
}

const REQUIRED_FIELDS = ['version', 'description', 'name', 'group', 'public_key', 'questions', 'uuid'];
const OPTIONAL_FIELDS = ['administrator', 'credential_authority'];
const KNOWN_FIELDS = [...REQUIRED_FIELDS, ...OPTIONAL_FIELDS, 'bilik'];
const QUESTION_FIELDS = ['answers', 'blank', 'min', 'max', 'question'];
const MARK_FIELDS = ['profile', 'kind', 'polling_place', 'signing_key'];

type JsonObject = { readonly [name: string]: JsonValue };

/**
 * Reads an election object and checks it. Canonical JSON only. Without the field `bilik` the order of fields is free
 * and unknown ones are allowed, as the tool allows them; with it, fields and order are exactly the writer's.
 * @returns the election, or everything that is wrong with it, each fault with its path
 */
export function parseElection(
  text: string,
  options: ElectionOptions = {},
): Result<Election, readonly ElectionFault[]> {
  const json = parseCompactJson(text, ELECTION_LENGTH_LIMIT);
  if (!json.ok) {
    const limit = json.error.type === 'too-long' ? { limit: json.error.limit } : {};
    return fail([{ path: '', problem: json.error.type, ...limit }]);
  }
  if (!isJsonObject(json.value)) return fail([{ path: '', problem: 'wrong-type' }]);
  return new ElectionReader(json.value, options.groups ?? [BELENIOS_2048]).read(text);
}

/** Reads one object and gathers faults on the way, so that all are told at once. */
class ElectionReader {
  private readonly object: JsonObject;
  private readonly groups: readonly Group[];
  private readonly faults: ElectionFault[] = [];
  private readonly isBilik: boolean;
  private readonly limits: ElectionLimits;

  constructor(object: JsonObject, groups: readonly Group[]) {
    this.object = object;
    this.groups = groups;
    this.isBilik = 'bilik' in object;
    this.limits = this.isBilik ? BILIK_LIMITS : BELENIOS_LIMITS;
  }

  read(text: string): Result<Election, readonly ElectionFault[]> {
    const { object } = this;
    this.checkFields(object, '', KNOWN_FIELDS, REQUIRED_FIELDS);
    if ('version' in object && object['version'] !== 1) this.report('version', 'wrong-value');
    const bilik = this.isBilik ? this.readMark(object['bilik']) : undefined;
    const name = this.readText(object['name'], 'name', 0, this.limits.textLength);
    const description = this.readText(object['description'], 'description', 0, this.limits.textLength);
    const uuid = this.readUuid(object['uuid']);
    const questions = this.readQuestions(object['questions']);
    const administrator = this.readOptionalText('administrator');
    const credentialAuthority = this.readOptionalText('credential_authority');
    const group = this.readGroup(object['group']);
    const publicKey = group === undefined ? 1n : this.readPublicKey(object['public_key'], group);
    if (group === undefined || this.faults.length > 0) return fail(this.faults);
    return succeed({
      text,
      fingerprint: sha256Base64(text),
      uuid,
      name,
      description,
      group,
      publicKey,
      encryptionKey: group.fixedBase(publicKey),
      questions,
      profile: this.isBilik ? 'bilik' : 'belenios',
      ...(administrator === undefined ? {} : { administrator }),
      ...(credentialAuthority === undefined ? {} : { credentialAuthority }),
      ...(bilik === undefined ? {} : { bilik }),
    });
  }

  private report(path: string, problem: ElectionFault['problem'], limit?: number): void {
    this.faults.push({ path, problem, ...(limit === undefined ? {} : { limit }) });
  }

  /** Names missing fields; in the Bilik profile also unknown ones and a wrong order. */
  private checkFields(
    object: JsonObject,
    path: string,
    known: readonly string[],
    required: readonly string[],
  ): void {
    const prefix = path === '' ? '' : `${path}.`;
    for (const name of required) if (!(name in object)) this.report(prefix + name, 'missing');
    if (!this.isBilik) return;
    const found = Object.keys(object);
    const unknown = found.filter((name) => !known.includes(name));
    for (const name of unknown) this.report(prefix + name.slice(0, 50), 'unknown-field');
    const inOrder = known.filter((name) => found.includes(name));
    if (unknown.length === 0 && inOrder.join() !== found.join()) this.report(path, 'not-canonical');
  }

  private readText(value: JsonValue | undefined, path: string, minLength: number, maxLength: number): string {
    if (value === undefined) return '';
    if (typeof value !== 'string') this.report(path, 'wrong-type');
    else if (value.length > maxLength) this.report(path, 'too-long', maxLength);
    else if (value.length < minLength) this.report(path, 'too-short');
    else return value;
    return '';
  }

  private readOptionalText(name: string): string | undefined {
    const value = this.object[name];
    return value === undefined ? undefined : this.readText(value, name, 0, this.limits.textLength);
  }

  private readUuid(value: JsonValue | undefined): string {
    const uuid = this.readText(value, 'uuid', 14, UUID_LENGTH_LIMIT);
    if (!isBase58(uuid)) this.report('uuid', 'wrong-value');
    return uuid;
  }

  private readGroup(value: JsonValue | undefined): Group | undefined {
    const group = this.groups.find(({ name }) => name === value);
    if (group === undefined && value !== undefined) {
      this.report('group', typeof value === 'string' ? 'wrong-value' : 'wrong-type');
    }
    return group;
  }

  private readPublicKey(value: JsonValue | undefined, group: Group): bigint {
    const text = this.readText(value, 'public_key', 1, this.limits.textLength);
    if (text === '') return 1n;
    const publicKey = group.parseElement(text);
    if (publicKey === undefined || publicKey === 1n) this.report('public_key', 'wrong-value');
    else if (!group.isMember(publicKey)) this.report('public_key', 'not-a-member');
    return publicKey ?? 1n;
  }

  private readQuestions(value: JsonValue | undefined): readonly Question[] {
    if (value === undefined) return [];
    if (!isJsonArray(value)) {
      this.report('questions', 'wrong-type');
      return [];
    }
    if (value.length > this.limits.questions) {
      this.report('questions', 'too-many', this.limits.questions);
      return [];
    }
    if (this.isBilik && value.length === 0) this.report('questions', 'too-few');
    return value.flatMap((item, index) => this.readQuestion(item, `questions[${index}]`) ?? []);
  }

  private readQuestion(value: JsonValue, path: string): Question | undefined {
    if (!isJsonObject(value)) {
      this.report(path, 'wrong-type');
      return undefined;
    }
    this.checkFields(value, path, QUESTION_FIELDS, ['answers', 'min', 'max', 'question']);
    const question = this.readText(value['question'], `${path}.question`, 0, this.limits.textLength);
    const answers = this.readAnswers(value['answers'], `${path}.answers`);
    const { blank } = value;
    if (blank !== undefined && typeof blank !== 'boolean') this.report(`${path}.blank`, 'wrong-type');
    const min = this.readCount(value['min'], `${path}.min`);
    const max = this.readCount(value['max'], `${path}.max`);
    if (min !== undefined && max !== undefined && min > max) this.report(`${path}.max`, 'wrong-value');
    if (this.isBilik) {
      if ('blank' in value) this.report(`${path}.blank`, 'not-in-profile');
      for (const field of ['min', 'max']) {
        if (field in value && value[field] !== 1) this.report(`${path}.${field}`, 'not-in-profile');
      }
    }
    return { question, answers, blank: blank === true, min: min ?? 0, max: max ?? 0 };
  }

  private readAnswers(value: JsonValue | undefined, path: string): readonly string[] {
    if (value === undefined) return [];
    if (!isJsonArray(value)) {
      this.report(path, 'wrong-type');
      return [];
    }
    if (value.length > this.limits.answers) {
      this.report(path, 'too-many', this.limits.answers);
      return [];
    }
    if (value.length < (this.isBilik ? 2 : 1)) this.report(path, 'too-few');
    return value.map((answer, index) =>
      this.readText(answer, `${path}[${index}]`, 0, this.limits.textLength),
    );
  }

  private readCount(value: JsonValue | undefined, path: string): number | undefined {
    if (value === undefined) return undefined;
    if (typeof value !== 'number' || !Number.isInteger(value)) this.report(path, 'wrong-type');
    else if (value < 0) this.report(path, 'wrong-value');
    else if (value > BELENIOS_LIMITS.maxChoices) this.report(path, 'wrong-value', BELENIOS_LIMITS.maxChoices);
    else return value;
    return undefined;
  }

  private readMark(value: JsonValue | undefined): BilikMark | undefined {
    if (!isJsonObject(value)) {
      this.report('bilik', 'wrong-type');
      return undefined;
    }
    this.checkFields(value, 'bilik', MARK_FIELDS, MARK_FIELDS);
    const { profile, kind, polling_place: place, signing_key: key } = value;
    if (profile !== undefined && profile !== 1) this.report('bilik.profile', 'wrong-value');
    const isKind = kind === 'exercise' || kind === 'real';
    if (kind !== undefined && !isKind) this.report('bilik.kind', 'wrong-value');
    const pollingPlace = this.readText(place, 'bilik.polling_place', 1, POLLING_PLACE_LENGTH_LIMIT);
    if (/\p{Cc}/u.test(pollingPlace)) this.report('bilik.polling_place', 'wrong-value');
    const signingKey = this.readText(key, 'bilik.signing_key', 1, this.limits.textLength);
    if (signingKey !== '' && !isKeyInBase64(signingKey)) this.report('bilik.signing_key', 'wrong-value');
    return isKind ? { profile: 1, kind, pollingPlace, signingKey } : undefined;
  }
}

/** Whether a text is the only Base64 form, with padding, of 32 bytes: the last digit leaves two bits unused. */
function isKeyInBase64(text: string): boolean {
  return /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/.test(text);
}
