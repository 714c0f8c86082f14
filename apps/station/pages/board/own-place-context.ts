import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Id of the polling place whose board this is. */
export const OwnPlaceContext = createContext('');

/** For words about things that may belong to another one. */
export function useOwnPlace(): string {
  return useContext(OwnPlaceContext);
}
