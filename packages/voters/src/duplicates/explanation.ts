import type { Bilingual } from '@bilik/election';
import type { BirthDateLikeness } from './birth-date-likeness.ts';
import { couldBeTwins, type DuplicateRank, type Likeness } from './likeness.ts';
import type { NameLikeness } from './name-likeness.ts';

/** One particular of two rows in words: `for` speaks for one person, `against` for two. */
export interface LikenessLine {
  readonly part: 'nik' | 'name' | 'birth-date' | 'family-card' | 'sex' | 'birth-place' | 'village' | 'twins';
  readonly speaks: 'for' | 'against';
  readonly sentence: Bilingual;
}

const NAME: Readonly<Record<NameLikeness, Bilingual>> = {
  same: { id: 'Nama sama huruf demi huruf.', en: 'The names are the same letter by letter.' },
  titles: {
    id: 'Nama sama selain gelar atau singkatan.',
    en: 'The names are the same but for titles or abbreviations.',
  },
  spelling: { id: 'Nama sama selain ejaan.', en: 'The names are the same but for their spelling.' },
  spaces: { id: 'Nama sama selain spasi.', en: 'The names are the same but for spaces.' },
  order: {
    id: 'Kata-kata nama sama, urutannya berbeda.',
    en: 'The names have the same words in another order.',
  },
  'one-letter': { id: 'Nama berbeda satu huruf.', en: 'The names differ in one letter.' },
  shorter: {
    id: 'Nama yang satu adalah singkatan atau bagian dari yang lain.',
    en: 'One name leaves out or abbreviates words of the other.',
  },
};

const BIRTH_DATE: Readonly<Record<BirthDateLikeness, Bilingual>> = {
  same: { id: 'Tanggal lahir sama.', en: 'The birth dates are the same.' },
  swapped: {
    id: 'Tanggal lahir sama bila hari dan bulan ditukar.',
    en: 'The birth dates are the same when day and month are exchanged.',
  },
  'one-part': {
    id: 'Tanggal lahir berbeda pada satu bagian saja (hari, bulan atau tahun).',
    en: 'The birth dates differ in one part only (day, month or year).',
  },
};

/** Words of each rank. */
export const DUPLICATE_RANKS: Readonly<Record<DuplicateRank, Bilingual>> = {
  'same-nik': { id: 'NIK sama', en: 'Same NIK' },
  'nearly-certain': { id: 'hampir pasti satu orang', en: 'nearly certainly one person' },
  likely: { id: 'mungkin sekali satu orang', en: 'likely one person' },
  possible: { id: 'mungkin satu orang', en: 'possibly one person' },
};

/** Everything that was compared, in words, for the people who decide. Says nothing that is not on the two rows. */
export function explainLikeness(likeness: Likeness): readonly LikenessLine[] {
  const lines: LikenessLine[] = [];
  const say = (part: LikenessLine['part'], isFor: boolean, id: string, en: string): void => {
    lines.push({ part, speaks: isFor ? 'for' : 'against', sentence: { id, en } });
  };
  if (likeness.nik === 'same') say('nik', true, 'NIK sama.', 'The NIK is the same.');
  else say('nik', false, 'NIK berbeda.', 'The NIK differ.');
  if (likeness.name === null) say('name', false, 'Nama berbeda.', 'The names differ.');
  else {
    const { id, en } = NAME[likeness.name];
    const bearers = likeness.peopleOfName;
    say(
      'name',
      true,
      `${id} ${bearers <= 2 ? 'Tidak ada orang lain bernama begitu.' : `Ada ${bearers} orang bernama begitu.`}`,
      `${en} ${bearers <= 2 ? 'Nobody else has such a name.' : `${bearers} people have such a name.`}`,
    );
  }
  if (likeness.birthDate === null) {
    say('birth-date', false, 'Tanggal lahir berbeda.', 'The birth dates differ.');
  } else {
    lines.push({ part: 'birth-date', speaks: 'for', sentence: BIRTH_DATE[likeness.birthDate] });
  }
  if (likeness.familyCard !== 'unknown') {
    const isSame = likeness.familyCard === 'same';
    say(
      'family-card',
      isSame,
      isSame ? 'Kartu keluarga sama.' : 'Kartu keluarga berbeda.',
      isSame ? 'The family card is the same.' : 'The family cards differ.',
    );
  }
  if (likeness.sex === 'different') say('sex', false, 'Jenis kelamin berbeda.', 'The sex differs.');
  const isSamePlace = likeness.birthPlace === 'same';
  say(
    'birth-place',
    isSamePlace,
    isSamePlace ? 'Tempat lahir sama.' : 'Tempat lahir berbeda.',
    isSamePlace ? 'The birth place is the same.' : 'The birth places differ.',
  );
  const isSameVillage = likeness.village === 'same';
  say(
    'village',
    isSameVillage,
    isSameVillage ? 'Desa sama.' : 'Desa berbeda.',
    isSameVillage ? 'The village is the same.' : 'The villages differ.',
  );
  if (couldBeTwins(likeness)) {
    say(
      'twins',
      false,
      'Bisa jadi anak kembar: satu kartu keluarga, satu tanggal lahir, nama mirip.',
      'They could be twins: one family card, one birth date, similar names.',
    );
  }
  return lines;
}
