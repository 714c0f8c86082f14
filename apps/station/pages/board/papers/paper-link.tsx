import { asDevice } from '@bilik/ui/call';

/** Opens a paper beside the board, from where it is printed. */
export function PaperLink({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <a class="button button--large" href={asDevice(href)} target="_blank" rel="noopener">
      {children}
    </a>
  );
}
