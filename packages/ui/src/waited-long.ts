import { useEffect, useState } from 'preact/hooks';

/** After this a cable is not the likely reason any more. */
const LONG_MS = 30_000;

/** Whether what calls it has stood on the screen for half a minute. */
export function useWaitedLong(): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  return isLong;
}
