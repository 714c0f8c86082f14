import { z } from 'zod';
import { pollingPlaceId, villageKind } from './area.ts';
import {
  type Contest,
  contestSchema,
  type ElectionDefinition,
  electionDefinitionSchema,
  type Person,
  personSchema,
} from './definition.ts';
import type { Problem } from './problem.ts';
import { trusteeRuleProblems } from './trustee-rules.ts';

/** Fields that are sound by themselves, whatever is wrong around them. */
interface SoundParts {
  readonly area: ElectionDefinition['area'] | undefined;
  readonly pollingPlace: ElectionDefinition['pollingPlace'] | undefined;
  readonly voting: ElectionDefinition['voting'] | undefined;
  readonly trustees: ElectionDefinition['trustees'] | undefined;
  readonly voterList: ElectionDefinition['voterList'] | undefined;
  readonly tokenCards: number | undefined;
  /** By position; undefined where the entry itself is damaged. */
  readonly contests: readonly (Contest | undefined)[];
  readonly people: readonly (Person | undefined)[];
}

function soundParts(input: unknown): SoundParts {
  const fields = z.record(z.string(), z.unknown()).catch({}).parse(input);
  const { shape } = electionDefinitionSchema;
  const each = <Schema extends z.ZodType>(schema: Schema, list: unknown) =>
    (z.array(z.unknown()).max(200).safeParse(list).data ?? []).map((item) => schema.safeParse(item).data);
  return {
    area: shape.area.safeParse(fields['area']).data,
    pollingPlace: shape.pollingPlace.safeParse(fields['pollingPlace']).data,
    voting: shape.voting.safeParse(fields['voting']).data,
    trustees: shape.trustees.safeParse(fields['trustees']).data,
    voterList: shape.voterList.safeParse(fields['voterList']).data,
    tokenCards: shape.tokenCards.safeParse(fields['tokenCards']).data,
    contests: each(contestSchema, fields['contests']),
    people: each(personSchema, fields['people']),
  };
}

const RULES: readonly ((parts: SoundParts) => readonly Problem[])[] = [
  areasAreNested,
  hamletsAreDistinct,
  placeBelongsToVillage,
  villageElects,
  opensBeforeCloses,
  contestsAreDistinct,
  candidatesAreDistinct,
  peopleAreDistinct,
  boardIsComplete,
  witnessesStandForCandidates,
  trusteesAreLawful,
  somebodyIsRegistered,
  cardsSuffice,
];

/** Every broken rule between fields of a definition that may itself be damaged. */
export function definitionRuleProblems(input: unknown): readonly Problem[] {
  const parts = soundParts(input);
  return RULES.flatMap((rule) => rule(parts));
}

function problem(path: string, code: string, id: string, en: string): Problem {
  return { path, code, sentence: { id, en } };
}

/** Positions of entries whose key stood earlier in the list. */
function repeated<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | undefined,
): readonly number[] {
  const seen = new Set<string>();
  return items.flatMap((item, position) => {
    const key = keyOf(item);
    if (key === undefined) return [];
    if (seen.has(key)) return [position];
    seen.add(key);
    return [];
  });
}

function areasAreNested({ area }: SoundParts): readonly Problem[] {
  if (area === undefined) return [];
  const problems: Problem[] = [];
  if (!area.subDistrict.code.startsWith(`${area.regency.code}.`)) {
    problems.push(
      problem(
        'area.subDistrict.code',
        'area-not-nested',
        'Kode kecamatan tidak berada di kabupaten ini.',
        'The sub-district code is not inside this regency.',
      ),
    );
  }
  if (!area.village.code.startsWith(`${area.subDistrict.code}.`)) {
    problems.push(
      problem(
        'area.village.code',
        'area-not-nested',
        'Kode desa tidak berada di kecamatan ini.',
        'The village code is not inside this sub-district.',
      ),
    );
  }
  return problems;
}

function hamletsAreDistinct({ area }: SoundParts): readonly Problem[] {
  if (area === undefined) return [];
  const byName = repeated(area.hamlets, (hamlet) => hamlet.name.toLowerCase()).map((position) =>
    problem(
      `area.hamlets[${position}].name`,
      'hamlet-repeated',
      'Nama dusun ini sudah ada.',
      'This hamlet name is already there.',
    ),
  );
  const byNumber = repeated(area.hamlets, (hamlet) => String(hamlet.number)).map((position) =>
    problem(
      `area.hamlets[${position}].number`,
      'hamlet-repeated',
      'Nomor dusun ini sudah ada.',
      'This hamlet number is already there.',
    ),
  );
  return [...byName, ...byNumber];
}

function placeBelongsToVillage({ area, pollingPlace }: SoundParts): readonly Problem[] {
  if (area === undefined || pollingPlace === undefined) return [];
  const right = pollingPlaceId(area.village.code, pollingPlace.number);
  if (pollingPlace.id === right) return [];
  return [
    problem(
      'pollingPlace.id',
      'place-id-differs',
      `Tanda TPS harus ${right} menurut kode desa dan nomornya.`,
      `By village code and number this polling place is ${right}.`,
    ),
  ];
}

