import { catalogue } from '../phrases.ts';

/** The phases of a polling place, as one word for the badge and one sentence for the line below it. */
export const phase = catalogue({
  id: {
    'phase.configured': 'Disiapkan',
    'phase.zero_proven': 'Nol terbukti',
    'phase.open': 'Dibuka',
    'phase.paused': 'Dijeda',
    'phase.closed': 'Ditutup',
    'phase.counted': 'Dihitung',
    'phase.sealed': 'Disegel',
    'phase.configured.explained': 'TPS sudah disiapkan. Belum ada yang bisa memilih.',
    'phase.zero_proven.explained': 'Laporan nol sudah ditandatangani. Pemungutan suara belum dibuka.',
    'phase.open.explained': 'Pemungutan suara sedang berlangsung.',
    'phase.paused.explained': 'Pemungutan suara dijeda. Tidak ada suara yang hilang.',
    'phase.closed.explained': 'Pemungutan suara sudah ditutup dan tidak bisa dibuka lagi.',
    'phase.counted.explained': 'Jumlah suara sudah dibuka oleh para pemegang kunci.',
    'phase.sealed.explained': 'Hasil sudah disegel. Tidak ada lagi yang bisa berubah.',
  },
  en: {
    'phase.configured': 'Set up',
    'phase.zero_proven': 'Zero proven',
    'phase.open': 'Open',
    'phase.paused': 'Paused',
    'phase.closed': 'Closed',
    'phase.counted': 'Counted',
    'phase.sealed': 'Sealed',
    'phase.configured.explained': 'The polling place is set up. Nobody can vote yet.',
    'phase.zero_proven.explained': 'The zero report is signed. Voting is not open yet.',
    'phase.open.explained': 'Voting is going on.',
    'phase.paused.explained': 'Voting is paused. No vote is lost.',
    'phase.closed.explained': 'Voting is closed and cannot be opened again.',
    'phase.counted.explained': 'The trustees have opened the sum.',
    'phase.sealed.explained': 'The result is sealed. Nothing can change any more.',
  },
});

/** The phases in the order in which a day goes through them. */
export const PHASES = ['configured', 'zero_proven', 'open', 'paused', 'closed', 'counted', 'sealed'] as const;
export type Phase = (typeof PHASES)[number];
