/** Samples a second in what a booth plays: speech by machine has little above 5 kHz, and 456 files must fit on a stick and in a tablet. */
export const SPEECH_RATE = 11_025;
const MU_LAW = 7;
const MU_LAW_BIAS = 132;
const MU_LAW_LARGEST = 32_635;

/** Sound of one channel, 16 bits a sample. */
interface Sound {
  readonly rate: number;
  readonly samples: Int16Array;
}

/**
 * Reads a WAV file of one channel and 16 bits. A length that the header could not know yet (`espeak-ng --stdout`) counts as "to the end".
 * @throws when it is another kind of sound: the program that made it is not the one we know
 */
function readSound(bytes: Uint8Array): Sound {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (offset: number): string => String.fromCharCode(...bytes.subarray(offset, offset + 4));
  if (bytes.length < 44 || word(0) !== 'RIFF' || word(8) !== 'WAVE' || word(36) !== 'data')
    throw new Error('The speaker answered with something that is not a WAV file');
  if (view.getUint16(20, true) !== 1 || view.getUint16(22, true) !== 1 || view.getUint16(34, true) !== 16)
    throw new Error('The speaker answered with another kind of sound than one channel of 16 bits');
  const count = Math.floor(Math.min(view.getUint32(40, true), bytes.length - 44) / 2);
  const samples = Int16Array.from({ length: count }, (_, index) => view.getInt16(44 + 2 * index, true));
  return { rate: view.getUint32(24, true), samples };
}

/** G.711 µ-law: 14 bits of a sample in 8, finer where it is quiet. */
function muLaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const size = Math.min(Math.abs(sample), MU_LAW_LARGEST) + MU_LAW_BIAS;
  const exponent = Math.max(0, 24 - Math.clz32(size));
  const mantissa = (size >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}

/**
 * Speech as a booth keeps it: a quarter of the bytes, with a header that says its true length.
 * @param bytes a WAV file of one channel and 16 bits, at 11,025 samples a second or twice as many
 */
export function speechWav(bytes: Uint8Array): Uint8Array {
  const { rate, samples } = readSound(bytes);
  if (rate !== SPEECH_RATE && rate !== 2 * SPEECH_RATE)
    throw new Error(`The speaker answered with ${rate} samples a second`);
  const step = rate / SPEECH_RATE;
  const length = Math.floor(samples.length / step);
  const at = (index: number): number => samples[index] ?? 0;
  const wav = Buffer.alloc(44 + length + (length % 2));
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(MU_LAW, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(SPEECH_RATE, 24);
  wav.writeUInt32LE(SPEECH_RATE, 28);
  wav.writeUInt16LE(1, 32);
  wav.writeUInt16LE(8, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(length, 40);
  for (let index = 0; index < length; index += 1) {
    // the neighbours count half: what is above 5 kHz would come back as a whistle
    const middle = index * step;
    const sample = step === 1 ? at(middle) : (at(middle - 1) + 2 * at(middle) + at(middle + 1)) / 4;
    wav[44 + index] = muLaw(Math.round(sample));
  }
  return wav;
}
