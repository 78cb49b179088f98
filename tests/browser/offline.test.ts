/** Reading without a connection: on the made-up country, below a base path. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OfflineList } from '../../src/outputs/offline.ts';
import { launch } from '../helpers/browser.ts';
import { filesOf } from '../helpers/built.ts';
import { sites } from '../helpers/sites.ts';

const { base } = sites.country;
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** A server whose line can be cut, cut at a certain file, or that serves another edition. */
interface Line {
  url: string;
  up: boolean;
  dist: string;
  asked: string[];
  /** Refuses this file once. */
  refuse: string | undefined;
  stop(): void;
}
const types: Record<string, string> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
};
async function line(): Promise<Line> {
  const server: Server = createServer((req, res) => {
    const path = decodeURIComponent(new URL(req.url ?? '/', 'http://x').pathname).slice(base.length + 1);
    me.asked.push(path);
    const file = join(me.dist, path === '' || path.endsWith('/') ? `${path}index.html` : path);
    if (!me.up || path === me.refuse) {
      req.socket.destroy();
      return;
    }
    if (!existsSync(file)) res.writeHead(404).end();
    else
      res
        .writeHead(200, {
          'content-type': types[file.split('.').at(-1) as string] ?? 'application/octet-stream',
          'cache-control': 'no-store',
        })
        .end(readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(0, done));
  const me: Line = {
    url: `http://localhost:${(server.address() as AddressInfo).port}${base}`,
    up: true,
    dist: sites.country.dist,
    asked: [],
    refuse: undefined,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return me;
}

/** The next edition of the guide: a word on every page differs. */
const edition = resolve('tests/output/country-next');
function nextEdition(): void {
  rmSync(edition, { recursive: true, force: true });
  cpSync(sites.country.dist, edition, { recursive: true });
  for (const lang of ['en', 'ar']) {
    const file = join(edition, 'offline', `${lang}.json`);
    const list = JSON.parse(readFileSync(file, 'utf8')) as OfflineList;
    for (const part of list.parts) {
      const text = readFileSync(join(edition, part.path), 'utf8').replaceAll('</h1>', ' (next)</h1>');
      part.path = part.path.replace(/-[0-9a-f]+\.json$/, `-next${list.parts.indexOf(part)}.json`);
      writeFileSync(join(edition, part.path), text);
      part.hash = createHash('sha256').update(text).digest('hex');
    }
    list.version = 'next';
    writeFileSync(file, JSON.stringify(list));
  }
  for (const page of filesOf(edition).filter((f) => f.endsWith('.html'))) {
    const path = join(edition, page);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('</h1>', ' (next)</h1>'));
  }
}

let net: Line;
let context: BrowserContext;
let page: Page;
beforeEach(async () => {
  net = await line();
  context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'en-GB' });
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
  net.stop();
});

const ready = async (): Promise<void> => {
  await page.goto(`${net.url}/en/offline/`);
  await page.waitForSelector('#offline-form[data-ready]');
  await page.evaluate('navigator.serviceWorker.ready.then(() => 0)');
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
};
const keep = async (pdfs = false): Promise<void> => {
  await ready();
  if (pdfs) await page.check('#offline-pdfs');
  await page.click('#offline-start');
  await page.waitForFunction(() =>
    document.querySelector('#offline-status')?.textContent?.startsWith('Done'),
  );
};
const cacheNames = (): Promise<string[]> => page.evaluate('caches.keys()');
const pagesIn = (lang: string): string[] =>
  filesOf(sites.country.dist)
    .filter((f) => f.startsWith(`${lang}/`) && f.endsWith('index.html'))
    .map((f) => f.replace(/index\.html$/, ''));

