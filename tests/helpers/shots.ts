/**
 * Pictures of a built guide, to look at: `node tests/helpers/shots.ts <dist> <folder> [language …]` takes twelve kinds of
 * page in each language, at two widths, light and dark, the two pages that speak all languages, and three on paper.
 * The guide's content is read from GUIDE_ROOT, as in the build.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launch, open, served } from './browser.ts';
import { pagesOf } from './built.ts';
import { examplesOf, fragment } from './wizard.ts';

export const widths = [360, 1280] as const;
export const themes = ['light', 'dark'] as const;

/** The first page below a folder of a language, by its address. */
function firstOf(dist: string, lang: string, folder: string, last = ''): string {
  const found = pagesOf(dist).find((p) =>
    new RegExp(`^${lang}/${folder}/[^/]+/${last}index\\.html$`).test(p),
  );
  if (!found) throw new Error(`no page below ${lang}/${folder}/`);
  return found.slice(lang.length + 1).replace(/index\.html$/, '');
}

/** Twelve kinds of page of a language: a name and the address below the language folder. `root` holds the content. */
export function kindsOf(dist: string, lang: string, root?: string): Map<string, string> {
  const procedure = firstOf(dist, lang, 'procedures', 'more/').replace(/more\/$/, '');
  const id = procedure.split('/')[1] as string;
  const example = examplesOf(root)
    .get(id)
    ?.find((e) => e.stops.length === 0);
  if (!example) throw new Error(`no example of ${id} that ends in a list`);
  return new Map([
    ['home', ''],
    ['procedures', 'procedures/'],
    ['procedure', procedure],
    ['more', `${procedure}more/`],
    ['wizard', `${procedure}checklist/`],
    ['result', `${procedure}checklist/${fragment(example.answers)}`],
    ['question', firstOf(dist, lang, 'questions')],
    ['questions', 'questions/'],
    ['authority', firstOf(dist, lang, 'authorities')],
    ['search', 'search/?q=AIMA'],
    ['sources', firstOf(dist, lang, 'sources')],
    ['about', 'about/'],
  ]);
}

/** Opens an address and waits until scripts have put their part on the page. */
async function show(page: Page, url: string): Promise<void> {
  // A change of the fragment alone would load nothing.
  await page.goto('about:blank');
  await page.goto(url, { waitUntil: 'networkidle' });
}

if (import.meta.main) {
  const [dist, folder, ...wanted] = process.argv.slice(2);
  if (!dist || !folder) throw new Error('usage: node tests/helpers/shots.ts <dist> <folder> [language …]');
  mkdirSync(folder, { recursive: true });
  const site = await served({ name: 'shots', dist, base: process.env.BASE_PATH ?? '/', origin: '' });
  const browser = await launch();
  const all = new Set(pagesOf(dist).flatMap((p) => /^(\w+)\/index\.html$/.exec(p)?.[1] ?? []));
  const langs = [...all].filter((l) => l !== 'design' && (wanted.length === 0 || wanted.includes(l)));
  for (const width of widths)
    for (const colorScheme of themes) {
      const { page } = await open(browser, { viewport: { width, height: 800 }, colorScheme });
      const take = async (name: string, path: string): Promise<void> => {
        await show(page, `${site.url}/${path}`);
        await page.screenshot({
          path: join(folder, `${name}-${width}-${colorScheme}.png`),
          fullPage: true,
        });
      };
      await take('chooser', '');
      await take('404', 'no-such-page/');
      for (const lang of langs)
        for (const [kind, path] of kindsOf(dist, lang)) await take(`${lang}-${kind}`, `${lang}/${path}`);
      await page.context().close();
    }
  // A4 less its margins, at 96 dots an inch.
  const { page } = await open(browser, { viewport: { width: 718, height: 1047 } });
  await page.emulateMedia({ media: 'print' });
  for (const lang of langs)
    for (const kind of ['procedure', 'result', 'question']) {
      await show(page, `${site.url}/${lang}/${kindsOf(dist, lang).get(kind)}`);
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await page.screenshot({ path: join(folder, `${lang}-${kind}-print.png`), fullPage: true });
    }
  await browser.close();
  site.stop();
}
