import { X509Certificate } from 'node:crypto';

/** Every name and address that a certificate (PEM) is for, numbers before names: a closed LAN has no name server. */
export function certifiedNames(certificate: string): string[] {
  const names = new X509Certificate(certificate).subjectAltName ?? '';
  const of = (kind: string) =>
    [...names.matchAll(new RegExp(`${kind}:([^,\\s]+)`, 'g'))].flatMap(([, name]) => name ?? []);
  return [...of('IP Address'), ...of('DNS')];
}

/** Where devices find the station that shows this certificate (PEM): at most four origins, in the order in which they are tried. */
export function stationAddresses(certificate: string, port: number): string[] {
  return certifiedNames(certificate)
    .map((name) => `https://${name}:${port}`)
    .slice(0, 4);
}
