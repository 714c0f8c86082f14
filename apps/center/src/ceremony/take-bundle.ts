import { nativeGroup } from '@bilik/ballot/native';
import { SITTING_ROUNDS, type SittingRound } from '@bilik/preparation';
import {
  BUNDLE_LIMIT_BYTES,
  bundleFits,
  type CeremonyBundle,
  type CeremonyProblem,
  certificatesFingerprint,
  checkPlace,
  keysFingerprint,
  type PlaceKeys,
  parseCeremonyBundle,
  planDigest,
  writeCeremonyBundle,
} from '@bilik/transfer';
import type { Transaction } from '../database/connect.ts';
import type { FileStore } from '../files/file-store.ts';
import { noteFile } from '../files/note-file.ts';
import { addStep, type KnownSitting } from './sittings.ts';

/** Why a trustee's message was not posted; nothing was kept. */
export type TakeRefusal =
  | CeremonyProblem
  | { readonly type: 'bundle-unreadable' }
  /** Certificates are read aloud before the next round begins. */
  | { readonly type: 'sitting-not-now'; readonly phase: string };

type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: TakeRefusal };

/** In which phases a round's messages are taken: late ones of a round that is over were taken before, or there is no place for them. */
const PHASE_OF_ROUND: Readonly<Record<SittingRound, string>> = {
  certificate: 'certificates',
  polynomial: 'polynomials',
  share: 'shares',
};

/**
 * Posts one trustee's messages of a round. What can be checked is: plan, sender, places, and with the last message of a round all
 * arithmetic; after the last round the keys are computed, as each device does for itself. A fault that shows only with the others' messages
 * stays posted and is named: nobody gives a second version, and the sitting begins anew.
 * @param text as a device gave it @param from whose code it came by; without one (by stick) the message's own name says
 */
export async function takeBundle(input: {
  readonly transaction: Transaction;
  readonly files: FileStore;
  readonly sitting: KnownSitting;
  readonly text: string;
  readonly from: string | undefined;
  readonly carried: 'network' | 'stick';
  readonly account: string | null;
  readonly now: Date;
}): Promise<Answer<{ readonly round: SittingRound; readonly member: string }>> {
  const { transaction, files, sitting, now } = input;
  const { plan } = sitting;
  const read = parseCeremonyBundle(input.text);
  if (!read.ok) return { ok: false, error: { type: 'bundle-unreadable' } };
  const bundle = read.value;
  const { round } = bundle;
  const member = plan.members.find(({ name }) => name === bundle.name);
  if (member === undefined || (input.from !== undefined && member.id !== input.from)) {
    return { ok: false, error: { type: 'bundle-of-stranger', name: bundle.name } };
  }
  const posted = await postedBundles(transaction, files, sitting);
  const fits = bundleFits(plan, bundle, posted);
  if (!fits.ok) return fits;
  const value = { round, member: member.id };
  if (fits.value === 'known') return { ok: true, value };
  const { phase } = sitting.standing;
  if (phase !== PHASE_OF_ROUND[round]) return { ok: false, error: { type: 'sitting-not-now', phase } };
  const all = [...posted, bundle];
  if (round === 'certificate') {
    const alone = certificatesHold(plan, bundle);
    if (alone !== undefined) return { ok: false, error: alone };
  }
  const kept = await files.keep(Buffer.from(writeCeremonyBundle(bundle), 'utf8'), BUNDLE_LIMIT_BYTES);
  if (!kept.ok) return { ok: false, error: { type: 'bundle-unreadable' } };
  await noteFile(transaction, kept.value, now);
  const digest = planDigest(plan);
  await transaction
    .insertInto('sitting_bundle')
    .values({
      ...{ sitting: sitting.id, area: sitting.area, member: member.id, round, file: kept.value.sha256 },
      carried: input.carried,
      spoken: round === 'certificate' ? certificatesFingerprint(digest, bundle.name, bundle.messages) : null,
      at: now,
    })
    .execute();
  const by = { account: input.account, act: 'ceremony.take', now };
  await addStep(transaction, sitting, { type: 'given', round, member: member.id }, by);
  if (sitting.standing.given[round].length + 1 < plan.members.length) return { ok: true, value };

  const checked = await checkAll(sitting, round, all);
  if (!checked.ok) {
    const { error } = checked;
    const name = 'name' in error ? error.name : '';
    const problem = 'problem' in error ? `${error.type}: ${error.problem}` : error.type;
    const faulty = plan.members.find((one) => one.name === name)?.id ?? member.id;
    await addStep(transaction, sitting, { type: 'faulty', member: faulty, problem }, by);
  } else if (round === 'share') {
    for (const { place, trustees, trusteesHash, order } of checked.value) {
      await transaction
        .updateTable('sitting_place')
        .set({ trustees, trustees_hash: trusteesHash, member_order: JSON.stringify(order) })
        .where('sitting', '=', sitting.id)
        .where('place', '=', place)
        .execute();
    }
    await addStep(
      transaction,
      sitting,
      { type: 'made', fingerprint: keysFingerprint(digest, checked.value) },
      by,
    );
  }
  return { ok: true, value };
}

