/** Posters and cards: one page each, everything on it, and a code that leads where the printed address does. */
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { fixtureRoot } from '../helpers/fixture.ts';
import { readPdf, squash } from '../helpers/pdf.ts';
import { readQr } from '../helpers/qr.ts';

const root = fixtureRoot();
process.env.GUIDE_ROOT = root;
process.env.GUIDE_DAY = '2026-11-22';
const { getSite } = await import('../../src/content/guide.ts');
const { shorts } = await import('../../src/content/short.ts');
const { compilePdf, compileSvg } = await import('../../src/outputs/pdf/engine.ts');
const { reportPdf } = await import('../../src/outputs/pdf/report.ts');
const { sheetPdf } = await import('../../src/outputs/pdf/sheet.ts');

afterAll(() => rmSync(root, { recursive: true, force: true }));

const site = getSite();
const address = 'https://country.test/help/papers/';
const all = shorts(site);
const [finder] = all;
if (!finder) throw new Error('nothing has a short address');

it('leads to the finder, every procedure and every topic with questions', () => {
  expect(all.map((s) => `${s.kind} ${s.id}`).sort()).toEqual([
    'finder start',
    'procedure register-address',
    'procedure renew-stay-card',
    'topic arrival',
    'topic work',
  ]);
});

describe.each([
  ['poster', ['en']],
  ['poster', ['ar']],
  ['poster', ['en', 'ar']],
  ['card', ['en']],
  ['card', ['ar', 'en']],
] as const)('%s in %s', (kind, langs) => {
  it.each(all)('about $id', async (short) => {
    const data = sheetPdf(site, kind, short, [...langs], address);
    const pdf = await readPdf(compilePdf('sheet', data, short.id));
    const text = squash(pdf.text);
    expect(pdf.pages).toBe(1);
    const typed = `country.test/help/papers/go/${short.id}`;
    expect(text).toContain(squash(typed));
    // The address is never torn by the end of a line.
    expect(pdf.text).toContain(typed);
    expect(pdf.links).toContain(`https://${typed}/`);
    // A PDF reader hands out Arabic in the order of the page, so only the others can be compared.
    const plain = data.blocks.filter((b) => b.lang.dir === 'ltr');
    for (const b of plain)
      for (const words of [b.title, b.scan, b.checked]) expect(text, words).toContain(squash(words));
    if (langs.length === 1) for (const b of plain) expect(text).toContain(squash(b.summary));
    const roles = pdf.tags.map((t) => t.role);
    expect(roles).toContain('H1');
    expect(pdf.tags.find((t) => t.role === 'Figure')?.alt).toBe(data.alt);
    expect(pdf.info.Title).toBe(data.title);
  });
});

it('shows a code that a phone reads, in black and white', async () => {
  for (const kind of ['poster', 'card'] as const) {
    const data = sheetPdf(site, kind, finder, ['en', 'ar'], address);
    const svg = compileSvg('sheet', data, kind);
    expect(await readQr(Buffer.from(svg)), kind).toBe('https://country.test/help/papers/go/start/');
    const colours = new Set(svg.match(/#[0-9a-f]{6}\b/g));
    for (const c of colours)
      expect(c.slice(1, 3) === c.slice(3, 5) && c.slice(3, 5) === c.slice(5), c).toBe(true);
  }
});

it('stays on one page with a title that is very long', async () => {
  const long = { ...finder, title: () => 'A title that never seems to come to its end '.repeat(5).trim() };
  for (const kind of ['poster', 'card'] as const) {
    const data = sheetPdf(
      site,
      kind,
      long,
      ['en', 'ar'],
      'https://a-long-name-of-a-host.country.test/help/papers/',
    );
    expect((await readPdf(compilePdf('sheet', data, kind))).pages).toBe(1);
  }
});

it('has a form on paper for mistakes, with the address that the guide names', async () => {
  const pdf = await readPdf(compilePdf('report', reportPdf(site, 'en', address), 'report'));
  expect(pdf.pages).toBe(1);
  expect(squash(pdf.text)).toContain('guide@marland.example');
});
