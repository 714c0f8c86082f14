import { Button } from '@bilik/ui/button';
import { FileField } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { ProgressBar } from '@bilik/ui/progress-bar';
import { useRef, useState } from 'preact/hooks';
import { type CheckedRecord, checkRecord, readVoidFile } from './check-record.ts';
import type { Published } from './published.ts';
import { RecordVerdict } from './record-verdict.tsx';
import { useCheckingWords } from './words.ts';

/** Pages from a server can fetch the record beside them; those from a disk cannot. */
const canFetch = location.protocol === 'http:' || location.protocol === 'https:';

type State =
  | { readonly type: 'idle' }
  | { readonly type: 'busy'; readonly done: number | null; readonly total: number }
  | { readonly type: 'fetch-failed' }
  | { readonly type: 'broken' };

/** A published file that stands beside this page. @throws when it is not there */
async function fetchFile(name: string): Promise<Blob> {
  const response = await fetch(`./berkas/${name}`);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return await response.blob();
}

/** What the visitor chose so far: either file may come first, and either may be chosen anew. */
interface Chosen {
  readonly record: Blob | undefined;
  readonly voids: readonly string[] | undefined;
}

export interface RecordSectionProps {
  readonly published: Published | undefined;
  readonly checked: CheckedRecord | undefined;
  readonly onChecked: (checked: CheckedRecord | undefined) => void;
}

/** A record from a file or from the site, checked here. */
export function RecordSection({ published, checked, onChecked }: RecordSectionProps) {
  const say = useCheckingWords();
  const [state, setState] = useState<State>({ type: 'idle' });
  const [isVoidBad, setVoidBad] = useState(false);
  const chosen = useRef<Chosen>({ record: undefined, voids: undefined });
  // a check that began with other files tells nothing more when it ends
  const latest = useRef(0);
  const check = async () => {
    const { record, voids } = chosen.current;
    if (record === undefined) return;
    latest.current += 1;
    const mine = latest.current;
    const isLatest = () => mine === latest.current;
    onChecked(undefined);
    setState({ type: 'busy', done: null, total: 1 });
    try {
      const found = await checkRecord({
        record,
        published,
        voidCredentials: voids,
        onProgress: (done, total) => isLatest() && setState({ type: 'busy', done, total }),
      });
      if (!isLatest()) return;
      onChecked(found);
      setState({ type: 'idle' });
    } catch {
      if (isLatest()) setState({ type: 'broken' });
    }
  };
  const choose = async (files: Partial<Chosen>) => {
    chosen.current = { ...chosen.current, ...files };
    await check();
  };
  const chooseVoidList = async (file: Blob) => {
    const voids = await readVoidFile(file);
    setVoidBad(voids === undefined);
    await choose({ voids });
  };
  const fetchRecord = async ({ record, voidList }: Published) => {
    try {
      const voids =
        voidList === undefined ? undefined : await readVoidFile(await fetchFile(`${voidList}.json`));
      await choose({ record: await fetchFile(`${record}.bel`), ...(voids && { voids }) });
    } catch {
      setState({ type: 'fetch-failed' });
    }
  };
  return (
    <section class="stack" aria-labelledby="record">
      <h2 id="record">{say('checking.record')}</h2>
      <p>{say('checking.record.what')}</p>
      {published !== undefined && canFetch && (
        <Button kind="primary" size="large" onPress={() => fetchRecord(published)}>
          {say('checking.record.fetch', { place: published.place })}
        </Button>
      )}
      <FileField
        label={say('checking.record.file')}
        accept=".bel"
        onFile={(file) => void choose({ record: file })}
      />
      <FileField
        label={say('checking.record.void')}
        accept=".json"
        error={isVoidBad ? say('checking.record.void.bad') : undefined}
        onFile={(file) => void chooseVoidList(file)}
      />
      {state.type === 'busy' && (
        <ProgressBar label={say('checking.record.busy')} done={state.done} total={state.total} />
      )}
      {state.type === 'fetch-failed' && (
        <Notice
          state="warn"
          happened={say('checking.record.fetchFailed')}
          toDo={say('checking.record.fetchFailed.toDo')}
        />
      )}
      {state.type === 'broken' && (
        <Notice
          state="bad"
          happened={say('checking.verdict.broken')}
          toDo={say('checking.verdict.broken.toDo')}
        />
      )}
      {checked !== undefined && <RecordVerdict checked={checked} published={published} />}
    </section>
  );
}