/** The posted messages of a sitting, round by round. */
export async function postedBundles(
  transaction: Transaction,
  files: FileStore,
  { id }: Pick<KnownSitting, 'id'>,
): Promise<CeremonyBundle[]> {
  const bundles: CeremonyBundle[] = [];
  for (const text of await postedTexts(transaction, files, id)) {
    const read = parseCeremonyBundle(text);
    if (!read.ok) throw new Error(`a posted message of sitting ${id} is none`);
    bundles.push(read.value);
  }
  return bundles;
}

/** The same as they were given. @param which one of them; without it all */
export async function postedTexts(
  transaction: Transaction,
  files: FileStore,
  sitting: string,
  which?: { readonly round: SittingRound; readonly member: string },
): Promise<string[]> {
  let query = transaction
    .selectFrom('sitting_bundle')
    .select(['round', 'member', 'file'])
    .where('sitting', '=', sitting);
  if (which !== undefined) query = query.where('round', '=', which.round).where('member', '=', which.member);
  const rows = await query.execute();
  const rank = (round: SittingRound) => SITTING_ROUNDS.indexOf(round);
  rows.sort((left, right) => rank(left.round) - rank(right.round) || (left.member < right.member ? -1 : 1));
  const texts: string[] = [];
  for (const { file } of rows) {
    const pieces: Uint8Array[] = [];
    for await (const piece of files.open(file)) pieces.push(piece);
    texts.push(Buffer.concat(pieces).toString('utf8'));
  }
  return texts;
}

/** A certificate that does not hold by itself is refused at once: its sender can still give a right one. */
function certificatesHold(plan: KnownSitting['plan'], bundle: CeremonyBundle): CeremonyProblem | undefined {
  const members = plan.members.filter(({ name }) => name === bundle.name);
  for (const place of plan.places) {
    const checked = checkPlace({
      group: nativeGroup(),
      plan: { ...plan, members },
      place,
      round: 'certificate',
      bundles: [bundle],
    });
    if (!checked.ok) return checked.error;
  }
  return undefined;
}

/** Checks a round for all places, letting others be served between two of them. */
async function checkAll(
  { plan }: KnownSitting,
  round: SittingRound,
  bundles: readonly CeremonyBundle[],
): Promise<Answer<PlaceKeys[]>> {
  const group = nativeGroup();
  const keys: PlaceKeys[] = [];
  for (const place of plan.places) {
    await new Promise(setImmediate);
    const checked = checkPlace({ group, plan, place, round, bundles });
    if (!checked.ok) return checked;
    if (checked.value !== undefined) keys.push(checked.value);
  }
  return { ok: true, value: keys };
}
