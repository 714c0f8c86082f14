import {
  checkCertificates,
  type Group,
  makeShareInputs,
  makeThresholdParameters,
  sha256Hex,
  writeTrustees,
} from '@bilik/ballot';
import { type CeremonyBundle, messageOfBundle } from './ceremony-bundle.ts';
import { agreementOf } from './ceremony-message.ts';
import { ROUNDS, type Round } from './ceremony-names.ts';
import { type CeremonyPlan, placeCeremony, planDigest } from './ceremony-plan.ts';

/** Why messages of a sitting do not make keys; `name` is whose message it is. */
export type CeremonyProblem =
  | { readonly type: 'bundle-of-other-plan'; readonly name: string }
  /** Nobody of this name is among the plan's trustees. */
  | { readonly type: 'bundle-of-stranger'; readonly name: string }
  /** The same trustee sent two different messages for one step. */
  | { readonly type: 'bundle-second-version'; readonly name: string; readonly round: Round }
  /** It lacks a polling place of the plan, or has one more. */
  | { readonly type: 'bundle-of-other-places'; readonly name: string; readonly round: Round }
  /** Its sender works with other certificates than those that were posted. */
  | { readonly type: 'bundle-of-other-list'; readonly name: string; readonly place: string }
  /** The arithmetic does not hold. */
  | { readonly type: 'bundle-wrong'; readonly name: string; readonly place: string; readonly problem: string }
  | { readonly type: 'bundles-missing'; readonly round: Round; readonly names: readonly string[] };

type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: CeremonyProblem };

/** The keys of one polling place, as everybody can compute them from the posted messages. */
export interface PlaceKeys {
  readonly place: string;
  /** Text of the trustees object. */
  readonly trustees: string;
  readonly trusteesHash: string;
  /** Ids of the plan's members in the order of their numbers in the record, which is the order of their certificates. */
  readonly order: readonly string[];
}

/** Whether a bundle may be posted beside those that are there already: shape, plan, sender, places. Asks for no arithmetic. */
export function bundleFits(
  plan: CeremonyPlan,
  bundle: CeremonyBundle,
  before: readonly CeremonyBundle[],
): Answer<'new' | 'known'> {
  const { name, round } = bundle;
  const fail = (error: CeremonyProblem): Answer<never> => ({ ok: false, error });
  if (bundle.plan !== planDigest(plan) || bundle.ceremony !== plan.ceremony)
    return fail({ type: 'bundle-of-other-plan', name });
  if (!plan.members.some((member) => member.name === name)) return fail({ type: 'bundle-of-stranger', name });
  const places = bundle.messages.map(({ place }) => place);
  if (places.length !== plan.places.length || places.some((place, index) => place !== plan.places[index]))
    return fail({ type: 'bundle-of-other-places', name, round });
  const same = before.find((other) => other.round === round && other.name === name);
  if (same !== undefined) {
    return JSON.stringify(same) === JSON.stringify(bundle)
      ? { ok: true, value: 'known' }
      : fail({ type: 'bundle-second-version', name, round });
  }
  const earlier = ROUNDS[ROUNDS.indexOf(round) - 1];
  if (earlier === undefined) {
    const taken = new Set(before.flatMap(({ messages }) => messages.map(({ from }) => from)));
    const twice = bundle.messages.find(({ from }) => taken.has(from));
    return twice === undefined
      ? { ok: true, value: 'new' }
      : fail({ type: 'bundle-wrong', name, place: twice.place, problem: 'certificate-of-another' });
  }
  const names = plan.members
    .filter((member) => !before.some((other) => other.round === earlier && other.name === member.name))
    .map((member) => member.name);
  return names.length === 0
    ? { ok: true, value: 'new' }
    : fail({ type: 'bundles-missing', round: earlier, names });
}

/**
 * Checks all arithmetic that the posted messages of a step allow for one place, as every trustee's device does for itself.
 * @param bundles those of the step and of the steps before
 * @returns the keys after the last step, before it `undefined`
 */
export function checkPlace(input: {
  readonly group: Group;
  readonly plan: CeremonyPlan;
  readonly place: string;
  readonly round: Round;
  readonly bundles: readonly CeremonyBundle[];
}): Answer<PlaceKeys | undefined> {
  const { group, plan, place, round, bundles } = input;
  const steps = ROUNDS.slice(0, ROUNDS.indexOf(round) + 1);
  const certificatesOf = bundles
    .filter((bundle) => bundle.round === 'certificate')
    .flatMap((bundle) => {
      const message = messageOfBundle(bundle, place);
      return message === undefined ? [] : [message];
    })
    .sort((left, right) => (left.from < right.from ? -1 : 1));
  const nameAt = (position: number): string => certificatesOf[position]?.name ?? '';
  const wrong = (error: { readonly trustee: number; readonly problem: string }): Answer<never> => ({
    ok: false,
    error: { type: 'bundle-wrong', name: nameAt(error.trustee - 1), place, problem: error.problem },
  });
  const texts: Record<Round, string[]> = { certificate: [], polynomial: [], share: [] };
  const certificates = certificatesOf.map(({ message }) => message);
  const agreed = agreementOf(placeCeremony(plan.ceremony, place), plan.threshold, certificates);
  for (const step of steps) {
    const missing: string[] = [];
    for (const { name } of plan.members) {
      const bundle = bundles.find((one) => one.round === step && one.name === name);
      const message = bundle === undefined ? undefined : messageOfBundle(bundle, place);
      if (message === undefined) missing.push(name);
      else if (step !== 'certificate' && message.agreed !== agreed)
        return { ok: false, error: { type: 'bundle-of-other-list', name, place } };
    }
    if (missing.length > 0)
      return { ok: false, error: { type: 'bundles-missing', round: step, names: missing } };
    texts[step] = certificatesOf.map(({ name }) => {
      const bundle = bundles.find((one) => one.round === step && one.name === name);
      return (bundle && messageOfBundle(bundle, place)?.message) ?? '';
    });
  }
  const checked = checkCertificates({ group, certificates });
  if (!checked.ok) return wrong(checked.error);
  const lying = certificatesOf.findIndex(({ from }, index) => checked.value[index] !== from);
  if (lying !== -1) return wrong({ trustee: lying + 1, problem: 'other-id' });
  if (round === 'certificate') return { ok: true, value: undefined };
  const inputs = makeShareInputs({ group, certificates, polynomials: texts.polynomial });
  if (!inputs.ok) return wrong(inputs.error);
  if (round === 'polynomial') return { ok: true, value: undefined };
  const made = makeThresholdParameters({
    group,
    certificates,
    polynomials: texts.polynomial,
    shareOutputs: texts.share,
  });
  if (!made.ok) return wrong(made.error);
  const trustees = writeTrustees(group, [{ kind: 'threshold', parameters: made.value.parameters }]);
  const order = certificatesOf.map(
    ({ name }) => plan.members.find((member) => member.name === name)?.id ?? '',
  );
  return { ok: true, value: { place, trustees, trusteesHash: sha256Hex(trustees), order } };
}
