import { join } from 'node:path';
import { sha256Hex, writeTrustees } from '@bilik/ballot';
import type { StationSession } from '@bilik/server';
import { type Answer, accept, refuse } from './api/refusal.ts';
import type { Step, TrusteeState } from './api/state.ts';
import { type Ceremony, openCeremony, type TrusteeTools } from './ceremony/ceremony.ts';
import { AbandonedFile, KeyFile } from './ceremony/key-file.ts';
import { type MessageBox, MessageBoxFile, openMessageBox } from './ceremony/message-box.ts';
import { ElectionFile, type ElectionRoom, openElectionRoom } from './election/bound-election.ts';
import { CountRefusalsFile, openAnnouncedCount } from './opening/announced-count.ts';
import { openIncomingFiles } from './opening/incoming-files.ts';
import { type Opening, OpeningFile, openOpening } from './opening/opening.ts';
import type { RecordCheckTools } from './opening/record-check.ts';
import { recordLimitBytes } from './opening/record-limit.ts';
import { openStation, openStationLine } from './opening/station.ts';
import { openPassphraseTries, type PassphraseTries, PassphraseTriesFile } from './secret/passphrase-tries.ts';
import type { ScryptCost } from './secret/sealed-secret.ts';
import { openUnlocking } from './secret/unlocking.ts';
import { writeKeySheet } from './sheet/key-sheet.ts';
import { openRestoring, type Restore } from './sheet/restoring.ts';
import { openDurableFile, type StorageHook } from './store/durable-file.ts';
import { type InTurn, takeTurns } from './store/turns.ts';

/** What happened on this device that its keeper should know. Never a key, a passphrase or a share. */
export type DeviceAct =
  | { readonly type: 'step-reached'; readonly step: Step }
  | { readonly type: 'key-sheet-written' }
  | { readonly type: 'key-restored-from-sheet'; readonly verificationKeyFingerprint: string }
  | { readonly type: 'second-ballot-list-refused'; readonly refusedLists: number }
  | { readonly type: 'other-ballot-count-refused'; readonly refusedCounts: number };

export interface DeviceParts extends TrusteeTools, RecordCheckTools {
  /** A folder that this process has taken for itself. */
  readonly home: string;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly scryptCost: ScryptCost;
  readonly isExercise: boolean;
  readonly onChange: () => void;
  readonly onAct: (act: DeviceAct) => void;
  /** Called before each act on the disk; a test cuts the power there. */
  readonly storageHook?: StorageHook | undefined;
  /** Tries of a passphrase that several keys share. Default: this home's own. */
  readonly tries?: PassphraseTries | undefined;
}

/** All rooms of one trustee's device. Whatever changes something goes through `inTurn`. */
export interface TrusteeDevice {
  readonly ceremony: Ceremony;
  readonly messages: MessageBox;
  readonly electionRoom: ElectionRoom;
  readonly opening: Opening;
  /** The line to the station, once there is one. */
  readonly stationLine: () => StationSession | undefined;
  readonly inTurn: InTurn;
  readonly state: () => TrusteeState;
  /** The list of trustees that this ceremony makes, for who prepares the election; `undefined` before the end. */
  readonly trusteesText: () => string | undefined;
  /** The key under its passphrase, as one line for paper. */
  readonly keySheet: (passphrase: string) => Promise<Answer<{ readonly text: string }>>;
  /** Puts the key of a sheet onto this device, which has none. */
  readonly restore: Restore;
  /** Begins a ceremony, with an empty box. */
  readonly start: Ceremony['start'];
  /** Leaves a ceremony, and empties the box with it. */
  readonly abandon: (ceremony: string) => Answer<void>;
}

