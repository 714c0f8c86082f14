import type { Sentence } from './rule-sentences.ts';
import type { FaultCode, Finding } from './rules.ts';

/** What exactly is wrong, for each fault. */
export const FAULT_SENTENCES: Readonly<Record<FaultCode, Sentence>> = {
  'zero-block': {
    id: 'blok kosong; arsip ini tidak boleh berakhir dengan blok kosong',
    en: 'an empty block; this archive must not end with empty blocks',
  },
  'name-not-allowed': {
    id: 'nama rekaman tidak diizinkan (jalur, folder, atau nama lain)',
    en: 'a record’s name is not allowed (path, folder or other name)',
  },
  'kind-not-allowed': {
    id: 'ini bukan rekaman arsip pemilihan',
    en: 'this is not a record of an election archive',
  },
  'checksum-wrong': { id: 'kepala rekaman rusak', en: 'a record’s header is damaged' },
  'number-malformed': {
    id: 'ukuran atau waktu pada kepala rekaman tidak terbaca',
    en: 'size or time in a header cannot be read',
  },
  'content-empty': { id: 'rekaman tanpa isi', en: 'a record without content' },
  'header-not-canonical': {
    id: 'kepala rekaman tidak berbentuk baku',
    en: 'a header is not in the one allowed form',
  },
  'empty-file': { id: 'berkas kosong', en: 'the file is empty' },
  'cut-short': { id: 'berkas terpotong di dalam rekaman ini', en: 'the file ends inside this record' },
  'record-too-large': {
    id: 'kepala rekaman mengaku terlalu besar',
    en: 'a header claims too large a size',
  },
  'padding-not-zero': {
    id: 'ada isi tersembunyi setelah rekaman ini',
    en: 'there is hidden content after this record',
  },
  'first-record-wrong': {
    id: 'rekaman pertama harus BELENIOS, dan hanya satu',
    en: 'the first record must be BELENIOS, and only it',
  },
  'time-differs': {
    id: 'waktu rekaman ini berbeda dari rekaman pertama',
    en: 'this record has another time than the first',
  },
  'first-content-wrong': {
    id: 'versi atau waktu arsip salah',
    en: 'version or time of the archive is wrong',
  },
  'content-changed': {
    id: 'isi berubah: tidak cocok lagi dengan namanya',
    en: 'the content was changed: it does not match its name',
  },
  'event-not-canonical': {
    id: 'peristiwa tidak berbentuk baku',
    en: 'an event is not in the one allowed form',
  },
  'event-unknown': { id: 'jenis peristiwa tidak dikenal', en: 'an event of unknown kind' },
  'parent-wrong': {
    id: 'peristiwa ini tidak menyambung peristiwa sebelumnya',
    en: 'this event does not follow the one before',
  },
  'height-wrong': { id: 'nomor peristiwa salah', en: 'this event’s number is wrong' },
  'event-out-of-order': {
    id: 'peristiwa {event} tidak boleh setelah {after}',
    en: 'the event {event} must not follow {after}',
  },
  'data-missing': { id: 'data peristiwa ini tidak ada', en: 'data of this event is missing' },
  'data-stray': {
    id: 'data ini tidak dipakai peristiwa mana pun',
    en: 'no event uses this data',
  },
  'reference-wrong': {
    id: 'rujukan menunjuk data lain',
    en: 'a reference names other data',
  },
  'stops-early': {
    id: 'arsip berhenti setelah {after}; {event} belum ada',
    en: 'the record stops after {after}; {event} is missing',
  },
  'too-long': { id: 'terlalu panjang {place}', en: 'too long {place}' },
  'not-canonical': { id: 'tidak berbentuk baku', en: 'not in the one allowed form' },
  malformed: { id: 'isian {path} salah bentuk', en: 'field {path} is malformed' },
  missing: { id: 'isian {path} tidak ada', en: 'field {path} is missing' },
  'unknown-field': { id: 'isian {path} tidak dikenal', en: 'field {path} is unknown' },
  'wrong-type': { id: 'isian {path} salah jenis', en: 'field {path} has the wrong type' },
  'wrong-value': { id: 'nilai {path} salah', en: 'field {path} has a wrong value' },
  'too-many': { id: '{path} terlalu banyak', en: 'too many {path}' },
  'too-few': { id: '{path} terlalu sedikit', en: 'too few {path}' },
  'not-in-profile': {
    id: '{path} tidak diizinkan dalam arsip Bilik',
    en: '{path} is not allowed in a Bilik record',
  },
  'not-a-list': { id: 'bukan daftar', en: 'not a list' },
  'too-short': { id: 'daftar terlalu pendek', en: 'the list is too short' },
  'weight-too-large': { id: 'bobot terlalu besar {place}', en: 'a weight is too large {place}' },
  'wrong-count': { id: 'banyaknya {path} salah', en: 'the number of {path} is wrong' },
  'not-a-member': {
    id: 'angka di luar grup {place}',
    en: 'a number outside the group {place}',
  },
  identity: { id: 'kunci 1 tidak diizinkan {place}', en: 'the key 1 is not allowed {place}' },
  repeated: { id: 'kunci kembar {place}', en: 'a key stands twice {place}' },
  'out-of-order': { id: 'daftar tidak urut {place}', en: 'the list is not sorted {place}' },
  'proof-invalid': { id: 'bukti salah {place}', en: 'a proof is wrong {place}' },
  'signature-invalid': { id: 'tanda tangan salah {place}', en: 'a signature is wrong {place}' },
  'key-mismatch': {
    id: 'kunci tidak cocok dengan kunci pemegang lain {place}',
    en: 'a key does not fit those of the others {place}',
  },
  'key-not-product': {
    id: 'kunci pemilihan bukan hasil kali kunci para pemegang kunci',
    en: 'the election’s key is not the product of the trustees’ keys',
  },
  'weights-not-allowed': {
    id: 'hak suara berbobot tidak diizinkan',
    en: 'weighted credentials are not allowed',
  },
  'other-election': { id: 'surat suara pemilihan lain', en: 'a ballot of another election' },
  'unknown-credential': {
    id: 'hak suara tidak ada dalam daftar',
    en: 'its credential is not in the list',
  },
  'hash-mismatch': {
    id: 'tanda tangan untuk surat suara lain',
    en: 'its signature is for another ballot',
  },
  'individual-proof-invalid': {
    id: 'bukti pilihan salah {place}',
    en: 'the proof of a choice is wrong {place}',
  },
  'overall-proof-invalid': {
    id: 'bukti banyaknya pilihan salah {place}',
    en: 'the proof of the number of choices is wrong {place}',
  },
  'blank-proof-invalid': {
    id: 'bukti suara kosong salah {place}',
    en: 'the proof of the blank vote is wrong {place}',
  },
  'second-ballot': {
    id: 'surat suara kedua dengan hak suara yang sama',
    en: 'a second ballot of the same credential',
  },
  'ballot-repeated': { id: 'surat suara yang sama diulang', en: 'the same ballot again' },
  'ballot-order-wrong': {
    id: 'surat suara ini tidak pada urutannya',
    en: 'this ballot is not in its place',
  },
  'credential-void': {
    id: 'hak suaranya ada dalam daftar kartu batal: surat suara ini tidak boleh dihitung',
    en: 'its credential is in the void list: this ballot is not to be counted',
  },
  'sum-differs': {
    id: 'jumlah tersandi berbeda dari jumlah surat suara',
    en: 'the encrypted sum differs from the sum of the ballots',
  },
  'count-differs': {
    id: 'tertulis {written} surat suara, dihitung {found}',
    en: '{written} ballots are written, {found} were counted',
  },
  'weight-differs': {
    id: 'tertulis bobot {written}, dihitung {found}',
    en: 'weight {written} is written, {found} was counted',
  },
  'tally-reference-wrong': {
    id: 'ukuran jumlah merujuk jumlah lain',
    en: 'the size refers to another sum',
  },
  'unknown-owner': { id: 'tidak ada pemegang kunci dengan nomor ini', en: 'no trustee has this number' },
  'owner-repeated': {
    id: 'pembukaan kedua oleh pemegang kunci yang sama',
    en: 'a second partial decryption of the same trustee',
  },
  'too-many-shares': { id: 'lebih dari {limit} pembukaan', en: 'more than {limit} partial decryptions' },
  'share-reference-wrong': {
    id: 'nomor pemegang kunci merujuk pembukaan lain',
    en: 'the trustee’s number refers to another partial decryption',
  },
  'too-few-shares': {
    id: 'pemegang kunci yang belum membuka dengan benar: {missing}',
    en: 'trustees without a valid partial decryption: {missing}',
  },
  'count-out-of-range': {
    id: 'jumlah yang dibuka bukan banyaknya suara {place}',
    en: 'the opened sum is no number of votes {place}',
  },
  'result-differs': {
    id: 'tertulis {written}, terbuka {found}',
    en: '{written} is written, {found} was opened',
  },
  'record-differs': {
    id: 'sidik arsip {written}, diumumkan {expected}',
    en: 'the record’s fingerprint is {written}, posted was {expected}',
  },
  'record-changed': {
    id: 'berkas berubah selama dibaca; periksa lagi salinan yang tetap',
    en: 'the file changed while it was read; check a copy that stays the same',
  },
  'signed-file-unreadable': {
    id: 'berkas {file} tidak terbaca atau salah bentuk',
    en: 'the file {file} cannot be read or is malformed',
  },
  'signed-file-missing': {
    id: 'tidak ada berkas {file}; periksa nama dan foldernya',
    en: 'there is no file {file}; check the name and the folder',
  },
  'signed-file-no-plain-file': {
    id: '{file} bukan berkas biasa (folder, pipa, atau perangkat) dan tidak dibaca',
    en: '{file} is no ordinary file (a folder, a pipe or a device) and was not read',
  },
  'signed-file-is-record': {
    id: '{file} adalah arsip pemilihan; arsip disebut tanpa --void atau --result',
    en: '{file} is an election record; a record is named without --void or --result',
  },
  'signed-file-is-result': {
    id: '{file} adalah hasil bertanda tangan (result.json), bukan daftar kartu batal; tempatnya sesudah --result',
    en: '{file} is a signed result (result.json), no void list; it belongs after --result',
  },
  'signed-file-is-void-list': {
    id: '{file} adalah daftar kartu batal (void.json), bukan hasil bertanda tangan; tempatnya sesudah --void',
    en: '{file} is a void list (void.json), no signed result; it belongs after --void',
  },
  'signed-file-not-canonical': {
    id: 'berkas {file} tidak berbentuk baku',
    en: 'the file {file} is not in the one allowed form',
  },
  'signed-file-of-other-election': {
    id: 'berkas {file} milik pemilihan lain',
    en: 'the file {file} is of another election',
  },
  'signed-file-of-other-record': {
    id: 'berkas {file} untuk arsip lain',
    en: 'the file {file} speaks of another record',
  },
  'signed-file-signature-wrong': {
    id: 'tanda tangan berkas {file} salah',
    en: 'the signature of the file {file} is wrong',
  },
  'signed-file-without-key': {
    id: 'pemilihan ini tidak menyebut kunci TPS; {file} tidak dapat diperiksa',
    en: 'this election names no key of a polling place; {file} cannot be checked',
  },
  'void-list-differs': {
    id: 'hasil bertanda tangan menyebut daftar kartu batal yang lain',
    en: 'the signed result names another void list',
  },
  'void-card-unknown': {
    id: 'kartu batal {card} tidak ada dalam daftar hak suara',
    en: 'the void card {card} is not in the list of credentials',
  },
  'void-ballot-counted': {
    id: 'tercatat batal atas kartu {card}, padahal surat suara ini ada dalam arsip',
    en: 'called void under the card {card}, but this ballot is in the record',
  },
  'void-ballot-repeated': {
    id: 'tercatat batal dua kali; yang kedua atas kartu {card}',
    en: 'called void twice; the second time under the card {card}',
  },
  'void-opening-wrong': {
    id: 'bukaan uji mesin atas kartu {card} tidak menghasilkan surat suara ini',
    en: 'the opening of the machine test under the card {card} does not give this ballot',
  },
  'file-differs': {
    id: 'isinya sama, tetapi berkasnya bukan byte demi byte yang ditandatangani TPS: {found} ({bytes} byte); ditandatangani {signed} ({expected} byte)',
    en: 'its content is the same, but the file is not byte for byte the one that the polling place signed: {found} ({bytes} bytes); signed was {signed} ({expected} bytes)',
  },
  'figure-not-of-record': {
    id: '{field}: tertulis {written}, menurut arsip {expected}',
    en: '{field}: {written} is written, the record says {expected}',
  },
  'figure-not-of-void-list': {
    id: '{field}: tertulis {written}, menurut daftar kartu batal {expected}',
    en: '{field}: {written} is written, the void list says {expected}',
  },
  'figure-not-of-figures': {
    id: '{field}: tertulis {written}, menurut angka lainnya {expected}',
    en: '{field}: {written} is written, the other figures give {expected}',
  },
  'option-not-of-record': {
    id: '{field}: tertulis pilihan {written}, dalam arsip di tempat ini {expected}',
    en: '{field}: the option {written} is written, in the record this place is {expected}',
  },
  'answers-not-of-contest': {
    id: '{field}: jawaban dalam arsip bukan calon bernomor, kolom kosong dan suara kosong; pilihan tidak dapat dicocokkan',
    en: '{field}: the record’s answers are no numbered candidates, empty column and blank vote; options cannot be matched',
  },
  'contest-repeated': {
    id: '{field}: kontes {written} disebut dua kali',
    en: '{field}: the contest {written} is named twice',
  },
  'mobile-result-not-of-ballot': {
    id: '{field}: hasil dengan surat suara kelompok keliling memakai {written}, surat suaranya {expected}',
    en: '{field}: the result with the paper of the mobile group has {written}, the ballot has {expected}',
  },
  'mobile-paper-not-counted': {
    id: '{field}: kelompok keliling berangkat, dan surat suaranya tidak dihitung; hasil ini belum lengkap',
    en: '{field}: a mobile group left, and its paper was not counted; this result is not whole',
  },
  'slip-box-not-of-ballot': {
    id: '{field}: hitungan struk menyebut {written}, pada surat suara {expected}',
    en: '{field}: the count of slips names {written}, the ballot {expected}',
  },
  'source-not-of-record': {
    id: 'sumber hasil tertulis {written}, menurut arsip {expected} (trustees: jumlah dibuka pemegang kunci; slip-count: hitungan tangan struk)',
    en: 'the source of the result is written as {written}, by the record it is {expected} (trustees: they opened the sum; slip-count: hand count of the slips)',
  },
  'held-left-out': {
    id: 'angka yang tidak cocok tidak disebut sebagai alasan menahan hasil: {expected}',
    en: 'a sum that does not hold is not named as a reason to hold the result: {expected}',
  },
  'held-unfounded': {
    id: 'alasan menahan hasil tidak mengikuti dari angkanya, atau disebut dua kali: {written}',
    en: 'a reason to hold the result does not follow from the figures, or is named twice: {written}',
  },
};

