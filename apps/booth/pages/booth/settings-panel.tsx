import { Button } from '@bilik/ui/button';
import { useSay } from '@bilik/ui/language';
import { TouchChoice } from '@bilik/ui/touch-choice';
import { BOOTH_LANGUAGES, documentLanguage } from '@bilik/words/language';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { VoiceRoute, VoterSettings } from './voter-settings.ts';
import { words } from './words.ts';

export interface SettingsPanelProps {
  readonly settings: VoterSettings;
  /** Where this booth can speak: `off` and what the device has. Only `off` when it has no voices. */
  readonly routes: readonly VoiceRoute[];
  readonly onSettings: (settings: VoterSettings) => void;
  readonly onClose: () => void;
}

const SIZES = [1, 2, 3] as const;
const CONTRASTS = ['normal', 'high'] as const;

/** Language, letters, colours and voice, each by one touch of 20 mm. */
export function SettingsPanel({ settings, routes, onSettings, onClose }: SettingsPanelProps) {
  const say = useSay(words);
  const [asksHeadphones, setAsksHeadphones] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const set = (change: Partial<VoterSettings>): void => onSettings({ ...settings, ...change });
  const setVoice = (voice: VoiceRoute): void => {
    if (voice === 'headphones' && settings.voice !== 'headphones') setAsksHeadphones(true);
    else set({ voice, curtain: settings.curtain && voice === 'headphones' });
  };
  const heading = say(asksHeadphones ? 'guide.headphones.title' : 'guide.settings.heading');
  return (
    <dialog
      ref={dialog}
      class="settings"
      aria-label={heading}
      onCancel={(event) => {
        event.preventDefault();
        if (asksHeadphones) setAsksHeadphones(false);
        else onClose();
      }}
    >
      <h2 class="dialog__title">{heading}</h2>
      {asksHeadphones ? (
        <>
          <p class="booth-text">{say('guide.headphones.explained')}</p>
          <div class="settings__acts">
            <Button size="touch" onPress={() => setAsksHeadphones(false)}>
              {say('common.back')}
            </Button>
            <Button
              kind="primary"
              size="touch"
              onPress={() => {
                setAsksHeadphones(false);
                set({ voice: 'headphones' });
              }}
            >
              {say('guide.headphones.confirm')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <TouchChoice
            label={say('guide.settings.language')}
            options={BOOTH_LANGUAGES.map((code) => ({
              value: code,
              word: words(code, `common.language.${code}`),
              lang: documentLanguage(code),
            }))}
            chosen={settings.language}
            onChoose={(language) => set({ language })}
          />
          <div class="settings__look">
            <TouchChoice
              label={say('guide.settings.letters')}
              options={SIZES.map((size) => ({
                value: size,
                word: <span class={`settings__letter settings__letter--${size}`}>A</span>,
                label: say(`parts.look.textSize.${size}`),
              }))}
              chosen={settings.textSize}
              onChoose={(textSize) => set({ textSize })}
            />
            <TouchChoice
              label={say('guide.settings.contrast')}
              options={CONTRASTS.map((contrast) => ({
                value: contrast,
                word: say(`guide.settings.contrast.${contrast}`),
              }))}
              chosen={settings.contrast}
              onChoose={(contrast) => set({ contrast })}
            />
          </div>
          {routes.length > 1 && (
            <TouchChoice
              label={say('guide.settings.voice')}
              options={routes.map((route) => ({ value: route, word: say(`guide.settings.voice.${route}`) }))}
              chosen={settings.voice}
              onChoose={setVoice}
            />
          )}
          <div class="settings__acts">
            {settings.voice === 'headphones' && (
              <Button
                size="touch"
                onPress={() => {
                  set({ curtain: true });
                  onClose();
                }}
              >
                {say('guide.settings.curtain')}
              </Button>
            )}
            <Button kind="primary" size="touch" onPress={onClose}>
              {say('common.finish')}
            </Button>
          </div>
        </>
      )}
    </dialog>
  );
}
