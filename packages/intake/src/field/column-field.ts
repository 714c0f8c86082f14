/** What a column can hold that an import uses. */
export type ColumnField =
  | 'listNumber'
  | 'nik'
  | 'familyCard'
  | 'name'
  | 'birthPlace'
  | 'birthDate'
  | 'birthPlaceAndDate'
  | 'sex'
  | 'manMark'
  | 'womanMark'
  | 'maritalStatus'
  | 'hamlet'
  | 'address'
  | 'rt'
  | 'rw'
  | 'rtRw'
  | 'disability'
  | 'note'
  | 'pollingPlace'
  | 'villageName'
  | 'villageCode';

/** The title that the office is asked to write for a field. */
export const FIELD_TITLES: Readonly<Record<ColumnField, string>> = {
  listNumber: 'No',
  nik: 'NIK',
  familyCard: 'No KK',
  name: 'Nama',
  birthPlace: 'Tempat Lahir',
  birthDate: 'Tanggal Lahir',
  birthPlaceAndDate: 'Tempat, Tanggal Lahir',
  sex: 'Jenis Kelamin',
  manMark: 'L',
  womanMark: 'P',
  maritalStatus: 'Status Perkawinan',
  hamlet: 'Dusun',
  address: 'Alamat',
  rt: 'RT',
  rw: 'RW',
  rtRw: 'RT/RW',
  disability: 'Disabilitas',
  note: 'Keterangan',
  pollingPlace: 'TPS',
  villageName: 'Desa',
  villageCode: 'Kode Desa',
};

/** Titles as offices write them; signs, spaces and capitals do not matter. */
const SYNONYMS: Readonly<Record<ColumnField, readonly string[]>> = {
  listNumber: ['no', 'no urut', 'nomor', 'nomor urut', 'urut', 'no dpt', 'no urut dpt', 'no pemilih'],
  nik: [
    'nik',
    'no nik',
    'nomor nik',
    'nomor induk kependudukan',
    'no induk kependudukan',
    'nomor induk penduduk',
    'nik ktp',
    'no ktp',
    'nomor ktp',
    'no ktp nik',
    'nik no ktp',
    'no identitas',
  ],
  familyCard: [
    'no kk',
    'nomor kk',
    'kk',
    'nkk',
    'no nkk',
    'nomor kartu keluarga',
    'no kartu keluarga',
    'kartu keluarga',
    'nomor kk nkk',
  ],
  name: [
    'nama',
    'nama lengkap',
    'nama pemilih',
    'nama lengkap pemilih',
    'nama penduduk',
    'nama warga',
    'nama sesuai ktp',
    'nama lgkp',
    'nm lengkap',
  ],
  birthPlace: [
    'tempat lahir',
    'tmpt lahir',
    'tmp lahir',
    'tpt lahir',
    'tempat',
    'kota lahir',
    'tmpt lhr',
    'tmp lhr',
  ],
  birthDate: [
    'tanggal lahir',
    'tgl lahir',
    'tgl lhr',
    'tanggal',
    'tgl',
    'tanggal bulan tahun lahir',
    'tgl bln thn lahir',
    'lahir',
  ],
  birthPlaceAndDate: [
    'ttl',
    'tempat tanggal lahir',
    'tempat tgl lahir',
    'tempat dan tanggal lahir',
    'tempat dan tgl lahir',
    'tempat tgl lhr',
    'tmpt tgl lahir',
    'tempat tanggal bulan tahun lahir',
  ],
  sex: ['jenis kelamin', 'jk', 'l p', 'kelamin', 'jns kelamin', 'jenkel', 'jenis kel', 'gender', 'sex'],
  manMark: ['l', 'lk', 'laki laki', 'pria'],
  womanMark: ['p', 'pr', 'perempuan', 'wanita'],
  maritalStatus: [
    'status perkawinan',
    'status kawin',
    'status nikah',
    'status pernikahan',
    'sts kawin',
    'stat kawin',
    'perkawinan',
    'kawin',
    'status',
    'b s p',
    's b p',
  ],
  hamlet: [
    'dusun',
    'dukuh',
    'lingkungan',
    'nama dusun',
    'dusun lingkungan',
    'dusun dukuh',
    'jorong',
    'banjar',
    'padukuhan',
  ],
  address: ['alamat', 'alamat lengkap', 'alamat rumah', 'jalan', 'jalan dukuh', 'alamat tinggal'],
  rt: ['rt', 'no rt'],
  rw: ['rw', 'no rw'],
  rtRw: ['rt rw'],
  disability: [
    'disabilitas',
    'jenis disabilitas',
    'ragam disabilitas',
    'penyandang disabilitas',
    'difabel',
    'cacat',
    'kebutuhan khusus',
  ],
  note: ['keterangan', 'ket', 'catatan'],
  pollingPlace: ['tps', 'no tps', 'nomor tps', 'nama tps'],
  villageName: ['desa', 'desa kelurahan', 'kelurahan', 'kelurahan desa', 'nama desa', 'nagari', 'pekon'],
  villageCode: ['kode desa', 'kode wilayah', 'kode kemendagri', 'kode desa kelurahan', 'kode kelurahan'],
};

/** Known columns that a voter list does not need: they are left unread, so that nothing is kept without a use. */
const NOT_NEEDED: readonly string[] = [
  'umur',
  'usia',
  'agama',
  'pekerjaan',
  'pendidikan',
  'golongan darah',
  'gol darah',
  'nama ayah',
  'nama ibu',
  'nama ibu kandung',
  'hubungan keluarga',
  'shdk',
  'status hubungan keluarga',
  'kewarganegaraan',
  'no hp',
  'no telepon',
  'email',
  'suku',
  'tanda tangan',
  'ttd',
  'paraf',
  'provinsi',
  'kabupaten',
  'kabupaten kota',
  'kecamatan',
  'kode pos',
];
const NOT_NEEDED_KEYS: ReadonlySet<string> = new Set(NOT_NEEDED.map(titleKey));

const FIELD_BY_KEY: ReadonlyMap<string, ColumnField> = new Map(
  Object.entries(SYNONYMS).flatMap(([field, keys]) =>
    isColumnField(field) ? keys.map((words): [string, ColumnField] => [titleKey(words), field]) : [],
  ),
);
const LONGEST_TITLE = 60;

function isColumnField(text: string): text is ColumnField {
  return Object.hasOwn(FIELD_TITLES, text);
}

/** What a column's title means; `not-needed` is known and left out; `unknown` is not a title of a voter list. */
export type TitleMeaning = ColumnField | 'not-needed' | 'unknown';

/** Understands a title in any case, with any signs between its words, and with a remark in brackets: `TGL. LAHIR (HH/BB/TTTT)`. */
export function meaningOfTitle(title: string): TitleMeaning {
  if (title.length > LONGEST_TITLE) return 'unknown';
  const keys = [titleKey(title), titleKey(title.replace(/\([^)]*\)/g, ' '))];
  for (const key of keys) {
    const field = FIELD_BY_KEY.get(key);
    if (field !== undefined) return field;
    if (NOT_NEEDED_KEYS.has(key)) return 'not-needed';
  }
  return 'unknown';
}

/** The letters and digits of a title in lower case: `N.I.K` and `nik` are one. */
export function titleKey(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
}

/** How many different fields a row of cells names. Data rows name none or one. */
export function scoreTitles(cells: readonly string[]): number {
  const fields = new Set(cells.map(meaningOfTitle));
  fields.delete('unknown');
  return fields.size;
}
