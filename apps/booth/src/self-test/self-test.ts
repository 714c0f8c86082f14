import type { PrinterFault, PrintJob, Result } from '@bilik/devices';
import type { PrinterTrouble } from '@bilik/devices/printer-trouble';
import { testSlipCode } from '@bilik/papers';
import type { Booth } from '../cast/booth.ts';
import type { BoothTest, StationClient } from '../station/station-client.ts';

export type SelfTestRefusal =
  /** A case is under way, or the station says that the polls are not before opening. */
  | { readonly type: 'self-test-not-now' }
  | { readonly type: 'printer-not-ready'; readonly trouble: PrinterTrouble }
  /** Nobody printed a slip since this process began, or these are not its digits. */
  | { readonly type: 'digits-wrong' }
  | { readonly type: 'code-wrong' }
  /** The board does not know of it. */
  | { readonly type: 'station-unheard' };

export type SelfTestAnswer =
  | { readonly ok: true; readonly value: BoothTest }
  | { readonly ok: false; readonly error: SelfTestRefusal };

/**
 * Officers try this booth before the polls open: printer, screen, camera. The digits are drawn here and stand on the paper only; whoever
 * types them has the paper and touched the screen. Nothing of a ballot, a card or a case is touched.
 */
export interface BoothSelfTest {
  /** Prints a test slip with new digits; what was tested before is forgotten. */
  readonly print: () => Promise<SelfTestAnswer>;
  readonly typeDigits: (digits: string) => Promise<SelfTestAnswer>;
  /** What the camera read. */
  readonly showCode: (text: string) => Promise<SelfTestAnswer>;
}

export interface BoothSelfTestParts {
  readonly booth: Pick<Booth, 'beforeOpening'>;
  readonly print: (job: PrintJob) => Promise<Result<'paper-moved', PrinterFault>>;
  readonly slip: (digits: string) => PrintJob;
  readonly tell: StationClient['selfTest'];
  /** In how many of its languages this booth can speak. */
  readonly spokenLanguages: number;
  /** @returns a whole number from 0 to `below` − 1 */
  readonly draw: (below: number) => number;
}

export function openBoothSelfTest(parts: BoothSelfTestParts): BoothSelfTest {
  let digits: string | undefined;
  const untouched: BoothTest = {
    printerTrouble: null,
    slipCodeTyped: false,
    cameraRead: null,
    spokenLanguages: parts.spokenLanguages,
  };
  let test = untouched;

  const refuse = (error: SelfTestRefusal): SelfTestAnswer => ({ ok: false, error });
  const found = async (next: BoothTest): Promise<SelfTestAnswer> => {
    test = next;
    const told = await parts.tell(next);
    if (told.ok) return { ok: true, value: next };
    return refuse({
      type: told.error.type === 'station-refused' ? 'self-test-not-now' : 'station-unheard',
    });
  };
  const printSlip = async (): Promise<SelfTestAnswer> => {
    const drawn = String(parts.draw(10_000)).padStart(4, '0');
    digits = undefined;
    const printed = await parts.print(parts.slip(drawn));
    if (printed.ok) {
      digits = drawn;
      return found(untouched);
    }
    const trouble = printed.error.type;
    await found({ ...untouched, printerTrouble: trouble });
    return refuse({ type: 'printer-not-ready', trouble });
  };

  return {
    print: async () => (await parts.booth.beforeOpening(printSlip)) ?? refuse({ type: 'self-test-not-now' }),
    async typeDigits(typed) {
      if (digits === undefined || typed !== digits) return refuse({ type: 'digits-wrong' });
      return found({ ...test, slipCodeTyped: true });
    },
    async showCode(text) {
      if (digits === undefined || text !== testSlipCode(digits)) return refuse({ type: 'code-wrong' });
      return found({ ...test, cameraRead: true });
    },
  };
}
