import { catalogue } from '@bilik/words';

/** The restart report. */
export const restartWords = catalogue({
  id: {
    'restart.title': 'LAPORAN MULAI ULANG',
    'restart.subtitle': 'Mesin TPS menyala lagi, yang ke-{number} hari ini',
    'restart.opening':
      '{day}, pukul {at} {zone}, di {address}, mesin TPS menyala lagi sementara pemungutan suara berlangsung.',
    'restart.crowd': 'Dibacakan kepada semua yang hadir',
    'restart.crowd.same':
      'Mesin TPS mati dan menyala lagi pukul {at} {zone}: sebelum mati tersimpan {before} suara, sesudah menyala {after} suara; tidak ada yang hilang dan tidak ada yang bertambah.',
    'restart.crowd.differs':
      'Mesin TPS mati dan menyala lagi pukul {at} {zone}: sebelum mati tercatat {before} suara, sesudah menyala terhitung {after} suara; angkanya berbeda, dan ketua bersama pengawas memeriksanya sekarang.',
    'restart.section.cause': 'Sebab',
    'restart.cause': 'Sebab yang diketahui mesin: {cause}.',
    'restart.cause.clean-stop': 'dimatikan dengan benar oleh petugas',
    'restart.cause.machine-restarted': 'komputernya mati dan hidup lagi, misalnya karena listrik',
    'restart.cause.program-died': 'programnya berhenti, komputernya tetap hidup',
    'restart.cause.takeover': 'laptop cadangan mengambil alih',
    'restart.cause.unknown': 'tidak diketahui',
    'restart.cause.means.clean-stop': 'Semua catatan ditutup sebelum mesin dimatikan.',
    'restart.cause.means.machine-restarted':
      'Mesin tidak sempat menutup catatannya. Setiap catatan yang sudah dinyatakan diterima sudah tersimpan di dua media sebelumnya.',
    'restart.cause.means.program-died':
      'Program tidak sempat menutup catatannya. Setiap catatan yang sudah dinyatakan diterima sudah tersimpan di dua media sebelumnya.',
    'restart.cause.means.takeover':
      'Semua isi media kedua dibawa serta. Mesin TPS yang lama ditolak oleh bilik sejak saat itu.',
    'restart.cause.means.unknown':
      'Mesin tidak mencatat bagaimana ia berhenti. Setiap catatan yang sudah dinyatakan diterima sudah tersimpan di dua media sebelumnya.',
    'restart.section.casts': 'Suara tersimpan',
    'restart.before': 'Menurut penghitung sebelum mati',
    'restart.after': 'Dihitung ulang sesudah menyala',
    'restart.casts.means':
      'Yang pertama ialah angka yang tersimpan sebelum mesin mati. Yang kedua dihitung satu per satu dari surat suara yang tersimpan.',
    'restart.section.found': 'Keadaan sesudah menyala',
    'restart.found.means':
      'Kasus terbuka diselesaikan di layar biliknya oleh dua orang, menurut kertas yang tergantung di sana.',
    'restart.epoch': 'Epoch',
    'restart.closing': 'Laporan ini disimpan bersama berita acara.',
  },
  en: {
    'restart.title': 'RESTART REPORT',
    'restart.subtitle': 'The station started again, number {number} today',
    'restart.opening': '{day}, at {at} {zone}, in {address}, the station started again while voting was on.',
    'restart.crowd': 'To be read to all who are present',
    'restart.crowd.same':
      'The station went off and on again at {at} {zone}: before, {before} votes were stored, after it {after}; none is lost and none was added.',
    'restart.crowd.differs':
      'The station went off and on again at {at} {zone}: before, {before} votes were noted, after it {after} are counted; the figures differ, and chair and supervisor look into it now.',
    'restart.section.cause': 'Cause',
    'restart.cause': 'Cause as far as the machine knows: {cause}.',
    'restart.cause.clean-stop': 'switched off properly by an officer',
    'restart.cause.machine-restarted': 'the computer went off and on, for instance for lack of power',
    'restart.cause.program-died': 'the program stopped, the computer went on',
    'restart.cause.takeover': 'the spare station took over',
    'restart.cause.unknown': 'not known',
    'restart.cause.means.clean-stop': 'All entries were closed before the machine was switched off.',
    'restart.cause.means.machine-restarted':
      'The machine had no time to close its entries. Whatever was said to be received had been stored on two media before.',
    'restart.cause.means.program-died':
      'The program had no time to close its entries. Whatever was said to be received had been stored on two media before.',
    'restart.cause.means.takeover':
      'Everything on the second medium came over. From then on booths refuse the old station.',
    'restart.cause.means.unknown':
      'The machine did not note how it stopped. Whatever was said to be received had been stored on two media before.',
    'restart.section.casts': 'Votes stored',
    'restart.before': 'By the counter before it went off',
    'restart.after': 'Counted again after it started',
    'restart.casts.means':
      'The first is the figure that was stored before the machine went off. The second is counted one by one from the stored ballots.',
    'restart.section.found': 'As it was found after the start',
    'restart.found.means':
      'An open case is settled on the screen of its booth by two people, by the paper that hangs there.',
    'restart.epoch': 'Epoch',
    'restart.closing': 'This report is kept with the minutes.',
  },
});
