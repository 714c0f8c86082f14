import { Button, ButtonRow } from '@bilik/ui/button';
import { CandidateFace } from '@bilik/ui/candidate-card';
import { ConfirmDialog } from '@bilik/ui/confirm-dialog';
import { CopyLine } from '@bilik/ui/copy-line';
import { DataTable } from '@bilik/ui/data-table';
import { ChoiceField, Field, TickField } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { Page } from '@bilik/ui/page';
import { ProgressBar } from '@bilik/ui/progress-bar';
import { QrPicture } from '@bilik/ui/qr-picture';
import { PhaseBadge, StateBadge } from '@bilik/ui/state-badge';
import { formatRupiah, PHASES } from '@bilik/words';
import { useState } from 'preact/hooks';
import { ballotOf, type GalleryProps, PLACE, VOTERS } from './sample.ts';

const STATES = ['good', 'warn', 'bad', 'info', 'waiting', 'active', 'idle'] as const;

/** Every component in its states. */
export function PartsScreen({ language, exercise }: GalleryProps) {
  const [nik, setNik] = useState('16071234');
  const [name, setName] = useState('');
  const [reason, setReason] = useState<'lost' | 'worn' | null>('worn');
  const [isSeen, setSeen] = useState(true);
  const [isAsking, setAsking] = useState(false);
  return (
    <Page
      title="Contoh bagian layar"
      place={PLACE}
      language={language}
      onLanguage={() => {}}
      exercise={exercise}
      badge={<PhaseBadge phase="open" />}
      guide="Lihat semua bagian, lalu tulis layarmu sendiri."
      connected={false}
    >
      <section class="stack">
        <h2>Keadaan</h2>
        <div class="row">
          {STATES.map((state) => (
            <StateBadge key={state} state={state} word={state} />
          ))}
        </div>
        <div class="row">
          {PHASES.map((phase) => (
            <PhaseBadge key={phase} phase={phase} />
          ))}
        </div>
        <div class="row">
          <PhaseBadge phase="open" size="large" />
          <PhaseBadge phase="sealed" size="large" />
        </div>
      </section>

      <section class="stack">
        <h2>Tombol</h2>
        <ButtonRow>
          <Button kind="primary" onPress={() => setAsking(true)}>
            Tutup TPS …
          </Button>
          <Button>Cetak</Button>
          <Button kind="quiet">Bantuan</Button>
          <Button kind="bad">Batalkan kartu</Button>
          <Button busy={true}>Mencetak</Button>
          <Button disabledBecause="Masih ada 3 kartu terbuka.">Segel hasil</Button>
        </ButtonRow>
        <ButtonRow>
          <Button size="large">Tombol meja</Button>
          <Button size="touch">Tombol bilik</Button>
        </ButtonRow>
        <ConfirmDialog
          open={isAsking}
          title="Tutup pemungutan suara?"
          confirmWord="Ya, tutup"
          cancelWord="Belum"
          kind="bad"
          onConfirm={() => setAsking(false)}
          onCancel={() => setAsking(false)}
        >
          <p>TPS yang sudah ditutup tidak bisa dibuka lagi oleh siapa pun.</p>
          <p>Pemilih yang masih antre harus dilayani dulu.</p>
        </ConfirmDialog>
      </section>

      <section class="stack">
        <h2>Pemberitahuan</h2>
        <Notice
          state="bad"
          happened="Struk tidak tercetak: kertas macet di Bilik 2."
          notHappened="Suara Anda belum tercatat."
          toDo="Tunggu di bilik. Petugas teknis akan datang."
        >
          <Button>Coba lagi</Button>
        </Notice>
        <Notice state="warn" happened="Kertas hampir habis." toDo="Siapkan gulungan baru." />
        <Notice state="good" happened="Suara Anda tercatat. Struk bertanda SAH sudah masuk kotak." />
        <Notice state="info" happened="TPS bekerja tanpa internet sampai hasil disegel." />
      </section>

      <div class="columns">
        <section class="stack">
          <h2>Isian</h2>
          <Field
            label="NIK"
            hint="16 angka di KTP"
            value={nik}
            onInput={setNik}
            inputMode="numeric"
            error="NIK terdiri atas 16 angka. Ini 8 angka."
          />
          <Field label="Catatan" value={name} onInput={setName} optional={true} lines={2} />
          <ChoiceField
            label="Alasan"
            choices={[
              { value: 'worn', label: 'Sidik jari aus', hint: 'foto dibandingkan' },
              { value: 'lost', label: 'Undangan hilang' },
            ]}
            value={reason}
            onChoose={setReason}
          />
          <TickField ticked={isSeen} onTick={setSeen}>
            Saya sudah melihat fotonya
          </TickField>
        </section>
        <section class="stack">
          <h2>Kemajuan dan salinan</h2>
          <ProgressBar label="Memeriksa suara" done={412} total={1000} />
          <ProgressBar label="Menunggu mesin" done={null} total={1} />
          <CopyLine label="Kode kartu" value="123456789012345678901234" groupSize={4} />
          <CopyLine label="Perintah" value="npx bilik verify record.bel" />
          <div class="row">
            <QrPicture text="bilik/v1/contoh" label="QR contoh" widthMm={40} />
            {ballotOf(3, 'Suara kosong').map((card) => (
              <div key={card.key} class="sheet">
                <CandidateFace card={card} />
              </div>
            ))}
          </div>
        </section>
      </div>

      <DataTable
        caption="Pemilih"
        columns={[
          { key: 'number', header: 'Nomor', cell: (voter) => voter.listNumber, numeric: true },
          { key: 'name', header: 'Nama', cell: (voter) => voter.name },
          { key: 'hamlet', header: 'Dusun', cell: (voter) => voter.hamlet },
          { key: 'fee', header: 'Honor', cell: () => formatRupiah(language, 150_000), numeric: true },
        ]}
        rows={VOTERS}
        keyOf={(voter) => String(voter.listNumber)}
        total={['', 'Jumlah', '', formatRupiah(language, 450_000)]}
      />
      <DataTable
        caption="Kasus terbuka"
        columns={[{ key: 'name', header: 'Kasus', cell: () => '' }]}
        rows={[]}
        keyOf={() => ''}
      />
    </Page>
  );
}
