import { maskNik, type Voter, type VoterListState } from '@bilik/election';
import { formatDate, isCivilDate, type Language, phrasesOf } from '@bilik/words';
import { placeNumber } from '@bilik/words/format';
import { type PaperBlock, type PaperSignature, renderOfficialPaper } from './official-paper.ts';
import { type VillageOfPaper, villageFrame } from './village-frame.ts';
import { voterListWords } from './voter-list-phrases.ts';
import { figure } from './wording.ts';

const say = phrasesOf(voterListWords);

/** A line of a posted list. The NIK comes whole and is printed masked. */
export interface PostedVoter
  extends Pick<Voter, 'nik' | 'name' | 'sex' | 'hamlet' | 'rt' | 'rw' | 'ineligible'> {
  /** Null before the village is divided; then lines are counted. */
  readonly number: number | null;
}

export interface PostedVoterList extends VillageOfPaper {
  readonly stage: VoterListState;
  /** Number of the polling place; null: the whole village. */
  readonly place: number | null;
  readonly voters: readonly PostedVoter[];
  /** Days of posting, `YYYY-MM-DD`. */
  readonly posting: { readonly from: string; readonly until: string } | null;
  /** Of a locked list. */
  readonly fingerprint: string | null;
  readonly language?: Language;
}

/** A list as it is posted (DPS, corrected, supplementary, DPT), PDF/A-2b, NIK masked. Same content, same bytes. */
export function renderPostedVoterList({ language = 'id', ...paper }: PostedVoterList): Uint8Array {
  const { stage, voters, posting, fingerprint, place } = paper;
  const isFinal = stage === 'final';
  const opening = isFinal
    ? say(language, 'voterList.opening.final')
    : posting === null
      ? say(language, 'voterList.opening.notPosted')
      : say(language, 'voterList.opening.open', {
          from: day(language, posting.from),
          until: day(language, posting.until),
        });
  return renderOfficialPaper(
    {
      ...villageFrame(language, paper),
      title: say(language, `voterList.title.${stage}`),
      subtitle:
        place === null
          ? say(language, 'voterList.whole')
          : say(language, 'voterList.place', { place: placeNumber(place) }),
      opening: [opening],
      notices: [],
      sections: [
        {
          title: say(language, 'voterList.sums'),
          blocks: [
            sums(language, voters),
            ...(fingerprint === null ? [] : [codeFact(say(language, 'voterList.fingerprint'), fingerprint)]),
          ],
        },
        { title: say(language, 'voterList.people'), blocks: [people(language, voters)] },
      ],
      closing: say(language, isFinal ? 'voterList.closing.final' : 'voterList.closing.open'),
      signatures: [chair(language)],
      qr: null,
    },
    paper.day,
  );
}

export interface VoterListChanges extends VillageOfPaper {
  readonly changes: readonly {
    readonly name: string;
    readonly kind: 'add' | 'correct' | 'mark-ineligible' | 'restore';
    readonly evidence: string;
  }[];
  readonly language?: Language;
}

/** The approved changes of a village's list, for posting with the corrected and the supplementary list. */
export function renderVoterListChanges({ language = 'id', ...paper }: VoterListChanges): Uint8Array {
  const rows = paper.changes.map(({ name, kind, evidence }) => [
    name,
    say(language, `changes.kind.${kind}`),
    evidence,
  ]);
  const table: PaperBlock = {
    type: 'table',
    isMain: false,
    columns: (['voterList.name', 'changes.kind', 'changes.evidence'] as const).map((key) => ({
      title: say(language, key),
      align: 'left',
    })),
    rows,
    totals: [],
  };
  return renderOfficialPaper(
    {
      ...villageFrame(language, paper),
      title: say(language, 'changes.title'),
      subtitle: paper.title,
      opening: [say(language, 'changes.opening')],
      notices: [],
      sections: [
        {
          title: say(language, 'changes.section'),
          blocks: rows.length === 0 ? [{ type: 'text', text: say(language, 'changes.none') }] : [table],
        },
      ],
      closing: say(language, 'changes.closing'),
      signatures: [chair(language)],
      qr: null,
    },
    paper.day,
  );
}

