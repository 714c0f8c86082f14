/** The next turn of the event loop: what was put off until the answer was on its way has been done. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
