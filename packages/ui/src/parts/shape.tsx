import type { JSX } from 'preact';

/** The shapes that carry a state beside its word and its colour; each is told apart without colour. */
export type ShapeName =
  | 'good'
  | 'warn'
  | 'bad'
  | 'info'
  | 'barred'
  | 'waiting'
  | 'active'
  | 'idle'
  | 'zero'
  | 'paused'
  | 'closed'
  | 'counted'
  | 'sealed'
  | 'arrow'
  | 'check'
  | 'cross'
  | 'search'
  | 'copy'
  | 'delete';

const stroke = {
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': 2.4,
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
} as const;

const cut = { ...stroke, stroke: 'var(--shape-cut, var(--paper))' } as const;

const DRAWINGS: Record<ShapeName, JSX.Element> = {
  good: (
    <>
      <circle cx="12" cy="12" r="11" fill="currentColor" />
      <path d="M6.8 12.4l3.6 3.6 6.8-7.6" {...cut} />
    </>
  ),
  warn: (
    <>
      <path
        d="M12 1.8 23 21.6H1z"
        fill="currentColor"
        stroke="currentColor"
        stroke-width="1.6"
        stroke-linejoin="round"
      />
      <path d="M12 9v5.6M12 18v.1" {...cut} />
    </>
  ),
  bad: (
    <>
      <path d="M7.4 1h9.2L23 7.4v9.2L16.6 23H7.4L1 16.6V7.4z" fill="currentColor" />
      <path d="M8 8l8 8M16 8l-8 8" {...cut} />
    </>
  ),
  info: (
    <>
      <rect x="1.5" y="1.5" width="21" height="21" rx="4" fill="currentColor" />
      <path d="M12 11v6.5M12 6.8v.1" {...cut} />
    </>
  ),
  barred: (
    <>
      <circle cx="12" cy="12" r="11" fill="currentColor" />
      <path d="M6.4 12h11.2" {...cut} stroke-width={3.6} />
    </>
  ),
  waiting: (
    <path d="M6 2.5h12M6 21.5h12M7.5 2.5v4L12 12l4.5-5.5v-4M7.5 21.5v-4L12 12l4.5 5.5v4" {...stroke} />
  ),
  active: (
    <>
      <circle cx="12" cy="12" r="9.8" {...stroke} />
      <circle cx="12" cy="12" r="5" fill="currentColor" />
    </>
  ),
  idle: <circle cx="12" cy="12" r="9.8" {...stroke} />,
  zero: (
    <>
      <rect x="1.5" y="1.5" width="21" height="21" rx="10.5" {...stroke} />
      <ellipse cx="12" cy="12" rx="4" ry="5.5" {...stroke} />
    </>
  ),
  paused: <path d="M7 3.5h3.5v17H7zM13.5 3.5H17v17h-3.5z" fill="currentColor" stroke="currentColor" />,
  closed: <rect x="3" y="3" width="18" height="18" rx="2" fill="currentColor" />,
  counted: <path d="M4 3v18M8.5 3v18M13 3v18M17.5 3v18M1.5 17 21.5 7" {...stroke} />,
  sealed: (
    <>
      <path
        d="M12 .8l2.7 2.3 3.5-.5 1.2 3.3 3.3 1.2-.5 3.5L24 12l-1.8 1.4.5 3.5-3.3 1.2-1.2 3.3-3.5-.5L12 23.2l-2.7-2.3-3.5.5-1.2-3.3-3.3-1.2.5-3.5L0 12l1.8-1.4-.5-3.5 3.3-1.2L5.8 2.6l3.5.5z"
        fill="currentColor"
      />
      <path d="M7.5 12.3l3 3 6-6.6" {...cut} />
    </>
  ),
  arrow: <path d="M3 12h17M13 4.5 20.5 12 13 19.5" {...stroke} />,
  check: <path d="M3.5 12.8l5.6 5.7L20.5 5.5" {...stroke} stroke-width={3.2} />,
  cross: <path d="M5 5l14 14M19 5 5 19" {...stroke} />,
  search: <path d="M10.5 18a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM16 16l5.5 5.5" {...stroke} />,
  copy: <path d="M8.5 8.5h12v12h-12zM15.5 8.5v-5h-12v12h5" {...stroke} />,
  delete: <path d="M8 4.5h13.5v15H8L1.8 12zM12 9l5.5 6M17.5 9 12 15" {...stroke} />,
};

/** A drawn sign beside a word. It says nothing by itself: the word beside it does. */
export function Shape({ name }: { readonly name: ShapeName }) {
  return (
    <svg class="shape" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {DRAWINGS[name]}
    </svg>
  );
}
