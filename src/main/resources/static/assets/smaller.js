// A photo as small as it will be kept.

const LONGEST = 1600; // pixels: as large as photos are kept

/** A slow line carries what will be kept and no more. What this browser cannot read, the server judges. */
export async function smaller(photo) {
  try {
    const image = await createImageBitmap(photo);
    const scale = Math.min(1, LONGEST / Math.max(image.width, image.height));
    const canvas = new OffscreenCanvas(Math.round(image.width * scale), Math.round(image.height * scale));
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
  } catch {
    return photo;
  }
}
