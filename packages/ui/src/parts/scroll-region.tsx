import type { ComponentChildren } from 'preact';

/** It has a name: its own, or that of the element with this id. */
type Named = { readonly 'aria-label': string } | { readonly 'aria-labelledby': string };

/** What scrolls by itself within a page. It takes the focus, so that the arrow keys move it. */
export function ScrollRegion(
  props: Named & {
    readonly class: string;
    readonly id?: string;
    readonly children: ComponentChildren;
  },
) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
  return <section tabIndex={0} {...props} />;
}
