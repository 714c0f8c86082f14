import { catalogue } from '../../../phrases.ts';

/** Why something about a voter list was not done. */
export const votersRefused = catalogue({
  id: {
    'voters.refused.unknown': 'Pusat menolak. Tidak ada yang berubah. Muat ulang halaman, lalu coba lagi.',
    'voters.refused.too-many-uploads':
      'Terlalu banyak kiriman dimulai dan tidak diselesaikan, atau wilayah ini mengirim terlalu banyak dalam sehari. Berkas ini tidak dikirim. Selesaikan kiriman lain, atau coba lagi besok.',
    'voters.refused.disk-nearly-full':
      'Diska kantor hampir penuh. Berkas ini tidak dikirim; yang sudah dikirim tersimpan. Beri tahu pengelola server kabupaten.',
    'voters.refused.file-again':
      'Berkas yang sama sudah diserahkan. Tidak ada yang masuk dua kali. Lihat di daftar berkas.',
    'voters.refused.import-state':
      'Berkas ini sudah diputuskan orang lain. Tidak ada yang berubah. Muat ulang daftar.',
    'voters.refused.voter-unknown': 'Orang ini tidak ada di daftar wilayah Anda. Tidak ada yang berubah.',
    'voters.refused.list-unknown': 'Desa ini belum mempunyai daftar. Serahkan berkasnya dahulu.',
    'voters.refused.list-is-final': 'Daftar sudah dikunci dan tidak berubah. Usulkan tanda di sampingnya.',
    'voters.refused.list-is-empty': 'Daftar ini kosong. Serahkan berkasnya dahulu.',
    'voters.refused.row-already-ineligible': 'Orang ini sudah ditandai TMS. Tidak ada yang berubah.',
    'voters.refused.row-not-ineligible': 'Orang ini tidak ditandai TMS. Tidak ada yang berubah.',
    'voters.refused.already-decided':
      'Usulan ini sudah diputuskan. Tidak ada yang berubah. Muat ulang daftar.',
    'voters.refused.own-proposal': 'Usulan sendiri diputuskan orang lain. Tidak ada yang berubah.',
    'voters.refused.nik-on-list': 'NIK ini sudah ada di daftar desa. Tidak ada yang ditambahkan.',
    'voters.refused.pair-decided': 'Pasangan ini sudah diputuskan. Tidak ada yang berubah.',
    'voters.refused.same-nik':
      'Dua orang tidak mungkin ber-NIK sama. Perbaiki dahulu NIK yang salah lewat usulan.',
    'voters.refused.posted-already': 'Daftar ini sudah diumumkan. Tidak ada yang berubah.',
    'voters.refused.posting-backwards':
      'Hari terakhir pengumuman lebih awal daripada hari pertamanya. Daftar belum diumumkan. Perbaiki salah satu tanggal.',
    'voters.refused.posting-too-short':
      'Pengumuman paling sedikit tiga hari. Tidak ada yang berubah. Pilih hari terakhir yang lain.',
    'voters.refused.not-posted': 'Daftar belum diumumkan. Umumkan dahulu.',
    'voters.refused.posting-not-over': 'Masa pengumuman belum selesai. Lanjutkan sesudah hari terakhir.',
    'voters.refused.proposals-waiting': 'Masih ada usulan yang belum diputuskan. Putuskan dahulu.',
    'voters.refused.same-nik-undecided': 'Masih ada NIK ganda yang belum diputuskan. Buka bagian Ganda.',
    'voters.refused.voters-undivided': 'Masih ada orang tanpa TPS. Buka bagian TPS.',
    'voters.refused.wrong-step': 'Langkah ini bukan langkah berikutnya. Tidak ada yang berubah. Muat ulang.',
    'voters.refused.has-errors': 'Daftar mengandung kesalahan dan tidak dikunci. Periksa NIK ganda.',
    'voters.refused.nobody-to-divide': 'Tidak ada pemilih yang dapat dibagi.',
    'voters.refused.household-over-cap': 'Satu keluarga lebih besar dari batas TPS. Naikkan batasnya.',
    'voters.refused.too-few-places':
      'TPS yang diminta terlalu sedikit untuk batas itu. Tidak ada yang dibagi.',
    'voters.refused.more-places-than-households':
      'TPS yang diminta lebih banyak daripada keluarga. Tidak ada yang dibagi.',
    'voters.refused.over-cap':
      'TPS itu akan melampaui batas. Tidak ada yang dipindahkan. Pilih TPS lain atau naikkan batasnya.',
    'voters.refused.place-emptied':
      'TPS asal akan kosong. Tidak ada yang dipindahkan. Bagi ulang dengan satu TPS lebih sedikit.',
    'voters.refused.place-in-use':
      'TPS yang akan kosong sudah dipakai: paket, kunci, lembar, atau foto. Tidak ada yang dibagi. Bagi menjadi sedikitnya sebanyak TPS yang ada.',
    'voters.refused.village-has-counted':
      'Desa ini sudah mempunyai hasil yang dihitung. TPS dan pemilihnya tidak berubah lagi. Tidak ada yang dibagi.',
    'voters.refused.place-without-voters':
      'Ada TPS tanpa pemilih. Daftar tidak dikunci. Buka bagian TPS dan bagi ulang.',
    'voters.refused.already-there': 'Sudah di TPS tersebut. Tidak ada yang berubah.',
    'voters.refused.no-such-place': 'Desa ini tidak mempunyai TPS itu.',
    'voters.refused.not-divided': 'Desa ini belum dibagi.',
    'voters.refused.no-such-household': 'Keluarga ini tidak ada lagi di daftar. Muat ulang halaman.',
    'voters.refused.no-such-neighbourhood': 'RT ini tidak ada lagi di daftar. Muat ulang halaman.',
    'voters.refused.nik-synthetic': 'NIK ini nomor latihan. Usulan tidak tercatat. Periksa kartunya.',
    'voters.refused.not-own-proposal': 'Hanya pengusulnya dapat menarik usulan ini. Tidak ada yang berubah.',
    'voters.refused.proposal-unknown': 'Usulan ini tidak ada di wilayah Anda.',
    'voters.refused.evidence-unknown':
      'Berkas bukti tidak ada di pusat. Usulan tidak tercatat. Pasang berkasnya lagi.',
    'voters.refused.evidence-too-large':
      'Berkas bukti terlalu besar. Usulan tidak tercatat. Pindai lebih kecil.',
    'voters.refused.evidence-not-a-document': 'Berkas bukti bukan foto atau PDF. Usulan tidak tercatat.',
    'voters.refused.voters-erased':
      'Data pemilih acara ini sudah dihapus. Daftar atau usulan ini tidak diterima dan tidak ada yang tercatat. Serahkan ke acara yang berlaku sekarang.',
    'voters.refused.too-many-nik-tries':
      'NIK seperti ini, atau NIK dari akun Anda, sudah terlalu sering dicoba hari ini. Tidak ada yang dicari dan tidak ada yang tercatat. Carilah dengan nama, atau coba lagi besok.',
    'voters.refused.proposal-waits-already':
      'Usulan seperti ini tentang orang ini masih menunggu keputusan. Usulan ini tidak tercatat. Tunggu keputusannya, atau tarik yang lama.',
  },
  en: {
    'voters.refused.unknown': 'The center refused. Nothing was changed. Load the page again, then try again.',
    'voters.refused.too-many-uploads':
      'Too many uploads were begun and not finished, or this area sent too much within a day. This file was not sent. Finish the other uploads, or try again tomorrow.',
    'voters.refused.disk-nearly-full':
      'The disk of the office is nearly full. This file was not sent; what was sent is kept. Tell whoever runs the server of the regency.',
    'voters.refused.file-again':
      'The same file was handed in before. Nobody entered twice. See the list of files.',
    'voters.refused.import-state':
      'Somebody else decided about this file. Nothing was changed. Load the list again.',
    'voters.refused.voter-unknown': 'This person is not on a list of your area. Nothing was changed.',
    'voters.refused.list-unknown': 'This village has no list yet. Hand in its file first.',
    'voters.refused.list-is-final': 'The list is locked and does not change. Propose a mark beside it.',
    'voters.refused.list-is-empty': 'This list is empty. Hand in its file first.',
    'voters.refused.row-already-ineligible': 'This person is marked ineligible already. Nothing was changed.',
    'voters.refused.row-not-ineligible': 'This person is not marked ineligible. Nothing was changed.',
    'voters.refused.already-decided': 'This proposal was decided. Nothing was changed. Load the list again.',
    'voters.refused.own-proposal': 'Somebody else decides one’s own proposal. Nothing was changed.',
    'voters.refused.nik-on-list': 'This NIK is on the village’s list. Nobody was added.',
    'voters.refused.pair-decided': 'This pair was decided. Nothing was changed.',
    'voters.refused.same-nik': 'Two people cannot have one NIK. First correct the wrong NIK by a proposal.',
    'voters.refused.posted-already': 'This list is posted already. Nothing was changed.',
    'voters.refused.posting-backwards':
      'The last day of posting comes before its first. The list was not posted. Correct one of the dates.',
    'voters.refused.posting-too-short':
      'A list is posted for three days at least. Nothing was changed. Choose another last day.',
    'voters.refused.not-posted': 'The list is not posted yet. Post it first.',
    'voters.refused.posting-not-over': 'The time of posting is not over. Go on after its last day.',
    'voters.refused.proposals-waiting': 'There are proposals that nobody decided. Decide them first.',
    'voters.refused.same-nik-undecided': 'There are doubled NIK that nobody decided. Open Duplicates.',
    'voters.refused.voters-undivided': 'There are people without a polling place. Open Polling places.',
    'voters.refused.wrong-step': 'This is not the next step. Nothing was changed. Load the page again.',
    'voters.refused.has-errors': 'The list has errors and was not locked. Look at doubled NIK.',
    'voters.refused.nobody-to-divide': 'There are no voters to divide.',
    'voters.refused.household-over-cap': 'One family is larger than a polling place may be. Raise the limit.',
    'voters.refused.too-few-places': 'So few polling places cannot hold that limit. Nothing was divided.',
    'voters.refused.more-places-than-households':
      'There are fewer families than polling places asked for. Nothing was divided.',
    'voters.refused.over-cap':
      'That polling place would be over the limit. Nobody was moved. Choose another one, or raise the limit.',
    'voters.refused.place-emptied':
      'The polling place would be empty. Nobody was moved. Divide anew with one place fewer.',
    'voters.refused.place-in-use':
      'A polling place that would be empty is in use: a package, keys, a sheet or a photo. Nothing was divided. Divide into at least as many as there are.',
    'voters.refused.village-has-counted':
      'Results of this village were counted. Its polling places and voters change no more. Nothing was divided.',
    'voters.refused.place-without-voters':
      'There is a polling place without voters. The list was not locked. Open Polling places and divide anew.',
    'voters.refused.already-there': 'They are there already. Nothing was changed.',
    'voters.refused.no-such-place': 'This village has no such polling place.',
    'voters.refused.not-divided': 'This village is not divided yet.',
    'voters.refused.no-such-household': 'This household is no longer on the list. Load the page again.',
    'voters.refused.no-such-neighbourhood': 'This RT is no longer on the list. Load the page again.',
    'voters.refused.nik-synthetic':
      'This NIK is one of exercises. The proposal is not noted. Look at the card.',
    'voters.refused.not-own-proposal': 'Only who proposed may withdraw. Nothing was changed.',
    'voters.refused.proposal-unknown': 'There is no such proposal in your area.',
    'voters.refused.evidence-unknown':
      'The evidence is not at the center. The proposal is not noted. Attach it again.',
    'voters.refused.evidence-too-large':
      'The evidence is too large. The proposal is not noted. Scan it smaller.',
    'voters.refused.evidence-not-a-document':
      'The evidence is no photo and no PDF. The proposal is not noted.',
    'voters.refused.voters-erased':
      'The voters’ data of this event were erased. This list or proposal is not taken and nothing was noted. Hand it in to the event that is current now.',
    'voters.refused.too-many-nik-tries':
      'A NIK like this one, or NIKs from your account, were tried too often today. Nothing was looked for and nothing was noted. Search by name, or try again tomorrow.',
    'voters.refused.proposal-waits-already':
      'A proposal like this about this person still waits for a decision. This one was not noted. Wait for the decision, or withdraw the earlier one.',
  },
});
