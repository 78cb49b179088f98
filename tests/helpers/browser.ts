/** A real Chromium, found without help, and a server for a built guide. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { serve } from '../../src/tools/serve.ts';
import { type TestSite, testDay } from './sites.ts';

/**
 * CHROMIUM_PATH, else the Chromium inside an npm package: one pinned version, so that pictures are alike everywhere, and
 * without the windows of a whole browser, so that tests take two thirds of the time. Where it can't start: one of the system.
 */
export async function chromiumPath(): Promise<string> {
  const given = process.env.CHROMIUM_PATH;
  if (given && existsSync(given)) return given;
  const { default: packaged } = await import('@sparticuz/chromium');
  const path = await packaged.executablePath();
  if (spawnSync(path, ['--version', '--no-sandbox']).status === 0) return path;
  const found = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
  if (!found) throw new Error('No Chromium starts here. Install one, or name it in CHROMIUM_PATH.');
  return found;
}

/** Starts Chromium without any of its own calls to the network. */
export async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: await chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface Served {
  /** Address of the root of the guide, without a slash at the end. */
  url: string;
  stop(): void;
}

/** Serves a built test site on a free port. */
export async function served(site: TestSite): Promise<Served> {
  const server = await serve(site.dist, 0, site.base);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}${site.base.replace(/\/$/, '')}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A page whose clock shows noon on the tests' day. Errors on the page and requests to other hosts are collected. */
export async function open(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; errors: string[]; foreign: string[] }> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'en-GB',
    // What a service worker answers would hide requests from the tests; its own tests let it work.
    serviceWorkers: 'block',
    ...options,
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date(`${testDay}T12:00:00Z`));
  const errors: string[] = [];
  const foreign: string[] = [];
  page.on('pageerror', (e) => errors.push(String(e)));
  page.on('console', (m) => {
    if (m.type() === 'error') errors.push(m.text());
  });
  page.on('request', (r) => {
    if (!/^(http:\/\/localhost[:/]|data:|blob:)/.test(r.url())) foreign.push(r.url());
  });
  return { page, errors, foreign };
}

/** What a person gets who pastes now. The guide's pages may not read the clipboard themselves. */
export async function pasted(page: Page): Promise<string> {
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.id = 'pasted';
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.press('ControlOrMeta+V');
  const text = await page.locator('#pasted').inputValue();
  await page.evaluate(() => document.querySelector('#pasted')?.remove());
  return text;
}
