import { Button } from '@bilik/ui/button';
import { Field } from '@bilik/ui/field';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** One act with a reason of its own, folded until somebody wants it: what it does, why, and its button. */
export function ReasonedAct(props: {
  /** What is done; also on the button. */
  readonly title: string;
  /** What follows from it. */
  readonly explained?: string | undefined;
  /** Left out: the act takes no reason. */
  readonly reason?: { readonly label: string; readonly hint: string } | undefined;
  /** `bad` takes something away for good. */
  readonly kind: 'primary' | 'plain' | 'bad';
  /** The one thing to do here: shown whole. */
  readonly isOpen?: boolean | undefined;
  /** @returns whether it was done: then the reason is used up */
  readonly onAct: (reason: string) => Promise<boolean>;
  /** More that the act asks for. */
  readonly children?: ComponentChildren;
}) {
  const { title, explained, kind, isOpen = false, onAct } = props;
  const [reason, setReason] = useState('');
  const [isBusy, setBusy] = useState(false);
  const act = async () => {
    setBusy(true);
    if (await onAct(reason.trim())) setReason('');
    setBusy(false);
  };
  const form = (
    <form
      class="office__narrow"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void act();
      }}
    >
      {explained !== undefined && <p>{explained}</p>}
      {props.reason !== undefined && (
        <Field {...props.reason} value={reason} onInput={setReason} maxLength={500} />
      )}
      {props.children}
      <Button kind={kind} submit busy={isBusy}>
        {title}
      </Button>
    </form>
  );
  if (isOpen) return form;
  return (
    <details class="office__act">
      <summary>{title}</summary>
      {form}
    </details>
  );
}
