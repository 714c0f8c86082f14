import { useEffect, useRef } from 'preact/hooks';
import type { CameraUse } from '../camera.ts';

export interface CameraViewProps extends CameraUse {
  /** What the picture is, for those who cannot see it. */
  readonly label: string;
  readonly onText: (text: string) => void;
  /** There is no camera, or nobody allows it. */
  readonly onFailed: () => void;
}

/** What the camera sees, while somebody holds a QR code before it. The camera is asked for only now, and its code is loaded only now. */
export function CameraView({ label, facing, lookWidthPixels, onText, onFailed }: CameraViewProps) {
  const video = useRef<HTMLVideoElement>(null);
  const latest = useRef({ onText, onFailed });
  latest.current = { onText, onFailed };

  useEffect(() => {
    let off: () => void = () => undefined;
    let gone = false;
    const watch = async () => {
      const { watchCamera } = await import('../camera.ts');
      if (video.current === null) return;
      off = await watchCamera(video.current, { facing, lookWidthPixels }, (text) =>
        latest.current.onText(text),
      );
      if (gone) off();
    };
    watch().catch(() => latest.current.onFailed());
    return () => {
      gone = true;
      off();
    };
  }, [facing, lookWidthPixels]);

  return <video class="camera-view" ref={video} muted playsInline aria-label={label} />;
}
