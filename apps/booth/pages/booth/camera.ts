import decodeQR from 'qr/decode.js';

/** Frames are looked at in this width: a card held at 15 cm fills most of it. */
const LOOK_WIDTH_PIXELS = 640;
const LOOK_EVERY_MS = 150;

/**
 * Looks through the camera until a QR code is seen. Nothing is recorded: each frame is looked at and dropped.
 * @param onText what the code says
 * @returns a function that switches the camera off
 */
export async function watchCamera(
  video: HTMLVideoElement,
  onText: (text: string) => void,
): Promise<() => void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'user' }, audio: false });
  video.srcObject = stream;
  await video.play();
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const look = (): void => {
    if (context === null || video.videoWidth === 0) return;
    canvas.width = LOOK_WIDTH_PIXELS;
    canvas.height = Math.round((LOOK_WIDTH_PIXELS * video.videoHeight) / video.videoWidth);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    try {
      onText(decodeQR(context.getImageData(0, 0, canvas.width, canvas.height)));
    } catch {
      // no code in this frame
    }
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
}
