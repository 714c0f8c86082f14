import { Button, ButtonRow } from '@bilik/ui/button';
import { CopyLine } from '@bilik/ui/copy-line';
import { Figure, Figures, FigureTable } from '@bilik/ui/figure';
import { Page } from '@bilik/ui/page';
import { PhaseBadge } from '@bilik/ui/state-badge';
import { Steps } from '@bilik/ui/steps';
import { AREA, type GalleryProps, PLACE } from './sample.ts';

/** How a board could look after closing. */
export function BoardScreen({ language, exercise }: GalleryProps) {
  return (
    <Page
      title="Papan TPS"
      place={PLACE}
      area={AREA}
      language={language}
      onLanguage={() => {}}
      exercise={exercise}
      badge={<PhaseBadge phase="closed" size="large" />}
      guide="Tiga dari lima pemegang kunci memeriksa arsip dan membuka jumlahnya."
      connected={true}
      waitingToSend={12}
    >
      <Figures>
        <Figure label="Hadir" value={112} note="dari 120 di daftar" size="large" />
        <Figure label="Suara masuk" value={110} size="large" />
        <Figure label="Tidak jadi memilih" value={2} size="large" />
        <Figure label="Kasus terbuka" value={0} size="large" />
      </Figures>
      <div class="columns">
        <section class="stack">
          <h2>Membuka jumlah</h2>
          <Steps
            label="Membuka jumlah"
            steps={[
              { key: '1', label: 'Bu Ratna', state: 'done', note: 'Arsip diperiksa, bagiannya sah' },
              { key: '2', label: 'Pak Hasan', state: 'done', note: 'Arsip diperiksa, bagiannya sah' },
              { key: '3', label: 'Pak Joko', state: 'now', note: 'Sedang memeriksa 110 suara' },
              { key: '4', label: 'Bu Nurhayati', state: 'next' },
              { key: '5', label: 'Pak Darmawan', state: 'failed', note: 'Bagiannya dari pemilihan lain' },
            ]}
          />
        </section>
        <section class="stack">
          <FigureTable
            caption="Hitungan yang harus cocok"
            sums={[
              {
                key: 'users',
                rule: 'Hadir = suara masuk + tidak jadi memilih',
                left: [112],
                right: [110, 2],
              },
              {
                key: 'tokens',
                rule: 'Kartu keluar = terpakai + batal + kembali',
                left: [118],
                right: [110, 3, 5],
              },
              { key: 'slips', rule: 'Struk di kotak = suara masuk', left: [109], right: [110] },
            ]}
          />
        </section>
      </div>
      <CopyLine
        label="Sidik arsip"
        value="ddb62d0a22702d92caffb5841e432ae2116821fe4320eaa160b973e1da5df01a"
        groupSize={4}
      />
      <ButtonRow>
        <Button kind="primary" size="large">
          Unduh arsip
        </Button>
        <Button size="large">Cetak berita acara</Button>
        <Button size="large" disabledBecause="Menunggu satu pemegang kunci lagi.">
          Segel hasil
        </Button>
      </ButtonRow>
    </Page>
  );
}
