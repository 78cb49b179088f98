/** A QR code as a picture file, drawn in the browser. */
import { qrPath } from '../../outputs/qr.ts';

/** Pixels a module: sharp on paper up to the size of a poster. */
const scale = 24;

/** Black on white. Rejects where the browser cannot make pictures. */
export function qrPng(text: string): Promise<Blob> {
  const { side, path } = qrPath(text);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side * scale;
  const pen = canvas.getContext('2d');
  if (!pen) return Promise.reject(new Error('no canvas'));
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.scale(scale, scale);
  pen.fillStyle = '#000';
  pen.fill(new Path2D(path));
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('no picture'))), 'image/png'),
  );
}
