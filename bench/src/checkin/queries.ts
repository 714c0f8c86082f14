/** What a desk shows of one voter, as far as queries are made from it. */
export interface ListedVoter {
  readonly number: number;
  readonly name: string;
  readonly sex: string;
  /** Civil date, `1980-12-31`. */
  readonly birthDate: string;
  /** Six digits of the area, eight hidden, two last. */
  readonly nikMask: string;
}

export interface SearchQuery {
  readonly kind: 'name' | 'prefix' | 'letters' | 'number' | 'nik' | 'nobody';
  readonly query: string;
  /** The voter who must be among those found, when the answer is not cut at twenty. */
  readonly voter: number | null;
}

/** The number of a synthetic person: area, birth date (women: day + 40) and a serial of which the mask shows the last two digits, and which has no others. */
export function syntheticNik({ nikMask, birthDate, sex }: ListedVoter): string {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const dayPart = String(Number(day) + (sex === 'P' ? 40 : 0)).padStart(2, '0');
  return `${nikMask.slice(0, 6)}${dayPart}${month}${year.slice(2)}00${nikMask.slice(-2)}`;
}

/** What a desk types in a day: for each of some voters, spread over the list, their name, its first letters, number and NIK. */
export function makeQueries(voters: readonly ListedVoter[], wanted: number): SearchQuery[] {
  const step = Math.max(1, Math.floor(voters.length / wanted));
  return voters
    .filter((_, index) => index % step === 0)
    .slice(0, wanted)
    .flatMap((voter): SearchQuery[] => {
      const { number, name } = voter;
      const words = name.split(' ');
      return [
        { kind: 'name', query: name, voter: number },
        { kind: 'prefix', query: (words[0] ?? '').slice(0, 3), voter: number },
        { kind: 'letters', query: (words.at(-1) ?? '').slice(1, 3), voter: number },
        { kind: 'number', query: String(number), voter: number },
        { kind: 'nik', query: syntheticNik(voter), voter: number },
        { kind: 'nobody', query: `${words[0]} zzyzx`, voter: null },
      ];
    });
}

/** How many rows a desk is shown at once. */
const SHOWN_ROWS = 20;

/** Whether a search found whom it should: its voter, unless more were found than are shown; or nobody. */
export function isAnswered(
  { voter }: SearchQuery,
  answer: { readonly total: number; readonly found: readonly number[] },
): boolean {
  if (voter === null) return answer.total === 0;
  return answer.total > SHOWN_ROWS || answer.found.includes(voter);
}