function villageElects({ area, contests }: SoundParts): readonly Problem[] {
  if (area === undefined || villageKind(area.village.code) !== 'kelurahan') return [];
  return contests.flatMap((contest, position) =>
    contest?.office === 'village-head'
      ? [
          problem(
            `contests[${position}].office`,
            'kelurahan-does-not-elect',
            'Kode 1xxx adalah kelurahan; lurahnya diangkat, tidak dipilih.',
            'A code 1xxx is a kelurahan; its head is appointed, not elected.',
          ),
        ]
      : [],
  );
}

function opensBeforeCloses({ voting }: SoundParts): readonly Problem[] {
  if (voting === undefined || voting.opens < voting.closes) return [];
  return [
    problem(
      'voting.closes',
      'closes-before-opening',
      'Jam tutup harus sesudah jam buka.',
      'Closing time must be after opening time.',
    ),
  ];
}

function contestsAreDistinct({ contests }: SoundParts): readonly Problem[] {
  return repeated(contests, (contest) => contest?.id).map((position) =>
    problem(
      `contests[${position}].id`,
      'contest-repeated',
      'Pemilihan dengan tanda ini sudah ada.',
      'A contest with this id is already there.',
    ),
  );
}

function candidatesAreDistinct({ contests }: SoundParts): readonly Problem[] {
  return contests.flatMap((contest, position) =>
    repeated(contest?.candidates ?? [], (candidate) => String(candidate.number)).map((place) =>
      problem(
        `contests[${position}].candidates[${place}].number`,
        'candidate-number-repeated',
        'Nomor urut ini sudah dipakai calon lain.',
        'This number already belongs to another candidate.',
      ),
    ),
  );
}

function peopleAreDistinct({ people }: SoundParts): readonly Problem[] {
  return repeated(people, (person) => person?.id).map((position) =>
    problem(
      `people[${position}].id`,
      'person-repeated',
      'Orang dengan tanda ini sudah ada.',
      'A person with this id is already there.',
    ),
  );
}

function boardIsComplete({ people }: SoundParts): readonly Problem[] {
  if (people.includes(undefined)) return [];
  const count = (role: Person['role']) => people.filter((person) => person?.role === role).length;
  const problems: Problem[] = [];
  if (count('chair') !== 1) {
    problems.push(
      problem('people', 'one-chair', 'Harus ada tepat satu ketua KPPS.', 'There must be exactly one chair.'),
    );
  }
  if (count('member') < 2) {
    problems.push(
      problem(
        'people',
        'two-members',
        'Harus ada paling sedikit dua anggota KPPS.',
        'There must be at least two members.',
      ),
    );
  }
  return problems;
}

function witnessesStandForCandidates({ contests, people }: SoundParts): readonly Problem[] {
  if (contests.includes(undefined)) return [];
  const standsFor = (person: Person | undefined) =>
    person?.role === 'witness' ? `${person.represents.contest} ${person.represents.candidate}` : undefined;
  const exist = new Set(
    contests.flatMap((contest) => contest?.candidates.map(({ number }) => `${contest.id} ${number}`) ?? []),
  );
  const strangers = people.flatMap((person, position) => {
    const key = standsFor(person);
    if (key === undefined || exist.has(key)) return [];
    return [
      problem(
        `people[${position}].represents`,
        'witness-without-candidate',
        'Saksi ini mewakili calon yang tidak ada.',
        'This witness stands for a candidate who does not exist.',
      ),
    ];
  });
  const seconds = repeated(people, standsFor).map((position) =>
    problem(
      `people[${position}].represents`,
      'second-witness',
      'Setiap calon mempunyai satu saksi di TPS.',
      'A candidate has one witness at a polling place.',
    ),
  );
  return [...strangers, ...seconds];
}

function trusteesAreLawful({ trustees }: SoundParts): readonly Problem[] {
  return trustees === undefined ? [] : trusteeRuleProblems(trustees);
}

function somebodyIsRegistered({ voterList }: SoundParts): readonly Problem[] {
  if (voterList === undefined || voterList.registered.L + voterList.registered.P > 0) return [];
  return [
    problem(
      'voterList.registered',
      'nobody-registered',
      'DPT TPS ini kosong.',
      'Nobody is on the list of this place.',
    ),
  ];
}

function cardsSuffice({ voterList, tokenCards }: SoundParts): readonly Problem[] {
  if (voterList === undefined || tokenCards === undefined) return [];
  const registered = voterList.registered.L + voterList.registered.P;
  if (tokenCards >= registered) return [];
  return [
    problem(
      'tokenCards',
      'too-few-cards',
      `Kartu token kurang: paling sedikit ${registered}, satu untuk setiap pemilih terdaftar.`,
      `Too few token cards: at least ${registered}, one for each registered voter.`,
    ),
  ];
}
