/** One step of a rehearsal, with how long it took. */
export interface TimedStep {
  readonly step: string;
  readonly seconds: number;
}

/** Carries out the steps of a rehearsal one after the other, says each when it is done, and stops between and within them when somebody asks. */
export interface TimedSteps {
  readonly done: readonly TimedStep[];
  /** @throws an error that names the step */
  readonly take: <Value>(step: string, work: () => Promise<Value>) => Promise<Value>;
}

const NAME_WIDTH = 66;

/** @param stopping when it is aborted, the step under way fails and none is begun */
export function openTimedSteps(stopping: AbortSignal, say: (line: string) => void): TimedSteps {
  const done: TimedStep[] = [];
  const stopped = new Promise<never>((_, reject) => {
    stopping.addEventListener('abort', () => reject(new Error('dihentikan / stopped')), { once: true });
  });
  // nobody waits for it between two steps
  stopped.catch(() => undefined);
  return {
    done,
    async take(step, work) {
      const begun = performance.now();
      try {
        stopping.throwIfAborted();
        const value = await Promise.race([work(), stopped]);
        const seconds = (performance.now() - begun) / 1000;
        done.push({ step, seconds });
        say(`${step.padEnd(NAME_WIDTH)} ${seconds.toFixed(1).padStart(7)} s`);
        return value;
      } catch (error) {
        throw new Error(`${step}: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        });
      }
    },
  };
}
