/** The site in a real browser: no JavaScript, printing, zoom, room to touch, nothing that moves. */
import { expect, it } from 'vitest';
import { open } from '../helpers/browser.ts';
import { kinds } from '../helpers/kinds.ts';
import { sites } from '../helpers/sites.ts';
import { stage } from '../helpers/stage.ts';

const { browser, guide } = await stage('guide');

it('keeps text and controls at 400 % zoom, with doubled letter spacing', async () => {
  const { page } = await open(browser, { viewport: { width: 320, height: 256 } });
  for (const path of kinds(sites.guide.dist, 'ro')) {
    await page.goto(`${guide.url}/ro/${path}`);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }',
      );
      document.adoptedStyleSheets = [sheet];
    });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, path).toBeLessThanOrEqual(0);
  }
  await page.context().close();
});

it('has controls of at least 44 by 44 pixels', async () => {
  const { page } = await open(browser);
  for (const path of kinds(sites.guide.dist, 'ro')) {
    await page.goto(`${guide.url}/ro/${path}`);
    const small = await page.evaluate(() =>
      [
        ...document.querySelectorAll<HTMLElement>(
          'button:not(.official), .button, input:not([type=radio]):not([type=checkbox]), select, summary, nav a, .back a, .choices a',
        ),
      ]
        .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.matches('.skip'))
        .filter((e) => e.getBoundingClientRect().height < 43.5 || e.getBoundingClientRect().width < 43.5)
        .map(
          (e) =>
            `${e.outerHTML.slice(0, 80)} ${Math.round(e.getBoundingClientRect().width)}x${Math.round(e.getBoundingClientRect().height)}`,
        ),
    );
    expect(small, path).toEqual([]);
  }
  await page.context().close();
});

it('shifts nothing while loading', async () => {
  const { page } = await open(browser);
  for (const path of kinds(sites.guide.dist, 'en')) {
    await page.goto(`${guide.url}/en/${path}`);
    const shift = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const e of list.getEntries() as (PerformanceEntry & { value: number })[]) sum += e.value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done(sum), 300);
        }),
    );
    expect(shift, path).toBe(0);
  }
  await page.context().close();
});

it('works without JavaScript: chooser, home, a procedure with its full list, the wizard page, search page', async () => {
  const { page } = await open(browser, { javaScriptEnabled: false });
  await page.goto(`${guide.url}/`);
  await page.click('a[hreflang="ro"]');
  await page.click('main .cards a');
  await page.waitForURL('**/ro/procedures/**');
  expect(await page.locator('.items li').count()).toBeGreaterThan(20);
  await page.click('main a.button');
  await page.waitForURL('**/checklist/');
  expect(await page.locator('.without-js').isVisible()).toBe(true);
  expect(await page.locator('.without-js .only-if').count()).toBeGreaterThan(5);
  await page.goto(`${guide.url}/ro/search/`);
  expect(await page.locator('#search-lists a').count()).toBeGreaterThan(2);
  await page.context().close();
});

it('answers a wrong address in every language', async () => {
  const { page } = await open(browser);
  const response = await page.goto(`${guide.url}/nowhere/`);
  expect(response?.status()).toBe(404);
  for (const lang of ['en', 'es', 'pt', 'ro'])
    expect(await page.locator(`section[lang=${lang}] a`).count()).toBe(2);
  await page.context().close();
});

it('opens folded details on paper', async () => {
  const { page } = await open(browser);
  await page.goto(`${guide.url}/en/questions/how-to-renew-my-permit/`);
  const details = page.locator('details').first();
  expect(await details.getAttribute('open')).toBeNull();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await details.getAttribute('open')).not.toBeNull();
  await page.emulateMedia({ media: 'print' });
  // The procedure to start is named, not a heading over nothing.
  expect(await page.locator('#start + ul a').first().isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await details.getAttribute('open')).toBeNull();
  await page.context().close();
});
