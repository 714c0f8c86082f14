import type { DeskVoter } from '../place/prepared-files.ts';
import { nikKeyedHash } from './keyed-hash.ts';

/** How a desk searched; a full NIK matches at most one voter. */
export type SearchKind = 'number' | 'nik' | 'name' | 'nothing';

export interface SearchResult {
  readonly kind: SearchKind;
  /** At most `limit` voters, best first: a name that begins so before one that contains it, then by list number. */
  readonly voters: readonly DeskVoter[];
  /** How many match in all. */
  readonly total: number;
}

/** Letters without accents, apostrophes (Ma'ruf, Nu'man) and case, single spaces: how names are compared. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{Mark}'’‘`ʼʻ]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Whether a number typed beside a name is part of the day of birth: `1980`, `12`, `3`, `12031980`, `120380`. */
function isBornSo(birthDate: string, part: string): boolean {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  if (part.length <= 2) return [day, month].some((one) => Number(one) === Number(part));
  return [year, `${day}${month}${year}`, `${day}${month}${year.slice(2)}`].includes(part);
}

export interface VoterSearch {
  readonly find: (query: string, limit: number) => SearchResult;
  readonly byNumber: (number: number) => DeskVoter | undefined;
  readonly byNik: (nik: string) => DeskVoter | undefined;
}

/** Search over one polling place's list, held in memory. A query of 16 digits is a NIK, of 1 to 4 digits a list number, else a name, with or without the day of birth. */
export function openVoterSearch(voters: readonly DeskVoter[], nikKey: string): VoterSearch {
  const byNumber = new Map(voters.map((voter) => [voter.number, voter]));
  const byNik = new Map(voters.map((voter) => [voter.nikKeyedHash, voter]));
  const names = voters.map((voter) => ({ voter, name: plain(voter.name), born: voter.birthDate }));

  const byName = (words: readonly string[], born: readonly string[], query: string) =>
    names
      .filter((one) => words.every((word) => one.name.includes(word)))
      .filter((one) => born.every((part) => isBornSo(one.born, part)))
      .map(({ voter, name }) => ({
        voter,
        rank: name.startsWith(query) ? 0 : ` ${name}`.includes(` ${query}`) ? 1 : 2,
      }))
      .sort((a, b) => a.rank - b.rank || a.voter.number - b.voter.number)
      .map(({ voter }) => voter);

  return {
    byNumber: (number) => byNumber.get(number),
    byNik: (nik) => byNik.get(nikKeyedHash(nikKey, nik)),
    find(query, limit) {
      const digits = query.replace(/[\s.-]/g, '');
      const one = (kind: SearchKind, voter: DeskVoter | undefined): SearchResult => ({
        kind,
        voters: voter === undefined ? [] : [voter],
        total: voter === undefined ? 0 : 1,
      });
      if (/^[0-9]{16}$/.test(digits)) return one('nik', byNik.get(nikKeyedHash(nikKey, digits)));
      if (/^[0-9]{1,4}$/.test(digits)) return one('number', byNumber.get(Number(digits)));
      const wanted = plain(query);
      if (wanted === '') return { kind: 'nothing', voters: [], total: 0 };
      const parts = wanted.split(' ');
      const born = parts.filter((part) => /^\d+$/.test(part));
      const words = parts.filter((part) => !born.includes(part));
      const found = byName(words, born, words.join(' '));
      return { kind: 'name', voters: found.slice(0, limit), total: found.length };
    },
  };
}
