import type { ElectionDefinition } from './definition.ts';
import type { Problem } from './problem.ts';

type Trustees = ElectionDefinition['trustees'];

/**
 * Every broken rule about who the trustees are and how many suffice (decision 8): ids distinct, n/2 < k < n, and no interest that opens or
 * prevents alone. The same for a ceremony's plan and for a definition.
 */
export function trusteeRuleProblems(trustees: Trustees): readonly Problem[] {
  return [
    trusteesAreDistinct,
    thresholdIsBelowTheirNumber,
    thresholdIsMoreThanHalf,
    noInterestHoldsTooMuch,
  ].flatMap((rule) => rule(trustees));
}

/** @returns the smallest lawful k of n trustees, n from 3 */
export function leastThreshold(trusteeCount: number): number {
  return Math.floor(trusteeCount / 2) + 1;
}

function problem(path: string, code: string, id: string, en: string): Problem {
  return { path, code, sentence: { id, en } };
}

function trusteesAreDistinct(trustees: Trustees): readonly Problem[] {
  const { members } = trustees;
  return members.flatMap(({ id }, position) =>
    members.findIndex((other) => other.id === id) === position
      ? []
      : [
          problem(
            `trustees.members[${position}].id`,
            'trustee-repeated',
            'Pemegang kunci dengan tanda ini sudah ada.',
            'A trustee with this id is already there.',
          ),
        ],
  );
}

function thresholdIsBelowTheirNumber(trustees: Trustees): readonly Problem[] {
  if (trustees.threshold < trustees.members.length) return [];
  return [
    problem(
      'trustees.threshold',
      'threshold-too-high',
      'Ambang harus kurang dari jumlah pemegang kunci, agar seorang yang berhalangan tidak menghentikan hitungan.',
      'The threshold must be below the number of trustees, so that one who cannot come does not stop the count.',
    ),
  ];
}

/** Of more than half, any two groups have a member in common, whose device refuses a second list of ballots. */
function thresholdIsMoreThanHalf(trustees: Trustees): readonly Problem[] {
  const { threshold, members } = trustees;
  if (2 * threshold > members.length) return [];
  const least = Math.floor(members.length / 2) + 1;
  return [
    problem(
      'trustees.threshold',
      'threshold-too-low',
      `Ambang harus lebih dari separuh pemegang kunci, di sini paling sedikit ${least}: bila tidak, dua kelompok yang terpisah dapat membuka dua daftar suara yang berbeda.`,
      `The threshold must be more than half of the trustees, here at least ${least}: otherwise two separate groups could open two different lists of ballots.`,
    ),
  ];
}

function noInterestHoldsTooMuch(trustees: Trustees): readonly Problem[] {
  if (trustees.threshold >= trustees.members.length) return [];
  const { threshold, members } = trustees;
  const most = Math.min(members.length - threshold, threshold - 1);
  const held = new Map<string, number>();
  return members.flatMap((member, position) => {
    const interest = member.interest.toLowerCase();
    const count = (held.get(interest) ?? 0) + 1;
    held.set(interest, count);
    if (count !== most + 1) return [];
    return [
      problem(
        `trustees.members[${position}].interest`,
        'interest-holds-too-much',
        `Satu pihak paling banyak memegang ${most} kunci di sini: tidak boleh dapat membuka sendiri atau menggagalkan sendiri.`,
        `One interest holds at most ${most} keys here: it must be able neither to open alone nor to prevent alone.`,
      ),
    ];
  });
}
