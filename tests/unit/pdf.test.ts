/** PDFs of the made-up country: content, tags, languages, sameness, and failing where it must. */
import { readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtureRoot } from '../helpers/fixture.ts';
import { phrases, type ReadPdf, readPdf, squash, unpacked } from '../helpers/pdf.ts';

const root = fixtureRoot();
process.env.GUIDE_ROOT = root;
process.env.GUIDE_DAY = '2026-11-22';
const { getSite } = await import('../../src/content/guide.ts');
const { kit } = await import('../../src/content/kit.ts');
const { view } = await import('../../src/i18n/view.ts');
const { compilePdf } = await import('../../src/outputs/pdf/engine.ts');
const { procedurePdf } = await import('../../src/outputs/pdf/procedure.ts');
const { pdfLang } = await import('../../src/outputs/pdf/frame.ts');

afterAll(() => rmSync(root, { recursive: true, force: true }));

const site = getSite();
const id = 'renew-stay-card';
const address = 'https://country.test/help/papers/';
const data = (lang: string, size?: number) => procedurePdf(site, lang, id, address, size);
const compile = (lang: string, change: object = {}) =>
  compilePdf('procedure', { ...data(lang), ...change }, `${lang}/${id}`);

describe('data of a procedure', () => {
  it('is the same for the same guide and holds nothing but JSON', () => {
    expect(JSON.parse(JSON.stringify(data('en')))).toEqual(data('en'));
  });

  it('numbers every source, and refers to no other', () => {
    const d = data('en');
    expect(d.sources.map((s) => s.number)).toEqual(d.sources.map((_, i) => i + 1));
    const refs = [...JSON.stringify(d).matchAll(/"refs":\[([\d,]*)\]/g)].flatMap((m) =>
      m[1] ? (m[1] as string).split(',') : [],
    );
    expect(refs.length).toBeGreaterThan(10);
    for (const n of refs) expect(Number(n)).toBeLessThanOrEqual(d.sources.length);
  });

  it('has a column of prices for every channel, or one price for all', () => {
    const { channels, rows, totals, extras } = data('en').fees;
    expect(channels).toEqual(['online', 'at the counter']);
    expect(totals).toEqual(
      ['at least CHF 90.25', 'at least CHF 120.00'].map((x) => x.replace('CHF ', 'CHF\u00a0')),
    );
    for (const row of rows) expect([1, channels.length]).toContain(row.prices.length);
    expect(extras.map((x) => x.name)).toEqual(['Fine', 'Photo']);
  });

  it('asks to add up where no sum is certain', () => {
    const procedure = site.resolved.get(id) as NonNullable<ReturnType<typeof site.resolved.get>>;
    const fees = procedure.fees.map((f) => ({ ...f, when: { basis: 'work' } }));
    const conditional = {
      ...site,
      resolved: new Map([[id, { ...procedure, fees }]]),
    } as typeof site;
    expect(procedurePdf(conditional, 'en', id, address).fees.totals).toEqual([]);
  });

  it('knows the script and the country of a language', () => {
    expect(pdfLang('pt-PT')).toEqual({ code: 'pt', region: 'PT', dir: 'ltr', latin: true });
    expect(pdfLang('ar-EG', 'rtl')).toEqual({ code: 'ar', region: 'EG', dir: 'rtl', latin: false });
    expect(pdfLang('es-419').region).toBeNull();
  });

  it('rejects a procedure that does not exist', () => {
    expect(() => procedurePdf(site, 'en', 'no-such-thing', address)).toThrow(/no-such-thing/);
  });
});

