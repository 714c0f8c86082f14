import { Button } from '@bilik/ui/button';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** Entries with the one main act of a screen; Enter in an entry does it too. */
export function ActForm(props: {
  readonly children?: ComponentChildren;
  readonly word: string;
  /** `plain` where the screen has another main act. */
  readonly kind?: 'primary' | 'plain' | undefined;
  readonly onAct: () => Promise<void>;
  /** Why the act cannot be done yet. */
  readonly disabledBecause?: string | undefined;
}) {
  const [isActing, setActing] = useState(false);
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setActing(true);
        void props.onAct().finally(() => setActing(false));
      }}
    >
      {props.children}
      <Button
        kind={props.kind ?? 'primary'}
        size="large"
        submit={true}
        busy={isActing}
        disabledBecause={props.disabledBecause}
      >
        {props.word}
      </Button>
    </form>
  );
}
