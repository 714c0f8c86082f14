import decodeQR from 'qr/decode.js';

/** A frame or picture that a canvas can draw. */
export type Drawn = HTMLVideoElement | ImageBitmap;

/** Looks for a QR code in a picture drawn at most this wide. @returns undefined when none can be read */
export function qrCodeIn(
  picture: Drawn,
  size: { readonly width: number; readonly height: number },
  lookWidthPixels: number,
): string | undefined {
  const canvas = document.createElement('canvas');
  canvas.width = Math.min(size.width, lookWidthPixels);
  canvas.height = Math.round((canvas.width * size.height) / size.width);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null || canvas.width === 0 || canvas.height === 0) return undefined;
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  try {
    return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height));
  } catch {
    // no code in this picture
    return undefined;
  }
}

export interface CameraUse {
  /** `user`: the camera above the screen; `environment`: the one on the back of a phone. */
  readonly facing: 'user' | 'environment';
  /** Frames are looked at in this width: 640 for a card held at 15 cm, 1280 for a dense code on another screen. */
  readonly lookWidthPixels: 640 | 900 | 1280;
}

const LOOK_EVERY_MS = 150;

/**
 * Looks through the camera until a QR code is seen. Nothing is recorded: each frame is looked at and dropped.
 * @param onText what the code says; called for each frame that shows one
 * @returns a function that switches the camera off; rejects when there is no camera, or nobody allows it
 */
export async function watchCamera(
  video: HTMLVideoElement,
  { facing, lookWidthPixels }: CameraUse,
  onText: (text: string) => void,
): Promise<() => void> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: facing, width: { ideal: 1280 } },
    audio: false,
  });
  video.srcObject = stream;
  await video.play();
  const timer = setInterval(() => {
    const { videoWidth: width, videoHeight: height } = video;
    const text = width === 0 ? undefined : qrCodeIn(video, { width, height }, lookWidthPixels);
    if (text !== undefined) onText(text);
  }, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
}
