/**
 * 256 everyday Indonesian words of 3 to 8 letters, one for each byte. Any two differ in at least three letters, so that a word that was
 * misheard or misread is not another one of the list. Their order is fixed for ever: it is what fingerprints are read aloud by.
 */
export const FINGERPRINT_WORDS: readonly string[] = `
  almari ambil anggrek anggur angklung apotek aspal ayunan bakso balon bambu bandara bandeng bangun barat
  baterai bedug belajar belalang benih beringin beruang besok bingkai bintang bolu brokoli buaya bukit
  cabai cahaya cangkir cantik capung celengan cempaka cendana cendol cerita cermin cincin coklat contoh
  cucu danau datang daun delima dinding dodol dokter dompet durian ekor ember engsel foto gabus gagak
  gambar garpu gasing gelang gelatik genteng gerbong gergaji gerobak gitar golok gorila gurame hadiah
  halaman handuk hangat harimau hasil hidung hijau hutan ibu indah irama istana itik jahe jarum jawab
  jembatan jempol jemuran jendela jepit kabel kaca kambing kamboja kancil kantor kanvas karpet kasur kebun
  kedelai kelapa kelereng kelinci keluarga kemah kemeja kemiri kenanga kencur kepiting keramik kerikil
  kertas ketupat kijang klinik komik kompor koran kucing kue kunyit kursi kutilang lagu layangan leher
  lempar lilin lonceng lukisan lumbung mahkota makan mangga mangkuk markisa melodi menara merak merdeka
  merpati mesin minum minyak monyet mulut murid mutiara nelayan nenek nyamuk nyiur ojek olahraga ombak
  onde pabrik pahlawan panahan pancing pecel pedas pelikan peluit pemuda pensil pepaya perahu periuk
  perkutut permata pesawat pesta petasan piala pilot pintu pipi piring pohon polisi pompa pulau pulpen
  puncak punggung pupuk radio rakyat rambutan ransel rantai resep rimba ringan rujak rukun rumput sabit
  sahabat salju sampul sandal sawo sayap sekoci sekolah selimut semangka senter senyum sepatu sepeda
  serbet seruling sikat simpang singkong sirih sirkus sopir spidol srikaya stasiun sungai sutra tampah
  tanjakan tanjung tari teh telinga telur tembok tempe tenda termos tomat tongkang tupai udang unta waktu
  wangi warna wortel zaitun zamrud zebra zirafah
`
  .trim()
  .split(/\s+/);
