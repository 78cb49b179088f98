/**
 * The look: the component page against committed pictures, colours, focus, motion, forced colours, long words.
 * After a wanted change: UPDATE_SHOTS=1 npx vitest run --project browser tests/browser/face.test.ts, and look at the pictures.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, open, type Served, served } from '../helpers/browser.ts';
import { kindsOf, themes, widths } from '../helpers/shots.ts';
import { buildGuide, sites, type TestSite } from '../helpers/sites.ts';
import { ready } from '../helpers/wizard.ts';

const design: TestSite = {
  ...sites.country,
  name: 'design',
  dist: resolve('tests/output/design'),
  base: '/',
};
const pictures = join(import.meta.dirname, '../fixtures/shots');
let browser: Browser;
let parts: Served;
let guide: Served;

beforeAll(async () => {
  process.env.DESIGN = '1';
  const built = buildGuide(design);
  delete process.env.DESIGN;
  if (!built) throw new Error('the component page was not built');
  [browser, parts, guide] = await Promise.all([launch(), served(design), served(sites.guide)]);
});
afterAll(async () => {
  await browser?.close();
  parts?.stop();
  guide?.stop();
});

/** Sets the page in fonts from npm, so that its picture does not depend on the fonts of the machine. */
async function setFonts(page: Page): Promise<void> {
  const folder = 'node_modules/@expo-google-fonts';
  const font = (file: string): string => readFileSync(join(folder, file)).toString('base64');
  const latin = 'atkinson-hyperlegible-next';
  const arabic = 'ibm-plex-sans-arabic';
  await page.evaluate(
    async (fonts) => {
      for (const { family, weight, data } of fonts) {
        const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
        document.fonts.add(await new FontFace(family, bytes.buffer, { weight }).load());
      }
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(':root { --text: "Test Latin", "Test Arabic" !important; }');
      document.adoptedStyleSheets = [sheet];
      await document.fonts.ready;
    },
    [
      {
        family: 'Test Latin',
        weight: '400',
        data: font(`${latin}/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf`),
      },
      {
        family: 'Test Latin',
        weight: '700',
        data: font(`${latin}/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf`),
      },
      {
        family: 'Test Arabic',
        weight: '400',
        data: font(`${arabic}/400Regular/IBMPlexSansArabic_400Regular.ttf`),
      },
      { family: 'Test Arabic', weight: '700', data: font(`${arabic}/700Bold/IBMPlexSansArabic_700Bold.ttf`) },
    ],
  );
}

/** Share of pixels that differ visibly, in percent; sizes that differ count in full. */
async function difference(a: Buffer, b: Buffer): Promise<number> {
  const raw = (x: Buffer) => sharp(x).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const [one, two] = await Promise.all([raw(a), raw(b)]);
  if (one.info.width !== two.info.width || one.info.height !== two.info.height) return 100;
  let differ = 0;
  for (let i = 0; i < one.data.length; i += 3) {
    const far = [0, 1, 2].some((c) => Math.abs((one.data[i + c] ?? 0) - (two.data[i + c] ?? 0)) > 48);
    if (far) differ++;
  }
  return (100 * differ) / (one.info.width * one.info.height);
}

describe('the component page looks as it did', () => {
  const cases = ['en', 'ar'].flatMap((lang) =>
    widths.flatMap((width) => themes.map((theme) => [lang, width, theme] as const)),
  );
  it.each(cases)('%s, %i pixels, %s', async (lang, width, colorScheme) => {
    const { page, errors } = await open(browser, { viewport: { width, height: 800 }, colorScheme });
    await page.goto(`${parts.url}/design/${lang}/`);
    await setFonts(page);
    const name = `design-${lang}-${width}-${colorScheme}.png`;
    // Half the size keeps the repository small and still shows a line that moved.
    const now = await sharp(await page.screenshot({ fullPage: true }))
      .resize(width / 2)
      .png({ palette: true, colours: 16, dither: 0, effort: 10 })
      .toBuffer();
    expect(errors).toEqual([]);
    const file = join(pictures, name);
    if (process.env.UPDATE_SHOTS) {
      mkdirSync(pictures, { recursive: true });
      writeFileSync(file, now);
    }
    expect(existsSync(file), `${file} is missing; take it with UPDATE_SHOTS=1`).toBe(true);
    const share = await difference(readFileSync(file), now);
    if (share > 1) writeFileSync(join('tests/output', name), now);
    expect(share, `percent of pixels differ; the new picture is tests/output/${name}`).toBeLessThanOrEqual(1);
    await page.context().close();
  });

  it('is not in a normal build', () => {
    expect(existsSync(join(sites.guide.dist, 'design'))).toBe(false);
  });
});

