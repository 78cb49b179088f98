/** Reading QR codes the way a phone does: from a picture. */
import decode from 'jsqr';
import sharp from 'sharp';

/** What the QR code in a picture (PNG or SVG) says; undefined if there is none that can be read. */
export async function readQr(picture: Buffer): Promise<string | undefined> {
  const { data, info } = await sharp(picture, { density: 144 })
    .flatten({ background: '#fff' })
    .resize(900, 900, { kernel: 'nearest', fit: 'contain', background: '#fff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return decode(new Uint8ClampedArray(data), info.width, info.height)?.data;
}
