import { encodeQR } from 'qr';

/** Dark modules of a QR code without its quiet zone, which the paper must leave (4 modules). */
export function qrModules(text: string): readonly (readonly boolean[])[] {
  // The encoder insists on a border of at least one module.
  const framed = encodeQR(text, 'raw', { ecc: 'medium', border: 1 });
  return framed.slice(1, -1).map((row) => row.slice(1, -1));
}