/** @errors throws when a file of the home is not what this program wrote */
export function openTrusteeDevice(parts: DeviceParts): TrusteeDevice {
  const { home, group, now, storageHook } = parts;
  const file = <Schema extends Parameters<typeof openDurableFile>[1]>(name: string, schema: Schema) =>
    openDurableFile(join(home, name), schema, storageHook);
  const tries = parts.tries ?? openPassphraseTries(file('passphrase-tries.json', PassphraseTriesFile), now);
  const unlocking = openUnlocking(tries, now);
  const keyFile = file('key.json', KeyFile.nullable());
  const ceremony = openCeremony({
    ...parts,
    keyFile,
    abandonedFile: file('abandoned.json', AbandonedFile),
    unlocking,
  });
  const restore = openRestoring({
    ...parts,
    keyFile,
    unlocking,
    onRestored: (verificationKeyFingerprint) =>
      parts.onAct({ type: 'key-restored-from-sheet', verificationKeyFingerprint }),
  });
  const messages = openMessageBox(file('messages.json', MessageBoxFile), ceremony.file, group);
  const electionRoom = openElectionRoom({
    file: file('election.json', ElectionFile),
    keyFile: ceremony.file,
    group,
    isExerciseDevice: parts.isExercise,
  });
  // Nothing is taken before an election is bound.
  const incoming = openIncomingFiles(home, () => {
    const bound = electionRoom.bound();
    return bound === undefined ? 0 : recordLimitBytes(bound);
  });
  const station = openStation(openStationLine(home, parts.onChange));
  const inTurn = takeTurns();
  const announcedCount = openAnnouncedCount(file('count-refusals.json', CountRefusalsFile), (refusedCounts) =>
    parts.onAct({ type: 'other-ballot-count-refused', refusedCounts }),
  );
  const opening = openOpening({
    ...parts,
    file: file('opening.json', OpeningFile),
    electionRoom,
    announcedCount,
    ceremony,
    forgetSeed: unlocking.forget,
    incoming,
    station,
    inTurn,
    onSecondList: (refusedLists) => parts.onAct({ type: 'second-ballot-list-refused', refusedLists }),
  });

  const trusteesText = () => {
    const parameters = ceremony.file()?.key?.parameters;
    return parameters === undefined ? undefined : writeTrustees(group, [{ kind: 'threshold', parameters }]);
  };
  const step = (): Step => {
    if (opening.stored() !== undefined) return 'opened';
    return electionRoom.bound() === undefined ? ceremony.step() : 'election';
  };

  return {
    ceremony,
    messages,
    electionRoom,
    opening,
    stationLine: station.line,
    inTurn,
    trusteesText,
    restore,
    async keySheet(passphrase) {
      const known = ceremony.file();
      const trustees = trusteesText();
      const text = known === undefined || trustees === undefined ? undefined : writeKeySheet(known, trustees);
      if (text === undefined) return refuse({ type: 'step-too-early', needed: 'key' });
      unlocking.forget();
      const opened = await ceremony.unlock(passphrase);
      unlocking.forget();
      if (!opened.ok) return opened;
      parts.onAct({ type: 'key-sheet-written' });
      return accept({ text });
    },
    start(input) {
      const cleared = ceremony.file() === undefined ? messages.clear() : accept(undefined);
      return cleared.ok ? ceremony.start(input) : Promise.resolve(cleared);
    },
    abandon(name) {
      const abandoned = ceremony.abandon(name);
      if (!abandoned.ok) return abandoned;
      const cleared = messages.clear();
      return cleared.ok ? accept(undefined) : cleared;
    },
    state: () => ({
      name: ceremony.file()?.name ?? null,
      step: step(),
      isExercise: parts.isExercise || electionRoom.bound()?.kind === 'exercise',
      isUnlocked: unlocking.isOpen(),
      ceremony: ceremonyView(ceremony.file(), messages, trusteesText()),
      election: electionView(electionRoom),
      check: checkView(opening),
      incoming: {
        record: incoming.size('record') ?? null,
        voidList: incoming.size('void-list') ?? null,
      },
      station: stationView(station.line()),
      sharedFor: sharedView(opening.stored()),
      countRefused: countRefusedView(announcedCount.refusals()),
    }),
  };
}

function ceremonyView(
  file: KeyFile | undefined,
  messages: MessageBox,
  trusteesText: string | undefined,
): TrusteeState['ceremony'] {
  if (file === undefined) return null;
  const { ceremony, name, certificateId, polynomial, key, isRestored = false } = file;
  return {
    ceremony,
    name,
    certificateId,
    isRestored,
    trustees: messages.trustees().map(({ has, ...trustee }) => ({ ...trustee, has: { ...has } })),
    threshold: polynomial?.threshold ?? null,
    trusteeCount: polynomial?.certificates.length ?? null,
    key:
      key === undefined || trusteesText === undefined
        ? null
        : {
            ownerIndex: key.ownerIndex,
            verificationKeyFingerprint: key.verificationKeyFingerprint,
            trusteesHash: sha256Hex(trusteesText),
          },
  };
}

function electionView(room: ElectionRoom): TrusteeState['election'] {
  const bound = room.bound();
  if (bound === undefined) return null;
  const { election, kind, pollingPlace, owner, threshold, trustees } = bound;
  return {
    uuid: election.uuid,
    name: election.name,
    kind,
    pollingPlace,
    fingerprint: election.fingerprint,
    owner,
    threshold,
    trusteeCount: trustees.owners.length,
  };
}

function checkView(opening: Opening): TrusteeState['check'] {
  const state = opening.state();
  if (state.phase === 'refused') return { ...state, rules: state.rules.map((rule) => ({ ...rule })) };
  if (state.phase === 'checking') {
    const { done, total } = state;
    return { phase: 'checking', donePercent: total === 0 ? null : Math.floor((100 * done) / total) };
  }
  if (state.phase !== 'checked') return state;
  const { sealedEventHash: recordHash, voidCount, rules } = state.record;
  return { phase: 'checked', recordHash, voidCount, rules: rules.map((rule) => ({ ...rule })) };
}

function stationView(line: StationSession | undefined): TrusteeState['station'] {
  return line === undefined ? null : { isPaired: line.isPaired() };
}

function countRefusedView(refusals: CountRefusalsFile | undefined): TrusteeState['countRefused'] {
  if (refusals === undefined) return null;
  const { recordHash, typedCount, times } = refusals;
  return { recordHash, typedCount, times };
}

function sharedView(stored: OpeningFile | undefined): TrusteeState['sharedFor'] {
  if (stored === undefined) return null;
  const { sealedEventHash: recordHash, ballotCount, owner, isSent, refusedLists } = stored;
  return { recordHash, ballotCount, owner, isSent, refusedLists };
}
