import type { RuleId } from './rules.ts';

/** A sentence in both languages of the project; `{name}` stands for a value of the finding. */
export interface Sentence {
  readonly id: string;
  readonly en: string;
}

/** What each rule says, as a statement that holds or not. */
export const RULE_SENTENCES: Readonly<Record<RuleId, Sentence>> = {
  'archive.form': {
    id: 'Berkas hanya berisi rekaman utuh, tanpa sisa',
    en: 'The file holds whole records and nothing else',
  },
  'archive.hashes': {
    id: 'Isi setiap rekaman cocok dengan namanya (SHA-256)',
    en: 'Every record’s content matches its name (SHA-256)',
  },
  'chain.links': {
    id: 'Rantai peristiwa tidak terputus dan tiap rujukan benar',
    en: 'The chain of events is unbroken and every reference is right',
  },
  'chain.order': {
    id: 'Peristiwa berurutan: pembukaan, surat suara, penutupan, jumlah, pembukaan jumlah, hasil',
    en: 'Events stand in order: setup, ballots, end, sum, opening of the sum, result',
  },
  'chain.complete': { id: 'Arsip lengkap', en: 'The record is complete' },
  'election.valid': { id: 'Data pemilihan benar', en: 'The election object is right' },
  'trustees.valid': {
    id: 'Setiap pemegang kunci membuktikan kuncinya',
    en: 'Every trustee’s key is proven',
  },
  'election.key': {
    id: 'Kunci pemilihan tersusun dari kunci semua pemegang kunci',
    en: 'The election’s key is made of all trustees’ keys',
  },
  'credentials.valid': {
    id: 'Daftar hak suara (kunci publik kartu) benar, tanpa kembar',
    en: 'The list of credentials (public keys of cards) is right and has no double',
  },
  'ballots.form': { id: 'Setiap surat suara berbentuk baku', en: 'Every ballot has the one allowed form' },
  'ballots.election': {
    id: 'Setiap surat suara milik pemilihan ini',
    en: 'Every ballot belongs to this election',
  },
  'ballots.credential': {
    id: 'Setiap surat suara memakai hak suara dari daftar',
    en: 'Every ballot uses a listed credential',
  },
  'ballots.once': {
    id: 'Satu hak suara paling banyak satu surat suara',
    en: 'No credential has more than one ballot',
  },
  'ballots.unrepeated': { id: 'Tidak ada surat suara yang diulang', en: 'No ballot is repeated' },
  'ballots.order': {
    id: 'Urutan surat suara menurut hash, bukan menurut waktu memilih',
    en: 'Ballots are ordered by hash, not by time of voting',
  },
  'ballots.void': {
    id: 'Tidak ada surat suara dengan hak suara dalam daftar kartu batal',
    en: 'No ballot uses a credential of the void list',
  },
  'ballots.members': {
    id: 'Semua sandi surat suara berada dalam grup',
    en: 'All ciphertexts of ballots are members of the group',
  },
  'ballots.signature': {
    id: 'Setiap surat suara ditandatangani hak suaranya',
    en: 'Every ballot is signed by its credential',
  },
  'ballots.proofs': {
    id: 'Setiap surat suara terbukti berisi pilihan yang sah',
    en: 'Every ballot is proven to hold a valid choice',
  },
  'tally.sum': {
    id: 'Jumlah tersandi sama dengan jumlah semua surat suara',
    en: 'The encrypted sum is the sum of all ballots',
  },
  'tally.size': {
    id: 'Banyaknya surat suara yang tertulis sama dengan yang dihitung ulang',
    en: 'The written number of ballots is the recounted one',
  },
  'shares.owner': {
    id: 'Setiap pembukaan jumlah milik satu pemegang kunci, tanpa ulangan',
    en: 'Every partial decryption belongs to one trustee, none twice',
  },
  'shares.valid': {
    id: 'Setiap pembukaan jumlah terbukti benar',
    en: 'Every partial decryption is proven right',
  },
  'shares.enough': { id: 'Cukup pemegang kunci membuka jumlah', en: 'Enough trustees opened the sum' },
  'result.counts': {
    id: 'Hasil sama dengan jumlah yang dibuka',
    en: 'The result is the opened sum',
  },
  'origin.record': {
    id: 'Sidik arsip sama dengan yang diumumkan',
    en: 'The record’s fingerprint is the posted one',
  },
  'origin.void': {
    id: 'Daftar kartu batal (void.json) ditandatangani TPS ini',
    en: 'The void list (void.json) is signed by this polling place',
  },
  'origin.voided': {
    id: 'Kartu batal ada dalam daftar hak suara, dan surat suaranya tidak ada dalam arsip',
    en: 'Void cards are listed credentials, and their ballots are not in the record',
  },
  'origin.result': {
    id: 'Hasil (result.json) ditandatangani TPS ini, untuk arsip ini',
    en: 'The result (result.json) is signed by this polling place, for this record',
  },
  'origin.file': {
    id: 'Berkas arsip sama, byte demi byte, dengan yang ditandatangani TPS',
    en: 'The record file is, byte for byte, the one that the polling place signed',
  },
  'origin.figures': {
    id: 'Angka dalam hasil bertanda tangan sama dengan arsip dan saling cocok',
    en: 'The figures of the signed result agree with the record and with each other',
  },
};
