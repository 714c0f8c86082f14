import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Button } from './button.tsx';

export interface ConfirmDialogProps {
  readonly open: boolean;
  /** The question, in one sentence. */
  readonly title: string;
  /** What will happen, and what cannot be taken back. */
  readonly children?: ComponentChildren;
  /** Left out where something inside is the act. */
  readonly confirmWord?: string | undefined;
  readonly cancelWord: string;
  readonly onConfirm?: (() => void | Promise<void>) | undefined;
  readonly onCancel: () => void;
  /** `bad` when it cannot be undone; `plain` where neither way is the one to be urged. */
  readonly kind?: 'primary' | 'bad' | 'plain' | undefined;
  readonly size?: 'normal' | 'touch' | undefined;
}

/** Asks before an act, in a native dialog: the rest of the screen is out of reach, Escape means no, the focus returns. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, children, confirmWord, onConfirm, kind = 'primary', size = 'normal' } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element === null || element.open === open) return;
    if (open) element.showModal();
    else element.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        event.preventDefault();
        props.onCancel();
      }}
    >
      {open && (
        <>
          <h2 class="dialog__title" id={`${id}-title`}>
            {title}
          </h2>
          <div class="dialog__text" id={`${id}-text`}>
            {children}
          </div>
          <div class="button-row">
            {confirmWord !== undefined && onConfirm !== undefined && (
              <Button kind={kind} size={size} onPress={onConfirm}>
                {confirmWord}
              </Button>
            )}
            <Button size={size} onPress={props.onCancel}>
              {props.cancelWord}
            </Button>
          </div>
        </>
      )}
    </dialog>
  );
}
