import {
  fail,
  type Problem,
  problemsOf,
  type Result,
  type RulePack,
  succeed,
  type VillageCode,
  villageKind,
} from '@bilik/election';
import { type ElectionEvent, electionEventSchema, type Wave } from './event.ts';
import { rulePackFits } from './rule-pack-validity.ts';

/** What an event is held against. */
export interface EventSurroundings {
  /** The pack that the event refers to; null for an election that others conduct. */
  readonly rulePack: RulePack | null;
  /** Tells whether the area table of the regency has this village. */
  readonly isVillage: (code: VillageCode) => boolean;
}

/**
 * Checks an event from outside.
 * @errors every problem with its path: shape and limits first; then waves out of order, a village in two waves, unknown or of another
 * regency, a kelurahan among villages that elect a head, a rule pack that is not the law of a wave's voting day
 */
export function parseElectionEvent(
  input: unknown,
  surroundings: EventSurroundings,
): Result<ElectionEvent, readonly Problem[]> {
  const parsed = electionEventSchema.safeParse(input);
  if (!parsed.success) return fail(problemsOf(parsed.error.issues));
  const event = parsed.data;
  const problems = [
    ...waveProblems(event.waves),
    ...villageProblems(event, surroundings),
    ...lawProblems(event, surroundings.rulePack),
    ...contestProblems(event),
  ];
  return problems.length > 0 ? fail(problems) : succeed(event);
}

function problem(path: string, code: string, id: string, en: string): Problem {
  return { path, code, sentence: { id, en } };
}

function waveProblems(waves: readonly Wave[]): readonly Problem[] {
  return waves.flatMap((wave, position) => {
    const before = waves[position - 1];
    const found: Problem[] = [];
    if (wave.voting.opens >= wave.voting.closes) {
      found.push(
        problem(
          `waves[${position}].voting.closes`,
          'closes-before-opening',
          'Jam tutup harus sesudah jam buka.',
          'Closing time must be after opening time.',
        ),
      );
    }
    if (before !== undefined && (wave.number <= before.number || wave.voting.date <= before.voting.date)) {
      found.push(
        problem(
          `waves[${position}]`,
          'wave-order',
          'Gelombang berikutnya harus bernomor lebih besar dan memungut suara pada hari yang lebih kemudian.',
          'A following wave must have a higher number and vote on a later day.',
        ),
      );
    }
    return found;
  });
}

function villageProblems(event: ElectionEvent, { isVillage }: EventSurroundings): readonly Problem[] {
  const seen = new Set<string>();
  return event.waves.flatMap(({ villages }, wave) =>
    villages.flatMap((code, position) => {
      const path = `waves[${wave}].villages[${position}]`;
      const isRepeated = seen.has(code);
      seen.add(code);
      if (isRepeated) {
        return [
          problem(
            path,
            'village-twice',
            `Desa ${code} sudah ada dalam acara ini; satu desa memilih satu kali.`,
            `Village ${code} is in this event already; a village votes once.`,
          ),
        ];
      }
      if (!code.startsWith(`${event.regency}.`) || !isVillage(code)) {
        return [
          problem(
            path,
            'village-unknown',
            `Desa ${code} tidak ada di tabel wilayah kabupaten ${event.regency}.`,
            `The area table of regency ${event.regency} has no village ${code}.`,
          ),
        ];
      }
      if (event.conduct.by === 'regency' && villageKind(code) === 'kelurahan') {
        return [
          problem(
            path,
            'village-is-kelurahan',
            `${code} adalah kelurahan: lurahnya diangkat, tidak dipilih. Keluarkan dari daftar.`,
            `${code} is a kelurahan: its head is appointed, not elected. Take it off the list.`,
          ),
        ];
      }
      return [];
    }),
  );
}

function lawProblems(event: ElectionEvent, rulePack: RulePack | null): readonly Problem[] {
  const { conduct, regency, waves } = event;
  if (conduct.by === 'others') return [];
  if (
    rulePack === null ||
    rulePack.id !== conduct.rulePack.id ||
    rulePack.version !== conduct.rulePack.version
  ) {
    return [
      problem(
        'conduct.rulePack',
        'rule-pack-unknown',
        `Paket aturan "${conduct.rulePack.id}" versi ${conduct.rulePack.version} belum ada di kantor ini. Impor dahulu.`,
        `This office has no rule pack "${conduct.rulePack.id}" version ${conduct.rulePack.version} yet. Import it first.`,
      ),
    ];
  }
  return waves.flatMap(({ voting }, position) => {
    const fits = rulePackFits(rulePack, regency, voting.date);
    return fits.ok
      ? []
      : [{ path: `waves[${position}].voting.date`, code: fits.error.type, sentence: fits.error.sentence }];
  });
}

function contestProblems({ conduct }: ElectionEvent): readonly Problem[] {
  if (conduct.by === 'regency') return [];
  const ids = conduct.contests.map(({ id }) => id);
  return conduct.contests.flatMap((contest, position) => {
    const numbers = contest.candidates.map(({ number }) => number);
    const found: Problem[] = [];
    if (ids.indexOf(contest.id) < position) {
      found.push(
        problem(
          `conduct.contests[${position}].id`,
          'contest-twice',
          'Tanda pemilihan ini sudah dipakai.',
          'This contest id is taken.',
        ),
      );
    }
    if (new Set(numbers).size !== numbers.length) {
      found.push(
        problem(
          `conduct.contests[${position}].candidates`,
          'number-twice',
          'Nomor urut calon tidak boleh sama.',
          'Candidate numbers must be distinct.',
        ),
      );
    }
    return found;
  });
}
