import type { trustee } from '@bilik/words/catalogue/trustee';
import { inGroups } from '@bilik/words/format';
import type { Say } from '@bilik/words/phrases';
import type { RefusalOf, TrusteeRefusal } from '../api/refusal.ts';

/** What a person reads about a refusal: what happened, what did not, what to do. */
export interface RefusalWords {
  readonly happened: string;
  readonly notHappened: string;
  readonly toDo: string;
}

type SayTrustee = Say<readonly [typeof trustee]>;

const BYTES_PER_MEGABYTE = 1024 * 1024;

/** Refusals about the record: what matters then is that no share went out. */
const ABOUT_RECORD: ReadonlySet<TrusteeRefusal['type']> = new Set<TrusteeRefusal['type']>([
  'void-list-wrong',
  'record-of-other-election',
  'record-of-other-trustees',
  'record-wrong',
  'second-ballot-list',
  'ballot-count-differs',
  'not-checked',
  'check-stopped',
  'file-missing',
  'station-not-sealed',
]);

/** Says a refusal in the language of the screen. */
export function refusalWords(say: SayTrustee, refusal: TrusteeRefusal): RefusalWords {
  const isAboutRecord = ABOUT_RECORD.has(refusal.type);
  return {
    happened: happenedOf(say, refusal),
    notHappened: say(isAboutRecord ? 'trustee.noShareGiven' : 'trustee.nothingChanged'),
    toDo: toDoOf(say, refusal),
  };
}

function happenedOf(say: SayTrustee, refusal: TrusteeRefusal): string {
  switch (refusal.type) {
    case 'passphrase-wrong':
      return say('trustee.refused.passphrase-wrong', { count: refusal.wrongTries });
    case 'storage-failed':
      return say('trustee.refused.storage-failed', { reason: refusal.reason });
    case 'already-started': {
      const { ceremony, name } = refusal;
      return say('trustee.refused.already-started', { ceremony, name });
    }
    case 'ceremony-abandoned':
    case 'message-of-other-ceremony':
      return say(`trustee.refused.${refusal.type}`, { ceremony: refusal.ceremony });
    case 'threshold-out-of-range': {
      const { least, most } = refusal;
      return say('trustee.refused.threshold-out-of-range', { least, most });
    }
    case 'message-wrong': {
      const { trustee: number, problem } = refusal;
      if (number === 0) return say('trustee.refused.message-wrong.list', { problem });
      return say('trustee.refused.message-wrong', { name: senderOf(say, refusal), problem });
    }
    case 'parameters-wrong': {
      const { problem, detail } = refusal;
      const told = detail === undefined ? problem : `${problem}: ${detail}`;
      return say('trustee.refused.parameters-wrong', { problem: told });
    }
    case 'key-test-failed':
      return say('trustee.refused.key-test-failed', { stage: refusal.stage });
    case 'message-of-other-list':
    case 'message-name-taken':
    case 'message-second-version':
    case 'bundle-of-other-plan':
    case 'bundle-of-stranger':
    case 'bundle-of-other-places':
      return say(`trustee.refused.${refusal.type}`, { name: refusal.name });
    case 'plan-unreadable':
      return say('trustee.refused.plan-unreadable', { problem: refusal.problem });
    case 'board-refused':
      return say('trustee.refused.board-refused', { reason: refusal.reason });
    case 'messages-missing':
      return say('trustee.messagesMissing', { names: refusal.names.join(', ') });
    case 'election-unreadable':
    case 'trustees-unreadable': {
      const { path, problem } = refusal;
      return say(`trustee.refused.${refusal.type}`, { path, problem });
    }
    case 'key-bound-to-other-election':
    case 'record-of-other-election':
      return say(`trustee.refused.${refusal.type}`, {
        fingerprint: inGroups(refusal.fingerprint, 4).join(' '),
      });
    case 'station-refused': {
      const { status, reason } = refusal;
      return say('trustee.refused.station-refused', { status: String(status), reason });
    }
    case 'file-too-large':
      return say('trustee.refused.file-too-large', {
        megabytes: refusal.limitBytes / BYTES_PER_MEGABYTE,
      });
    case 'void-list-wrong':
      return say('trustee.refused.void-list-wrong', { problem: refusal.problem });
    case 'second-ballot-list':
      return say('trustee.refused.second-ballot-list', { count: refusal.refusedLists });
    case 'ballot-count-differs':
      return say('trustee.refused.ballot-count-differs', { typed: refusal.typedCount });
    default:
      return say(`trustee.refused.${refusal.type}`);
  }
}

function toDoOf(say: SayTrustee, refusal: TrusteeRefusal): string {
  switch (refusal.type) {
    case 'passphrase-wrong':
    case 'passphrase-wait':
      return refusal.waitSeconds === 0
        ? say('trustee.refused.passphrase-wrong.toDo')
        : say('trustee.refused.passphrase-wrong.wait', { seconds: refusal.waitSeconds });
    case 'message-wrong':
      return refusal.trustee === 0
        ? say('trustee.refused.message-wrong.list.toDo')
        : say('trustee.refused.message-wrong.toDo', { name: senderOf(say, refusal) });
    case 'message-of-other-list':
    case 'message-second-version':
    case 'bundle-of-other-places':
      return say(`trustee.refused.${refusal.type}.toDo`, { name: refusal.name });
    default:
      return say(`trustee.refused.${refusal.type}.toDo`);
  }
}

/** The trustee whose message is wrong, by name where this device knows it. */
function senderOf(say: SayTrustee, { name, trustee }: RefusalOf<'message-wrong'>): string {
  return name ?? say('trustee.refused.message-wrong.number', { number: trustee });
}
