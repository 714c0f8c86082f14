import type { ComponentChildren } from 'preact';

/** What scrolls by itself within a page. It has a name and takes the focus, so that the arrow keys move it. */
export function ScrollRegion(props: {
  readonly class: string;
  /** Its name; or the id of the element that names it. */
  readonly label: string | { readonly id: string };
  readonly id?: string | undefined;
  readonly children: ComponentChildren;
}) {
  const { label, id, children } = props;
  const name = typeof label === 'string' ? { 'aria-label': label } : { 'aria-labelledby': label.id };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class={props.class} id={id} {...name} tabIndex={0}>
      {children}
    </section>
  );
}
