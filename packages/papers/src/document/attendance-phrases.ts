import { catalogue } from '@bilik/words';

/** What the attendance list says. */
export const attendanceWords = catalogue({
  id: {
    'attendance.title': 'DAFTAR HADIR PEMILIH',
    'attendance.before': 'Untuk tanda tangan basah',
    'attendance.after': 'Menurut catatan meja e-verifikasi',
    'attendance.opening': '{day}, bertempat di {address}, untuk {title}.',
    'attendance.sums': 'Jumlah',
    'attendance.listed': 'Berhak memilih',
    'attendance.present': 'Hadir',
    'attendance.count': '{all} (laki-laki {men}, perempuan {women})',
    'attendance.list': 'Pemilih menurut nomor daftar',
    'attendance.name': 'Nama',
    'attendance.number': 'No.',
    'attendance.sex': 'L/P',
    'attendance.hamlet': 'Dusun',
    'attendance.signature': 'Tanda tangan',
    'attendance.checkedIn': 'Hadir',
    'attendance.came': 'hadir',
    'attendance.mobile': 'hadir (K)',
    'attendance.byMobileGroup': 'Di antaranya untuk kelompok keliling',
    'attendance.mobile.legend':
      'K: kelompok keliling. Pemilih didatangi dan memilih di atas surat suara kertas; di meja tidak ada tanda tangannya.',
    'attendance.mobile.few':
      'Pemilih kelompok keliling memilih di atas surat suara kertas; di meja tidak ada tanda tangannya. Karena jumlahnya sedikit, namanya tidak ditandai di sini.',
    'attendance.absent': '–',
    'attendance.ineligible': 'tidak berhak',
    'attendance.closing.before': 'Setiap pemilih menandatangani barisnya sendiri ketika hadir.',
    'attendance.closing.after':
      'Daftar ini menurut urutan nomor daftar; jam kehadiran dan urutan kedatangan tidak dicatat.',
  },
  en: {
    'attendance.title': 'ATTENDANCE LIST OF VOTERS',
    'attendance.before': 'For wet signatures',
    'attendance.after': 'As recorded by the check-in desks',
    'attendance.opening': '{day}, at {address}, for {title}.',
    'attendance.sums': 'Sums',
    'attendance.listed': 'May vote',
    'attendance.present': 'Present',
    'attendance.count': '{all} (men {men}, women {women})',
    'attendance.list': 'Voters by list number',
    'attendance.name': 'Name',
    'attendance.number': 'No.',
    'attendance.sex': 'L/P',
    'attendance.hamlet': 'Hamlet',
    'attendance.signature': 'Signature',
    'attendance.checkedIn': 'Present',
    'attendance.came': 'present',
    'attendance.mobile': 'present (K)',
    'attendance.byMobileGroup': 'Of these for the mobile group',
    'attendance.mobile.legend':
      'K: mobile group. It goes to these voters, who vote on paper; they sign nothing at a desk.',
    'attendance.mobile.few':
      'Voters of the mobile group vote on paper and sign nothing at a desk. As they are few, their names carry no sign here.',
    'attendance.absent': '–',
    'attendance.ineligible': 'may not vote',
    'attendance.closing.before': 'Each voter signs their own line when they come.',
    'attendance.closing.after':
      'This list stands in the order of list numbers; hours and the order of arrival are not recorded.',
  },
});
