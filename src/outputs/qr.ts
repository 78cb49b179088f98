/** QR codes as drawings, for PDFs, posters and pages. Runs in Node and in the browser. */
import { create } from 'qrcode';

/** Blank modules around the code; the standard asks for four. */
const quiet = 4;

/**
 * The QR code of a text as the path of an SVG: its dark modules, one unit each, in a square of `side` units.
 * Throws if the text is longer than a QR code can hold (about 2,300 bytes).
 */
export function qrPath(text: string): { side: number; path: string } {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const runs: string[] = [];
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      if (!data[y * size + x]) continue;
      const from = x;
      while (x + 1 < size && data[y * size + x + 1]) x++;
      runs.push(`M${from + quiet} ${y + quiet}h${x - from + 1}v1h-${x - from + 1}z`);
    }
  return { side: size + 2 * quiet, path: runs.join('') };
}

/** The same as a complete SVG document: black on white, one path. Whoever shows it adds the alternative text. */
export function qrSvg(text: string): string {
  const { side, path } = qrPath(text);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>`
  );
}
