import { catalogue } from '../phrases.ts';

/** What is wrong with an entry in a form, and what to do about it. */
export const form = catalogue({
  id: {
    'form.required': 'Isian ini wajib diisi.',
    'form.tooShort': 'Terlalu pendek: paling sedikit {least} huruf atau angka.',
    'form.tooLong': 'Terlalu panjang: paling banyak {most} huruf atau angka.',
    'form.notANumber': 'Tulis dengan angka saja.',
    'form.outOfRange': 'Angkanya harus dari {least} sampai {most}.',
    'form.onlyOne': 'Angkanya hanya bisa {only}.',
    'form.notADate': 'Tanggal ini tidak ada. Tulis seperti 12-12-2026.',
    'form.nik.length': 'NIK terdiri atas 16 angka. Ini {count} angka.',
    'form.pin.wrong': 'PIN salah. Masih boleh mencoba {count} kali.',
    'form.pin.locked': 'PIN terkunci. Coba lagi setelah {duration}.',
    'form.passphrase.differs': 'Kedua kata sandi tidak sama. Ketik sekali lagi.',
    'form.code.mistyped': 'Ada angka yang salah ketik. Bandingkan lagi dengan kartunya.',
    'form.problems': 'Perbaiki {count} isian di bawah ini.',
  },
  en: {
    'form.required': 'This must be filled in.',
    'form.tooShort': 'Too short: at least {least} {least|character|characters}.',
    'form.tooLong': 'Too long: at most {most} {most|character|characters}.',
    'form.notANumber': 'Write digits only.',
    'form.outOfRange': 'The number must be from {least} to {most}.',
    'form.onlyOne': 'The number can only be {only}.',
    'form.notADate': 'This day does not exist. Write it like 12-12-2026.',
    'form.nik.length': 'A NIK has 16 digits. This has {count}.',
    'form.pin.wrong': 'Wrong PIN. {count} {count|try|tries} left.',
    'form.pin.locked': 'The PIN is locked. Try again after {duration}.',
    'form.passphrase.differs': 'The two passphrases differ. Type it once more.',
    'form.code.mistyped': 'A digit is mistyped. Compare with the card again.',
    'form.problems': 'Put right the {count} {count|entry|entries} below.',
  },
});
