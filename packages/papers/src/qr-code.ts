import { encodeQR } from 'qr';

/** Modules of white paper that a reader needs around a QR code. */
export const QUIET_MODULES = 4;

/** Dark modules of a QR code without its quiet zone. Digits alone are written in numeric mode, which is smaller. */
export function qrModules(text: string): readonly (readonly boolean[])[] {
  // The encoder insists on a border of at least one module.
  const framed = encodeQR(text, 'raw', { ecc: 'medium', border: 1 });
  return framed.slice(1, -1).map((row) => row.slice(1, -1));
}

/** A QR code with its quiet zone, black on white, one unit a module. */
export function qrSvg(text: string): string {
  const modules = qrModules(text);
  const side = modules.length + 2 * QUIET_MODULES;
  const path = modules
    .map((row, y) =>
      runsOf(row)
        .map(({ from, length }) => `M${from + QUIET_MODULES} ${y + QUIET_MODULES}h${length}v1h-${length}z`)
        .join(''),
    )
    .join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}">` +
    `<rect width="${side}" height="${side}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
  );
}

/** Dark modules side by side are one shape: no hairline between them, and a third of the bytes. */
function runsOf(row: readonly boolean[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = [];
  row.forEach((isDark, x) => {
    const last = runs.at(-1);
    if (!isDark) return;
    if (last !== undefined && last.from + last.length === x) last.length += 1;
    else runs.push({ from: x, length: 1 });
  });
  return runs;
}
