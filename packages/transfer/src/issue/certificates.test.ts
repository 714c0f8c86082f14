import { createPrivateKey, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { createServer, get } from 'node:https';
import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate, id_ce_nameConstraints, NameConstraints } from '@peculiar/asn1-x509';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CertificateRequest, makePlaceCertificates } from './certificates.ts';

const DAY_MS = 86_400_000;
const REQUEST: CertificateRequest = {
  placeName: 'TPS 01 Melati, Merah Mata',
  names: ['stasiun.bilik.internal'],
  addresses: ['127.0.0.1'],
  notBefore: new Date(Date.now() - DAY_MS),
  notAfter: new Date(Date.now() + DAY_MS),
};
const made = makePlaceCertificates(REQUEST);
const authority = new X509Certificate(made.authority);
const station = new X509Certificate(made.station);

test('the authority issued the station’s certificate, for its own key, for these names alone and for these days', () => {
  expect(station.verify(authority.publicKey)).toBe(true);
  expect(station.checkIssued(authority)).toBe(true);
  expect(station.checkPrivateKey(createPrivateKey(made.stationKey))).toBe(true);
  expect([authority.ca, station.ca]).toEqual([true, false]);
  expect(station.checkIP('127.0.0.1')).toBe('127.0.0.1');
  expect(station.checkHost('stasiun.bilik.internal')).toBeDefined();
  expect([station.checkIP('127.0.0.2'), station.checkHost('localhost')]).toEqual([undefined, undefined]);
  for (const each of [authority, station]) {
    expect(Math.abs(each.validFromDate.getTime() - REQUEST.notBefore.getTime())).toBeLessThan(1_000);
    expect(Math.abs(each.validToDate.getTime() - REQUEST.notAfter.getTime())).toBeLessThan(1_000);
    expect(each.publicKey.asymmetricKeyDetails?.namedCurve).toBe('prime256v1');
  }
});

test('who trusts the authority trusts it for nothing but this station: names and addresses are both constrained, critically', () => {
  const { extensions } = AsnConvert.parse(authority.raw, Certificate).tbsCertificate;
  const constraint = extensions?.find(({ extnID }) => extnID === id_ce_nameConstraints);
  expect(constraint?.critical).toBe(true);
  const { permittedSubtrees, excludedSubtrees } = AsnConvert.parse(
    constraint?.extnValue.buffer ?? new ArrayBuffer(0),
    NameConstraints,
  );
  expect(permittedSubtrees?.map(({ base }) => base.dNSName ?? base.iPAddress)).toEqual([
    'stasiun.bilik.internal',
    '127.0.0.1/32',
  ]);
  expect(excludedSubtrees).toBeUndefined();
});

test('no two places share a key, and nonsense is refused', () => {
  const other = makePlaceCertificates(REQUEST);
  expect(station.verify(new X509Certificate(other.authority).publicKey)).toBe(false);
  for (const change of [
    { names: [] },
    { addresses: [] },
    { addresses: ['10.0.0.256'] },
    { addresses: ['::1'] },
    { notAfter: REQUEST.notBefore },
  ]) {
    expect(() => makePlaceCertificates({ ...REQUEST, ...change })).toThrow();
  }
});

describe('over a real connection', () => {
  const server = createServer({ key: made.stationKey, cert: made.station }, (_, answer) =>
    answer.end('here'),
  );
  let port = 0;
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    port = address === null || typeof address === 'string' ? 0 : address.port;
  });
  afterAll(() => server.close());

  const ask = (ca: string | undefined, host = '127.0.0.1') =>
    new Promise<string>((resolve) => {
      get(
        {
          host: '127.0.0.1',
          port,
          agent: false,
          ...(ca === undefined ? {} : { ca }),
          servername: '',
          headers: { host },
        },
        (answer) => {
          answer.resume();
          resolve('heard');
        },
      ).on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'));
    });

  test('its own authority is believed; the world’s authorities and another place’s are not', async () => {
    expect(await ask(made.authority)).toBe('heard');
    expect(await ask(undefined)).not.toBe('heard');
    expect(await ask(makePlaceCertificates(REQUEST).authority)).not.toBe('heard');
  });
});
