import { inGroups } from '@bilik/words/format';
import { useRef, useState } from 'preact/hooks';
import { useAnnounce } from './announcer.tsx';
import { usePartWords } from './language.tsx';
import { Shape } from './shape.tsx';

export interface CopyLineProps {
  readonly label: string;
  /** What is copied, as it is. */
  readonly value: string;
  /** Shows the value in groups of this size, for comparing by eye; without it as it is (a command, an address). */
  readonly groupSize?: number | undefined;
}

/** A hash, a code or a command with a button that copies it. The groups are for the eye; what is copied has no spaces added. */
export function CopyLine({ label, value, groupSize }: CopyLineProps) {
  const say = usePartWords();
  const announce = useAnnounce();
  const shown = useRef<HTMLElement>(null);
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none');

  const copy = async () => {
    const isCopied = await writeToClipboard(value);
    if (!isCopied && shown.current !== null) document.getSelection()?.selectAllChildren(shown.current);
    setOutcome(isCopied ? 'copied' : 'failed');
    announce(say(isCopied ? 'parts.copied' : 'parts.copy.failed'));
  };

  return (
    <div class="copy-line">
      <span class="copy-line__label">{label}</span>
      <code class="copy-line__value" ref={shown}>
        {groupSize === undefined
          ? value
          : inGroups(value, groupSize).map((group, index) => (
              <span class="copy-line__group" key={index}>
                {group}
              </span>
            ))}
      </code>
      <button type="button" class="copy-line__button" onClick={() => void copy()}>
        <Shape name={outcome === 'copied' ? 'check' : 'copy'} />
        <span>{say(outcome === 'copied' ? 'parts.copied' : 'parts.copy')}</span>
        <span class="unseen">: {label}</span>
      </button>
      {outcome === 'failed' && <span class="copy-line__failed">{say('parts.copy.failed')}</span>}
    </div>
  );
}

/** False where the browser has no clipboard for pages (plain HTTP on a LAN) or refuses it. */
async function writeToClipboard(text: string): Promise<boolean> {
  if (!('clipboard' in navigator)) return false;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
