/** A picture of a file that somebody chose, ready to be drawn. @returns undefined where this browser can read no picture in it */
export async function openPicture(file: Blob): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(file);
  } catch {
    return undefined;
  }
}

/**
 * What stands on a canvas, as JPEG: nothing of the file that was drawn on it (place, time, camera) is in it.
 * @param quality 0 to 1
 * @returns undefined where the browser has no memory left for it
 */
export function jpegOf(canvas: HTMLCanvasElement, quality: number): Promise<Blob | undefined> {
  return new Promise((resolve) => {
    canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', quality);
  });
}

/** A whole picture drawn anew in another size. @param scale of both sides */
export function drawAnew(picture: ImageBitmap, scale: number, quality: number): Promise<Blob | undefined> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return jpegOf(canvas, quality);
}
