import { StepHeading } from '@bilik/ui/page';

/** Nothing to do but wait. The heading takes the focus each time the words change, so that they are read. */
export function Working({ words: text }: { readonly words: string }) {
  return (
    <div class="working">
      <span class="working__turning" aria-hidden="true" />
      <StepHeading key={text}>{text}</StepHeading>
    </div>
  );
}
