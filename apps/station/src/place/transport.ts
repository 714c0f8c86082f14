import { createPrivateKey, X509Certificate } from 'node:crypto';
import { certifiedNames, type DoorCertificate, stationAddresses } from '@bilik/server';
import type { PreparedPlace } from './prepared-place.ts';

/** How devices reach this station. */
export type Transport =
  | {
      readonly type: 'https';
      readonly certificate: DoorCertificate;
      /** All names and addresses that the certificate is for. */
      readonly hostNames: readonly string[];
    }
  /** Only within one machine, only in an exercise. */
  | { readonly type: 'plain' };

/** The station was not opened: its certificate would be refused by every device, or was not prepared for this address. */
export interface CertificateProblem {
  readonly type: 'certificate-wrong';
  readonly why: 'address' | 'key' | 'authority' | 'date';
}

/** All addresses of the machine: which of them devices use, the certificate says. */
const ALL_ADDRESSES: readonly string[] = ['0.0.0.0', '::'];

/** Whether an address stays within this machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

const isPlain = (
  kind: 'exercise' | 'real',
  asked: { readonly host: string; readonly https: boolean },
): boolean => kind === 'exercise' && isLoopback(asked.host) && !asked.https;

/**
 * Where the board of a station is that will be opened so: what a page says before the station's own door is there.
 * @param place.stationCertificate PEM
 */
export function originOf(
  place: { readonly kind: 'exercise' | 'real'; readonly stationCertificate: string },
  asked: { readonly host: string; readonly port: number; readonly https: boolean },
): string {
  if (isPlain(place.kind, asked)) return `http://${asked.host}:${asked.port}`;
  const [first] = stationAddresses(place.stationCertificate, asked.port);
  return first === undefined || !ALL_ADDRESSES.includes(asked.host)
    ? `https://${asked.host}:${asked.port}`
    : first;
}

/**
 * Decides how the station speaks: HTTPS everywhere, except in an exercise within one machine that does not ask for it. There is nothing to
 * switch this off with.
 * @param asked.https of an exercise on loopback alone; elsewhere it is HTTPS anyway
 * @param asked.nowMs Unix milliseconds
 */
export function decideTransport(
  { definition, secrets, authority, stationCertificate }: PreparedPlace,
  asked: { readonly host: string; readonly https: boolean; readonly nowMs: number },
):
  | { readonly ok: true; readonly value: Transport }
  | { readonly ok: false; readonly error: CertificateProblem } {
  const { host, nowMs } = asked;
  if (isPlain(definition.kind, asked)) {
    return { ok: true, value: { type: 'plain' } };
  }
  const wrong = (why: CertificateProblem['why']) =>
    ({ ok: false, error: { type: 'certificate-wrong', why } }) as const;
  const certificate = new X509Certificate(stationCertificate);
  if (!certificate.checkPrivateKey(createPrivateKey(secrets.tlsKey))) return wrong('key');
  if (!certificate.verify(new X509Certificate(authority).publicKey)) return wrong('authority');
  if (nowMs < certificate.validFromDate.getTime() || nowMs > certificate.validToDate.getTime()) {
    return wrong('date');
  }
  const isFor = certificate.checkIP(host) ?? certificate.checkHost(host);
  if (!ALL_ADDRESSES.includes(host) && isFor === undefined) return wrong('address');
  return {
    ok: true,
    value: {
      type: 'https',
      certificate: { key: secrets.tlsKey, certificate: stationCertificate },
      hostNames: certifiedNames(stationCertificate),
    },
  };
}
