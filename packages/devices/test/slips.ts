import { type Bitmap, bytesPerRow } from '../src/bitmap.ts';

/** A picture in which every row says which it is and to which slip it belongs, so that paper can be read back. */
export function numberedSlip(slip: number, rows: number, widthDots = 576): Bitmap {
  const rowLength = bytesPerRow(widthDots);
  const data = new Uint8Array(rowLength * rows);
  for (let row = 0; row < rows; row += 1) {
    // No byte 10h: nothing here looks like a real-time command.
    data.set([0x80 | slip, 0x80 | (row >> 7), 0x80 | (row & 0x7f), 0xff], row * rowLength);
  }
  return { width: widthDots, height: rows, data };
}

export interface RowRead {
  readonly slip: number;
  readonly row: number;
}

/** What {@link numberedSlip} left on a paper, from the top; blank rows are left out. */
export function readRows(paper: Bitmap): RowRead[] {
  const rowLength = bytesPerRow(paper.width);
  const rows: RowRead[] = [];
  for (let top = 0; top < paper.data.length; top += rowLength) {
    const [slip = 0, high = 0, low = 0] = paper.data.subarray(top, top + 3);
    if (slip !== 0) rows.push({ slip: slip & 0x7f, row: (high & 0x7f) * 128 + (low & 0x7f) });
  }
  return rows;
}

/** Rows `0..count-1` of one slip, in order. */
export function rowsOf(slip: number, count: number): RowRead[] {
  return Array.from({ length: count }, (_, row) => ({ slip, row }));
}
