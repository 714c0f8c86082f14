import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  bitmapToPng,
  paperFolder,
  startVirtualPrinter,
  systemRandom,
  type VirtualPrinter,
} from '@bilik/devices';
import { portNumber, readFlags } from '../command-line/flags.ts';

export const USAGE = `bilik printer [--home DIR] [--host 127.0.0.1] [--port 9100] [--paper 80|58] [--control N]
  Pencetak struk TIRUAN, hanya untuk latihan: tanpa kertas; potongannya menjadi gambar. Ctrl+C menghentikannya.
  The TWIN of a slip printer, for exercises alone: no paper; what it cuts off becomes a picture. Ctrl+C stops it.
  --home     folder gambarnya; bawaan / folder of its pictures; default: .bilik-printer
  --port     0: porta bebas / any free port
  --paper    lebar kertas / width of the paper in mm
  --control  porta untuk gangguan, satu JSON sebaris / a port for faults, one JSON object a line (packages/devices/README.md)`;

/** Dots a row of each width of paper. */
const WIDTHS_DOTS = new Map([
  ['80', 576],
  ['58', 384],
]);
/** The roll moves row by row; a picture of the window is due once it rests. */
const REST_MS = 100;

/**
 * `bilik printer`: the twin of a slip printer as a process of its own, for an exercise in a hall that has none. It says the picture of
 * each piece once, as it is cut off; the folder keeps no order.
 * @returns 0 once it was stopped, 1 when it could not listen, 2 for a wrong call
 */
export async function printerCommand(parameters: readonly string[]): Promise<number> {
  const values = readFlags(parameters, {
    home: { type: 'string', default: join(process.cwd(), '.bilik-printer') },
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '9100' },
    paper: { type: 'string', default: '80' },
    control: { type: 'string' },
  });
  const port = portNumber(values?.port);
  const controlPort = values?.control === undefined ? undefined : portNumber(values.control);
  const widthDots = WIDTHS_DOTS.get(values?.paper ?? '');
  const isControlWrong = values?.control !== undefined && controlPort === undefined;
  if (values === undefined || port === undefined || widthDots === undefined || isControlWrong) {
    console.error(USAGE);
    return 2;
  }
  const { home, host } = values;
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const slips = join(home, 'slips');
  const keep = paperFolder(slips, systemRandom);
  const windowPicture = join(home, 'window.png');
  let drawing: NodeJS.Timeout | undefined;
  let printer: VirtualPrinter;
  try {
    printer = await startVirtualPrinter({
      host,
      port,
      widthDots,
      ...(controlPort === undefined ? {} : { controlPort }),
      onPaper: (piece) => console.log(`terpotong / cut off: ${keep(piece)}`),
      onWindow() {
        clearTimeout(drawing);
        drawing = setTimeout(() => writeFileSync(windowPicture, bitmapToPng(printer.window())), REST_MS);
      },
    });
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    console.error(
      `Pencetak tiruan tidak dijalankan. Pilih --host atau --port lain. / The twin was not started. Choose another --host or --port. (${error.message})`,
    );
    return 1;
  }
  console.log(
    [
      'PENCETAK TIRUAN, hanya untuk latihan: tidak ada struk kertas. / TWIN of a printer, for exercises alone: no slips on paper.',
      `printer ready tcp://${host}:${printer.port}${printer.controlPort === null ? '' : ` · gangguan / faults tcp://${host}:${printer.controlPort}`}`,
      `Di balik kaca / behind the glass: ${windowPicture}`,
      `Sudah terpotong / already cut off: ${slips}`,
    ].join('\n'),
  );
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await printer.stop();
  clearTimeout(drawing);
  return 0;
}
