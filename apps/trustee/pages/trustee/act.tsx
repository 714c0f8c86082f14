import { explainCall } from '@bilik/ui/call';
import { useSay } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { parts } from '@bilik/words/catalogue/parts';
import { trustee } from '@bilik/words/catalogue/trustee';
import { phrasesOf } from '@bilik/words/phrases';
import { createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { TrusteeRefusal } from '../../src/api/refusal.ts';
import { refusalWords } from '../../src/explain/refusal-words.ts';
import type { DeviceError, Outcome } from './device-calls.ts';

/** What can go wrong with an act: on the way to the device, by its refusal, or with a file that was chosen. */
export type ActError = DeviceError | { readonly type: 'file-unreadable' };

/** One screen's acts: at most one outcome is told at a time, that of the last. */
export interface Acting {
  /** Runs a command; tells when it was refused. @returns the value, or `undefined` when it was refused */
  readonly run: <Value>(command: Promise<Outcome<Value>>) => Promise<{ readonly value: Value } | undefined>;
  /** Reads a chosen file; tells when the stick was pulled. */
  readonly read: (file: File) => Promise<string | undefined>;
  readonly error: ActError | undefined;
  readonly forget: () => void;
}

/** Asks the device for its state at once, so that a screen goes on without waiting for an event. */
export const RefreshContext = createContext<() => void>(() => {});

export function useActing(): Acting {
  const refresh = useContext(RefreshContext);
  const [error, setError] = useState<ActError | undefined>(undefined);
  return {
    error,
    forget: () => setError(undefined),
    async read(file) {
      try {
        return await file.text();
      } catch {
        setError({ type: 'file-unreadable' });
        return undefined;
      }
    },
    async run(command) {
      const outcome = await command;
      setError(outcome.ok ? undefined : outcome.error);
      refresh();
      return outcome.ok ? { value: outcome.value } : undefined;
    },
  };
}

const partPhrase = phrasesOf(parts);
const trusteePhrase = phrasesOf(trustee);

/** What went wrong with the last act of a screen, in words; brought into sight, wherever the button was. */
export function ErrorNotice({ error }: { readonly error: ActError | undefined }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error !== undefined) place.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  return error === undefined ? null : (
    <div ref={place}>
      <ErrorWords error={error} />
    </div>
  );
}

function ErrorWords({ error }: { readonly error: ActError }) {
  const sayPart = useSay(partPhrase);
  const say = useSay(trusteePhrase);
  if (error.type === 'refused') return <RefusalNotice refusal={error.refusal} />;
  if (error.type === 'file-unreadable') {
    return (
      <Notice
        state="warn"
        happened={say('trustee.fileUnreadable')}
        toDo={say('trustee.fileUnreadable.toDo')}
      />
    );
  }
  if (error.type === 'no-connection') {
    return <Notice state="warn" happened={say('trustee.offline')} toDo={say('trustee.offline.toDo')} />;
  }
  return (
    <Notice
      state="bad"
      happened={error.type === 'broken' ? say('trustee.broken') : sayPart(explainCall(error))}
      toDo={sayPart('parts.call.broken.toDo')}
    />
  );
}

export function RefusalNotice({ refusal }: { readonly refusal: TrusteeRefusal }) {
  const say = useSay(trusteePhrase);
  const { happened, notHappened, toDo } = refusalWords(say, refusal);
  // Whoever stopped it knows: that is no trouble.
  const state = refusal.type === 'check-stopped' ? 'info' : 'bad';
  return <Notice state={state} happened={happened} notHappened={notHappened} toDo={toDo} />;
}
