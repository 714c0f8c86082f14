import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
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
  /** As large as its parent allows, every module a whole number of dots: edges between dots make a dense symbol unreadable. */
  readonly onWholeDots?: boolean | undefined;
  readonly errorCorrection?: 'low' | 'medium' | 'quartile' | 'high' | undefined;
}

/** A QR symbol, always dark on white, also on a dark wall: cheap cameras do not read the reverse. */
export function QrPicture(props: QrPictureProps) {
  const { text, label, widthMm, onWholeDots = false, errorCorrection = 'medium' } = props;
  const picture = useRef<SVGSVGElement>(null);
  const { path, size } = useMemo(() => {
    const modules = encodeQR(text, 'raw', { ecc: errorCorrection, border: QUIET_ZONE_MODULES });
    return { path: qrPath(modules), size: modules.length };
  }, [text, errorCorrection]);
  useLayoutEffect(() => {
    const element = picture.current;
    const room = element?.parentElement;
    if (!onWholeDots || element === null || room === null || room === undefined) return undefined;
    const fit = () => {
      const dots = Math.min(room.clientWidth, room.clientHeight) * devicePixelRatio;
      const side = (Math.max(1, Math.floor(dots / size)) * size) / devicePixelRatio;
      element.style.width = `${side}px`;
      element.style.height = `${side}px`;
    };
    const sizes = new ResizeObserver(fit);
    sizes.observe(room);
    fit();
    return () => sizes.disconnect();
  }, [onWholeDots, size]);
  return (
    <svg
      ref={picture}
      class={onWholeDots ? 'qr qr--whole-dots' : 'qr'}
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
