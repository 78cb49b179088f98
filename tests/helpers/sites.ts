/** The guides that the tests build: the real one, and the made-up country under a base path, twice for byte identity. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { fixtureRoot } from './fixture.ts';

/** All test builds are of this day, so that they never depend on the calendar. */
export const testDay = '2026-11-22';

export interface TestSite {
  name: string;
  /** Folder of the built site. */
  dist: string;
  base: string;
  origin: string;
  /** Folder with content/ and locales/; the project itself if left out. */
  root?: () => string;
}

const dist = (name: string): string => resolve('tests/output', name);
export const sites = {
  guide: { name: 'guide', dist: dist('guide'), base: '/', origin: 'https://guide.test' },
  country: {
    name: 'made-up country',
    dist: dist('country'),
    base: '/help/papers',
    origin: 'https://country.test',
    root: fixtureRoot,
  },
  again: {
    name: 'made-up country again',
    dist: dist('again'),
    base: '/help/papers',
    origin: 'https://country.test',
    root: fixtureRoot,
  },
} satisfies Record<string, TestSite>;

/** Builds a guide the way `npm run build` does. */
export function buildGuide(site: TestSite, day = testDay): boolean {
  rmSync(site.dist, { recursive: true, force: true });
  const { status } = spawnSync('astro', ['build', '--silent'], {
    stdio: 'inherit',
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      OUT_DIR: site.dist,
      BASE_PATH: site.base,
      SITE_URL: site.origin,
      GUIDE_DAY: day,
      ...(site.root && { GUIDE_ROOT: site.root() }),
    },
  });
  return status === 0;
}
