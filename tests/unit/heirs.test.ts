/** What pages, PDF and data say about those who took over from a closed body, in the made-up country. */
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { fixtureRoot } from '../helpers/fixture.ts';

const root = fixtureRoot();
process.env.GUIDE_ROOT = root;
process.env.GUIDE_DAY = '2026-11-22';
const { getSite } = await import('../../src/content/guide.ts');
const heirs = await import('../../src/content/heirs.ts');
const { compilePdf } = await import('../../src/outputs/pdf/engine.ts');
const { successionPdf } = await import('../../src/outputs/pdf/succession.ts');
const { whoFiles } = await import('../../src/outputs/data-who.ts');

afterAll(() => rmSync(root, { recursive: true, force: true }));
const site = getSite();
const address = 'https://country.test/help/papers/';
const none = {
  ...site,
  content: { ...site.content, succession: undefined, needs: new Map(), offices: new Map(), hubs: new Map() },
} as typeof site;

describe('names and places', () => {
  it('uses the short form that people know, else the name in the language', () => {
    expect(heirs.bodyName(site, 'en', 'residence-office')).toBe('م إ');
    expect(heirs.bodyName(site, 'en', 'town-hall')).toBe('Town hall');
    expect(() => heirs.bodyName(site, 'en', 'castle')).toThrow(/no authority "castle"/);
  });

  it('cites articles as the country does', () => {
    expect(heirs.articleWords(site, [3, 4])).toBe('المادة 3, المادة 4');
    expect(heirs.articleWords(site, [])).toBe('');
  });

  it('finds title and address of a place of each kind', () => {
    const at = (target: string) => heirs.placeOf(site, 'en', target);
    expect(at('procedure:register-address').href).toBe('/en/procedures/register-address/');
    expect(at('question:may-i-work').href).toBe('/en/questions/may-i-work/');
    expect(at('authority:town-hall')).toEqual({ title: 'Town hall', href: '/en/authorities/town-hall/' });
    expect(() => at('authority:castle')).toThrow(/leads nowhere/);
  });

  it('knows each closed body, those before it and those after it', () => {
    expect(heirs.closedBodies(site)).toEqual([
      {
        id: 'harbour-police',
        official: 'شرطة الميناء',
        short: undefined,
        before: ['حرس الساحل'],
        after: ['residence-office'],
      },
    ]);
  });

  it('lets the check day fall back to that of the whole, and names each source once', () => {
    const { duties, checkedOn } = site.content.succession?.data ?? { duties: [], checkedOn: '' };
    const days = duties.map((d) => heirs.proofOf(site, d, checkedOn).checkedOn);
    expect(days).toEqual(['2026-11-20', '2026-11-21', '2026-11-20', '2026-11-20']);
    expect(heirs.sourcesOf(duties)).toEqual(['stay-act', 'office-fees', 'harbour-news']);
  });
});

describe('the PDF', () => {
  const data = successionPdf(site, 'en', address);

  it('holds nothing but JSON, the same for the same guide', () => {
    expect(JSON.parse(JSON.stringify(data))).toEqual(successionPdf(site, 'en', address));
  });

  it('has every duty under its group, with who has it and how sure that is', () => {
    expect(data.groups.map((g) => [g.title, g.duties.length])).toEqual([
      ['Cards and homes', 2],
      ['Ships', 2],
    ]);
    const [cards, addresses] = data.groups[0]?.duties ?? [];
    expect(cards).toMatchObject({ bodies: ['م إ'], since: 'Since 1 January 2020.', weak: false });
    expect(addresses).toMatchObject({ official: null, since: null });
    const [ships, pilots] = data.groups[1]?.duties ?? [];
    expect(ships).toMatchObject({ bodies: [], background: false, weak: true });
    expect(pilots?.background).toBe(true);
    expect(data.page).toBe('https://country.test/help/papers/en/succession/');
  });

  it('is set in both directions of writing, always the same', () => {
    for (const lang of ['en', 'ar']) {
      const make = () => compilePdf('succession', successionPdf(site, lang, address), lang);
      expect(Buffer.compare(make(), make())).toBe(0);
    }
  });

  it('is refused where there is nothing to tell', () => {
    expect(() => successionPdf(none, 'en', address)).toThrow(/no content\/succession/);
    expect(() => successionPdf(site, 'fr', address)).toThrow(/no language "fr"/);
  });
});

describe('the data files', () => {
  it('are those that the guide has content for', () => {
    expect(whoFiles(site).map((f) => f.path)).toEqual(['succession', 'offices', 'needs', 'living']);
    expect(whoFiles(none)).toEqual([]);
  });
});