export interface VoterRecapitulation extends VillageOfPaper {
  /** `village`: of the regency, one line a village. */
  readonly unit: 'place' | 'village';
  /** Null where the lines are at different stages. */
  readonly stage: VoterListState | null;
  readonly lines: readonly {
    readonly name: string;
    readonly places: number;
    readonly men: number;
    readonly women: number;
  }[];
  readonly language?: Language;
}

/** How many may vote, by polling place of a village or by village of a regency. */
export function renderVoterRecapitulation({ language = 'id', ...paper }: VoterRecapitulation): Uint8Array {
  const { unit, lines } = paper;
  const sum = (of: (line: (typeof lines)[number]) => number): number =>
    lines.reduce((total, line) => total + of(line), 0);
  const figures = (name: string, places: number, men: number, women: number): readonly string[] => [
    name,
    ...(unit === 'village' ? [figure(language, places)] : []),
    ...[men, women, men + women].map((count) => figure(language, count)),
  ];
  const unitName = say(language, `recap.unit.${unit}`);
  return renderOfficialPaper(
    {
      ...villageFrame(language, paper),
      title: say(language, 'recap.title'),
      subtitle: paper.title,
      opening: [
        say(language, 'recap.opening', { stage: say(language, `recap.stage.${paper.stage ?? 'mixed'}`) }),
      ],
      notices: [],
      sections: [
        {
          title: say(language, 'recap.section', { unit: unitName }),
          blocks: [
            {
              type: 'table',
              isMain: true,
              columns: [
                { title: unitName, align: 'left' },
                ...(unit === 'village'
                  ? [{ title: say(language, 'recap.places'), align: 'right' as const }]
                  : []),
                ...(['voterList.men', 'voterList.women', 'voterList.all'] as const).map((key) => ({
                  title: say(language, key),
                  align: 'right' as const,
                })),
              ],
              rows: lines.map(({ name, places, men, women }) => figures(name, places, men, women)),
              totals: [
                figures(
                  say(language, 'recap.total'),
                  sum(({ places }) => places),
                  sum(({ men }) => men),
                  sum(({ women }) => women),
                ),
              ],
            },
          ],
        },
      ],
      closing: say(language, 'recap.closing'),
      signatures: [
        unit === 'village'
          ? { role: say(language, 'recap.sign.regency'), name: '', below: '' }
          : chair(language),
      ],
      qr: null,
    },
    paper.day,
  );
}

export interface FinalListStatement extends VillageOfPaper {
  readonly fingerprint: string;
  /** As printed, with its zone. */
  readonly lockedAt: string;
  readonly places: readonly {
    readonly number: number;
    readonly men: number;
    readonly women: number;
    readonly fingerprint: string;
  }[];
  readonly language?: Language;
}

/** Berita acara of the final list: figures and fingerprints, for wet signatures. */
export function renderFinalListStatement({ language = 'id', ...paper }: FinalListStatement): Uint8Array {
  const { places, fingerprint, lockedAt } = paper;
  const voters = places.reduce((sum, { men, women }) => sum + men + women, 0);
  return renderOfficialPaper(
    {
      ...villageFrame(language, paper),
      title: say(language, 'listStatement.title'),
      subtitle: paper.title,
      opening: [
        say(language, 'listStatement.opening', {
          voters: figure(language, voters),
          places: figure(language, places.length),
        }),
      ],
      notices: [],
      sections: [
        {
          title: say(language, 'listStatement.places'),
          blocks: [
            {
              type: 'facts',
              rows: [
                { label: say(language, 'listStatement.lockedAt'), text: lockedAt, isCode: false },
                { label: say(language, 'listStatement.village'), text: fingerprint, isCode: true },
                ...places.flatMap(({ number, men, women, fingerprint: ofPlace }) => {
                  const label = say(language, 'voterList.place', { place: placeNumber(number) });
                  return [
                    {
                      label,
                      text: `L ${figure(language, men)} · P ${figure(language, women)} · ${figure(language, men + women)}`,
                      isCode: false,
                    },
                    { label: '', text: ofPlace, isCode: true },
                  ];
                }),
              ],
            },
            { type: 'text', text: say(language, 'listStatement.meaning') },
          ],
        },
      ],
      closing: say(language, 'listStatement.closing'),
      signatures: [
        chair(language),
        { role: say(language, 'voterList.sign.council'), name: '', below: '' },
        { role: say(language, 'voterList.sign.witness'), name: '', below: '' },
        { role: say(language, 'voterList.sign.witness'), name: '', below: '' },
      ],
      qr: null,
    },
    paper.day,
  );
}