describe('the English PDF', () => {
  let bytes: Uint8Array;
  let pdf: ReadPdf;
  beforeAll(async () => {
    bytes = compile('en');
    pdf = await readPdf(bytes);
  });

  it('shows every phrase of the page', () => {
    // Brackets are turned round in the other script; this reader mixes up the two, and puts that script's words in another order.
    const loose = (x: string): string => squash(x).replace(/[()\u202a-\u202c]/g, '');
    const text = loose(pdf.text);
    const v = view(kit(site, 'en', id), {}, site.day);
    const own = phrases(v).filter((p) => !/\p{Script=Arabic}/u.test(p));
    expect(own.length).toBeGreaterThan(60);
    for (const phrase of own) expect(text, phrase).toContain(loose(phrase));
  });

  it('writes the address of the page beside its QR code, base path included', () => {
    const page = `${address}en/procedures/${id}/`;
    expect(squash(pdf.text)).toContain('country.test/help/papers/en/procedures/renew-stay-card');
    expect(pdf.links).toContain(page);
    expect(pdf.links).toContain(`${address}en/procedures/register-address/`);
    expect(pdf.tags.find((t) => t.role === 'Figure')?.alt).toContain('Renew your stay card');
  });

  it('numbers the pages and says when it was checked and made', () => {
    expect(pdf.text).toContain(`Page ${pdf.pages} of ${pdf.pages}`);
    expect(pdf.text).toContain('Checked on 20 November 2026 · Made on 22 November 2026');
  });

  it('is tagged: one title, sections, lists, tables with headers, links', () => {
    const count = (role: string): number => pdf.tags.filter((t) => t.role === role).length;
    expect(count('H1')).toBe(1);
    expect(count('H2')).toBeGreaterThan(6);
    expect(count('H3')).toBeGreaterThan(2);
    expect(count('L')).toBeGreaterThan(6);
    expect(count('LI')).toBeGreaterThan(25);
    expect(count('Table')).toBe(2);
    expect(count('TH')).toBe(5);
    expect(count('TD')).toBeGreaterThan(8);
    expect(count('Link')).toBeGreaterThan(2);
    expect(pdf.outline).toContain('What it costs');
  });

  it('marks official names with their language, beside the list and inside sentences', () => {
    expect(pdf.tags.some((t) => t.lang === 'ar-XM' || t.lang === 'ar-EG')).toBe(true);
    expect(unpacked(bytes)).toMatch(/\/MCID \d+\s+\/Lang \(ar-EG\)/);
  });

  it('names itself, its guide, its language and its day', () => {
    expect(pdf.info).toMatchObject({
      Title: 'Renew your stay card',
      Author: data('en').author,
      Language: 'en-GB',
    });
    expect(pdf.info.Keywords).toContain('renewal');
    expect(pdf.info.CreationDate).toMatch(/^D:20261122/);
    expect(Buffer.from(bytes).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it('stays within 120 KB and is the same every time', () => {
    expect(bytes.length).toBeLessThan(120 * 1024);
    expect(Buffer.compare(compile('en'), bytes)).toBe(0);
  });
});

it('writes the letters of all languages in one line', async () => {
  const line = 'ă â î ș ț ã õ ç ñ Ă Â Î Ș Ț Ã Õ Ç Ñ á é í ó ú à ü ¿ ¡ º ª „x” “y” «z» – … € ½';
  const pdf = await readPdf(compile('en', { forWhom: [{ t: 'p', c: [line] }] }));
  expect(squash(pdf.text)).toContain(squash(line));
});

it('shows text as it is, whatever signs it has', async () => {
  const odd = '#let x = 1; $a_b$ *c* _d_ @e <f> `g` \\h [i] {j} "k" // l';
  const pdf = await readPdf(compile('en', { forWhom: [{ t: 'p', c: [odd] }] }));
  expect(squash(pdf.text)).toContain(squash(odd));
});

it('writes from right to left in a language that does', async () => {
  const pdf = await readPdf(compile('ar'));
  expect(pdf.info.Language).toBe('ar-EG');
  expect(pdf.firstX).toBeGreaterThan(200);
  expect(squash(pdf.text)).toContain('country.test/help/papers/ar/procedures/renew-stay-card');
});

it('has one column and more pages in large print', async () => {
  const large = await readPdf(compilePdf('procedure', data('en', 18), 'large'));
  const usual = await readPdf(compile('en'));
  expect(large.pages).toBeGreaterThan(usual.pages);
  expect(squash(large.text)).toContain(squash('Birth certificates of the children'));
});

describe('a document that cannot be right', () => {
  it('fails on a letter that no font has, and says which document and letter', () => {
    expect(() => compile('en', { title: 'Renew 世' })).toThrow(
      /PDF en\/renew-stay-card.*世.*could not be displayed/,
    );
  });

  it('fails on a look-alike letter of another script', () => {
    expect(() => compile('en', { title: 'Rеnew' })).toThrow(/could not be displayed/);
  });

  it('fails on data that the template does not understand, and names the document', () => {
    expect(() => compile('en', { groups: 1 })).toThrow(/PDF en\/renew-stay-card \(procedure\.typ\)/);
  });

  it('fails on a template that does not exist', () => {
    expect(() => compilePdf('no-such-template', data('en'), 'en/nothing')).toThrow(/PDF en\/nothing/);
  });
});

it('names no font of the machine', () => {
  const fonts = [...unpacked(compile('ar')).matchAll(/\/FontName ?\/[A-Z]{6}\+([A-Za-z]+)/g)].map(
    (m) => m[1] as string,
  );
  expect(fonts.length).toBeGreaterThan(2);
  const packages = readFileSync('package.json', 'utf8').replaceAll('-', '');
  for (const font of fonts) {
    const name = font.toLowerCase();
    expect(packages.includes(`@expogooglefonts/${name}"`) || name === 'libertinusserif', font).toBe(true);
  }
});
