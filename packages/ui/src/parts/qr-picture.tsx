import { useMemo } from 'preact/hooks';
import encodeQR from 'qr';
import { qrPath } from './qr-path.ts';

/** The quiet zone that the standard asks for. */
const QUIET_ZONE_MODULES = 4;

export interface QrPictureProps {
  /** What the symbol says. */
  readonly text: string;
  /** What it is, for those who cannot see it. */
  readonly label: string;
  /** Width in millimetres of the device; by default it fills its column. */
  readonly widthMm?: number | undefined;
  readonly errorCorrection?: 'low' | 'medium' | 'quartile' | 'high' | undefined;
}

/** A QR symbol, always dark on white, also on a dark wall: cheap cameras do not read the reverse. */
export function QrPicture({ text, label, widthMm, errorCorrection = 'medium' }: QrPictureProps) {
  const { path, size } = useMemo(() => {
    const modules = encodeQR(text, 'raw', { ecc: errorCorrection, border: QUIET_ZONE_MODULES });
    return { path: qrPath(modules), size: modules.length };
  }, [text, errorCorrection]);
  return (
    <svg
      class="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
      style={widthMm === undefined ? undefined : { width: `calc(${widthMm} * var(--mm))` }}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
