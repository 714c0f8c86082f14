import type { ComponentChildren } from 'preact';

export interface HeadButtonProps {
  readonly children: ComponentChildren;
  readonly onPress: () => void;
}

/** What is within reach on every screen of the booth, beside the names: as high as the head can be, 11 mm. */
export function HeadButton({ children, onPress }: HeadButtonProps) {
  return (
    <button type="button" class="head-button" onClick={onPress}>
      {children}
    </button>
  );
}
