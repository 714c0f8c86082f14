import { loadIntoStation } from './load-into-station.ts';
import { readFingerprint, readText, readValues } from './read-values.ts';

/** `bilik package load`: has the station of a folder load a package. */
export async function loadCommand(parameters: readonly string[]): Promise<number | undefined> {
  const asked = readValues(parameters, {
    package: { type: 'string' },
    home: { type: 'string' },
    passphrase: { type: 'string' },
    exercise: { type: 'boolean' },
    place: { type: 'string' },
    issuer: { type: 'string' },
    fingerprint: { type: 'string' },
  });
  if (asked === undefined || asked.path !== undefined) return undefined;
  const { package: path, home, passphrase: secret, place, issuer } = asked.values;
  const passphrase = secret === undefined ? undefined : readText(secret);
  const fingerprint = readFingerprint(asked.values.fingerprint);
  if (path === undefined || home === undefined || passphrase === undefined) return undefined;
  if (asked.values.fingerprint !== undefined && fingerprint === undefined) return undefined;
  const { code, said } = await loadIntoStation({
    path,
    home,
    passphrase,
    expected: {
      kind: asked.values.exercise === true ? 'exercise' : 'real',
      ...(place === undefined ? {} : { pollingPlace: place }),
      ...(issuer === undefined ? {} : { issuer }),
      ...(fingerprint === undefined ? {} : { fingerprint }),
    },
  });
  (code === 0 ? process.stdout : process.stderr).write(said);
  return code;
}
