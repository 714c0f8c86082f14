import { catalogue } from '../phrases.ts';

/** The scripted drill for committee and technician: what happens, what hands do, what people do at their screens, what is still missing. */
export const drill = catalogue({
  id: {
    'drill.opening':
      'LATIHAN GANGGUAN. {count} gangguan akan terjadi, satu demi satu, di TPS latihan ini. Mesin, stik, dan kabelnya tiruan di komputer ini: yang tertulis “Dengan tangan” diucapkan atau diperagakan, dan Enter melakukannya. Yang tertulis “Di layar” sungguh dikerjakan.',
    'drill.screens':
      'Buka dahulu Papan TPS {board}, meja {desk} dan bilik 1 {booth}. PIN ada di “Amplop”, kertas struk ada di “Bilik 1”: {outside}',
    'drill.step': 'Gangguan {number} dari {count}: {name}',
    'drill.hands': 'Dengan tangan: {text}',
    'drill.people': 'Di layar: {text}',
    'drill.enter': 'Lalu tekan Enter.',
    'drill.looking': 'Memeriksa …',
    'drill.done': '✓ Benar. {text}',
    'drill.missing': '✗ Belum. {text}',
    'drill.again': 'Coba lagi, lalu tekan Enter; ketik l lalu Enter untuk melewati.',
    'drill.skipped': '– Dilewati.',
    'drill.lost': '✗ Suara di mesin berkurang. Ini tidak boleh terjadi: simpan folder latihan dan laporkan.',
    'drill.summary': 'Selesai: {done} dari {count} gangguan ditangani dengan benar.',
    'drill.stick-pulled.name': 'Stik dicabut',
    'drill.stick-pulled.happens':
      'Stik kedua tercabut dari mesin TPS. Pemungutan suara berhenti sendiri; tidak ada suara yang hilang.',
    'drill.stick-pulled.hands': 'pasang stik cadangan di tempat stik yang tercabut.',
    'drill.stick-pulled.people':
      'di Papan TPS, bagian Media, ketua dan satu anggota memasukkan media baru dengan PIN masing-masing.',
    'drill.stick-pulled.missing': 'Mesin masih menunggu media kedua.',
    'drill.stick-pulled.done': 'Media baru terisi, epoch naik, pemungutan suara berlanjut.',
    'drill.stick-full.name': 'Stik penuh',
    'drill.stick-full.happens':
      'Stik kedua penuh. Sekarang, di layar meja, layani pemilih berikutnya: mesin menolak mencatat, lalu berhenti sendiri.',
    'drill.stick-full.hands':
      'sesudah meja menunjukkan jeda, dan bahwa tidak ada yang hilang, ganti stik yang penuh.',
    'drill.stick-full.people':
      'di Papan TPS, bagian Media, dua orang memasukkan media baru; lalu layani lagi pemilih yang tadi ditolak.',
    'drill.stick-full.missing': 'Media baru belum dimasukkan, atau pemilih yang ditolak belum dilayani lagi.',
    'drill.stick-full.done': 'Yang ditolak tidak tercatat dua kali, dan sekarang tercatat satu kali.',
    'drill.clock-jump.name': 'Jam meloncat',
    'drill.clock-jump.happens': 'Jam mesin TPS meloncat 26 jam ke depan. Suara tidak terpengaruh.',
    'drill.clock-jump.hands': 'bandingkan jam mesin TPS dengan jam tangan; teknisi menyetelnya.',
    'drill.clock-jump.people':
      'di Papan TPS, seorang anggota mencatat kejadian ini dan tindakannya, dengan PIN.',
    'drill.clock-jump.missing': 'Belum ada kejadian baru yang dicatat.',
    'drill.clock-jump.done': 'Kejadian dan tindakannya tercatat untuk berita acara.',
    'drill.lan-down.name': 'Jaringan TPS mati',
    'drill.lan-down.happens': 'Bilik dan meja tidak mendengar mesin TPS. Tidak ada yang tercatat selama itu.',
    'drill.lan-down.hands': 'periksa sakelar jaringan dan kabel, pasang kembali.',
    'drill.lan-down.people':
      'tunggu sampai layar bilik dan meja tersambung lagi. Pemilih tidak perlu mengulang.',
    'drill.lan-down.missing': 'Ada bilik yang belum mendengar mesin TPS.',
    'drill.lan-down.done': 'Semua bilik tersambung lagi dengan sendirinya.',
    'drill.booth-lost.name': 'Bilik mati',
    'drill.booth-lost.happens':
      'Seorang pemilih di bilik 1 sudah memilih, struknya tergantung di jendela, dan bilik itu mati. Pemilih menunggu; kartunya jangan diganti dahulu.',
    'drill.booth-lost.hands': 'nyalakan kembali bilik 1.',
    'drill.booth-lost.people':
      'bilik bertanya tentang struk: dua orang melihat kertas di jendela dan menjawab di layar bilik. Struk tanpa SAH tidak dihitung; pemilih mendapat kartu baru.',
    'drill.booth-lost.missing': 'Bilik 1 masih menunggu jawaban, atau belum menyala.',
    'drill.booth-lost.done': 'Struk ditandai BATAL, bilik 1 siap, dan tidak ada pertanyaan terbuka.',
    'drill.station-killed.name': 'Program mesin TPS mati',
    'drill.station-killed.happens': 'Program mesin TPS berhenti tiba-tiba. Layar menunggu.',
    'drill.station-killed.hands': 'nyalakan kembali mesin TPS.',
    'drill.station-killed.people':
      'di Papan TPS, cetak laporan mulai ulang dan bacakan kalimatnya kepada hadirin.',
    'drill.station-killed.missing': 'Mesin TPS belum menyala, atau pemungutan suara belum terbuka lagi.',
    'drill.station-killed.done': 'Hitungan sebelum dan sesudah sama; laporan mulai ulang ada.',
    'drill.power.name': 'Listrik padam',
    'drill.power.happens':
      'Listrik padam: mesin TPS dan semua bilik mati bersama. Di jendela bilik 1 tergantung struk seorang pemilih.',
    'drill.power.hands': 'jalankan genset, lalu nyalakan mesin TPS dan semua bilik.',
    'drill.power.people':
      'jawab pertanyaan bilik dengan melihat kertasnya, dua orang; lalu cetak laporan mulai ulang.',
    'drill.power.missing': 'Mesin atau bilik belum menyala, atau pertanyaan bilik belum dijawab.',
    'drill.power.done': 'Semua menyala, tidak ada pertanyaan terbuka, hitungan sama.',
  },
  en: {
    'drill.opening':
      'DRILL. {count} faults will happen, one after the other, in this exercise polling place. Its machines, sticks and cables are made up in this computer: what says “By hand” is spoken or acted, and Enter does it. What says “At the screens” is really done.',
    'drill.screens':
      'First open the board {board}, the desk {desk} and booth 1 {booth}. PINs lie in “Envelopes”, the paper of the slips in “Booth 1”: {outside}',
    'drill.step': 'Fault {number} of {count}: {name}',
    'drill.hands': 'By hand: {text}',
    'drill.people': 'At the screens: {text}',
    'drill.enter': 'Then press Enter.',
    'drill.looking': 'Looking …',
    'drill.done': '✓ Right. {text}',
    'drill.missing': '✗ Not yet. {text}',
    'drill.again': 'Try again, then press Enter; type l and Enter to go on without.',
    'drill.skipped': '– Left out.',
    'drill.lost':
      '✗ The station has fewer votes. This must not happen: keep the exercise’s folder and report it.',
    'drill.summary': 'Done: {done} of {count} faults were handled right.',
    'drill.stick-pulled.name': 'Stick pulled',
    'drill.stick-pulled.happens':
      'The second stick came out of the station. Voting pauses by itself; no vote is lost.',
    'drill.stick-pulled.hands': 'put the spare stick where the other one was.',
    'drill.stick-pulled.people':
      'on the board, under Media, the chair and one member put in a new medium, each with their PIN.',
    'drill.stick-pulled.missing': 'The station still waits for its second medium.',
    'drill.stick-pulled.done': 'The new medium is filled, the epoch is higher, voting goes on.',
    'drill.stick-full.name': 'Stick full',
    'drill.stick-full.happens':
      'The second stick is full. Now let in the next voter on the desk’s screen: the station refuses to record, then pauses by itself.',
    'drill.stick-full.hands':
      'when the desk shows the pause, and that nothing is lost, change the full stick.',
    'drill.stick-full.people':
      'on the board, under Media, two people put in a new medium; then let in the voter who was refused.',
    'drill.stick-full.missing': 'No new medium was put in, or the refused voter was not let in again.',
    'drill.stick-full.done': 'What was refused was not recorded twice, and now it is recorded once.',
    'drill.clock-jump.name': 'Clock jump',
    'drill.clock-jump.happens': 'The station’s clock jumped 26 hours ahead. Votes are not touched by it.',
    'drill.clock-jump.hands': 'compare the station’s clock with a watch; the technician sets it.',
    'drill.clock-jump.people':
      'on the board, one member notes what happened and what was done, with their PIN.',
    'drill.clock-jump.missing': 'No new incident was noted.',
    'drill.clock-jump.done': 'The incident and what was done are noted for the minutes.',
    'drill.lan-down.name': 'Network down',
    'drill.lan-down.happens': 'Booths and desks do not hear the station. Nothing is recorded meanwhile.',
    'drill.lan-down.hands': 'look at the switch and the cables, put them in again.',
    'drill.lan-down.people': 'wait until booths and desks are connected again. Voters need not begin anew.',
    'drill.lan-down.missing': 'A booth does not hear the station yet.',
    'drill.lan-down.done': 'All booths are connected again by themselves.',
    'drill.booth-lost.name': 'Booth lost',
    'drill.booth-lost.happens':
      'A voter in booth 1 has chosen, the slip hangs in the window, and the booth dies. The voter waits; do not change their card yet.',
    'drill.booth-lost.hands': 'switch booth 1 on again.',
    'drill.booth-lost.people':
      'the booth asks about a slip: two people look at the paper in the window and answer on the booth’s screen. A slip without SAH does not count; the voter gets a new card.',
    'drill.booth-lost.missing': 'Booth 1 still waits for an answer, or is not on.',
    'drill.booth-lost.done': 'The slip is marked BATAL, booth 1 is ready, and no question is open.',
    'drill.station-killed.name': 'Station program died',
    'drill.station-killed.happens': 'The station’s program stopped suddenly. Screens wait.',
    'drill.station-killed.hands': 'switch the station on again.',
    'drill.station-killed.people':
      'on the board, print the restart report and read its sentence to the crowd.',
    'drill.station-killed.missing': 'The station is not on, or voting is not open again.',
    'drill.station-killed.done': 'The figures before and after are the same; the restart report is there.',
    'drill.power.name': 'Power cut',
    'drill.power.happens':
      'The power is gone: station and all booths died together. A voter’s slip hangs in the window of booth 1.',
    'drill.power.hands': 'start the generator, then switch on the station and all booths.',
    'drill.power.people':
      'answer what booths ask by looking at their paper, two people; then print the restart report.',
    'drill.power.missing': 'Station or booths are not on, or a booth’s question is not answered.',
    'drill.power.done': 'All are on, no question is open, the figures are the same.',
  },
});
