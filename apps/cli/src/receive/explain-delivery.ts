import type { DeliveryRefusal } from '@bilik/transfer';

/** Why a delivery on a stick was not taken. */
export type FolderRefusal =
  | DeliveryRefusal
  /** There is no manifest, or it is no plain file. */
  | { readonly type: 'no-delivery'; readonly path: string }
  | {
      readonly type: 'file-not-whole';
      readonly path: string;
      /** Bytes that are there; null when the file is missing or no plain file. */
      readonly found: number | null;
      readonly bytes: number;
    };

/** What happened, in Indonesian and in English; `(type)` for who looks it up. */
function happened(refusal: FolderRefusal): readonly [id: string, en: string] {
  switch (refusal.type) {
    case 'no-delivery':
      return [
        `${refusal.path}: tidak ada, atau bukan berkas biasa. Tunjuk stik, map “outbox” di dalamnya, atau map TPS dengan manifest.json`,
        `${refusal.path}: not there, or is no plain file. Name the stick, the folder “outbox” on it, or the place's folder with manifest.json`,
      ];
    case 'file-not-whole':
      return [
        `${refusal.path}: ${refusal.found ?? 'tidak ada'}, seharusnya ${refusal.bytes} byte. Salin lagi map itu utuh dari mesin TPS`,
        `${refusal.path}: ${refusal.found ?? 'missing'}, should be ${refusal.bytes} bytes. Copy that folder whole again from the station`,
      ];
    case 'place-not-expected':
      return [
        'TPS ini tidak ditunggu: election.json-nya tidak ada di expected/',
        'this polling place is not expected: its election.json is not in expected/',
      ];
    case 'election-not-expected':
      return [
        'pemilihan lain daripada yang ditunggu dari TPS ini',
        'another election than is expected of this place',
      ];
    case 'delivery-signature-wrong':
      return [
        'tanda tangannya bukan dari kunci TPS ini. Simpan stiknya; lapor ke pengawas',
        'it is not signed by this place’s key. Keep the stick; tell the supervisor',
      ];
    case 'other-bytes-for-place':
      return [
        'sudah ada hasil LAIN dari TPS ini. Simpan stiknya; lapor ke panitia dan pengawas',
        'there already is ANOTHER result of this place. Keep the stick; tell committee and supervisor',
      ];
    case 'record-not-right':
      return [
        `arsipnya salah: ${refusal.faults.join('; ')}. Lapor ke panitia dan pengawas`,
        'the record is wrong. Tell committee and supervisor',
      ];
    case 'file-differs':
      return [
        `${refusal.file} bukan yang ditandatangani. Salin lagi map itu utuh dari mesin TPS`,
        `${refusal.file} is not the one that was signed. Copy that folder whole again from the station`,
      ];
    case 'delivery-malformed':
      return [
        'manifest.json tidak terbaca. Periksa versi Bilik di TPS',
        'manifest.json is not understood. Check the place’s version of Bilik',
      ];
    default:
      return ['kiriman tidak sampai utuh. Coba lagi', 'the delivery did not arrive whole. Try again'];
  }
}

/** A refusal for people: which folder, what happened, that nothing was taken. @param folder of the delivery */
export function explainDelivery(refusal: FolderRefusal, folder: string): string {
  const [indonesian, english] = happened(refusal);
  return (
    `${folder}: ${indonesian}. Tidak ada yang diterima dari map ini. (${refusal.type})\n` +
    `${folder}: ${english}. Nothing was taken from this folder.`
  );
}
