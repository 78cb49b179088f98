/**
 * Makes a finished PDF smaller without changing what it shows: the engine writes its thousands of small objects
 * (structure tree, links) as plain text; here they go into compressed object streams (PDF 1.5, ISO 32000-1, 7.5.7).
 * A tagged document of ten pages shrinks to about a third, which counts on prepaid data.
 */
import { deflateSync, inflateSync } from 'node:zlib';

/** Objects in one stream: enough to compress well, few enough for a phone to unpack one at a time. */
const perStream = 1000;

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const squeeze = (data: Buffer): Buffer => deflateSync(data, { level: 9, memLevel: 9 });

/** Objects by number, each without its `n 0 obj` and `endobj`. */
function objectsOf(pdf: string, table: number): Map<number, string> {
  const head = /^xref\n0 (\d+)\n/.exec(pdf.slice(table, table + 40));
  if (!head) throw new Error('not a PDF with one plain cross-reference table');
  const first = table + head[0].length;
  const offsets = Array.from({ length: Number(head[1]) }, (_, n) => ({
    n,
    line: pdf.slice(first + n * 20, first + n * 20 + 18),
  }))
    .filter(({ line }) => line.endsWith('n'))
    .map(({ n, line }) => ({ n, at: Number(line.slice(0, 10)) }))
    .sort((a, b) => a.at - b.at);
  return new Map(
    offsets.map(({ n, at }, i) => {
      const text = pdf.slice(at, offsets[i + 1]?.at ?? table);
      return [n, text.slice(text.indexOf('obj') + 3, text.lastIndexOf('endobj')).trim()];
    }),
  );
}

/** White space between tokens, which no reader needs, and a type that is told by the place; strings stay as they are. */
const tight = (object: string): string =>
  object.includes('(')
    ? object
    : object
        .replace(/\/Type \/StructElem\b/, '')
        .replace(/\s+/g, ' ')
        .replace(/ ?(<<|>>|[[\]/]) ?/g, '$1');

/** Takes out labels of list items that hold nothing: half the lists have no marks, and each label is an object. */
function withoutEmptyLabels(objects: Map<number, string>): void {
  const empty = new Set<number>();
  for (const [n, object] of objects)
    if (object.includes('/S /Lbl') && /\/K \[\s*\]/.test(object)) empty.add(n);
  for (const n of empty) {
    const parent = Number(/\/P (\d+) 0 R/.exec(objects.get(n) as string)?.[1]);
    const owner = objects.get(parent);
    if (!owner) throw new Error('a label that belongs to nothing');
    objects.set(parent, owner.replace(new RegExp(`(\\[| )${n} 0 R ?`), '$1'));
    objects.delete(n);
  }
}

/** Escapes of single letters in strings, and what they stand for. */
const letters: Record<string, string> = { t: '\t', b: '\b', f: '\f' };
/** A line of text as the engine draws it: its own coordinate system, its colour, its font, its words. */
const line =
  /q\n1 0 0 -1 (\S+) (\S+) cm\n(\/c\d+ cs\n[^\n]+ scn\n)BT\n0 Tr\n(\/f\d+ \S+ Tf\n)1 0 0 -1 0 0 Tm\n([^\n]+\n)ET\nQ\n/g;

/**
 * What is drawn, in fewer bytes. The engine writes each letter as `\000x` and turns the page upside down for every line:
 * bytes are written as they are, a line is placed directly, and its colour is told only when it changes. Places are given
 * to a hundred-thousandth of a point: a tenth of a point is finer than any eye.
 */
function terse(content: string): string {
  // Signs that would end a string, begin an escape or end a line stay escaped.
  const short = content.replace(/\\([0-7]{3}|[\s\S])/g, (whole, code: string) => {
    const letter = code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : letters[code];
    return letter === undefined || '()\\\r\n'.includes(letter) ? whole : letter;
  });
  let colour = '';
  let end = 0;
  return short.replace(line, (found, x, y, own, font, words, at: number) => {
    // Anything drawn in between may have changed the colour.
    const told = own === colour && !/\b(?:q|Q|scn)\n/.test(short.slice(end, at)) ? '' : own;
    colour = own;
    end = at + found.length;
    return `${told}BT\n${font}1 0 0 1 ${round(x)} ${round(y)} Tm\n${words}ET\n`;
  });
}
const round = (n: string): number => Math.round(Number(n) * 10) / 10;

