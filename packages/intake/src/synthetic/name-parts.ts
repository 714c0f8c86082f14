import type { Sex } from '@bilik/election';

/** Name parts of one culture. Elders and the young bear different names. */
export interface NameParts {
  readonly elders: Readonly<Record<Sex, readonly string[]>>;
  readonly young: Readonly<Record<Sex, readonly string[]>>;
  /** Second and third names. */
  readonly further: Readonly<Record<Sex, readonly string[]>>;
  /** Names of clans that follow every name; empty where there are none. */
  readonly clans: readonly string[];
  /** Towns where people of this culture were often born. */
  readonly towns: readonly string[];
}

export type Culture = 'javanese' | 'malay' | 'sundanese' | 'batak' | 'minang' | 'bugis';

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

/** Parts only: every combination is made by chance, and no person is meant. */
export const NAME_PARTS: Readonly<Record<Culture, NameParts>> = {
  javanese: {
    elders: {
      L: words(`Sutrisno Suparman Sukardi Paijo Paimin Ngatiman Sarijan Wagiman Tukiman Sugeng Slamet Sutarjo Kasno
        Suwarno Sumarno Rasimin Mujiono Poniman Kasiman Legiman Sarimin Waluyo Sudarmo Sukarno Karsono Parjono Samidi`),
      P: words(`Sukinem Tukiyem Sumiyati Ngatinem Paijem Sarinem Wagiyem Poniyem Sulastri Kasinem Rukmini Sutinah Painem
        Suminah Tumini Sri Lastri Mursinah Sukarti Jumiyem Rubiyem Suparmi Katinem Warsinah Sutiyem Parinem Legiyem`),
    },
    young: {
      L: words(`Agus Bambang Joko Eko Dwi Tri Wahyu Bagus Dimas Rizky Aditya Bayu Galih Yoga Prasetyo Hendra Arif Fajar
        Danang Ilham Rangga Gilang Andika Yudha Heru Budi Teguh Surya`),
      P: words(`Siti Sri Wulan Ratna Dewi Endang Puji Rina Wahyuni Fitri Anisa Putri Ayu Novita Lestari Rahayu Indah Retno
        Yuliana Dian Eka Nur Tri Intan Nabila Salsa Kartika Ningsih`),
    },
    further: {
      L: words(
        'Santoso Wibowo Prasetyo Nugroho Setiawan Hidayat Susanto Purnomo Saputra Utomo Kurniawan Raharjo Widodo',
      ),
      P: words(
        'Lestari Wahyuni Rahayu Handayani Astuti Ningsih Susanti Kusumawati Wulandari Puspita Safitri Utami Hartati',
      ),
    },
    clans: [],
    towns: words(
      'Wonogiri Kebumen Purworejo Pacitan Trenggalek Blitar Klaten Sragen Boyolali Cilacap Pemalang Tegal',
    ),
  },
  malay: {
    elders: {
      L: words(`Abdul Ahmad Muhammad Hasan Husin Ibrahim Ismail Zainal Umar Usman Cek Kemas Kiagus Rozali Matnur Saleh Nawi
        Zainudin Sulaiman Mahmud Yahya Yusuf Burhan Hamdan Idris Rusdi Bahrun Amancik Tamrin`),
      P: words(`Siti Maimunah Zubaidah Rohani Halimah Nurhayati Rogayah Masayu Nyimas Cik Fatimah Aminah Zaleha Rusmini
        Marhamah Hasnah Asnawati Yusnani Sakdiah Nyayu Robiah Khodijah Salbiah Mastura Hamidah Nurbaiti`),
    },
    young: {
      L: words(`Rahmat Iqbal Fadli Riski Aldi Andre Dedi Ferdi Hafiz Ikhsan Jefri Kurnia Maulana Nopri Oktavian Pebri
        Randi Rio Septian Tomi Wahid Yogi Zulkifli Febri Irfan Redho Yongki Apriadi`),
      P: words(`Nurul Aisyah Desi Elsa Fitria Hesti Ira Julia Kiki Leni Mira Nadia Oktavia Pipit Rahma Sinta Tiara Ulfa Vina
        Widya Yesi Zahra Meilani Septiani Apriani Noviana Reza Melati`),
    },
    further: {
      L: words(
        'Saputra Hidayat Akbar Fauzi Ramadhan Syahputra Maulana Firdaus Alamsyah Kurniadi Effendi Rasyid Hakim',
      ),
      P: words(
        'Oktaviani Lestari Sari Rahmawati Hasanah Wulandari Permatasari Safitri Khairunnisa Apriliani Agustina Juwita',
      ),
    },
    clans: [],
    towns: words(
      'Palembang Sekayu Kayuagung Pangkalan-Balai Betung Sungsang Prabumulih Lahat Jambi Muara-Enim',
    ),
  },
  sundanese: {
    elders: {
      L: words(
        'Asep Ujang Dadang Enjang Cecep Engkos Otong Udin Ajat Oman Karna Suganda Jajang Endang Omo Wawan Didi Ade Amung Ihin',
      ),
      P: words(
        'Euis Iis Neneng Entin Cucu Enok Imas Nani Oneng Tati Iyah Eti Mimin Nining Onah Icih Unah Acih Rukoyah Ikah',
      ),
    },
    young: {
      L: words(
        'Deden Rian Gugun Iwan Yayan Ginanjar Rifki Aldi Agung Fikri Reza Sandi Ridwan Taufik Hilman Cahya Ega Gian Luthfi Faisal',
      ),
      P: words(
        'Neng Ai Santi Rini Yanti Lia Teti Yuni Sarah Nisa Hani Risma Silvi Dini Lilis Ela Mela Wida Resti Gita',
      ),
    },
    further: {
      L: words(
        'Permana Gunawan Kosasih Suryana Hermawan Mulyana Ramdani Nugraha Sopandi Firmansyah Rohman Sutisna',
      ),
      P: words(
        'Nurhasanah Kurniasih Suryani Komalasari Mulyani Rohaeni Nuraeni Sumiati Maryani Fauziah Rosmiati',
      ),
    },
    clans: [],
    towns: words('Garut Tasikmalaya Ciamis Sumedang Sukabumi Cianjur Majalengka Kuningan Indramayu'),
  },
  batak: {
    elders: {
      L: words(
        'Jonggi Marihot Tigor Parlindungan Sahat Tumpal Maruli Jamalum Hotman Bonar Saut Mangasi Poltak Mangara Rajin Torang',
      ),
      P: words(
        'Tiurma Romauli Tiarma Rosmawati Lamria Nurmala Rusti Tianur Hotmaida Marsaulina Lasmaria Sondang Duma Tiodor Tetty',
      ),
    },
    young: {
      L: words(
        'Daniel Andreas Jhon Markus Rinto Roy Samuel Yosua Ricky David Petrus Immanuel Josua Hendro Frans Benny Lamhot Chandra',
      ),
      P: words(
        'Maria Rosa Lina Debora Ruth Ester Novita Yohana Kristina Grace Melva Santa Theresia Dormauli Juliana Monika Elisabet',
      ),
    },
    further: {
      L: words('Parulian Hasiholan Martua Halomoan Pardomuan Dapot Saroha Binsar Oloan Togar'),
      P: words('Uli Hotnida Marlina Rotua Natalia Sarma Veronika Rumondang Friska Agustina'),
    },
    clans:
      words(`Simanjuntak Siregar Nasution Lubis Harahap Hutabarat Sitorus Panjaitan Manurung Sinaga Saragih Purba Damanik
      Situmorang Nainggolan Tampubolon Silalahi Simbolon Marpaung Hutagalung Pasaribu Rambe`),
    towns: words(
      'Kisaran Tebing-Tinggi Pematangsiantar Balige Tarutung Padangsidimpuan Rantauprapat Lima-Puluh Medan',
    ),
  },
  minang: {
    elders: {
      L: words(
        'Syafril Nasrul Amril Zulfikar Bustami Syamsuar Jamaris Marzuki Anwar Darwis Nurdin Syahril Zainir Basri Rustam',
      ),
      P: words(
        'Rosnida Yusniar Nurlela Asnidar Syamsiar Ernawati Zuraida Dahniar Murni Ratna Gusnimar Yulinar Rosmanidar Nurhaida',
      ),
    },
    young: {
      L: words(
        'Afdhal Rahmad Hendri Yandri Doni Riko Dedi Ferry Alfian Fauzan Randa Zikri Arief Habib Wendri Ade',
      ),
      P: words(
        'Yulia Silvia Rahmi Dona Mela Fitra Suci Yelni Weni Ulfa Resti Nike Widya Miftahul Annisa Elvi',
      ),
    },
    further: {
      L: words('Putra Saputra Efendi Akmal Firdaus Rahman Mulyadi Syahputra Hidayat Oktavianus'),
      P: words('Yanti Putri Rahmadani Elfira Susanti Sari Oktaviani Permata Hayati Deswita'),
    },
    clans: [],
    towns: words('Padang Bukittinggi Payakumbuh Pariaman Solok Lubuk-Basung Batusangkar'),
  },
  bugis: {
    elders: {
      L: words(
        'Andi Ambo Baso Daeng Lahamuddin Muhtar Ramli Sudirman Tahir Massaude Arifin Hasanuddin Nurdin Supu',
      ),
      P: words(
        'Indo Besse Hasnawati Norma Rosmini Sitti Saenab Hamsiah Nurjannah Marwah Tenri Daenna Rahmatia',
      ),
    },
    young: {
      L: words('Akbar Ardi Aswar Fadel Ikbal Irwan Muhlis Reski Saiful Syahrul Takdir Wawan Yusril Zulfadli'),
      P: words(
        'Asmira Ayu Dewi Hasnia Irmayanti Jumriani Mutmainnah Nurfadillah Rismayanti Sri Ulfa Wahyuni Yusriani',
      ),
    },
    further: {
      L: words('Mappasoro Saputra Jaya Pratama Nur Syam Alam Hamid Rahman Bakri'),
      P: words('Nurhidayah Lestari Rahman Azis Amalia Syam Yusuf Ramadhani Basri Aulia'),
    },
    clans: [],
    towns: words('Bone Wajo Sengkang Pinrang Barru Soppeng Sidrap'),
  },
};

/** Which cultures live in a province, the more often named the more frequent; by the first two digits of area codes. */
const CULTURES_BY_PROVINCE: ReadonlyMap<string, readonly Culture[]> = new Map([
  ['12', ['batak', 'batak', 'batak', 'malay', 'javanese', 'javanese']],
  ['13', ['minang', 'minang', 'minang', 'minang', 'javanese']],
  ['16', ['malay', 'malay', 'malay', 'malay', 'javanese', 'javanese', 'sundanese', 'bugis']],
  ['32', ['sundanese', 'sundanese', 'sundanese', 'sundanese', 'javanese']],
  ['33', ['javanese']],
  ['34', ['javanese']],
  ['35', ['javanese', 'javanese', 'javanese', 'malay']],
  ['73', ['bugis', 'bugis', 'bugis', 'javanese']],
]);

const ELSEWHERE: readonly Culture[] = ['malay', 'javanese', 'sundanese', 'bugis', 'minang', 'batak'];

/** @param province first two digits of an area code */
export function culturesOf(province: string): readonly Culture[] {
  return CULTURES_BY_PROVINCE.get(province) ?? ELSEWHERE;
}
