import { assertNever, type Bilingual, fail, type Result, succeed } from '@bilik/election';
import { addFigures } from '../fold/figures.ts';
import type { ContestVotes, PlaceVotes } from '../sheet/sheet-values.ts';

/** What one polling place counted in one way on the day: before the switch by machine, after it on paper. */
export interface PlacePart {
  readonly way: 'machine' | 'paper';
  readonly votes: PlaceVotes;
  /** SHA-256 of what this part rests on: the record's file and the signed result, or the photos of the sheet. */
  readonly evidence: readonly string[];
}

/** Parts that do not make one result. */
export type PartsProblem =
  | { readonly type: 'part-missing'; readonly way: PlacePart['way'] }
  | { readonly type: 'part-given-twice'; readonly way: PlacePart['way'] }
  | { readonly type: 'part-without-evidence'; readonly way: PlacePart['way'] }
  | { readonly type: 'parts-share-evidence' }
  | { readonly type: 'parts-of-other-places' }
  | { readonly type: 'parts-with-other-contests' }
  | { readonly type: 'registered-differ'; readonly machine: number; readonly paper: number }
  | { readonly type: 'more-users-than-registered'; readonly users: number; readonly registered: number };

/**
 * The one result of a place that went from machine to paper during the day. Voters on the list are those of the whole place in both
 * parts; users and votes add up. Each part keeps its own evidence.
 * @param mayExceedList whether the rule pack lets people vote who are not on the list
 * @errors every reason why the parts do not belong together; nothing is summed then
 */
export function sumParts(
  parts: readonly PlacePart[],
  mayExceedList: boolean,
): Result<PlaceVotes, readonly PartsProblem[]> {
  const ways = ['machine', 'paper'] as const;
  const missing = ways.filter((way) => !parts.some((part) => part.way === way));
  const twice = ways.filter((way) => parts.filter((part) => part.way === way).length > 1);
  const [machine, paper] = ways.map((way) => parts.find((part) => part.way === way));
  if (machine === undefined || paper === undefined || twice.length > 0) {
    return fail([
      ...missing.map((way) => ({ type: 'part-missing', way }) as const),
      ...twice.map((way) => ({ type: 'part-given-twice', way }) as const),
    ]);
  }
  const sum: PlaceVotes = {
    place: machine.votes.place,
    registered: machine.votes.registered,
    users: machine.votes.users + paper.votes.users,
    contests: machine.votes.contests.map((contest) =>
      addContest(
        contest,
        paper.votes.contests.find((other) => other.contest === contest.contest),
      ),
    ),
  };
  const problems = partsProblems(machine, paper, sum, mayExceedList);
  return problems.length > 0 ? fail(problems) : succeed(sum);
}

function partsProblems(
  machine: PlacePart,
  paper: PlacePart,
  sum: PlaceVotes,
  mayExceedList: boolean,
): readonly PartsProblem[] {
  const problems: PartsProblem[] = [];
  for (const { way, evidence } of [machine, paper]) {
    if (evidence.length === 0) problems.push({ type: 'part-without-evidence', way });
  }
  if (machine.evidence.some((hash) => paper.evidence.includes(hash)))
    problems.push({ type: 'parts-share-evidence' });
  if (machine.votes.place !== paper.votes.place) problems.push({ type: 'parts-of-other-places' });
  if (shapeOf(machine.votes) !== shapeOf(paper.votes)) problems.push({ type: 'parts-with-other-contests' });
  const { registered } = machine.votes;
  if (registered !== paper.votes.registered) {
    problems.push({ type: 'registered-differ', machine: registered, paper: paper.votes.registered });
  }
  if (sum.users > registered && !mayExceedList) {
    problems.push({ type: 'more-users-than-registered', users: sum.users, registered });
  }
  return problems;
}

/** Contests and the options of each, whatever the votes. */
function shapeOf({ contests }: PlaceVotes): string {
  return contests
    .map(
      ({ contest, options }) =>
        `${contest}:${options
          .map(({ key }) => key)
          .sort()
          .join(',')}`,
    )
    .sort()
    .join('+');
}

function addContest(left: ContestVotes, right: ContestVotes | undefined): ContestVotes {
  if (right === undefined) return left;
  const { counts, votes } = addFigures(figuresOf(left), figuresOf(right));
  const options = left.options.map(({ key, votes: own }) => ({ key, votes: votes.get(key) ?? own }));
  return { contest: left.contest, options, ...counts };
}

const figuresOf = ({ options, valid, invalid, total }: ContestVotes) => ({
  counts: { valid, invalid, total },
  votes: new Map(options.map(({ key, votes }) => [key, votes])),
});

const WAY_WORDS = {
  machine: { id: 'mesin', en: 'machine' },
  paper: { id: 'kertas', en: 'paper' },
} as const;

/** What is wrong with the parts, what was not done, and what to do. */
export function explainPartsProblem(problem: PartsProblem): Bilingual {
  switch (problem.type) {
    case 'part-missing':
      return {
        id: `Bagian ${WAY_WORDS[problem.way].id} belum ada. TPS ini belum dijumlahkan. Tunggu atau masukkan bagian itu.`,
        en: `The ${WAY_WORDS[problem.way].en} part is not there yet. This place is not summed. Wait for it or enter it.`,
      };
    case 'part-given-twice':
      return {
        id: `Bagian ${WAY_WORDS[problem.way].id} masuk dua kali. TPS ini belum dijumlahkan. Tarik salah satunya.`,
        en: `The ${WAY_WORDS[problem.way].en} part came in twice. This place is not summed. Withdraw one of them.`,
      };
    case 'part-without-evidence':
      return {
        id: `Bagian ${WAY_WORDS[problem.way].id} tanpa bukti. TPS ini belum dijumlahkan. Masukkan arsip atau foto lembarnya.`,
        en: `The ${WAY_WORDS[problem.way].en} part has no evidence. This place is not summed. Bring in its record or photo.`,
      };
    case 'parts-share-evidence':
      return {
        id: 'Kedua bagian memakai bukti yang sama. TPS ini belum dijumlahkan. Periksa bukti mana yang milik bagian mana.',
        en: 'Both parts rest on the same evidence. This place is not summed. Find out which part it belongs to.',
      };
    case 'parts-of-other-places':
      return {
        id: 'Kedua bagian dari TPS yang berbeda. Tidak ada yang dijumlahkan. Periksa kode TPS.',
        en: 'The parts are of different places. Nothing is summed. Check the place’s code.',
      };
    case 'parts-with-other-contests':
      return {
        id: 'Kedua bagian memuat pemilihan atau pilihan yang berbeda. Tidak ada yang dijumlahkan. Periksa daftar calon.',
        en: 'The parts hold different contests or options. Nothing is summed. Check the list of candidates.',
      };
    case 'registered-differ':
      return {
        id: `Pemilih terdaftar ${problem.machine} di mesin dan ${problem.paper} di kertas. Tidak ada yang dijumlahkan. Keduanya harus DPT seluruh TPS.`,
        en: `${problem.machine} registered by machine, ${problem.paper} on paper. Nothing is summed. Both must be the list of the whole place.`,
      };
    case 'more-users-than-registered':
      return {
        id: `${problem.users} pengguna dari ${problem.registered} terdaftar: mungkin ada yang tercatat di kedua bagian. Tidak ada yang dijumlahkan. Bandingkan daftar hadir.`,
        en: `${problem.users} users of ${problem.registered} registered: somebody may be in both parts. Nothing is summed. Compare the attendance.`,
      };
    default:
      return assertNever(problem);
  }
}
