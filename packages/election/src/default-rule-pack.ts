import { type RulePack, rulePackSchema } from './rule-pack.ts';

/**
 * A starting point for any regency, from what was found in public sources. Each rule carries its own certainty; none of it is
 * legal advice, and national law moved between 2024 and 2026: a regency replaces it by its own perda and perbup.
 */
export const defaultRulePack: RulePack = rulePackSchema.parse({
  format: 'bilik/v1/rule-pack',
  id: 'indonesia-default',
  version: 2,
  name: {
    id: 'Aturan umum pilkades (perlu disesuaikan)',
    en: 'General village-head election rules (to be adapted)',
  },
  regency: null,
  validFrom: '2024-04-25',
  validUntil: null,
  citations: [
    {
      id: 'permendagri-112-2014-tie',
      title: 'Permendagri 112/2014',
      article: 'Pasal 42 ayat (2)',
      source: {
        id: 'Diberitakan saat suara sama di Demak dan Ngawi (2020); peraturannya sendiri belum dibaca',
        en: 'Reported in news of ties in Demak and Ngawi (2020); the regulation itself was not read',
      },
      certainty: 'S',
    },
    {
      id: 'permendagri-112-2014-one-place',
      title: 'Permendagri 112/2014',
      article: 'Pasal 42 ayat (3)',
      source: {
        id: 'Pengetahuan umum; cocok dengan aturan Blitar bahwa kotak suara sebanyak jumlah dusun',
        en: 'General knowledge; fits a rule of Blitar that wants as many ballot boxes as hamlets',
      },
      certainty: 'G',
    },
    {
      id: 'permendagri-112-2014-minutes',
      title: 'Permendagri 112/2014',
      source: {
        id: 'Pengetahuan umum tentang berita acara dan tanda tangannya',
        en: 'General knowledge of the minutes and their signatures',
      },
      certainty: 'G',
    },
    {
      id: 'permendagri-65-2017-voters',
      title: 'Permendagri 65/2017',
      source: {
        id: 'Syarat pemilih menurut situs desa dan berita (updesa.com, Radar Tegal)',
        en: 'Conditions of voters as reported by village sites (updesa.com, Radar Tegal)',
      },
      certainty: 'S',
    },
    {
      id: 'uu-3-2024',
      title: 'UU 3/2024',
      article: 'Pasal 34A',
      source: {
        id: 'Tempo, tentang UU Desa 2024: pendaftaran diperpanjang 15 lalu 10 hari, kemudian musyawarah',
        en: 'Tempo, on the Village Law 2024: registration +15 and +10 days, then consensus',
      },
      certainty: 'S',
    },
    {
      id: 'pp-16-2026',
      title: 'PP 16/2026',
      article: 'Pasal 38 sampai 50',
      source: {
        id: 'Dari tangan kedua: aplikasi panitia desa di Tegal; teksnya belum dibaca',
        en: 'Second-hand: an application of village committees in Tegal; the text was not read',
      },
      certainty: '2',
    },
    {
      id: 'se-mendagri-2020',
      title: 'SE Mendagri 141/6698/SJ, 10 Desember 2020',
      source: {
        id: 'Salinan di Scribd; hanya ditulis untuk keadaan Covid-19',
        en: 'Copy on Scribd; written for the Covid-19 condition only',
      },
      certainty: 'S',
    },
    {
      id: 'hours-practice',
      title: { id: 'Jam pemungutan suara dalam praktik', en: 'Voting hours in practice' },
      source: {
        id: 'Antara tentang BPPT; Radar Madiun dan Magetan Today 2019; kalender Tegal 2027',
        en: 'Antara on BPPT; Radar Madiun and Magetan Today 2019; Tegal calendar 2027',
      },
      certainty: 'S',
    },
    {
      id: 'sleman-results',
      title: { id: 'Hasil yang diumumkan Sleman', en: 'Results published by Sleman' },
      source: {
        id: 'Radar Jogja 2020; situs Desa Donoharjo 2021: suara kosong terpisah dari calon',
        en: 'Radar Jogja 2020; village site of Donoharjo 2021: blank votes apart from candidates',
      },
      certainty: 'S',
    },
    {
      id: 'sleman-age-date',
      title: {
        id: 'Sleman 2020: berusia 17 tahun pada 30 Juni untuk pemungutan suara bulan Desember',
        en: 'Sleman 2020: 17 by 30 June for a vote in December',
      },
      source: 'Radar Jogja 2020',
      certainty: 'S',
    },
    {
      id: 'pemalang-closing',
      title: {
        id: 'Aturan Pemalang tentang penutupan yang diundur',
        en: 'Rule of Pemalang on closing later',
      },
      source: {
        id: 'Mediakita 2016: penutupan diundur bila alat tidak cukup melayani semua pemilih',
        en: 'Mediakita 2016: a later closing when devices cannot serve all',
      },
      certainty: 'S',
    },
    {
      id: 'committee-briefing',
      title: {
        id: 'Bimbingan teknis panitia tanpa tanggal: paling banyak dua kali satu jam',
        en: 'Undated briefing of a committee: up to twice one hour',
      },
      source: { id: 'Salinan tanpa nama penulis; sumber lemah', en: 'A mirror without author; weak' },
      certainty: '2',
    },
    {
      id: 'mukomuko-list',
      title: { id: 'Hanya pemilih dalam DPT yang memilih', en: 'Only voters of the final list vote' },
      source: {
        id: 'Radar Mukomuko; satu aplikasi panitia desa menyediakan sebaliknya',
        en: 'Radar Mukomuko; one application of village committees offers the opposite',
      },
      certainty: 'S',
    },
    {
      id: 'most-valid-votes',
      title: {
        id: 'Peraturan daerah: suara sah terbanyak menang',
        en: 'Local rules: the most valid votes win',
      },
      source: { id: 'Kutipan peraturan daerah di 123dok', en: 'Extract of local rules on 123dok' },
      certainty: 'S',
    },
    {
      id: 'helper-form',
      title: { id: 'Pernyataan pendamping untuk menjaga rahasia', en: "Helper's statement of secrecy" },
      article: 'Lampiran XLI',
      source: {
        id: 'Dari tangan kedua: lampiran Tegal; praktik KPU sama',
        en: 'Second-hand: annexes of Tegal; same practice at KPU',
      },
      certainty: '2',
    },
    {
      id: 'sleman-mobile-groups',
      title: {
        id: 'Kelompok keliling untuk pemilih sakit di Sleman',
        en: 'Mobile groups for the sick in Sleman',
      },
      source: {
        id: 'Kemendagri Bina Pemdes 2021; situs Desa Donoharjo 2021. Cara menghitung suaranya belum dibaca',
        en: 'Kemendagri Bina Pemdes 2021; village site of Donoharjo 2021. How their votes are counted was not read',
      },
      certainty: 'S',
    },
    {
      id: 'report-clocks',
      title: { id: 'PP 43/2014 dan PP 47/2015', en: 'PP 43/2014 and PP 47/2015' },
      source: {
        id: 'Kutipan peraturan daerah di 123dok; Jurnal Cakrawala Hukum 2019 tentang keberatan',
        en: 'Extract of local rules on 123dok; Jurnal Cakrawala Hukum 2019 on objections',
      },
      certainty: 'S',
    },
  ],
  settings: {
    winner: { value: 'most-valid-votes', certainty: 'S', cites: ['most-valid-votes'] },
    blankVote: {
      value: 'invalid',
      certainty: 'D',
      cites: ['sleman-results'],
      note: {
        id: 'Sumber berbeda-beda; selalu dihitung pada baris sendiri. Tanyakan kepada kabupaten.',
        en: 'Sources differ; always counted on its own line. Ask the regency.',
      },
    },
    singleCandidate: {
      value: 'empty-column',
      certainty: '2',
      cites: ['pp-16-2026', 'uu-3-2024'],
      note: {
        id: 'UU 3/2024 menyerahkan kepada musyawarah panitia dan BPD; PP 16/2026 dikabarkan meminta kolom kosong.',
        en: 'UU 3/2024 lets committee and council decide by consensus; PP 16/2026 is reported to want an empty column.',
      },
    },
    emptyColumnWin: {
      value: 'unknown',
      certainty: 'D',
      cites: [],
      note: {
        id: 'Tidak ada sumber yang menyebut syarat menang calon tunggal. Selama kabupaten belum menentukannya, orang yang memutuskan.',
        en: 'No source says what the single candidate needs. Until the regency says it, people decide.',
      },
    },
    ties: {
      value: [
        {
          step: 'largest-polling-place',
          whenTiedInside: 'next-largest',
          certainty: 'S',
          cites: ['permendagri-112-2014-tie'],
        },
        {
          step: 'largest-tally-area',
          whenTiedInside: 'next-largest',
          onlySinglePollingPlace: true,
          minimumCasts: 30,
          certainty: 'G',
          cites: ['permendagri-112-2014-one-place'],
        },
      ],
      certainty: 'S',
      cites: ['permendagri-112-2014-tie', 'permendagri-112-2014-one-place'],
      note: {
        id: 'Bila di TPS penentu pun suaranya sama, beralih ke TPS terbesar berikutnya: itu tafsiran kami. Tanyakan kepada kabupaten.',
        en: 'A tie inside the deciding place going to the next largest is our reading. Ask the regency.',
      },
    },
    quorum: {
      value: null,
      certainty: 'D',
      cites: ['sleman-results'],
      note: {
        id: 'Sleman 2021 menyebut dua pertiga; di tempat lain tidak ditemukan kuorum.',
        en: 'Sleman 2021 mentions two thirds; elsewhere no quorum was found.',
      },
    },
    hours: { value: { opens: '07:00', closes: '13:00' }, certainty: 'S', cites: ['hours-practice'] },
    queueAtClosing: { value: 'votes', certainty: 'S', cites: ['pemalang-closing'] },
    extension: {
      value: { atMostTimes: 2, minutesEach: 60 },
      certainty: '2',
      cites: ['committee-briefing', 'pemalang-closing'],
    },
    votersCap: {
      value: 500,
      certainty: 'S',
      cites: ['se-mendagri-2020'],
      note: { id: 'Biasanya panitia yang menentukan.', en: 'Normally the committee decides.' },
    },
    smallPollingPlace: {
      value: { warnBelow: 30, refuseBelow: 0 },
      certainty: 'D',
      cites: [],
      note: { id: 'Di TPS kecil kerahasiaan menipis.', en: 'Secrecy gets thin in small places.' },
    },
    nonDptVoters: { value: 'refused', certainty: 'S', cites: ['mukomuko-list'] },
    ageReference: {
      value: { on: 'voting-day' },
      certainty: 'S',
      cites: ['permendagri-65-2017-voters', 'sleman-age-date'],
    },
    minimumAgeYears: { value: 17, certainty: 'S', cites: ['permendagri-65-2017-voters'] },
    everMarriedMayVote: { value: true, certainty: 'S', cites: ['permendagri-65-2017-voters'] },
    domicileMonths: { value: 6, certainty: 'S', cites: ['permendagri-65-2017-voters'] },
    slipBoxCount: {
      value: 'before-sealing',
      certainty: 'D',
      cites: [],
      note: {
        id: 'Dalam kebanyakan sumber, struk baru dihitung bila ada sengketa.',
        en: 'In most sources slips are counted only in a dispute.',
      },
    },
    slipDifference: {
      value: { tolerated: 1, beyond: 'full-hand-count' },
      certainty: 'D',
      cites: [],
      note: {
        id: 'Satu struk yang dibawa pulang tidak boleh menghentikan satu desa; setiap selisih diumumkan.',
        en: 'One pocketed slip must not stop a village; every difference is published.',
      },
    },
    trusteesSit: { value: 'polling-place', certainty: 'D', cites: [] },
    tooFewTrustees: { value: 'slip-count', certainty: 'D', cites: [] },
    helper: { value: 'signed-statement', certainty: '2', cites: ['helper-form'] },
    mobileGroup: {
      value: null,
      certainty: 'D',
      cites: ['sleman-mobile-groups'],
      note: {
        id: 'Praktik beberapa kabupaten; aturan Banyuasin tidak ditemukan. Tanyakan kepada kabupaten.',
        en: 'Practice of some regencies; no rule of Banyuasin was found. Ask the regency.',
      },
    },
    candidates: {
      value: { fewest: 2, most: 5, registrationDays: 9, extensionDays: [15, 10] },
      certainty: 'S',
      cites: ['uu-3-2024'],
      note: {
        id: 'Sembilan hari pendaftaran adalah pengetahuan umum.',
        en: 'Nine days of registration are general knowledge.',
      },
    },
    clocks: {
      value: {
        objectionDays: 3,
        decisionDays: 30,
        committeeToCouncilDays: 7,
        councilToRegentDays: 7,
        decreeDays: 30,
        inaugurationDays: 30,
      },
      certainty: 'S',
      cites: ['report-clocks'],
    },
    figuresEveryHours: {
      value: 1,
      certainty: 'D',
      cites: [],
      note: {
        id: 'Kehadiran dilaporkan pada jam tertentu; angka yang lebih rinci tidak keluar.',
        en: 'Turnout is reported at set hours; nothing finer leaves.',
      },
    },
    memberSignatures: { value: 2, certainty: 'G', cites: ['permendagri-112-2014-minutes'] },
  },
});
