import { trusteeCeremony } from './trustee/ceremony.ts';
import { trusteeDevice } from './trustee/device.ts';
import { trusteeOpening } from './trustee/opening.ts';
import { trusteeRefusals } from './trustee/refusals.ts';
import { trusteeRing } from './trustee/ring.ts';

/** The trustee's device: the key ceremony, the check of the record, the opening of the sum. */
export const trustee = {
  id: {
    ...trusteeDevice.id,
    ...trusteeCeremony.id,
    ...trusteeOpening.id,
    ...trusteeRefusals.id,
    ...trusteeRing.id,
  },
  en: {
    ...trusteeDevice.en,
    ...trusteeCeremony.en,
    ...trusteeOpening.en,
    ...trusteeRefusals.en,
    ...trusteeRing.en,
  },
} as const;
