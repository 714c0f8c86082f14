import { error, type ProblemWording } from './wording.ts';

const SAVE_AS_XLSX_ID =
  'Buka di Excel atau LibreOffice, lalu simpan sebagai Excel Workbook (.xlsx) atau CSV.';
const SAVE_AS_XLSX_EN = 'Open it in Excel or LibreOffice and save it as Excel Workbook (.xlsx) or CSV.';
const SEND_AGAIN_ID = 'Mintalah berkas asli sekali lagi, atau buka dan simpan ulang sebagai .xlsx.';
const SEND_AGAIN_EN = 'Ask for the original file once more, or open it and save it again as .xlsx.';
const SPLIT_ID = 'Bagi daftar menjadi beberapa berkas, misalnya satu berkas per desa.';
const SPLIT_EN = 'Split the list into several files, for example one file per village.';

/** Problems of the file itself: no row of it was read, nothing can be previewed. */
export const FILE_WORDINGS = {
  'file-empty': error(
    'Berkas kosong.',
    'Periksa apakah berkas sudah tersimpan, lalu pilih lagi.',
    'The file is empty.',
    'Check that the file was saved, then choose it again.',
  ),
  'file-too-large': error(
    'Berkas lebih besar dari batas {limit} bita.',
    SPLIT_ID,
    'The file is larger than the limit of {limit} bytes.',
    SPLIT_EN,
  ),
  'old-excel-file': error(
    'Ini berkas Excel lama (.xls), bukan .xlsx.',
    SAVE_AS_XLSX_ID,
    'This is an old Excel file (.xls), not .xlsx.',
    SAVE_AS_XLSX_EN,
  ),
  'password-protected': error(
    'Berkas dikunci dengan kata sandi.',
    'Buka berkas, hapus kata sandinya, simpan, lalu pilih lagi.',
    'The file is locked with a password.',
    'Open the file, remove the password, save it, then choose it again.',
  ),
  'open-document-file': error(
    'Ini berkas OpenDocument (.ods), bukan .xlsx.',
    SAVE_AS_XLSX_ID,
    'This is an OpenDocument file (.ods), not .xlsx.',
    SAVE_AS_XLSX_EN,
  ),
  'binary-workbook': error(
    'Ini buku kerja biner (.xlsb), bukan .xlsx.',
    SAVE_AS_XLSX_ID,
    'This is a binary workbook (.xlsb), not .xlsx.',
    SAVE_AS_XLSX_EN,
  ),
  'web-page': error(
    'Ini halaman web yang diberi nama seperti lembar sebar.',
    SAVE_AS_XLSX_ID,
    'This is a web page that was named like a spreadsheet.',
    SAVE_AS_XLSX_EN,
  ),
  'pdf-document': error(
    'Ini dokumen PDF; isinya tidak dapat dibaca sebagai daftar.',
    'Mintalah berkas Excel atau CSV asal PDF ini.',
    'This is a PDF document; it cannot be read as a list.',
    'Ask for the Excel or CSV file that the PDF was made from.',
  ),
  picture: error(
    'Ini gambar atau foto, bukan daftar.',
    'Mintalah berkas Excel atau CSV; foto daftar harus diketik ulang dan diperiksa dua orang.',
    'This is a picture, not a list.',
    'Ask for the Excel or CSV file; a photographed list must be typed in and checked by two people.',
  ),
  'not-a-list': error(
    'Berkas ini bukan lembar sebar dan bukan teks.',
    'Pilih berkas .xlsx atau .csv.',
    'The file is neither a spreadsheet nor text.',
    'Choose an .xlsx or .csv file.',
  ),
  'archive-damaged': error(
    'Berkas .xlsx rusak atau terpotong ({reason}).',
    SEND_AGAIN_ID,
    'The .xlsx file is damaged or cut short ({reason}).',
    SEND_AGAIN_EN,
  ),
  'archive-unsafe': error(
    'Berkas .xlsx berisi sesuatu yang tidak ditulis program kantor biasa ({reason}).',
    'Jangan dibuka dengan program lain. Mintalah berkas asli dari pengirim.',
    'The .xlsx file holds something that office programs do not write ({reason}).',
    'Do not open it with other programs. Ask the sender for the original file.',
  ),
  'archive-too-large': error(
    'Isi berkas .xlsx mengembang melebihi batas {limit} bita.',
    'Hapus lembar dan baris kosong yang tidak perlu, atau simpan sebagai CSV.',
    'The contents of the .xlsx file inflate beyond the limit of {limit} bytes.',
    'Remove sheets and empty rows that are not needed, or save it as CSV.',
  ),
  'too-many-lines': error(
    'Berkas berisi lebih dari {limit} baris, termasuk yang kosong.',
    'Hapus baris kosong di bawah dan di antara daftar (pilih barisnya, lalu Hapus Baris), atau bagi menjadi beberapa berkas.',
    'The file holds more than {limit} rows, empty ones included.',
    'Delete the empty rows below and between the list (select the rows, then Delete Rows), or split it into several files.',
  ),
  'too-many-cells': error(
    'Berkas berisi lebih dari {limit} sel, termasuk yang kosong.',
    'Hapus kolom dan baris kosong yang hanya berbingkai atau berwarna, lalu simpan lagi; atau bagi menjadi beberapa berkas.',
    'The file holds more than {limit} cells, empty ones included.',
    'Delete empty columns and rows that only have borders or colours, then save it again; or split it into several files.',
  ),
  'too-many-texts': error(
    'Buku kerja menyimpan lebih dari {limit} teks yang berbeda.',
    'Salin hanya daftar pemilih ke buku kerja baru dan simpan, atau simpan sebagai CSV.',
    'The workbook keeps more than {limit} different texts.',
    'Copy only the voter list into a new workbook and save it, or save it as CSV.',
  ),
  'workbook-damaged': error(
    'Buku kerja di dalam berkas tidak dapat dibaca.',
    SEND_AGAIN_ID,
    'The workbook inside the file cannot be read.',
    SEND_AGAIN_EN,
  ),
  'time-limit': error(
    'Pembacaan dihentikan sesudah {seconds} detik.',
    SPLIT_ID,
    'Reading was stopped after {seconds} seconds.',
    SPLIT_EN,
  ),
  'memory-limit': error(
    'Berkas memerlukan memori melebihi batas {limit} MB.',
    'Simpan sebagai CSV, atau bagi menjadi beberapa berkas.',
    'The file needs more memory than the limit of {limit} MB.',
    'Save it as CSV, or split it into several files.',
  ),
  'reading-interrupted': error(
    'Berkas berhenti terbaca di tengah jalan.',
    'Periksa cakram atau stik USB, lalu coba lagi.',
    'The file stopped being readable half-way.',
    'Check the disk or USB stick, then try again.',
  ),
} as const satisfies Record<string, ProblemWording>;
