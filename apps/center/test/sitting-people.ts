import {
  checkCertificates,
  makeCertificate,
  makePolynomial,
  makeShareInputs,
  makeShareOutput,
  seededRandom,
} from '@bilik/ballot';
import { nativeGroup, nodeCcm } from '@bilik/ballot/native';
import {
  agreementOf,
  type CeremonyPlan,
  parseCeremonyPlan,
  placeCeremony,
  planDigest,
  type Round,
  writeCeremonyBundle,
} from '@bilik/transfer';

export const SITTING_MEMBERS = [
  ['pemegang-1', 'Orang Buatan Satu', 'panitia pemilihan'],
  ['pemegang-2', 'Orang Buatan Dua', 'BPD'],
  ['pemegang-3', 'Orang Buatan Tiga', 'saksi nomor 1'],
] as const;
export const MEMBERS = SITTING_MEMBERS.map(([id, name, interest]) => ({ id, name, interest }));

/** All messages of a whole sitting, computed at once: the text of each member's bundle, round by round. */
export function messagesOfSitting(
  planText: string,
  seed = 1,
): Readonly<Record<Round, ReadonlyMap<string, string>>> {
  const read = parseCeremonyPlan(planText);
  if (!read.ok) throw new Error('no plan');
  const plan: CeremonyPlan = read.value;
  const group = nativeGroup();
  const random = seededRandom(new Uint8Array(32).fill(seed));
  const must = <Value>(
    result: { readonly ok: true; readonly value: Value } | { readonly ok: false },
  ): Value => {
    if (!result.ok) throw new Error('a step of a sitting failed');
    return result.value;
  };
  type Message = { place: CeremonyPlan['places'][number]; from: string; agreed?: string; message: string };
  const messages: Record<Round, Map<string, Message[]>> = {
    certificate: new Map(),
    polynomial: new Map(),
    share: new Map(),
  };
  for (const place of plan.places) {
    const made = plan.members
      .map(({ name }) => {
        const { seed: secret, certificate } = makeCertificate(group, random);
        return {
          name,
          secret,
          certificate,
          from: must(checkCertificates({ group, certificates: [certificate] }))[0] ?? '',
        };
      })
      .sort((left, right) => (left.from < right.from ? -1 : 1));
    const certificates = made.map(({ certificate }) => certificate);
    const agreed = agreementOf(placeCeremony(plan.ceremony, place), plan.threshold, certificates);
    const tools = { group, random, ccm: nodeCcm, certificates };
    const polynomials = made.map(({ secret }) =>
      must(makePolynomial({ ...tools, seed: secret, threshold: plan.threshold })),
    );
    const inputs = must(makeShareInputs({ group, certificates, polynomials }));
    for (const [index, { name, secret, certificate, from }] of made.entries()) {
      const share = must(makeShareOutput({ ...tools, seed: secret, shareInput: inputs[index] ?? '', name }));
      const add = (round: Round, message: Message) =>
        messages[round].set(name, [...(messages[round].get(name) ?? []), message]);
      add('certificate', { place, from, message: certificate });
      add('polynomial', { place, from, agreed, message: polynomials[index] ?? '' });
      add('share', { place, from, agreed, message: share });
    }
  }
  const texts = (round: Round) =>
    new Map(
      plan.members.map(({ id, name }) => [
        id,
        writeCeremonyBundle({
          format: 'bilik/ceremony-bundle/1',
          plan: planDigest(plan),
          ceremony: plan.ceremony,
          round,
          name,
          messages: messages[round].get(name) ?? [],
        }),
      ]),
    );
  return { certificate: texts('certificate'), polynomial: texts('polynomial'), share: texts('share') };
}
