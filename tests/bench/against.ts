/** The real guide against plain Astro and Starlight with the same texts in the same languages. */
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { getSite } from '../../src/content/guide.ts';
import { launch, served } from '../helpers/browser.ts';
import { brotliBytes, pagesOf } from '../helpers/built.ts';
import { type Built, build, firstView, folderBytes, kb, table, type View } from './measure.ts';
import { plainAstro, starlight } from './rivals.ts';

/** What a search moves: files and bytes (brotli) from the press of the first key to the first result. */
interface Search {
  requests: number;
  bytes: number;
}

/** Types one query on a page and counts what is loaded for it, files of the search's own code included. */
async function searchCost(
  dist: string,
  path: string,
  ask: { open?: string; field: string; result: string },
  query: string,
): Promise<Search> {
  const server = await served({ name: 'search', dist, base: '/', origin: '' });
  const browser = await launch();
  const page = await browser.newPage({ serviceWorkers: 'block' });
  await page.goto(`${server.url}${path}`);
  await page.waitForLoadState('networkidle');
  const files = new Set<string>();
  page.on('request', (r) => files.add(new URL(r.url()).pathname));
  if (ask.open) await page.locator(ask.open).first().click();
  await page.fill(ask.field, query);
  await page.press(ask.field, 'Enter');
  await page.waitForSelector(ask.result);
  await page.waitForLoadState('networkidle');
  await browser.close();
  server.stop();
  const bytes = [...files].reduce((n, f) => n + brotliBytes(join(dist, decodeURIComponent(f))), 0);
  return { requests: files.size, bytes };
}

/** Pages of questions and procedures: what all three sites have. */
const content = (page: string): boolean => /\/(questions|procedures)\/[^/]+\/index\.html$/.test(page);

export async function against(): Promise<string> {
  const langs = getSite().languages.map(({ code, name, dir }) => ({ code, name, dir }));
  const first = langs[0]?.code as string;
  const dist = resolve('tests/output/bench');
  const ownBuilt = build(process.cwd(), dist, { OUT_DIR: dist });
  const plain = plainAstro(
    dist,
    langs.map((l) => l.code),
  );
  const star = starlight(dist, langs);
  const plainBuilt = build(plain.dir, plain.dist);
  const starBuilt = build(star.dir, star.dist);
  const query = 'renew residence permit';
  const ownSearch = await searchCost(
    dist,
    `/${first}/search/`,
    { field: '#q', result: '#search-results a' },
    query,
  );
  const starSearch = await searchCost(
    star.dist,
    `/${first}/`,
    {
      open: 'button[data-open-modal]',
      field: '.pagefind-ui__search-input',
      result: '.pagefind-ui__result-link',
    },
    query,
  );
  const ownView = firstView(dist, content);
  const row = (
    name: string,
    pages: number,
    b: Built,
    v: View,
    index: string,
    search?: Search,
  ): (string | number)[] => [
    name,
    pages,
    `${b.seconds.toFixed(0)} (${(b.seconds / ownBuilt.seconds).toFixed(2)})`,
    `${b.memory.toFixed(0)} (${(b.memory / ownBuilt.memory).toFixed(2)})`,
    `${kb(v.html)} + ${kb(v.css)} + ${kb(v.js)}`,
    `${kb(v.total)} (${(v.total / ownView.total).toFixed(2)})`,
    v.requests,
    index,
    search
      ? `${kb(search.bytes)} in ${search.requests} (${(search.bytes / ownSearch.bytes).toFixed(2)})`
      : '–',
  ];
  const mb = (dir: string): string => (folderBytes(join(dir, 'pagefind')) / 2 ** 20).toFixed(1);
  const result = table(
    [
      'site with the same texts (ratio to this guide)',
      'pages',
      'build, s',
      'memory, MB',
      'page: HTML + CSS + JS, KB',
      'page in all, KB',
      'requests',
      'search index, MB',
      'one search, KB in files',
    ],
    [
      row(
        'this guide, with wizards, PDFs, data',
        pagesOf(dist).length,
        ownBuilt,
        ownView,
        mb(dist),
        ownSearch,
      ),
      row(
        'plain Astro, bare layout, no search',
        plain.pages,
        plainBuilt,
        firstView(plain.dist, content),
        '–',
      ),
      row(
        'Starlight, defaults',
        star.pages,
        starBuilt,
        firstView(star.dist, content),
        mb(star.dist),
        starSearch,
      ),
    ],
  );
  for (const dir of [plain.dir, star.dir]) rmSync(dir, { recursive: true, force: true });
  return result;
}
