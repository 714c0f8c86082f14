import { Button } from '@bilik/ui/button';
import { Figure, Figures } from '@bilik/ui/figure';
import { Notice } from '@bilik/ui/notice';
import { Page } from '@bilik/ui/page';
import { SearchBox } from '@bilik/ui/search-box';
import { PhaseBadge, StateBadge } from '@bilik/ui/state-badge';
import { useState } from 'preact/hooks';
import { AREA, type GalleryProps, PLACE, type SampleVoter, VOTERS } from './sample.ts';

/** How a desk could look. */
export function DeskScreen({ language, exercise }: GalleryProps) {
  const [spoken, setSpoken] = useState(language);
  const [query, setQuery] = useState('sari');
  const [picked, setPicked] = useState<SampleVoter | null>(null);
  return (
    <Page
      title="Meja e-verifikasi"
      place={PLACE}
      area={AREA}
      language={spoken}
      onLanguage={setSpoken}
      exercise={exercise}
      badge={<PhaseBadge phase="open" />}
      guide="Cari nama pemilih yang berdiri di depan Anda, lalu tekan namanya."
      connected={true}
    >
      <div class="beside">
        <div class="stack">
          <SearchBox
            label="Cari pemilih"
            hint="Nama, nomor daftar, atau NIK"
            query={query}
            onQuery={setQuery}
            results={
              query === ''
                ? null
                : VOTERS.filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()))
            }
            keyOf={({ listNumber }) => String(listNumber)}
            renderResult={(voter) => (
              <span class="row">
                <strong>{voter.name}</strong>
                <span class="soft">
                  No. {voter.listNumber} · lahir {voter.born} · {voter.hamlet}
                </span>
              </span>
            )}
            onPick={setPicked}
            takesFocus={true}
          />
          {picked !== null && (
            <section class="sheet stack">
              <h2>{picked.name}</h2>
              <p class="row">
                <StateBadge state="good" word="Boleh memilih" />
                <span class="soft">
                  No. {picked.listNumber} · {picked.hamlet}
                </span>
              </p>
              <Button kind="primary" size="large" wide={true} onPress={() => setPicked(null)}>
                Catat hadir dan beri satu kartu
              </Button>
            </section>
          )}
          <Notice
            state="warn"
            happened="Rahmat Hidayat sudah dicatat hadir di Meja 2, kira-kira satu jam yang lalu."
            notHappened="Tidak ada kartu baru yang dikeluarkan."
            toDo="Cocokkan foto dan nama. Bila orangnya berbeda, panggil ketua."
          />
        </div>
        <div class="stack">
          <Figures>
            <Figure label="Hadir" value={112} note="dari 120 di daftar" />
            <Figure label="Kartu terbuka" value={3} note="sedang di bilik atau antre" />
          </Figures>
        </div>
      </div>
    </Page>
  );
}
