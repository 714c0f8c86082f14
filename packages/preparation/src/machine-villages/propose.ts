import type { Bilingual } from '@bilik/election';
import type {
  Proposal,
  ProposalLimits,
  ProposalReason,
  ProposedVillage,
  VillageCondition,
  VulnerabilityPart,
} from './proposal.ts';

const FULL_HUNDREDTHS = 10_000;

/**
 * Proposes which villages vote by machine. Villages are looked at one after another, the highest priority first, and each one that can
 * have machines gets them while sets and budget last: an order that can be followed with a pencil. It is a proposal and nothing
 * else; people decide.
 * @param villages in any order; codes distinct
 * @returns all villages by rank, each with why yes or why no; never more sets or rupiah than the limits
 */
export function proposeMachineVillages(
  villages: readonly VillageCondition[],
  index: readonly VulnerabilityPart[],
  limits: ProposalLimits,
): Proposal {
  const largest = Math.max(1, ...villages.map(votersOf));
  const setsKept = Math.ceil((limits.sets * limits.sparePercent) / 100);
  let setsLeft = limits.sets - setsKept;
  let rupiahLeft = limits.budgetRupiah;
  const ranked = villages
    .map((village) => ({ village, ...weighed(village, index, limits, largest) }))
    .sort(
      (left, right) =>
        right.priorityHundredths - left.priorityHundredths ||
        votersOf(right.village) - votersOf(left.village) ||
        (left.village.code < right.village.code ? -1 : 1),
    )
    .map(({ village, ...weights }, position): ProposedVillage => {
      const needs = needsOf(village, limits);
      const reason = reasonOf(village, needs, limits, setsLeft, rupiahLeft);
      const isProposed = reason === 'chosen';
      const sentence = sentenceOf(reason, village, needs, limits, setsLeft, rupiahLeft);
      if (isProposed) {
        setsLeft -= needs.sets;
        rupiahLeft -= needs.costRupiah;
      }
      return {
        code: village.code,
        name: village.name,
        voters: votersOf(village),
        ...weights,
        rank: position + 1,
        ...needs,
        isProposed,
        reason,
        sentence,
      };
    });
  return {
    villages: ranked,
    setsUsed: limits.sets - setsKept - setsLeft,
    setsKept,
    costRupiah: limits.budgetRupiah - rupiahLeft,
  };
}

function votersOf({ places }: VillageCondition): number {
  return places.reduce((sum, { voters }) => sum + voters, 0);
}

function weighed(
  village: VillageCondition,
  index: readonly VulnerabilityPart[],
  { vulnerabilityPercent }: ProposalLimits,
  largest: number,
) {
  const parts = index
    .map(({ id, weightPercent }) => {
      const score = village.scores[id] ?? 0;
      // percent of a score out of 100: hundredths of the index, whole numbers throughout
      return { id, score, addsHundredths: score * weightPercent };
    })
    .sort((left, right) => right.addsHundredths - left.addsHundredths || (left.id < right.id ? -1 : 1));
  const indexHundredths = parts.reduce((sum, { addsHundredths }) => sum + addsHundredths, 0);
  const sizeHundredths = Math.floor((votersOf(village) * FULL_HUNDREDTHS) / largest);
  const priorityHundredths = Math.floor(
    (indexHundredths * vulnerabilityPercent + sizeHundredths * (100 - vulnerabilityPercent)) / 100,
  );
  return { parts, indexHundredths, sizeHundredths, priorityHundredths };
}

interface Needs {
  readonly places: readonly number[];
  readonly sets: number;
  readonly costRupiah: number;
}

function needsOf({ places }: VillageCondition, limits: ProposalLimits): Needs {
  const withVoters = places.filter(({ voters }) => voters > 0);
  const largest = [...withVoters].sort(
    (left, right) => right.voters - left.voters || left.number - right.number,
  );
  const chosen = limits.scope === 'whole-village' ? withVoters : largest.slice(0, 1);
  const sets = chosen.reduce((sum, { voters }) => sum + Math.ceil(voters / limits.votersPerSet), 0);
  return {
    places: chosen.map(({ number }) => number),
    sets,
    costRupiah: sets * limits.costPerSetRupiah + limits.costPerVillageRupiah,
  };
}

function reasonOf(
  village: VillageCondition,
  needs: Needs,
  limits: ProposalLimits,
  setsLeft: number,
  rupiahLeft: number,
): ProposalReason {
  if (!village.hasLegalBasis) return 'no-legal-basis';
  if (village.power === 'none') return 'no-power';
  if (needs.sets === 0) return 'no-voters';
  if (votersOf(village) < limits.fewestVoters) return 'too-small';
  if (needs.sets > setsLeft) return 'sets-gone';
  return needs.costRupiah > rupiahLeft ? 'budget-gone' : 'chosen';
}

function sentenceOf(
  reason: ProposalReason,
  village: VillageCondition,
  needs: Needs,
  limits: ProposalLimits,
  setsLeft: number,
  rupiahLeft: number,
): Bilingual {
  const millions = (rupiah: number) => Math.floor(rupiah / 1_000_000);
  switch (reason) {
    case 'chosen':
      return village.power === 'unknown'
        ? {
            id: `Ya: urutannya cukup tinggi, ${needs.sets} perangkat dan biayanya tersedia. Listrik belum diperiksa; pastikan dahulu.`,
            en: `Yes: it ranks high enough, ${needs.sets} sets and their cost are there. Power is not checked yet; make sure first.`,
          }
        : {
            id: `Ya: urutannya cukup tinggi, ${needs.sets} perangkat dan biayanya tersedia.`,
            en: `Yes: it ranks high enough, ${needs.sets} sets and their cost are there.`,
          };
    case 'no-legal-basis':
      return {
        id: 'Tidak: belum ada pasal perda atau perbup yang mengizinkan pemungutan elektronik di desa ini.',
        en: 'No: no clause of a local regulation permits electronic voting in this village yet.',
      };
    case 'no-power':
      return {
        id: 'Tidak: tidak ada listrik dan tidak ada genset.',
        en: 'No: there is neither grid power nor a generator.',
      };
    case 'no-voters':
      return {
        id: 'Tidak: jumlah pemilih per TPS belum diketahui.',
        en: 'No: voters by polling place are not known yet.',
      };
    case 'too-small':
      return {
        id: `Tidak: ${votersOf(village)} pemilih, kurang dari batas ${limits.fewestVoters}.`,
        en: `No: ${votersOf(village)} voters, fewer than the limit of ${limits.fewestVoters}.`,
      };
    case 'sets-gone':
      return {
        id: `Tidak: butuh ${needs.sets} perangkat, tersisa ${setsLeft}.`,
        en: `No: it needs ${needs.sets} sets, ${setsLeft} are left.`,
      };
    case 'budget-gone':
      return {
        id: `Tidak: butuh Rp${millions(needs.costRupiah)} juta, tersisa Rp${millions(rupiahLeft)} juta.`,
        en: `No: it needs Rp${millions(needs.costRupiah)} million, Rp${millions(rupiahLeft)} million are left.`,
      };
  }
}
