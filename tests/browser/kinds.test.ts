/** Every kind of page in every language: accessibility, width, the switch of language. */
import { describe, expect, it } from 'vitest';
import { violations } from '../helpers/axe.ts';
import { open } from '../helpers/browser.ts';
import { kinds } from '../helpers/kinds.ts';
import { sites } from '../helpers/sites.ts';
import { stage } from '../helpers/stage.ts';

const { browser, guide, country } = await stage('guide', 'country');

const settings = [
  { rules: 'all', colorScheme: 'light', viewport: { width: 360, height: 740 } },
  { rules: 'look', colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
] as const;

describe.each([
  ['guide', ['en', 'es', 'pt', 'ro'], () => guide, sites.guide.dist],
  ['country', ['en', 'ar'], () => country, sites.country.dist],
] as const)('%s', (_, langs, at, dist) => {
  it.each(langs)(
    'has no axe violation on any kind of page, light and dark, phone and desktop (%s)',
    async (lang) => {
      const paths = kinds(dist, lang);
      expect(paths.length).toBeGreaterThan(9);
      const found: string[] = [];
      for (const options of settings) {
        const { page, errors, foreign } = await open(browser, options);
        for (const path of paths) {
          await page.goto(`${at().url}/${lang}/${path}`);
          for (const v of await violations(page, options.rules))
            found.push(`${path} (${options.colorScheme}): ${v}`);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (wide > 0) found.push(`${path}: ${wide}px too wide at ${options.viewport.width}`);
        }
        expect(errors).toEqual([]);
        expect(foreign).toEqual([]);
        await page.context().close();
      }
      expect(found).toEqual([]);
    },
  );

  it.each(langs)('switches the language on the same page and keeps the answers (%s)', async (lang) => {
    const { page } = await open(browser);
    const other = langs.find((l) => l !== lang) as string;
    // The wizard judges its answers itself; its own tests switch languages in the middle. A frame has no switch.
    const paths = kinds(dist, lang).filter((p) => !/(checklist|start)\/$|^embed\//.test(p));
    // The addresses of all pages are compared in the built files; here one language shows that it works on all kinds.
    for (const path of paths.filter((_, i) => lang === langs[0] || i % 8 === 0)) {
      await page.goto(`${at().url}/${lang}/${path}#x=1`);
      await page.click(`a[data-switch][hreflang="${other}"]`);
      await page.waitForURL(`**/${other}/${path}#x=1`);
    }
    await page.context().close();
  });
});