export interface RegistrationNotice extends VillageOfPaper {
  readonly voter: PostedVoter;
  readonly place: number | null;
  readonly votingDate: string;
  readonly language?: Language;
}

/** What one person gets: that they are listed, where and under which number. */
export function renderRegistrationNotice({ language = 'id', ...paper }: RegistrationNotice): Uint8Array {
  const { voter, place, votingDate } = paper;
  const fact = (label: string, text: string) => ({ label, text, isCode: false });
  return renderOfficialPaper(
    {
      ...villageFrame(language, paper),
      title: say(language, 'notice.title'),
      subtitle: paper.title,
      opening: [say(language, 'notice.opening')],
      notices: [],
      sections: [
        {
          title: say(language, 'notice.section'),
          blocks: [
            {
              type: 'facts',
              rows: [
                fact(say(language, 'voterList.name'), voter.name),
                fact(say(language, 'voterList.nik'), maskNik(voter.nik)),
                fact(say(language, 'voterList.address'), addressOf(voter)),
                fact(say(language, 'notice.day'), day(language, votingDate)),
                fact(
                  say(language, 'notice.place'),
                  place === null
                    ? say(language, 'notice.noPlace')
                    : say(language, 'voterList.place', { place: placeNumber(place) }),
                ),
                ...(voter.number === null
                  ? []
                  : [fact(say(language, 'voterList.number'), String(voter.number))]),
              ],
            },
          ],
        },
      ],
      closing: say(language, 'notice.closing'),
      signatures: [chair(language)],
      qr: null,
    },
    paper.day,
  );
}

function sums(language: Language, voters: readonly PostedVoter[]): PaperBlock {
  const eligible = voters.filter(({ ineligible }) => ineligible === null);
  const count = (sex: 'L' | 'P') => eligible.filter((voter) => voter.sex === sex).length;
  return {
    type: 'figures',
    rows: [
      [say(language, 'voterList.men'), figure(language, count('L'))],
      [say(language, 'voterList.women'), figure(language, count('P'))],
      [say(language, 'voterList.all'), figure(language, eligible.length)],
    ],
  };
}

function people(language: Language, voters: readonly PostedVoter[]): PaperBlock {
  return {
    type: 'table',
    isMain: false,
    columns: [
      { title: say(language, 'voterList.name'), align: 'left' },
      { title: say(language, 'voterList.number'), align: 'right' },
      { title: say(language, 'voterList.nik'), align: 'center' },
      { title: say(language, 'voterList.sex'), align: 'center' },
      { title: say(language, 'voterList.address'), align: 'left' },
      { title: say(language, 'voterList.remark'), align: 'center' },
    ],
    rows: voters.map((voter, index) => [
      voter.name,
      String(voter.number ?? index + 1),
      maskNik(voter.nik),
      voter.sex,
      addressOf(voter),
      voter.ineligible === null ? '' : say(language, 'voterList.ineligible'),
    ]),
    totals: [],
  };
}

function addressOf({ hamlet, rt, rw }: PostedVoter): string {
  return `${hamlet}, ${rt}/${rw}`;
}

function codeFact(label: string, text: string): PaperBlock {
  return { type: 'facts', rows: [{ label, text, isCode: true }] };
}

function chair(language: Language): PaperSignature {
  return { role: say(language, 'voterList.sign.chair'), name: '', below: '' };
}

function day(language: Language, date: string): string {
  return isCivilDate(date) ? formatDate(language, date) : date;
}
