/** QR codes: the drawing holds exactly the modules of the code. */
import { create } from 'qrcode';
import { expect, it } from 'vitest';
import { qrSvg } from '../../src/outputs/qr.ts';

const text = 'https://guide.test/ro/procedures/renew-residence-permit/';

/** Reads the drawing back: rows of dark and light modules, quiet zone included. */
function modules(svg: string): boolean[][] {
  const side = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  const rows = Array.from({ length: side }, () => Array<boolean>(side).fill(false));
  for (const m of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    const [x, y, width] = m.slice(1).map(Number) as [number, number, number];
    for (let i = 0; i < width; i++) (rows[y] as boolean[])[x + i] = true;
  }
  return rows;
}

it('draws every module and leaves four around them blank', () => {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const rows = modules(qrSvg(text));
  expect(rows.length).toBe(size + 8);
  for (const [y, row] of rows.entries())
    for (const [x, dark] of row.entries()) {
      const inside = x >= 4 && y >= 4 && x < size + 4 && y < size + 4;
      expect(dark, `${x} ${y}`).toBe(inside && data[(y - 4) * size + x - 4] === 1);
    }
});

it('is the same for the same text and another for another', () => {
  expect(qrSvg(text)).toBe(qrSvg(text));
  expect(qrSvg(`${text}?`)).not.toBe(qrSvg(text));
});

it('refuses a text that no QR code holds', () => {
  expect(() => qrSvg('x'.repeat(3000))).toThrow();
});
