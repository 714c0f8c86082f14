/**
 * Remembers the last paper of one kind by its content, so that asking for it again does not typeset it again.
 * @param render same content, same bytes
 */
export function renderedOnce<Content>(render: (content: Content) => Uint8Array): typeof render {
  let last: { readonly key: string; readonly paper: Uint8Array } | undefined;
  return (content) => {
    const key = JSON.stringify(content);
    if (last?.key !== key) last = { key, paper: render(content) };
    return last.paper;
  };
}
