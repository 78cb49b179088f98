/**
 * What a browser enforces while it reads the guide: one page of each kind in every language, with the service worker at
 * work. That no page asks another host or breaks its policy when its scripts are used is also in the tests of those parts.
 */
import { expect, it } from 'vitest';
import { open } from '../helpers/browser.ts';
import { kinds } from '../helpers/kinds.ts';
import { sites } from '../helpers/sites.ts';
import { stage } from '../helpers/stage.ts';

const { browser, guide, country } = await stage('guide', 'country');

/** What happens to text that is written as HTML, as script, or as the address of one. */
const attempts = () => {
  const outcome = (act: () => unknown): string => {
    try {
      act();
      return 'done';
    } catch (e) {
      return (e as Error).name;
    }
  };
  return [
    outcome(() => {
      document.createElement('p').innerHTML = '<b>text</b>';
    }),
    outcome(() => {
      document.createElement('script').text = '1';
    }),
    outcome(() => new Worker('/other.js')),
    outcome(() => globalThis.trustedTypes?.createPolicy('other', { createScriptURL: (url) => url })),
  ];
};

it.each(['en', 'es', 'pt', 'ro'])(
  'asks only its own host, keeps no cookie and nothing in storage, and breaks no policy (%s)',
  async (lang) => {
    const { page, errors } = await open(browser, { serviceWorkers: 'allow' });
    const context = page.context();
    const asked: string[] = [];
    context.on('request', (r) => asked.push(r.url()));
    await page.addInitScript(() =>
      addEventListener('securitypolicyviolation', (e) =>
        console.error(`policy: ${e.effectiveDirective} ${e.blockedURI} ${e.sample}`),
      ),
    );
    const paths = kinds(sites.guide.dist, lang);
    expect(paths.length).toBeGreaterThan(9);
    for (const path of paths) {
      await page.goto(`${guide.url}/${lang}/${path}`);
      expect(await page.evaluate('sessionStorage.length'), path).toBe(0);
    }
    // The worker started: its address passed the page's policy.
    const worker = await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.scriptURL);
    expect(worker).toBe(`${guide.url}/sw.js`);
    expect(await context.storageState()).toEqual({ cookies: [], origins: [] });
    expect(errors).toEqual([]);
    expect(asked.length).toBeGreaterThan(paths.length);
    expect(asked.filter((url) => !url.startsWith(`${guide.url}/`))).toEqual([]);
    await context.close();
  },
);

it('refuses to make HTML, scripts or policies of text on any kind of page', async () => {
  const { page } = await open(browser);
  for (const path of kinds(sites.country.dist, 'en')) {
    await page.goto(`${country.url}/en/${path}`);
    expect(await page.evaluate(attempts), path).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError']);
  }
  await page.context().close();
});

it('searches in a worker, which the policy of the search page lets start', async () => {
  const { page, errors } = await open(browser);
  const warnings: string[] = [];
  page.on('console', (m) => {
    if (m.text().includes('Pagefind')) warnings.push(m.text());
  });
  await page.goto(`${country.url}/en/search/?q=card`);
  await page.waitForSelector('#search-results a');
  expect(page.workers().map((w) => w.url())).toEqual([`${country.url}/pagefind/pagefind-worker.js`]);
  expect(warnings).toEqual([]);
  expect(errors).toEqual([]);
  await page.context().close();
});
