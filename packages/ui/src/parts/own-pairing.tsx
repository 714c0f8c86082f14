import { pairing } from '@bilik/words/catalogue/pairing';
import { phrasesOf } from '@bilik/words/phrases';
import { useEffect, useState } from 'preact/hooks';
import { askApi, type CallResult, callApi, type Reader } from '../call.ts';
import { useSay } from './language.tsx';
import { PairCode, type PairingTrouble } from './pair-code.tsx';

/** What a device's own process says of its pairing. */
export interface PairingStanding {
  /** Such as `booth-1`; `null` when it was not prepared. */
  readonly device: string | null;
  readonly isPaired: boolean;
}

type Fields = { readonly [name: string]: unknown };
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const standingReader: Reader<PairingStanding> = {
  safeParse(value) {
    if (!isFields(value)) return { success: false };
    const { device, isPaired } = value;
    return (typeof device === 'string' || device === null) && typeof isPaired === 'boolean'
      ? { success: true, data: { device, isPaired } }
      : { success: false };
  },
};
const refusalReader: Reader<PairingTrouble> = {
  safeParse(value) {
    if (!isFields(value)) return { success: false };
    const { type, seconds } = value;
    return typeof type === 'string'
      ? { success: true, data: { type, seconds: typeof seconds === 'number' ? seconds : 0 } }
      : { success: false };
  },
};
const anything: Reader<unknown> = { safeParse: (data) => ({ success: true, data }) };

export const askPairing = (): Promise<CallResult<PairingStanding, never>> =>
  askApi('/api/pairing', { value: standingReader });

/** A station that is slow to answer is waited for. */
const PAIR_TIMEOUT_MS = 30_000;

async function pairWith(code: string): Promise<PairingTrouble | null> {
  const paired = await callApi(
    '/api/pair',
    { code },
    { value: anything, refusal: refusalReader, timeoutMs: PAIR_TIMEOUT_MS },
  );
  if (paired.ok) return null;
  return paired.error.type === 'refused' ? paired.error.refusal : { type: paired.error.type, seconds: 0 };
}

const phrase = phrasesOf(pairing);
const ROLES = ['desk', 'board', 'booth', 'trustee', 'reader', 'spare'] as const;

/** Pairs the process behind this page with its station. @param onPaired its process holds a session now */
export function OwnPairing({ onPaired }: { readonly onPaired: () => void }) {
  const say = useSay(phrase);
  const [standing, setStanding] = useState<PairingStanding | null>(null);
  useEffect(() => {
    void askPairing().then((answer) => {
      if (answer.ok) setStanding(answer.value);
    });
  }, []);
  if (standing === null) return null;
  return (
    <PairCode
      name={standing.device === null ? undefined : deviceNameIn(say, standing.device)}
      onCode={async (code) => {
        const trouble = await pairWith(code);
        if (trouble === null) onPaired();
        return trouble;
      }}
    />
  );
}

/** "Bilik 1" for `booth-1`. */
export function deviceNameIn(
  say: ReturnType<typeof useSay<readonly [typeof pairing]>>,
  device: string,
): string {
  const [role = '', number = ''] = device.split('-');
  const known = ROLES.find((one) => one === role);
  return known === undefined ? device : say('pairing.name', { role: say(`pairing.role.${known}`), number });
}
