import { openFileStore } from '../files/file-store.ts';
import { awaitKeys, keyNames, missingKeys } from '../keys.ts';
import { filesFolder, type OpenCenter } from '../open-center.ts';
import { publishPlaces } from '../publish/publish-places.ts';
import type { CommandReport } from '../set-up/set-up-command.ts';
import { shownNames } from '../shown-names.ts';
import { type RestoreRefusal, readBackup, restoreBackup } from './restore-backup.ts';
import { type BackupRefusal, takeBackup } from './take-backup.ts';

/** `center backup --out FOLDER`. */
export async function backupCommand(
  { parts, url }: Pick<OpenCenter, 'parts' | 'url'>,
  home: string,
  folder: string,
): Promise<CommandReport> {
  const { files, kind, now } = parts;
  const asked = { url, files, kind, keysThere: keyNames(home), places: publishPlaces(home), now: now() };
  const taken = await takeBackup(asked, folder);
  if (!taken.ok) return { done: false, lines: explainBackup(taken.error, folder) };
  const { site } = taken.value;
  const rows = taken.value.tables.reduce((sum, table) => sum + table.rows, 0);
  return {
    done: true,
    lines: [
      `${folder}: ${taken.value.tables.length} tabel, ${rows} baris, ${taken.value.files.length} berkas / tables, rows, files`,
      site === null
        ? 'Belum ada yang diumumkan. / Nothing is published yet.'
        : `Situs umum nomor ${site.number} ikut. / The public site, number ${site.number}, is in it.`,
      'Kunci (folder keys) TIDAK ikut: simpan salinannya di tempat lain, terkunci. / Keys (folder keys) are NOT in it: keep a copy elsewhere, locked away.',
    ],
  };
}

function explainBackup(refusal: BackupRefusal, folder: string): readonly string[] {
  if (refusal.type === 'folder-exists') {
    return [
      `${folder} sudah ada. Tidak ada yang ditimpa. Pilih folder lain.`,
      `${folder} exists. Nothing was overwritten. Choose another folder.`,
    ];
  }
  return [
    `${refusal.what.length} berkas kantor ini hilang atau rusak: ${shownNames(refusal.what, 'id')}. Cadangan TIDAK jadi; hapus ${folder}. Ambil berkas bernama itu dari cadangan yang lebih lama (folder files), taruh di files/, lalu ulangi.`,
    `${refusal.what.length} files of this center are missing or damaged: ${shownNames(refusal.what, 'en')}. There is NO backup; remove ${folder}. Take files of these names from an earlier backup (its folder files), put them below files/, and repeat.`,
  ];
}

/** `center restore --from FOLDER`, into a home whose database is empty. */
export async function restoreCommand(
  {
    home,
    ...parts
  }: {
    readonly home: string;
    readonly url: string;
    readonly now: Date;
    readonly onBroken: (error: Error) => void;
  },
  folder: string,
): Promise<CommandReport> {
  const places = publishPlaces(home);
  const restored = await restoreBackup(
    { ...parts, files: openFileStore(filesFolder(home)), site: places.site, logKey: places.key },
    folder,
  );
  if (!restored.ok) return { done: false, lines: explain(restored.error, places.site) };
  const { manifest, site } = restored.value;
  awaitKeys(home, manifest.keys);
  const awaited = missingKeys(home);
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  return {
    done: true,
    lines: [
      `${manifest.tables.length} tabel dan ${rows} baris sama dengan cadangan ${manifest.taken_at} / equal the backup`,
      ...(site === null ? [] : siteLines(site)),
      ...(awaited.length === 0
        ? []
        : [
            `Salin juga folder keys ke sini: ${awaited.length} kunci ditunggu, dan kantor tidak dibuka sebelum itu.`,
            `Also copy the folder keys here: ${awaited.length} keys are awaited, and the office does not open before.`,
          ]),
    ],
  };
}

function siteLines({
  number,
  added,
}: {
  readonly number: number;
  readonly added: number;
}): readonly string[] {
  const goesOn = `Situs umum nomor ${number}; berikutnya ${number + 1}. / The public site is number ${number}, the next is ${number + 1}.`;
  if (added === 0) return [goesOn];
  return [
    goesOn,
    `${added} pengumuman lebih baru daripada cadangan. Hasil sesudah cadangan harus dimasukkan lagi; sebelum itu desanya tetap seperti yang sudah diumumkan.`,
    `${added} publications are newer than the backup. Results that came after it must be entered again; until then their villages stay as they were published.`,
  ];
}

