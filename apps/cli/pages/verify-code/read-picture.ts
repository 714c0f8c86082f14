import decodeQR from 'qr/decode.js';

/** Widths at which a picture is looked at: a phone's photo in full is slow to read, and a code may be small in it. */
const LOOK_WIDTHS_PIXELS = [900, 1500, 600];

type Drawn = HTMLVideoElement | ImageBitmap;

/** Looks for a QR code in a picture of this width. @returns undefined when none can be read */
function lookAt(picture: Drawn, width: number, height: number, lookWidth: number): string | undefined {
  const canvas = document.createElement('canvas');
  canvas.width = Math.min(width, lookWidth);
  canvas.height = Math.round((canvas.width * height) / width);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null || canvas.height === 0) return undefined;
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  try {
    return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height));
  } catch {
    // no code in this picture
    return undefined;
  }
}

/** What the QR code of a photo says. @returns undefined when none can be read, or the file is no picture */
export async function readPicture(file: Blob): Promise<string | undefined> {
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file);
  } catch {
    return undefined;
  }
  for (const lookWidth of LOOK_WIDTHS_PIXELS) {
    const text = lookAt(picture, picture.width, picture.height, lookWidth);
    if (text !== undefined) return text;
  }
  return undefined;
}

const LOOK_EVERY_MS = 200;

/**
 * Looks through the camera until a QR code is seen. Each frame is looked at and dropped.
 * @returns a function that switches the camera off
 */
export async function watchCamera(
  video: HTMLVideoElement,
  onText: (text: string) => void,
): Promise<() => void> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: 1280 } },
    audio: false,
  });
  video.srcObject = stream;
  await video.play();
  const timer = setInterval(() => {
    const text = video.videoWidth === 0 ? undefined : lookAt(video, video.videoWidth, video.videoHeight, 900);
    if (text !== undefined) onText(text);
  }, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
}
