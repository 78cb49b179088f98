/**
 * Lighthouse as for a cheap phone: mobile, simulated slow 4G, processor slowed down four times. It is installed for the
 * measurement only, so that nobody who works on the guide has to download it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromiumPath, served } from '../helpers/browser.ts';
import { kb, median, RUNS, table } from './measure.ts';

const version = '13.5.0';
const home = resolve('tests/.tmp/lighthouse');
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** Kinds of page and one of each, in different languages. What search engines shall not list has no mark for SEO. */
const kinds: { kind: string; path: string; listed: boolean }[] = [
  { kind: 'choice of language', path: '/', listed: true },
  { kind: 'home', path: '/ro/', listed: true },
  { kind: 'finder', path: '/en/start/', listed: true },
  { kind: 'procedure', path: '/en/procedures/renew-residence-permit/', listed: true },
  { kind: 'question', path: '/pt/questions/how-to-renew-my-permit/', listed: true },
  { kind: 'letter', path: '/es/letters/address-change/', listed: true },
  { kind: 'authority', path: '/ro/authorities/aima/', listed: true },
  { kind: 'words', path: '/pt/glossary/', listed: true },
  { kind: 'search', path: '/en/search/', listed: false },
  {
    kind: 'wizard, with a list',
    path: '/es/procedures/tax-number/checklist/',
    listed: false,
  },
];

interface Audit {
  numericValue?: number;
}
interface Report {
  lhr: {
    categories: Record<(typeof categories)[number], { score: number | null }>;
    audits: Record<string, Audit>;
  };
}
type Lighthouse = (url: string, flags: object) => Promise<Report>;
type Launcher = { launch(options: object): Promise<{ port: number; kill(): void }> };

async function tool(): Promise<{ lighthouse: Lighthouse; launcher: Launcher }> {
  const modules = join(home, 'node_modules');
  if (!existsSync(join(modules, 'lighthouse'))) {
    const args = [
      'install',
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--prefix',
      home,
      `lighthouse@${version}`,
    ];
    if (spawnSync('npm', args, { stdio: 'inherit' }).status !== 0)
      throw new Error(`lighthouse ${version} could not be installed; see npm's message above`);
  }
  const lighthouse = (await import(join(modules, 'lighthouse/core/index.js'))) as { default: Lighthouse };
  const launcher = (await import(join(modules, 'chrome-launcher/dist/index.js'))) as Launcher;
  return { lighthouse: lighthouse.default, launcher };
}

/** Scores (0–100) of a built guide, with the largest paint (ms) and all bytes of the visit. */
export async function lighthouse(dist: string): Promise<string> {
  const { lighthouse: measure, launcher } = await tool();
  const server = await served({ name: 'lighthouse', dist, base: '/', origin: '' });
  const chrome = await launcher.launch({
    chromePath: await chromiumPath(),
    chromeFlags: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const rows: (string | number)[][] = [];
  for (const { kind, path, listed } of kinds) {
    const reports: Report['lhr'][] = [];
    for (let i = 0; i < RUNS; i++)
      reports.push((await measure(server.url + path, { port: chrome.port, logLevel: 'error' })).lhr);
    const of = (audit: string): number =>
      median(reports.map((r) => r.audits[audit]?.numericValue ?? Number.NaN));
    rows.push([
      `${kind} \`${path}\``,
      ...categories.map((c) =>
        c === 'seo' && !listed
          ? '–'
          : Math.round(median(reports.map((r) => r.categories[c].score ?? Number.NaN)) * 100),
      ),
      (of('largest-contentful-paint') / 1000).toFixed(1),
      of('total-blocking-time').toFixed(0),
      of('cumulative-layout-shift').toFixed(2),
      kb(of('total-byte-weight')),
    ]);
  }
  chrome.kill();
  server.stop();
  return table(
    [
      'page',
      'performance',
      'accessibility',
      'best practices',
      'SEO',
      'largest paint, s',
      'blocked, ms',
      'shift',
      'all bytes, KB',
    ],
    rows,
  );
}
