// find-station.mjs AUTHORITY ADDRESS...: prints the address at which this device's station answers, and waits until one does. Who cannot
// show a certificate of this package's authority is not heard. When two answer, a spare took over: it is the one of the later epoch.
import { readFileSync } from 'node:fs';
import { get } from 'node:https';

const [authority, ...stations] = process.argv.slice(2);
const ca = readFileSync(authority);
const TIMEOUT_MS = 3_000;
const ASK_AGAIN_MS = 2_000;
const ANSWER_LIMIT_BYTES = 4_096;

/** @returns the epoch of the station there; 0 when nobody answers */
const epochOf = (station) =>
  new Promise((resolve) => {
    const asking = get(
      `${station}/api/pairing/stations`,
      { ca, signal: AbortSignal.timeout(TIMEOUT_MS) },
      async (answer) => {
        try {
          let text = '';
          for await (const piece of answer.setEncoding('utf8')) {
            text += piece;
            if (text.length > ANSWER_LIMIT_BYTES) break;
          }
          const { epoch } = JSON.parse(text).value;
          resolve(Number.isInteger(epoch) ? epoch : 0);
        } catch {
          resolve(0);
        }
      },
    );
    asking.on('error', () => resolve(0));
  });

for (;;) {
  const epochs = await Promise.all(stations.map(epochOf));
  const latest = Math.max(...epochs);
  if (latest > 0) {
    process.stdout.write(stations[epochs.indexOf(latest)]);
    process.exit(0);
  }
  console.error(
    `Mesin TPS belum menjawab; ditunggu. / The station does not answer yet; waiting. (${stations.join(' ')})`,
  );
  await new Promise((wake) => setTimeout(wake, ASK_AGAIN_MS));
}
