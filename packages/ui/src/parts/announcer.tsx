import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useState } from 'preact/hooks';

type Announce = (text: string) => void;

const AnnounceContext = createContext<Announce>(() => {});

/** Gives a function that has a short text read out without moving the focus. Outside an `Announcer` it does nothing. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}

/**
 * Holds the live region of a screen. The same text said twice is read twice: two regions take turns.
 * `Page` already has one inside.
 */
export function Announcer({ children }: { readonly children: ComponentChildren }) {
  const [said, setSaid] = useState({ turn: 0, text: '' });
  const announce = useCallback(
    (text: string) => setSaid((before) => ({ turn: before.turn === 0 ? 1 : 0, text })),
    [],
  );
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <div class="unseen" role="status">
        {said.turn === 0 ? said.text : ''}
      </div>
      <div class="unseen" role="status">
        {said.turn === 1 ? said.text : ''}
      </div>
    </AnnounceContext.Provider>
  );
}
