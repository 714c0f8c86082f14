/** Longest side at which handwriting on a sheet of A3 stays readable. */
const LONGEST_SIDE_PIXELS = 2048;
const JPEG_QUALITY = 0.8;

/**
 * A photo drawn anew in this browser: at most 2048 pixels on its longest side, JPEG, without what its file said about place, time and
 * camera. About 400 KB for a sheet.
 * @returns undefined where the file is no picture that this browser can read
 */
export async function shrinkPhoto(file: Blob): Promise<Blob | undefined> {
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file);
  } catch {
    return undefined;
  }
  const scale = Math.min(1, LONGEST_SIDE_PIXELS / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve) => {
    canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', JPEG_QUALITY);
  });
}
