import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isIP } from 'node:net';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  ExtendedKeyUsage,
  Extension,
  Extensions,
  GeneralName,
  GeneralSubtree,
  GeneralSubtrees,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_nameConstraints,
  id_ce_subjectAltName,
  id_ce_subjectKeyIdentifier,
  id_kp_serverAuth,
  KeyIdentifier,
  KeyUsage,
  KeyUsageFlags,
  Name,
  NameConstraints,
  RelativeDistinguishedName,
  SubjectAlternativeName,
  SubjectKeyIdentifier,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from '@peculiar/asn1-x509';

/** Where a station is found on its closed LAN, and when. */
export interface CertificateRequest {
  /** Shown to who looks at the certificate: "TPS 01 Melati, Merah Mata". */
  readonly placeName: string;
  /** Host names (no port) of this station and of its spare; at least one. */
  readonly names: readonly string[];
  /** IPv4 addresses of this station and of its spare; at least one. */
  readonly addresses: readonly string[];
  /** Both certificates hold between these two instants. */
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** PEM texts. Of the authority only the certificate: its key signed once and exists nowhere. */
export interface PlaceCertificates {
  readonly authority: string;
  readonly station: string;
  /** PKCS#8; belongs into the station's secrets. */
  readonly stationKey: string;
}

const COMMON_NAME = '2.5.4.3';
const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2';

interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

const newKeyPair = (): KeyPair => generateKeyPairSync('ec', { namedCurve: 'P-256' });

function extension(extnID: string, critical: boolean, value: unknown): Extension {
  return new Extension({ extnID, critical, extnValue: new OctetString(AsnConvert.serialize(value)) });
}

const subjectKeyInfo = ({ publicKey }: KeyPair): SubjectPublicKeyInfo =>
  AsnConvert.parse(publicKey.export({ type: 'spki', format: 'der' }), SubjectPublicKeyInfo);

function pem(certificate: Certificate): string {
  const lines =
    Buffer.from(AsnConvert.serialize(certificate))
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

function issue(input: {
  readonly subject: Name;
  readonly issuer: Name;
  readonly subjectKey: KeyPair;
  readonly signer: KeyObject;
  readonly validity: Validity;
  readonly extensions: readonly Extension[];
}): string {
  const algorithm = new AlgorithmIdentifier({ algorithm: ECDSA_WITH_SHA256 });
  const serialNumber = randomBytes(16);
  // a positive number of full length (RFC 5280 §4.1.2.2)
  serialNumber[0] = ((serialNumber[0] ?? 0) & 0x3f) | 0x40;
  const tbsCertificate = new TBSCertificate({
    version: Version.v3,
    serialNumber: new Uint8Array(serialNumber).buffer,
    signature: algorithm,
    issuer: input.issuer,
    validity: input.validity,
    subject: input.subject,
    subjectPublicKeyInfo: subjectKeyInfo(input.subjectKey),
    extensions: new Extensions([...input.extensions]),
  });
  const signature = sign('sha256', Buffer.from(AsnConvert.serialize(tbsCertificate)), input.signer);
  return pem(
    new Certificate({
      tbsCertificate,
      signatureAlgorithm: algorithm,
      signatureValue: new Uint8Array(signature).buffer,
    }),
  );
}

const commonName = (text: string): Name =>
  new Name([
    new RelativeDistinguishedName([
      new AttributeTypeAndValue({ type: COMMON_NAME, value: new AttributeValue({ utf8String: text }) }),
    ]),
  ]);

/**
 * Makes the certificate authority of one polling place and the one certificate that it ever issues: that of the place's station, which
 * its spare shares. ECDSA on P-256. The authority may name nothing but these very names and addresses (RFC 5280 §4.2.1.10, critical), so
 * that whoever trusts it trusts it for nothing else.
 * @errors throws for an empty list, an address that is no IPv4 address, or an end before the beginning: whoever prepares asked for nonsense
 */
export function makePlaceCertificates(request: CertificateRequest): PlaceCertificates {
  const { names, addresses, notBefore, notAfter } = request;
  // a kind of name that is not constrained at all would be free (RFC 5280 §4.2.1.10)
  if (names.length === 0 || addresses.length === 0) throw new Error('A station has a name and an address');
  const odd = addresses.find((address) => isIP(address) !== 4);
  if (odd !== undefined) throw new Error(`${odd} is no IPv4 address`);
  if (!(notBefore < notAfter)) throw new Error('A certificate ends after it begins');

  const authorityKey = newKeyPair();
  const stationKey = newKeyPair();
  const authorityName = commonName(`Bilik: ${request.placeName}`);
  const validity = new Validity({ notBefore, notAfter });
  const authorityKeyId = keyIdentifier(authorityKey);
  const permitted = [
    ...names.map((dNSName) => new GeneralName({ dNSName })),
    ...addresses.map((address) => new GeneralName({ iPAddress: `${address}/32` })),
  ].map((base) => new GeneralSubtree({ base }));

  const authority = issue({
    subject: authorityName,
    issuer: authorityName,
    subjectKey: authorityKey,
    signer: authorityKey.privateKey,
    validity,
    extensions: [
      extension(id_ce_basicConstraints, true, new BasicConstraints({ cA: true, pathLenConstraint: 0 })),
      extension(id_ce_keyUsage, true, new KeyUsage(KeyUsageFlags.keyCertSign)),
      extension(
        id_ce_nameConstraints,
        true,
        new NameConstraints({ permittedSubtrees: new GeneralSubtrees(permitted) }),
      ),
      extension(id_ce_subjectKeyIdentifier, false, new SubjectKeyIdentifier(authorityKeyId)),
    ],
  });
  const station = issue({
    subject: commonName(request.placeName),
    issuer: authorityName,
    subjectKey: stationKey,
    signer: authorityKey.privateKey,
    validity,
    extensions: [
      extension(id_ce_basicConstraints, true, new BasicConstraints({ cA: false })),
      extension(id_ce_keyUsage, true, new KeyUsage(KeyUsageFlags.digitalSignature)),
      extension(id_ce_extKeyUsage, false, new ExtendedKeyUsage([id_kp_serverAuth])),
      extension(
        id_ce_subjectAltName,
        false,
        new SubjectAlternativeName([
          ...names.map((dNSName) => new GeneralName({ dNSName })),
          ...addresses.map((iPAddress) => new GeneralName({ iPAddress })),
        ]),
      ),
      extension(id_ce_subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyIdentifier(stationKey))),
      extension(
        id_ce_authorityKeyIdentifier,
        false,
        new AuthorityKeyIdentifier({ keyIdentifier: new KeyIdentifier(authorityKeyId) }),
      ),
    ],
  });
  return {
    authority,
    station,
    stationKey: stationKey.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/** RFC 5280 §4.2.1.2, method (1): SHA-1 of the public key's bits. A name for a key, no protection. */
function keyIdentifier(pair: KeyPair): ArrayBuffer {
  const digest = createHash('sha1')
    .update(Buffer.from(subjectKeyInfo(pair).subjectPublicKey))
    .digest();
  return new Uint8Array(digest).buffer;
}
