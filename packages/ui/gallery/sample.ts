import type { BallotCard } from '@bilik/ui/candidate-card';
import type { Language } from '@bilik/words';
import { common } from '@bilik/words/catalogue/common';
import { parts } from '@bilik/words/catalogue/parts';
import { phrasesOf } from '@bilik/words/phrases';
import person from './person.svg';

/** What every screen of the gallery is given. */
export interface GalleryProps {
  readonly language: Language;
  readonly exercise: boolean;
  /** How many columns the ballot has, the blank vote among them. */
  readonly cards: number;
}

/** What the gallery says; the rest of its texts are examples. */
export const phrase = phrasesOf(common, parts);

export const PLACE = 'TPS 01 Melati';
export const AREA = 'Desa Sukamaju, Kecamatan Betung, Kabupaten Banyuasin';

const NAMES = [
  'Hj. Siti Rahmawati',
  'Ahmad Fauzi, S.Pd.',
  'Bambang Suryanto',
  'Dewi Lestari',
  'M. Yusuf Alamsyah',
];

/** Candidates and a last column for the blank vote. */
export function ballotOf(cards: number, blankWord: string): BallotCard[] {
  const candidates = NAMES.slice(0, cards - 1).map((name, index) => ({
    key: `candidate-${index + 1}`,
    name,
    number: index + 1,
    photo: person,
  }));
  return [...candidates, { key: 'blank', name: blankWord }];
}

export interface SampleVoter {
  readonly listNumber: number;
  readonly name: string;
  readonly born: string;
  readonly hamlet: string;
}

/** Invented people. */
export const VOTERS: readonly SampleVoter[] = [
  { listNumber: 17, name: 'Sari Wulandari', born: '1987', hamlet: 'Dusun I' },
  { listNumber: 48, name: 'Sari Oktavia', born: '1994', hamlet: 'Dusun II' },
  { listNumber: 93, name: 'Sariman bin Tohir', born: '1952', hamlet: 'Dusun III' },
];
