import { type Bilingual, ballotOptions, type Canonical, canonicalText } from '@bilik/election';
import type { AreaTotals, VoteFigures } from '../snapshot/figures-schema.ts';
import { contestOf } from '../snapshot/outcome.ts';
import type { PublishedVillage, Snapshot } from '../snapshot/schema.ts';

type Json = { readonly [key: string]: Canonical | undefined };

/**
 * The results in the common data format of NIST SP 1500-100 version 2. Blank votes are undervotes, marks that count for nobody are
 * rejected ballots; polling places are `polling-place`, sub-districts `other` (kecamatan), the regency `county`.
 */
export function nistReport(snapshot: Snapshot): string {
  const { regency, subDistricts, villages, event, number, at, kind } = snapshot;
  return canonicalText({
    '@type': 'ElectionResults.ElectionReport',
    Format: 'precinct-level',
    GeneratedDate: at,
    Issuer: event.office,
    IssuerAbbreviation: regency.code,
    IsTest: kind === 'exercise',
    ...(kind === 'exercise' ? { TestType: 'latihan' } : {}),
    SequenceStart: number,
    SequenceEnd: number,
    Status: statusOf(regency.totals),
    VendorApplicationId: 'bilik',
    Election: [electionOf(snapshot)],
    GpUnit: [
      unit(
        areaId(regency.code),
        'county',
        regency.name,
        regency.code,
        regency.totals,
        childrenOf(subDistricts),
      ),
      ...subDistricts.map(({ code, name, totals }) => ({
        ...unit(
          areaId(code),
          'other',
          name,
          code,
          totals,
          childrenOf(villages.filter((village) => village.code.startsWith(`${code}.`))),
        ),
        OtherType: 'kecamatan',
      })),
      ...villages.flatMap(villageUnits),
    ],
  });
}

const areaId = (code: string): string => `area-${code}`;
const placeId = (id: string): string => `place-${id}`;
const childrenOf = (areas: readonly { readonly code: string }[]): readonly string[] =>
  areas.map(({ code }) => areaId(code));

function statusOf({ villages, coverage }: AreaTotals): string {
  if (coverage.counted === 0) return 'pre-election';
  if (coverage.counted < coverage.expected) return 'unofficial-partial';
  return villages.determined === villages.expected ? 'certified' : 'unofficial-complete';
}

function text({ id, en }: Bilingual): Json {
  return {
    '@type': 'ElectionResults.InternationalizedText',
    Text: [languageString('id', id), languageString('en', en)],
  };
}

function languageString(Language: string, Content: string): Json {
  return { '@type': 'ElectionResults.LanguageString', Language, Content };
}

function nameText(name: string): Json {
  return { '@type': 'ElectionResults.InternationalizedText', Text: [languageString('id', name)] };
}

function unit(
  id: string,
  Type: string,
  name: string,
  code: string,
  totals: Pick<AreaTotals, 'registered' | 'coverage' | 'users'>,
  children: readonly string[],
): Json {
  return {
    '@id': id,
    '@type': 'ElectionResults.ReportingUnit',
    Type,
    Name: nameText(name),
    ExternalIdentifier: [
      {
        '@type': 'ElectionResults.ExternalIdentifier',
        Type: 'other',
        OtherType: 'kemendagri',
        Value: code,
      },
    ],
    ...(children.length === 0 ? {} : { ComposingGpUnitIds: children }),
    SubUnitsReported: totals.coverage.counted,
    TotalSubUnits: totals.coverage.expected,
    VotersRegistered: totals.registered.L + totals.registered.P,
    VotersParticipated: totals.users,
  };
}

function villageUnits({ code, name, places, totals }: PublishedVillage): readonly Json[] {
  const counted = places.filter(({ result }) => result !== null).length;
  const sums = {
    registered: {
      L: places.reduce((sum, { registered }) => sum + registered.L, 0),
      P: places.reduce((sum, { registered }) => sum + registered.P, 0),
    },
    coverage: { counted, expected: places.length },
    users: totals?.users ?? 0,
  };
  return [
    unit(
      areaId(code),
      'village',
      name,
      code,
      sums,
      places.map(({ id }) => placeId(id)),
    ),
    ...places.map(({ id, registered, result, name: placeName }) =>
      unit(
        placeId(id),
        'polling-place',
        placeName ?? `TPS ${id.slice(-3)}`,
        id,
        {
          registered,
          coverage: { counted: result === null ? 0 : 1, expected: 1 },
          users: result?.figures.users ?? 0,
        },
        [],
      ),
    ),
  ];
}

function electionOf({ event, regency, villages, at }: Snapshot): Json {
  const dates = villages.flatMap(({ votingDate }) => votingDate ?? []).sort();
  const today = at.slice(0, 10);
  const contested = villages.filter(({ contest }) => contest !== null);
  const candidates = contested.flatMap(candidatesOf);
  return {
    '@type': 'ElectionResults.Election',
    ElectionScopeId: areaId(regency.code),
    Name: text(event.title),
    StartDate: dates[0] ?? today,
    EndDate: dates.at(-1) ?? today,
    Type: 'other',
    OtherType: 'pemilihan kepala desa',
    ...(candidates.length === 0 ? {} : { Candidate: candidates, Contest: contested.map(contestJson) }),
  };
}

function candidatesOf({ code, contest, determination }: PublishedVillage): readonly Json[] {
  return (contest?.candidates ?? []).map(({ number, name }) => ({
    '@id': `candidate-${code}-${number}`,
    '@type': 'ElectionResults.Candidate',
    BallotName: nameText(name),
    ...(determination === null
      ? {}
      : { PostElectionStatus: determination.candidate === number ? 'winner' : 'eliminated' }),
  }));
}

/** The empty column is a selection without candidates. */
function contestJson(village: PublishedVillage): Json {
  const { code, places, totals } = village;
  const contest = contestOf(village);
  if (contest === undefined) throw new Error(`village ${code} has no contest`);
  const counted = places.flatMap(({ id, result }) =>
    result === null ? [] : [{ unitId: placeId(id), figures: result.figures }],
  );
  const all: readonly { readonly unitId: string; readonly figures: VoteFigures }[] =
    totals === null || counted.length === 0
      ? counted
      : [...counted, { unitId: areaId(code), figures: totals }];
  const selections = ballotOptions(contest).flatMap((option, index) =>
    option.kind === 'blank'
      ? []
      : [
          {
            '@id': `selection-${code}-${option.key}`,
            '@type': 'ElectionResults.CandidateSelection',
            SequenceOrder: index + 1,
            ...(option.kind === 'candidate'
              ? { CandidateIds: [`candidate-${code}-${option.candidate.number}`] }
              : {}),
            VoteCounts: all.map(({ unitId, figures }) => ({
              '@type': 'ElectionResults.VoteCounts',
              GpUnitId: unitId,
              Type: 'total',
              Count: figures.options.find(({ key }) => key === option.key)?.votes ?? 0,
            })),
          },
        ],
  );
  return {
    '@id': `contest-${code}`,
    '@type': 'ElectionResults.CandidateContest',
    ElectionDistrictId: areaId(code),
    Name: `${contest.title.id}`,
    VotesAllowed: 1,
    NumberElected: 1,
    VoteVariation: 'plurality',
    SubUnitsReported: counted.length,
    TotalSubUnits: places.length,
    ContestSelection: selections,
    OtherCounts: all.map(({ unitId, figures }) => ({
      '@type': 'ElectionResults.OtherCounts',
      GpUnitId: unitId,
      Undervotes: figures.blank,
    })),
  };
}