/** What is wrong, in words: without the record, ballot or trustee, which the finding names beside it. */
export function explainFault({ fault, values = {} }: Finding, language: keyof Sentence): string {
  const place = placeWords(values, language);
  const template = FAULT_SENTENCES[fault][language];
  // What passes a limit of this program may still be right for the tool: the limit is named, whatever the fault.
  const most = { id: 'paling banyak', en: 'at most' }[language];
  const limitWords =
    'limit' in values && !template.includes('{limit}') ? ` – ${most} ${values['limit']}` : '';
  const words = template
    .replace(/\{([a-z]+)\}/gi, (_, name: string) => (name === 'place' ? place : String(values[name] ?? '')))
    .trimEnd();
  return words + limitWords;
}

/** "(question 1, answer 2)": people count from 1. */
function placeWords(values: NonNullable<Finding['values']>, language: keyof Sentence): string {
  const words: Record<string, Sentence> = {
    question: { id: 'pertanyaan', en: 'question' },
    choice: { id: 'pilihan', en: 'answer' },
    position: { id: 'baris', en: 'line' },
  };
  const parts = Object.entries(words).flatMap(([name, word]) => {
    const value = values[name];
    return typeof value === 'number' ? [`${word[language]} ${value + 1}`] : [];
  });
  if (typeof values['path'] === 'string' && values['path'] !== '') parts.push(values['path']);
  return parts.length === 0 ? '' : `(${parts.join(', ')})`;
}
