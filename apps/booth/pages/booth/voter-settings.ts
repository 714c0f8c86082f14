import type { LanguageCode } from '@bilik/words/language';

/** Where spoken guidance goes. Candidates and choices are named only in `headphones`. */
export type VoiceRoute = 'off' | 'speaker' | 'headphones';

/** How one voter wants the screen; the next voter finds `USUAL_SETTINGS`. */
export interface VoterSettings {
  readonly language: LanguageCode;
  readonly textSize: 1 | 2 | 3;
  readonly contrast: 'normal' | 'high';
  readonly voice: VoiceRoute;
  /** The screen is dark; only with headphones. */
  readonly curtain: boolean;
}

export const USUAL_SETTINGS: VoterSettings = {
  language: 'id',
  textSize: 1,
  contrast: 'normal',
  voice: 'off',
  curtain: false,
};
