import { connect, type Socket } from 'node:net';

/** A virtual reader (vsmartcard-vpcd) listens; the card is its client. */
export interface VirtualNfcCardOptions {
  readonly port: number;
  /** The card's number, hex of 4 to 10 bytes; null: a card that answers nothing useful. */
  readonly uid: string | null;
}

/** A card that lies on the virtual reader until it is taken away. */
export interface VirtualNfcCard {
  readonly takeAway: () => Promise<void>;
}

const GET_UID = 'ffca000000';
/** Answer to reset of a contactless memory card, as PC/SC part 3 makes it. */
const ANSWER_TO_RESET = Buffer.from('3b8f8001804f0ca0000003060300030000000068', 'hex');
const GIVE_ANSWER_TO_RESET = 4;
const NOT_SUPPORTED = Buffer.from('6a81', 'hex');
const DONE = Buffer.from('9000', 'hex');

/**
 * Lays a card on the virtual reader. Messages of vpcd: two bytes of length, then the bytes; one byte is a control (0 off, 1 on, 2 reset,
 * 4 give the answer to reset), more are a command, which is answered.
 */
export function layVirtualCard({ port, uid }: VirtualNfcCardOptions): Promise<VirtualNfcCard> {
  const answerTo = (message: Buffer): Buffer | undefined => {
    if (message.length === 1) return message[0] === GIVE_ANSWER_TO_RESET ? ANSWER_TO_RESET : undefined;
    const isUid = message.toString('hex').startsWith(GET_UID);
    return isUid && uid !== null ? Buffer.concat([Buffer.from(uid, 'hex'), DONE]) : NOT_SUPPORTED;
  };
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ host: '127.0.0.1', port, noDelay: true });
    let held = Buffer.alloc(0);
    socket.on('data', (bytes: Buffer) => {
      held = Buffer.concat([held, bytes]);
      while (held.length >= 2 && held.length >= 2 + held.readUInt16BE()) {
        const end = 2 + held.readUInt16BE();
        const answer = answerTo(held.subarray(2, end));
        held = held.subarray(end);
        if (answer === undefined) continue;
        const length = Buffer.alloc(2);
        length.writeUInt16BE(answer.length);
        socket.write(Buffer.concat([length, answer]));
      }
    });
    socket.once('error', reject);
    socket.once('connect', () =>
      resolve({
        takeAway: () =>
          new Promise((gone) => {
            socket.once('close', () => gone());
            socket.destroy();
          }),
      }),
    );
  });
}