it('has a picture beside shared links in every language, and an icon for the home screen', async () => {
  const size = async (file: string) => {
    const { width, height, format } = await sharp(join(sites.guide.dist, file)).metadata();
    return [format, width, height];
  };
  for (const lang of ['en', 'es', 'pt', 'ro']) {
    expect(await size(`social/${lang}.png`)).toEqual(['png', 1200, 630]);
    expect(readFileSync(join(sites.guide.dist, lang, 'index.html'), 'utf8')).toContain(
      `<meta property="og:image" content="https://guide.test/social/${lang}.png">`,
    );
  }
  expect(await size('apple-touch-icon.png')).toEqual(['png', 180, 180]);
});

/** Contrast of two colours as WCAG counts it. */
function contrast(a: string, b: string): number {
  const light = (hex: string): number => {
    const [r = 0, g = 0, bl = 0] = [1, 3, 5].map((i) => {
      const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [x = 0, y = 0] = [light(a), light(b)].sort((m, n) => n - m);
  return (x + 0.05) / (y + 0.05);
}

describe.each(themes)('colours, %s', (colorScheme) => {
  /** Text on ground, with the least contrast. Body text is AAA, other text AA; edges of controls and focus 3. */
  const pairs = [
    ...['paper', 'soft', 'warn-soft', 'accent-soft'].map((on) => ['ink', on, 7] as const),
    ...['paper', 'soft', 'accent-soft', 'warn-soft'].flatMap((on) => [
      ['quiet', on, 4.5] as const,
      ['link', on, 4.5] as const,
      ['accent', on, 4.5] as const,
      ['focus', on, 3] as const,
    ]),
    ['quiet', 'paper', 7],
    ['on-accent', 'accent', 4.5],
    ['warn', 'paper', 4.5],
    ['warn', 'warn-soft', 4.5],
    ['warn', 'soft', 4.5],
    ['ok', 'paper', 4.5],
    ['control', 'paper', 3],
    ['control', 'soft', 3],
    ['warn-line', 'paper', 3],
    ['mark-line', 'mark-paper', 3],
  ] as const;
  it('have the contrast that reading needs', async () => {
    const { page } = await open(browser, { colorScheme });
    await page.goto(`${parts.url}/en/`);
    const names = [...new Set(pairs.flatMap((p) => p.slice(0, 2) as string[]))];
    const tokens = await page.evaluate((all) => {
      const style = getComputedStyle(document.documentElement);
      const full = (c: string) => (c.length === 4 ? c.replace(/[0-9a-f]/gi, '$&$&') : c);
      return Object.fromEntries(all.map((n) => [n, full(style.getPropertyValue(`--${n}`).trim())]));
    }, names);
    expect(Object.entries(tokens).filter(([, c]) => !/^#[0-9a-f]{6}$/i.test(c as string))).toEqual([]);
    const weak = pairs
      .map(([a, b, least]) => ({ a, b, least, is: contrast(tokens[a] as string, tokens[b] as string) }))
      .filter((p) => p.is < p.least);
    expect(weak).toEqual([]);
    await page.context().close();
  });
});

/** One of each kind of thing that takes the focus. */
const focusable = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

it.each(themes)('shows the focus on everything that takes it, %s', async (colorScheme) => {
  const { page } = await open(browser, { colorScheme });
  await page.goto(`${parts.url}/design/en/`);
  // The first key makes the browser show the focus from then on.
  await page.keyboard.press('Tab');
  const { seen, hidden } = await page.evaluate((selector) => {
    const seen = new Set<string>();
    const hidden: string[] = [];
    for (const e of document.querySelectorAll<HTMLElement>(selector)) {
      if (!e.checkVisibility() || e.matches(':disabled')) continue;
      e.focus({ preventScroll: true });
      if (document.activeElement !== e) continue;
      seen.add(
        e.matches('[tabindex]')
          ? 'region'
          : e.matches('input')
            ? `input ${(e as HTMLInputElement).type}`
            : e.localName,
      );
      const { outlineStyle, outlineWidth } = getComputedStyle(e);
      if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2)
        hidden.push(e.outerHTML.slice(0, 100));
    }
    return { seen: [...seen].sort(), hidden };
  }, focusable);
  expect(seen).toEqual([
    'a',
    'button',
    'input checkbox',
    'input radio',
    'input search',
    'input text',
    'region',
    'select',
    'summary',
  ]);
  expect(hidden).toEqual([]);
  await page.context().close();
});

it('moves nothing where motion is not wanted', async () => {
  const { page } = await open(browser, { reducedMotion: 'reduce' });
  await page.goto(`${parts.url}/design/en/`);
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((e) =>
        [undefined, '::before', '::after'].some((part) => {
          const s = getComputedStyle(e, part);
          const lasts = `${s.transitionDuration}, ${s.animationDuration}`.split(', ');
          return lasts.some((d) => Number.parseFloat(d) > 0) || s.scrollBehavior === 'smooth';
        }),
      )
      .map((e) => e.outerHTML.slice(0, 80)),
  );
  expect(moving).toEqual([]);
  await page.context().close();
});

it('keeps the edges of controls and what is chosen visible in forced colours', async () => {
  const { page } = await open(browser, { forcedColors: 'active' });
  await page.goto(`${parts.url}/design/en/`);
  expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
  const edgeless = await page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'button:not(.official), .button, input:not([type=radio], [type=checkbox]), select, .option > label',
      ),
    ]
      .filter((e) => e.checkVisibility())
      .filter((e) => {
        const s = getComputedStyle(e);
        const ground = getComputedStyle(document.body).backgroundColor;
        return (
          s.borderTopStyle === 'none' ||
          Number.parseFloat(s.borderTopWidth) < 1 ||
          s.borderTopColor === ground
        );
      })
      .map((e) => e.outerHTML.slice(0, 100)),
  );
  expect(edgeless).toEqual([]);
  // A word in running text that opens its explanation is told by its line below.
  const words = await page.$$eval('button.official', (list) =>
    list.map((e) => getComputedStyle(e).borderBottomWidth),
  );
  expect(words.length).toBeGreaterThan(0);
  expect(words.filter((w) => Number.parseFloat(w) < 2)).toEqual([]);
  // The current language and section are told by a line that forced colours leave in place.
  const current = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.top [aria-current]')].map(
      (e) => getComputedStyle(e).borderBottomWidth,
    ),
  );
  expect(current.length).toBeGreaterThan(0);
  expect(current.filter((w) => Number.parseFloat(w) < 2)).toEqual([]);
  await page.context().close();
});

