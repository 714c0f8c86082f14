/** What a technician says of a booth's printer and paper. */
export interface BoothSettings {
  /** On the network, or a device file; `/dev/usb/lp*` is the only one there is, whatever number it has. */
  readonly printer: { readonly host: string; readonly port: number } | { readonly file: string };
  /** Slips hang behind glass and are cut into the box. */
  readonly window: boolean;
  /** Of the roll that is in. */
  readonly rollMetres: number;
  /** Across the paper: 576 on paper of 80 mm, 384 on paper of 58 mm. */
  readonly widthDots: 576 | 384;
}

/** A booth of which nobody said anything. */
const USUAL: BoothSettings = {
  printer: { file: '/dev/usb/lp*' },
  window: true,
  rollMetres: 80,
  widthDots: 576,
};

/** The options of `bilik device prepare` that are a booth's. */
export const BOOTH_OPTIONS = {
  printer: { type: 'string' },
  window: { type: 'string' },
  roll: { type: 'string' },
  paper: { type: 'string' },
} as const;

type Asked = { readonly [Name in keyof typeof BOOTH_OPTIONS]?: string | undefined };

const FILE = /^\/dev\/[a-zA-Z0-9/_-]{1,80}\*?$/;
const NETWORK = /^tcp:\/\/([A-Za-z0-9._-]{1,253}|\[[0-9A-Fa-f:]{2,45}\]):([1-9][0-9]{0,4})$/;
const ROLL_METRES = { least: 5, most: 200 };
const DOTS_OF_PAPER: Readonly<Record<string, BoothSettings['widthDots']>> = { '80': 576, '58': 384 };

/**
 * What the command line says of a booth.
 * @returns undefined where it says nothing of one; otherwise every setting, the usual one where none was said
 * @errors the name of the option that is none
 */
export function readBoothSettings(
  asked: Asked,
):
  | { readonly ok: true; readonly value: BoothSettings | undefined }
  | { readonly ok: false; readonly error: keyof typeof BOOTH_OPTIONS } {
  const { printer, window, roll, paper } = asked;
  if (printer === undefined && window === undefined && roll === undefined && paper === undefined) {
    return { ok: true, value: undefined };
  }
  const where = printer === undefined ? USUAL.printer : readPrinter(printer);
  if (where === undefined) return { ok: false, error: 'printer' };
  if (window !== undefined && window !== 'yes' && window !== 'no') return { ok: false, error: 'window' };
  const rollMetres = roll === undefined ? USUAL.rollMetres : readMetres(roll);
  if (rollMetres === undefined) return { ok: false, error: 'roll' };
  const widthDots = paper === undefined ? USUAL.widthDots : DOTS_OF_PAPER[paper];
  if (widthDots === undefined) return { ok: false, error: 'paper' };
  return { ok: true, value: { printer: where, window: window !== 'no', rollMetres, widthDots } };
}

/** The text of `booth.json`, every field written out so that it can be changed by hand. */
export function boothConfigText(settings: BoothSettings = USUAL): string {
  const { printer, window, rollMetres, widthDots } = settings;
  const config = {
    printer: { ...printer, answers: 'real-time' },
    widthDots,
    rollMetres,
    window,
    access: { speaker: 'none', headphones: false },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

function readPrinter(text: string): BoothSettings['printer'] | undefined {
  if (FILE.test(text)) return { file: text };
  const [, host, port] = NETWORK.exec(text) ?? [];
  if (host === undefined || port === undefined || Number(port) > 65_535) return undefined;
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}

function readMetres(text: string): number | undefined {
  const metres = /^[0-9]{1,3}$/.test(text) ? Number(text) : 0;
  return metres >= ROLL_METRES.least && metres <= ROLL_METRES.most ? metres : undefined;
}
