import type { FigureRow } from '@bilik/election';
import { renderMinutes, renderZeroReport } from '@bilik/papers';
import type { Board, Software } from '../phase/board.ts';
import type { PreparedPlace } from '../place/prepared-place.ts';

export interface PrintedPapersParts {
  readonly place: PreparedPlace;
  readonly board: Board;
  readonly software: Software;
}

/** The zero report (cetak nol) before opening. Undefined as soon as something is not zero: then there is nothing to prove. */
export function zeroReportPdf({ place, board, software }: PrintedPapersParts): Uint8Array | undefined {
  const { poll, openCases, cards } = board.state();
  const row = (key: string, id: string, en: string, value: number): FigureRow => ({
    key,
    label: { id, en },
    value,
  });
  const counters = [
    row('check-ins', 'Pemilih hadir', 'Voters checked in', poll.released),
    row('casts', 'Suara tersimpan', 'Ballots cast', poll.casts),
    row('open-cases', 'Kasus terbuka', 'Open cases', openCases.length),
    row('cards-used', 'Kartu terpakai', 'Cards used', cards.used),
    row('cards-voided', 'Kartu batal', 'Cards voided', cards.voided),
    row('slips-printed', 'Struk tercetak', 'Slips printed', board.figures().slips.printed),
  ];
  if (counters.some(({ value }) => value !== 0)) return undefined;
  return renderZeroReport({
    definition: place.definition,
    at: board.zeroReportTime(),
    counters,
    software,
    electionHash: place.election.fingerprint,
    qrText: null,
  });
}

/** The minutes (berita acara) as they stand now; missing fields and held sums say so on the paper. */
export function minutesPdf({ board }: PrintedPapersParts): Uint8Array {
  return renderMinutes({ minutes: board.minutes(), qrText: null });
}
