/** What every file of browser tests begins with. */
import type { Browser } from 'playwright-core';
import { afterAll } from 'vitest';
import { launch, type Served, served } from './browser.ts';
import { sites } from './sites.ts';

/** Starts Chromium and serves built guides; everything ends with the tests of the file that asked for it. */
export async function stage<Name extends keyof typeof sites>(
  ...names: Name[]
): Promise<{ browser: Browser } & Record<Name, Served>> {
  const [browser, ...servers] = await Promise.all([launch(), ...names.map((name) => served(sites[name]))]);
  afterAll(async () => {
    await browser.close();
    for (const server of servers) server.stop();
  });
  const byName = Object.fromEntries(names.map((name, i) => [name, servers[i]])) as Record<Name, Served>;
  return { browser, ...byName };
}