/** Text that its box cuts off, and anything that stands out of the page sideways. */
const torn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const out: string[] = [];
    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide > 0) out.push(`the page is ${wide}px too wide`);
    for (const e of document.querySelectorAll<HTMLElement>('body *')) {
      if (
        !e.checkVisibility({ visibilityProperty: true }) ||
        e.closest('.scroll, .visually-hidden, .skip, svg, select')
      )
        continue;
      const box = e.getBoundingClientRect();
      if (box.right > innerWidth + 1 || box.left < -1) out.push(`stands out: ${e.outerHTML.slice(0, 90)}`);
      const s = getComputedStyle(e);
      const cut = e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1;
      if (cut && s.display !== 'inline' && !/^visible/.test(s.overflow) && e.localName !== 'input')
        out.push(`cuts off: ${e.outerHTML.slice(0, 90)}`);
    }
    return out;
  });

it.each(['ro', 'ar'])('holds words 40 percent longer on every kind of page (%s)', async (lang) => {
  const { page } = await open(browser);
  // The strings of the made-up country's second language are that long already.
  const [at, dist] = lang === 'ar' ? [parts, design.dist] : [guide, sites.guide.dist];
  const found: string[] = [];
  for (const [kind, path] of kindsOf(dist, lang, lang === 'ar' ? 'tests/fixtures/marland' : undefined)) {
    await page.goto('about:blank');
    await page.goto(`${at.url}/${lang}/${path}`);
    if (path.includes('checklist/')) await ready(page);
    if (lang !== 'ar')
      await page.evaluate(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const text = walker.currentNode as Text;
          if (!text.data.trim() || text.parentElement?.closest('script, style, noscript')) continue;
          // Each word grows, as words of a longer language do.
          text.data = text.data.replace(
            /\p{L}{2,}/gu,
            (word) => word + word.slice(0, Math.ceil(word.length * 0.4)),
          );
        }
      });
    for (const fault of await torn(page)) found.push(`${kind}: ${fault}`);
  }
  expect(found).toEqual([]);
  await page.context().close();
});

it('has the header of a phone in three rows in every language', async () => {
  const { page } = await open(browser);
  for (const lang of ['en', 'es', 'pt', 'ro'])
    for (const path of ['', 'procedures/', 'authorities/', 'search/']) {
      await page.goto(`${guide.url}/${lang}/${path}`);
      await setFonts(page);
      const rows = await page.evaluate(
        () =>
          new Set(
            [...document.querySelectorAll('.top a')].map((a) => Math.round(a.getBoundingClientRect().top)),
          ).size,
      );
      expect(rows, `${lang}/${path}`).toBe(3);
    }
  await page.context().close();
});
