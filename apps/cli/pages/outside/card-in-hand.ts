import { useState } from 'preact/hooks';

const KEY = 'bilik-card-in-hand';

/** The card that whoever sits at this page holds: this tab remembers it until it is put away, and nobody else does. */
export interface CardInHand {
  /** The 24 digits inside; null while the hand is empty. */
  readonly code: string | null;
  readonly hold: (code: string) => void;
  readonly putAway: () => void;
}

function remembered(): string | null {
  const code = sessionStorage.getItem(KEY);
  return code !== null && /^[0-9]{24}$/.test(code) ? code : null;
}

/** Keeps the card over changes of view and reloads of the page. */
export function useCardInHand(): CardInHand {
  const [code, setCode] = useState<string | null>(remembered);
  return {
    code,
    hold(taken) {
      sessionStorage.setItem(KEY, taken);
      setCode(taken);
    },
    putAway() {
      sessionStorage.removeItem(KEY);
      setCode(null);
    },
  };
}