/** A stream object with its data compressed as far as zlib can. Metadata stays readable for whoever only scans files. */
function recompressed(object: string, drawn: boolean): Buffer {
  const at = object.indexOf('stream\n') + 'stream\n'.length;
  const data = bytes(object.slice(at, object.lastIndexOf('\nendstream')));
  const dict = object.slice(0, at);
  const packed = /\/Filter \/FlateDecode\b/.test(dict);
  if (/\/Type \/Metadata\b/.test(dict) || (!packed && dict.includes('/Filter'))) return bytes(object);
  const open = packed ? inflateSync(data) : data;
  const small = squeeze(drawn ? bytes(terse(open.toString('latin1'))) : open);
  const length = `/Length ${small.length}${packed ? '' : ' /Filter /FlateDecode'}`;
  return Buffer.concat([bytes(dict.replace(/\/Length \d+/, length)), small, bytes('\nendstream')]);
}

/** The same document in fewer bytes; the same input gives the same output. Throws on a PDF that the engine did not write. */
export function pack(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const end = /startxref\n(\d+)\n%%EOF\s*$/.exec(text);
  if (!end) throw new Error('not a whole PDF');
  const table = Number(end[1]);
  const trailer = /trailer\n<<([\s\S]*?)>>\nstartxref/.exec(text.slice(table))?.[1];
  if (!trailer) throw new Error('a PDF without a trailer');
  const objects = objectsOf(text, table);
  withoutEmptyLabels(objects);
  const drawn = new Set([...text.matchAll(/\/Contents (\d+) 0 R/g)].map((m) => Number(m[1])));
  const isStream = (object: string): boolean => object.endsWith('endstream');

  const out: Buffer[] = [bytes(text.slice(0, text.indexOf('\n', 9) + 1))];
  let length = (out[0] as Buffer).length;
  /** Object number → its row in the cross-reference stream: kind, place, index. */
  const rows = new Map<number, [number, number, number]>([[0, [0, 0, 65535]]]);
  const write = (n: number, body: Buffer): void => {
    rows.set(n, [1, length, 0]);
    const whole = Buffer.concat([bytes(`${n} 0 obj\n`), body, bytes('\nendobj\n')]);
    out.push(whole);
    length += whole.length;
  };
  for (const [n, object] of objects) if (isStream(object)) write(n, recompressed(object, drawn.has(n)));

  let next = Math.max(...objects.keys()) + 1;
  const plain = [...objects].filter(([, object]) => !isStream(object));
  for (let i = 0; i < plain.length; i += perStream) {
    const part = plain.slice(i, i + perStream).map(([n, object]) => [n, tight(object)] as const);
    let at = 0;
    const index = part.map(([n, object], k) => {
      rows.set(n, [2, next, k]);
      const pair = `${n} ${at}`;
      at += object.length + 1;
      return pair;
    });
    const head = `${index.join(' ')}\n`;
    const data = squeeze(bytes(head + part.map(([, object]) => object).join('\n')));
    const dict = `<</Type/ObjStm/N ${part.length}/First ${head.length}/Filter/FlateDecode/Length ${data.length}>>`;
    write(next, Buffer.concat([bytes(`${dict}\nstream\n`), data, bytes('\nendstream')]));
    next++;
  }

  const size = next + 1;
  rows.set(next, [1, length, 0]);
  // Each row is written as its difference from the one above (PNG "up"): neighbours are alike and compress to nothing.
  const cells = Buffer.alloc(size * 7);
  for (const [n, [kind, place, index]] of rows) {
    cells.writeUInt8(kind, n * 7);
    cells.writeUInt32BE(place, n * 7 + 1);
    cells.writeUInt16BE(index, n * 7 + 5);
  }
  const up = Buffer.alloc(size * 8);
  for (let n = 0; n < size; n++) {
    up[n * 8] = 2;
    for (let k = 0; k < 7; k++) {
      const above = n === 0 ? 0 : (cells[(n - 1) * 7 + k] as number);
      up[n * 8 + 1 + k] = (cells[n * 7 + k] as number) - above;
    }
  }
  const data = squeeze(up);
  const rest = trailer
    .replace(/\/Size \d+/, '')
    .replace(/\s+/g, ' ')
    .trim();
  out.push(
    bytes(
      `${next} 0 obj\n<</Type/XRef/Size ${size}/W[1 4 2]${rest}/DecodeParms<</Predictor 12/Columns 7>>/Filter/FlateDecode/Length ${data.length}>>\nstream\n`,
    ),
    data,
    bytes(`\nendstream\nendobj\nstartxref\n${length}\n%%EOF\n`),
  );
  return new Uint8Array(Buffer.concat(out));
}
