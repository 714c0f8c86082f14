/** Runs acts one after the other, in the order in which they came. */
export type InTurn = <Value>(act: () => Value | Promise<Value>) => Promise<Value>;

/** Two requests at once must never both do a step that is done once: each waits until the one before has ended. */
export function takeTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const turn = last.then(act);
    last = turn.catch(() => undefined);
    return turn;
  };
}
