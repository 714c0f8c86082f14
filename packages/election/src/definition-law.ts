import type { ElectionDefinition } from './definition.ts';
import type { Problem } from './problem.ts';
import type { RulePack } from './rule-pack.ts';

/** A definition against its rule pack. An error stops preparation; a warning wants a decision with a reason. */
export interface LawProblem extends Problem {
  readonly severity: 'error' | 'warning';
}

/**
 * What in a sound definition does not fit the rule pack: another pack or regency, a day outside its validity, too few or too many
 * candidates, a place too small for secrecy (design, decision 13) or larger than the cap, hours that differ.
 */
export function checkAgainstRulePack(
  definition: ElectionDefinition,
  rulePack: RulePack,
): readonly LawProblem[] {
  return [
    ...packProblems(definition, rulePack),
    ...candidateProblems(definition, rulePack),
    ...sizeProblems(definition, rulePack),
    ...hourProblems(definition, rulePack),
  ];
}

function packProblems(
  { rulePack: named, area, voting }: ElectionDefinition,
  rulePack: RulePack,
): readonly LawProblem[] {
  const problems: LawProblem[] = [];
  if (named.id !== rulePack.id || named.version !== rulePack.version) {
    problems.push(
      error(
        'rulePack',
        'other-rule-pack',
        `Definisi ini memakai aturan ${named.id} versi ${named.version}, bukan ${rulePack.id} versi ${rulePack.version}.`,
        `This definition names rule pack ${named.id} version ${named.version}, not ${rulePack.id} version ${rulePack.version}.`,
      ),
    );
  }
  if (rulePack.regency !== null && rulePack.regency !== area.regency.code) {
    problems.push(
      error(
        'area.regency.code',
        'other-regency',
        `Aturan ini milik kabupaten ${rulePack.regency}.`,
        `These rules belong to regency ${rulePack.regency}.`,
      ),
    );
  }
  if (
    voting.date < rulePack.validFrom ||
    (rulePack.validUntil !== null && voting.date > rulePack.validUntil)
  ) {
    problems.push(
      error(
        'voting.date',
        'outside-validity',
        'Aturan ini tidak berlaku pada hari pemungutan suara.',
        'These rules are not in force on voting day.',
      ),
    );
  }
  return problems;
}

function candidateProblems({ contests }: ElectionDefinition, rulePack: RulePack): readonly LawProblem[] {
  const { fewest, most } = rulePack.settings.candidates.value;
  return contests.flatMap(({ office, candidates }, position) => {
    if (office !== 'village-head') return [];
    const path = `contests[${position}].candidates`;
    const isSingleByEmptyColumn =
      candidates.length === 1 && rulePack.settings.singleCandidate.value === 'empty-column';
    if (candidates.length < fewest && !isSingleByEmptyColumn) {
      return [
        error(
          path,
          'too-few-candidates',
          `Calon kurang dari ${fewest}; menurut aturan tidak ada pemungutan suara.`,
          `Fewer than ${fewest} candidates; by these rules there is no vote.`,
        ),
      ];
    }
    if (candidates.length > most) {
      return [
        error(
          path,
          'too-many-candidates',
          `Calon paling banyak ${most}.`,
          `There are at most ${most} candidates.`,
        ),
      ];
    }
    return [];
  });
}

function sizeProblems({ voterList }: ElectionDefinition, rulePack: RulePack): readonly LawProblem[] {
  const registered = voterList.registered.L + voterList.registered.P;
  const { warnBelow, refuseBelow } = rulePack.settings.smallPollingPlace.value;
  const cap = rulePack.settings.votersCap.value;
  const path = 'voterList.registered';
  if (registered < refuseBelow) {
    return [
      error(
        path,
        'place-too-small',
        `TPS ini hanya ${registered} pemilih; paling sedikit ${refuseBelow} agar suara tetap rahasia.`,
        `This place has ${registered} voters only; at least ${refuseBelow}, so that votes stay secret.`,
      ),
    ];
  }
  if (registered < warnBelow) {
    return [
      warning(
        path,
        'place-small',
        `TPS ini hanya ${registered} pemilih; hasilnya dapat menunjukkan pilihan orang.`,
        `This place has ${registered} voters only; its result may show how people voted.`,
      ),
    ];
  }
  if (cap !== null && registered > cap) {
    return [
      warning(
        path,
        'place-above-cap',
        `TPS ini ${registered} pemilih, lebih dari ${cap}; panitia memutuskan dengan alasan.`,
        `This place has ${registered} voters, more than ${cap}; the committee decides with a reason.`,
      ),
    ];
  }
  return [];
}

function hourProblems({ voting }: ElectionDefinition, rulePack: RulePack): readonly LawProblem[] {
  const { opens, closes } = rulePack.settings.hours.value;
  if (voting.opens === opens && voting.closes === closes) return [];
  return [
    warning(
      'voting',
      'other-hours',
      `Jam pemungutan menurut aturan ${opens} sampai ${closes}.`,
      `By the rules voting is from ${opens} to ${closes}.`,
    ),
  ];
}

function error(path: string, code: string, id: string, en: string): LawProblem {
  return { severity: 'error', path, code, sentence: { id, en } };
}

function warning(path: string, code: string, id: string, en: string): LawProblem {
  return { severity: 'warning', path, code, sentence: { id, en } };
}
