/** Packing: fewer bytes, the same document. */
import { expect, it } from 'vitest';
import { pack } from '../../src/outputs/pdf/pack.ts';
import { readPdf, unpacked } from '../helpers/pdf.ts';

/** A PDF as the engine writes it: plain objects, one cross-reference table. */
function plainPdf(objects: string[]): Uint8Array {
  let text = '%PDF-1.7\n%\x80\x80\x80\x80\n\n';
  const rows = ['0000000000 65535 f\r\n'];
  for (const [i, body] of objects.entries()) {
    rows.push(`${String(text.length).padStart(10, '0')} 00000 n\r\n`);
    text += `${i + 1} 0 obj\n${body}\nendobj\n\n`;
  }
  const at = text.length;
  const trailer = `trailer\n<<\n  /Size ${rows.length}\n  /Root 1 0 R\n  /Info 6 0 R\n>>\nstartxref\n${at}\n%%EOF`;
  return Buffer.from(`${text}xref\n0 ${rows.length}\n${rows.join('')}${trailer}`, 'latin1');
}

const draw =
  'q\n1 0 0 -1 20.123456 30.98765 cm\nBT\n/F1 12 Tf\n(One space, a \\( and a \\\\000 stay) Tj\nET\nQ';
const document = (extra: string[] = []): Uint8Array =>
  plainPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 100] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<<\n  /Length ${draw.length}\n>>\nstream\n${draw}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<<\n  /Title (A  title)\n>>',
    ...extra,
  ]);

it('keeps text, strings and references', async () => {
  const packed = await readPdf(pack(document()));
  expect(packed.text).toBe('One space, a ( and a \\000 stay');
  expect(packed.info.Title).toBe('A  title');
  expect(packed.text).toBe((await readPdf(document())).text);
});

it('stays readable with thousands of objects, and is much smaller', async () => {
  const many = Array.from(
    { length: 3000 },
    (_, i) => `<<\n  /Type /StructElem\n  /S /P\n  /P ${i + 7} 0 R\n>>`,
  );
  const before = document(many);
  const after = pack(before);
  expect(after.length).toBeLessThan(before.length / 5);
  expect((await readPdf(after)).text).toContain('One space');
  expect(Buffer.compare(pack(before), after)).toBe(0);
});

it('rejects what it cannot read', () => {
  expect(() => pack(Buffer.from('hello'))).toThrow(/not a whole PDF/);
  expect(() => pack(pack(document()))).toThrow(/cross-reference|trailer/);
});

it('places a line directly, and tells a colour again only where it may have changed', async () => {
  const text = (y: number, words: string): string =>
    `q\n1 0 0 -1 20.123456 ${y} cm\n/c0 cs\n0 scn\nBT\n0 Tr\n/f1 12 Tf\n1 0 0 -1 0 0 Tm\n[(${words})] TJ\nET\nQ\n`;
  const lines = `${text(80, 'one')}${text(60, 'two')}q\n1 0 0 rg\n0 0 5 5 re\nf\nQ\n${text(40, 'three\\134\\000')}`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 100] /Contents 4 0 R /Resources << /ColorSpace << /c0 /DeviceGray >> /Font << /f1 5 0 R >> >> >>',
    `<<\n  /Length ${lines.length}\n>>\nstream\n${lines}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<<\n  /Title (A title)\n>>',
  ];
  const packed = pack(plainPdf(objects));
  const drawn = unpacked(packed);
  expect(drawn.match(/scn/g)).toHaveLength(2);
  expect(drawn).toContain('1 0 0 1 20.1 60 Tm');
  expect(drawn).toContain('three\\134\0');
  expect((await readPdf(packed)).text).toContain('two');
});

it('leaves out labels that hold nothing', () => {
  const packed = pack(
    document([
      '<<\n  /Type /StructElem\n  /S /LI\n  /P 1 0 R\n  /K [8 0 R 9 0 R]\n>>',
      '<<\n  /Type /StructElem\n  /S /Lbl\n  /P 7 0 R\n  /K []\n>>',
      '<<\n  /Type /StructElem\n  /S /LBody\n  /P 7 0 R\n  /K [0]\n>>',
    ]),
  );
  const objects = unpacked(packed);
  expect(objects).not.toContain('/Lbl');
  expect(objects).toContain('/K[9 0 R]');
});
