import { createHmac } from 'node:crypto';

function keyed(nikKey: string, text: string): string {
  return createHmac('sha256', Buffer.from(nikKey, 'hex')).update(text).digest('hex');
}

/** The keyed hash by which a NIK is found without being kept. @param nikKey 32 bytes in hex. */
export function nikKeyedHash(nikKey: string, nik: string): string {
  return keyed(nikKey, `bilik/v1/nik/${nik}`);
}

/** The keyed hash by which a registered card is found. @param uid lower-case hex of the number that the card says, 4 to 10 bytes */
export function cardKeyedHash(nikKey: string, uid: string): string {
  return keyed(nikKey, `bilik/v1/card/${uid}`);
}