describe('without asking', () => {
  it('keeps what was visited and nothing else, and says that it is a copy', async () => {
    await page.goto(`${net.url}/en/procedures/renew-stay-card/`);
    await page.evaluate('navigator.serviceWorker.ready.then(() => 0)');
    await expect
      .poll(() => page.evaluate(`caches.match(location.href).then((r) => r !== undefined)`))
      .toBe(true);
    net.up = false;
    await page.reload();
    expect(await page.locator('h1').textContent()).toContain('Renew your stay card');
    expect(await page.locator('.kept').isVisible()).toBe(true);
    expect(await page.locator('.kept').textContent()).toContain('22 November 2026');
    // Its style came along.
    expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px');
    const other = await context.newPage();
    await expect(other.goto(`${net.url}/en/procedures/register-address/`)).rejects.toThrow();
    net.up = true;
    await page.goto(`${net.url}/en/procedures/renew-stay-card/`);
    expect(await page.locator('.kept').isVisible()).toBe(false);
  });
});

describe('a kept language', () => {
  it('tells the size first, then works without a server: every page, a wizard, the search, a PDF', async () => {
    await ready();
    expect(await page.locator('#offline-size').textContent()).toMatch(/\d[.,]\d/);
    const before = net.asked.length;
    await keep(true);
    expect(net.asked.slice(before).filter((p) => /^offline\/en-/.test(p)).length).toBeGreaterThan(1);
    expect(net.asked.filter((p) => /^offline\/ar-/.test(p))).toEqual([]);
    expect(await page.locator('#offline-state li').textContent()).toContain('with PDFs');
    net.up = false;
    const errors: string[] = [];
    page.on('pageerror', (e) => errors.push(String(e)));
    const pages = pagesIn('en');
    expect(pages.length).toBeGreaterThan(15);
    for (const path of pages) {
      await page.goto(`${net.url}/${path}`);
      expect(await page.locator('h1:visible').count(), path).toBe(1);
      expect(await page.locator('.kept').isVisible(), path).toBe(true);
    }
    await page.goto(`${net.url}/en/procedures/renew-stay-card/checklist/`);
    await page.waitForSelector('.wizard[data-ready]');
    await page.locator('.wizard input[type=radio]').first().check();
    await page.locator('.wizard button[type=submit]').click();
    await page.waitForFunction(() => location.hash.includes('='));
    await page.goto(`${net.url}/en/search/?q=stay`);
    await page.waitForSelector('#search-results a');
    const pdf = await page.evaluate(
      `fetch('${base}/pdf/en/guide.pdf').then((r) => r.text()).then((t) => t.slice(0, 5))`,
    );
    expect(pdf).toBe('%PDF-');
    expect(errors).toEqual([]);
  });

  it('goes on where a lost connection stopped it', async () => {
    await ready();
    const list = JSON.parse(readFileSync(join(sites.country.dist, 'offline/en.json'), 'utf8')) as OfflineList;
    const last = list.parts.at(-1)?.path as string;
    net.refuse = last;
    await page.click('#offline-start');
    await page.waitForFunction(() =>
      document.querySelector('#offline-status')?.textContent?.startsWith('The connection was lost'),
    );
    expect(await page.locator('#offline-state li').textContent()).toMatch(/not finished/);
    // Half a guide is never read: the page that explains it stands in.
    net.up = false;
    await page.goto(`${net.url}/en/glossary/`);
    expect(await page.locator('h1').textContent()).toBe('Keep this guide on your phone');
    net.up = true;
    net.refuse = undefined;
    await ready();
    expect(await page.locator('#offline-start').textContent()).toContain('Go on');
    const before = net.asked.length;
    await page.click('#offline-start');
    await page.waitForFunction(() =>
      document.querySelector('#offline-status')?.textContent?.startsWith('Done'),
    );
    const asked = net.asked.slice(before).filter((p) => /^offline\/en-/.test(p));
    expect(asked).toEqual([last]);
  });

  it('is renewed as a whole while a page is open, and says so', async () => {
    nextEdition();
    await keep();
    await page.goto(`${net.url}/en/procedures/`);
    net.dist = edition;
    const second = JSON.parse(readFileSync(join(edition, 'offline/en.json'), 'utf8')) as OfflineList;
    // The new edition arrives in part only: the old one stays.
    net.refuse = second.parts.at(-1)?.path as string;
    await page.goto(`${net.url}/en/questions/`);
    await expect.poll(() => net.asked.includes(net.refuse as string)).toBe(true);
    net.up = false;
    await page.goto(`${net.url}/en/authorities/town-hall/`);
    expect(await page.locator('h1').textContent()).not.toContain('(next)');
    net.up = true;
    net.refuse = undefined;
    await page.goto(`${net.url}/en/questions/`);
    await page.waitForSelector('.kept[role=status]');
    expect((await cacheNames()).filter((n) => n.includes(' pack '))).toEqual([
      expect.stringContaining(' en next'),
    ]);
    net.up = false;
    for (const path of pagesIn('en').filter((p) => !/checklist|start/.test(p))) {
      await page.goto(`${net.url}/${path}`);
      expect(await page.locator('h1').textContent(), path).toContain('(next)');
    }
  });

  /** Damages what is kept, from the page, as a full disk, a cleaner or a crash would. */
  const damages: [string, string][] = [
    [
      'entries cut off',
      `for (const address of ['en/procedures/register-address/', style]) {
         const kept = await cache.match(root + address);
         const text = await kept.text();
         await cache.put(root + address, new Response(text.slice(0, text.length / 2), { headers: kept.headers }));
       }`,
    ],
    [
      'half of its entries gone',
      'for (const [i, key] of (await cache.keys()).entries()) if (i % 2) await cache.delete(key);',
    ],
    [
      'a list that cannot be read',
      `await cache.put(root + 'offline/en.json', new Response('{"parts":['));
       await cache.delete(root + 'en/procedures/register-address/');`,
    ],
  ];
  it.each(damages)(
    'with %s is read from the network, says that it is not finished, and is mended',
    async (_, damage) => {
      await keep();
      await page.evaluate(`(async () => {
      const root = ${JSON.stringify(`${net.url}/`)};
      const style = document.querySelector('link[rel=stylesheet]').href.slice(root.length);
      const cache = await caches.open((await caches.keys()).find((name) => name.includes(' pack ')));
      await caches.delete((await caches.keys()).find((name) => name.endsWith(' visited')));
      ${damage}
    })()`);
      await page.goto(`${net.url}/en/procedures/renew-stay-card/`);
      expect(await page.locator('h1').textContent()).toContain('Renew your stay card');
      expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px');
      await ready();
      expect(await page.locator('#offline-state li').textContent()).toMatch(/not finished/);
      expect(await page.locator('#offline-start').textContent()).toContain('Go on');
      await page.click('#offline-start');
      await page.waitForFunction(() =>
        document.querySelector('#offline-status')?.textContent?.startsWith('Done'),
      );
      expect(await page.locator('#offline-state li').textContent()).not.toMatch(/not finished/);
      net.up = false;
      await page.goto(`${net.url}/en/procedures/register-address/`);
      expect(await page.locator('h1').textContent()).toContain('address');
      expect(await page.locator('.kept').isVisible()).toBe(true);
      expect(await page.locator('footer').isVisible()).toBe(true);
    },
  );

  it('leaves nothing behind when it is removed', async () => {
    await keep();
    expect((await cacheNames()).length).toBeGreaterThan(0);
    await page.click('#offline-remove');
    await page.waitForFunction(() =>
      document.querySelector('#offline-status')?.textContent?.startsWith('Removed'),
    );
    expect(await cacheNames()).toEqual([]);
    expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
  });

  it('says when the phone is full', async () => {
    await ready();
    await page.evaluate(() => {
      Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    });
    await page.click('#offline-start');
    await page.waitForFunction(() =>
      document.querySelector('#offline-status')?.textContent?.startsWith('Your phone is full'),
    );
  });
});