/** The kind of center that a backup is of; undefined when there is no backup. */
export function kindOfBackup(folder: string): 'exercise' | 'real' | undefined {
  const read = readBackup(folder);
  return read.ok ? read.value.kind : undefined;
}

function explain(refusal: RestoreRefusal, site: string): readonly string[] {
  switch (refusal.type) {
    case 'no-backup':
      return [
        'Di folder ini tidak ada cadangan yang utuh. Tidak ada yang dipulihkan.',
        'There is no whole backup in this folder. Nothing was restored.',
      ];
    case 'schema-unknown':
      return [
        `Cadangan ini dari Bilik yang lebih baru (${refusal.migrations.join(', ')}). Tidak ada yang dipulihkan. Pakai versi itu.`,
        `This backup is of a later Bilik (${refusal.migrations.join(', ')}). Nothing was restored. Use that version.`,
      ];
    case 'not-empty':
      return [
        `Basis data tidak kosong (tabel ${refusal.table}). Tidak ada yang dipulihkan. Pulihkan ke folder baru.`,
        `The database is not empty (table ${refusal.table}). Nothing was restored. Restore into a new folder.`,
      ];
    case 'backup-damaged':
      return [
        `Cadangan rusak: ${shownNames(refusal.what, 'id')}. Basis data tetap kosong. Pakai cadangan lain.`,
        `The backup is damaged: ${shownNames(refusal.what, 'en')}. The database stays empty. Use another backup.`,
      ];
    case 'site-unreadable':
      return [
        `${site} sudah ada dan bukan situs umum yang utuh. Tidak ada yang dipulihkan. Pindahkan folder itu, atau taruh salinan yang utuh di sana.`,
        `${site} is there and is no whole public site. Nothing was restored. Move it away, or put a whole copy there.`,
      ];
    case 'site-has-links':
      return [
        `Di ${site} ada yang bukan berkas biasa (${refusal.path}), misalnya tautan. Tidak ada yang dipulihkan. Pindahkan folder itu, atau taruh salinan situs tanpa tautan di sana.`,
        `Something in ${site} is no plain file (${refusal.path}), such as a link. Nothing was restored. Move the folder away, or put a copy of the site without links there.`,
      ];
    case 'site-key-unknown':
      return [
        `Cadangan ini dari sebelum pengumuman pertama, jadi tidak diketahui apakah situs di ${site} milik kantor ini. Tidak ada yang dipulihkan. Salin dahulu folder keys dari tempat simpannya ke sini, lalu ulangi.`,
        `This backup is from before the first publication: nothing says whether the site in ${site} is this center's. Nothing was restored. First copy the folder keys from where it is kept to here, then repeat.`,
      ];
    case 'site-not-signed':
      return [
        `Situs di ${site} bukan yang ditandatangani kantor ini, atau diubah sesudahnya: ${shownNames(refusal.what, 'id')}. Tidak ada yang dipulihkan. Taruh salinan lain di sana, atau pindahkan folder itu: situs dari cadangan dipakai.`,
        `The site in ${site} is not what this center signed, or was changed since: ${shownNames(refusal.what, 'en')}. Nothing was restored. Put another copy there, or move it away, and the backup's own is taken.`,
      ];
    case 'site-older':
      return [
        `Situs umum di ${site} nomor ${refusal.site}, cadangan sudah mengenal nomor ${refusal.known}. Tidak ada yang dipulihkan. Pindahkan folder itu: situs dari cadangan dipakai; atau taruh salinan yang terbaru.`,
        `The public site in ${site} is number ${refusal.site}, and the backup knows number ${refusal.known}. Nothing was restored. Move it away, and the backup's own is taken; or put the newest copy there.`,
      ];
    case 'site-of-other-history':
      return [
        `Situs umum di ${site} bukan milik cadangan ini: nomor ${refusal.number} berbeda. Tidak ada yang dipulihkan. Taruh salinan situs yang benar, atau pindahkan folder itu.`,
        `The public site in ${site} does not belong to this backup: number ${refusal.number} differs. Nothing was restored. Put the right copy there, or move it away.`,
      ];
  }
}
