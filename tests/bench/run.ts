/**
 * `npm run bench`: medians of RUNS runs (5 unless BENCH_RUNS says otherwise), written as tables into README.md.
 * Seconds depend on the machine; the ratios to plain Astro, Starlight and a printing browser are what counts.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { getSite } from '../../src/content/guide.ts';
import { procedurePdf } from '../../src/outputs/pdf/procedure.ts';
import { checklist } from '../../src/rules/index.ts';
import { launch, served } from '../helpers/browser.ts';
import { assetsOf, brotliBytes, filesOf, pagesOf } from '../helpers/built.ts';
import { generate } from './generate.ts';
import { plainAstro, starlight } from './rivals.ts';

const RUNS = Number(process.env.BENCH_RUNS ?? 5);
const langs = [
  { code: 'en', name: 'English', dir: 'ltr' },
  { code: 'ar', name: 'العربية', dir: 'rtl' },
];

const median = (list: number[]): number => {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
};
const kb = (bytes: number): string => (bytes / 1024).toFixed(1);

interface Built {
  seconds: number;
  /** Peak memory in MB. */
  memory: number;
}

/** Builds a project `RUNS` times from nothing. */
function build(cwd: string, dist: string, env: Record<string, string> = {}, runs = RUNS): Built {
  const file = resolve('tests/.tmp/memory');
  const seconds: number[] = [];
  const memory: number[] = [];
  for (let i = 0; i < runs; i++) {
    for (const cache of [
      dist,
      join(cwd, '.astro'),
      join(cwd, 'node_modules/.astro'),
      join(cwd, 'node_modules/.vite'),
    ])
      if (!cache.includes('node_modules') || existsSync(cache))
        rmSync(cache, { recursive: true, force: true });
    const start = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        '--import',
        resolve('tests/bench/memory.mjs'),
        resolve('node_modules/astro/bin/astro.mjs'),
        'build',
        '--silent',
      ],
      {
        cwd,
        encoding: 'utf8',
        env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', MEMORY_FILE: file, ...env },
      },
    );
    if (status !== 0) throw new Error(`build of ${cwd} failed: ${stderr}`);
    seconds.push((performance.now() - start) / 1000);
    memory.push(Number(readFileSync(file, 'utf8')) / 1024);
  }
  return { seconds: median(seconds), memory: median(memory) };
}

const folderBytes = (dir: string): number =>
  filesOf(dir).reduce((n, f) => n + statSync(join(dir, f)).size, 0);

/** Median over pages of the bytes of a first view: HTML, CSS and JavaScript with brotli. */
function firstView(dist: string, keep: (page: string) => boolean): number {
  const views = pagesOf(dist)
    .filter(keep)
    .slice(0, 120)
    .map(
      (p) =>
        brotliBytes(join(dist, p)) +
        assetsOf(dist, '/', readFileSync(join(dist, p), 'utf8')).reduce(
          (n, a) => n + brotliBytes(join(dist, a)),
          0,
        ),
    );
  return median(views);
}

const table = (head: string[], rows: (string | number)[][]): string =>
  [head, head.map(() => '---'), ...rows].map((r) => `| ${r.join(' | ')} |`).join('\n');

function growth(): string {
  const rows: (string | number)[][] = [];
  for (const times of [1, 10, 100]) {
    const root = generate(times);
    const dist = resolve('tests/output/bench');
    const built = build(process.cwd(), dist, { GUIDE_ROOT: root, OUT_DIR: dist }, times === 100 ? 1 : RUNS);
    const pages = pagesOf(dist).length;
    rows.push([
      `${times}×`,
      pages,
      filesOf(dist).filter((f) => f.endsWith('.pdf')).length,
      built.seconds.toFixed(1),
      (pages / built.seconds).toFixed(0),
      built.memory.toFixed(0),
      kb(folderBytes(join(dist, 'pagefind'))),
      kb(firstView(dist, (p) => p.includes('/questions/') && !p.endsWith('questions/index.html'))),
    ]);
    rmSync(root, { recursive: true, force: true });
  }
  return table(
    [
      'content',
      'pages',
      'PDFs',
      'build, s',
      'pages/s',
      'memory, MB',
      'search index, KB',
      'first view of a question, KB',
    ],
    rows,
  );
}

function rivals(): string {
  const root = generate(20);
  const dist = resolve('tests/output/bench');
  const own = build(process.cwd(), dist, { GUIDE_ROOT: root, OUT_DIR: dist });
  const pages = pagesOf(dist).length;
  const content = (p: string): boolean => /\/questions\/[^/]+\/index\.html$/.test(p);
  const ownView = firstView(dist, content);
  const plain = plainAstro(
    dist,
    langs.map((l) => l.code),
  );
  const star = starlight(dist, langs);
  const plainBuilt = build(plain.dir, plain.dist);
  const starBuilt = build(star.dir, star.dist);
  const row = (name: string, n: number, b: Built, view: number, index: string): (string | number)[] => [
    name,
    n,
    b.seconds.toFixed(1),
    (b.seconds / own.seconds).toFixed(2),
    b.memory.toFixed(0),
    kb(view),
    (view / ownView).toFixed(2),
    index,
  ];
  const result = table(
    [
      'site with the same texts',
      'pages',
      'build, s',
      'ratio',
      'memory, MB',
      'first view, KB',
      'ratio',
      'search index, KB',
    ],
    [
      row(
        'this guide (with wizards, PDFs, data)',
        pages,
        own,
        ownView,
        kb(folderBytes(join(dist, 'pagefind'))),
      ),
      row('plain Astro, bare layout', plain.pages, plainBuilt, firstView(plain.dist, content), '–'),
      row(
        'Starlight, defaults',
        star.pages,
        starBuilt,
        firstView(star.dist, content),
        kb(folderBytes(join(star.dist, 'pagefind'))),
      ),
    ],
  );
  for (const dir of [root, plain.dir, star.dir]) rmSync(dir, { recursive: true, force: true });
  return result;
}

async function rules(): Promise<string> {
  const site = getSite();
  const cases = [...site.content.procedures.values()].flatMap((p) =>
    p.examples.map((e) => ({
      p: site.resolved.get(p.id) as NonNullable<ReturnType<typeof site.resolved.get>>,
      e,
    })),
  );
  const perSecond = median(
    Array.from({ length: RUNS }, () => {
      const start = performance.now();
      let n = 0;
      while (performance.now() - start < 500)
        for (const { p, e } of cases) n += checklist(p, e.answers, e.day) ? 1 : 0;
      return n / ((performance.now() - start) / 1000);
    }),
  );
  const ids = [...site.content.procedures.keys()].slice(0, 10);
  const jobs = ids.flatMap((id) => site.languages.map((l) => [l.code, id] as const));
  for (const [lang, id] of jobs.slice(0, 1)) procedurePdf(site, lang, id, 'https://guide.test');
  const pdf = median(
    Array.from({ length: RUNS }, () => {
      const start = performance.now();
      for (const [lang, id] of jobs) procedurePdf(site, lang, id, 'https://guide.test');
      return (performance.now() - start) / jobs.length;
    }),
  );
  return `${table(
    ['what', 'median'],
    [
      ['`checklist()` on the worked cases', `${Math.round(perSecond).toLocaleString('en')} a second`],
      ['one PDF of a procedure through Typst', `${pdf.toFixed(0)} ms (${(1000 / pdf).toFixed(0)} a second)`],
      ['the same page printed by headless Chromium', await printed(ids, pdf)],
    ],
  )}`;
}

/** A running Chromium prints the same full lists; its start is not counted. */
async function printed(ids: string[], pdf: number): Promise<string> {
  const dist = resolve('dist');
  if (!existsSync(join(dist, 'index.html'))) build(process.cwd(), dist, {}, 1);
  const server = await served({ name: 'guide', dist, base: '/', origin: '' });
  const browser = await launch();
  const page = await browser.newPage({ javaScriptEnabled: false });
  const times: number[] = [];
  for (const id of ids)
    for (let i = 0; i < Math.min(RUNS, 3); i++) {
      const start = performance.now();
      await page.goto(`${server.url}/en/procedures/${id}/checklist/`);
      await page.pdf({ format: 'A4', tagged: true });
      times.push(performance.now() - start);
    }
  await browser.close();
  server.stop();
  return `${median(times).toFixed(0)} ms, ratio ${(median(times) / pdf).toFixed(1)}`;
}

const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
const text = [
  `\`npm run bench\`, medians of ${RUNS} runs (100×: one run), ${machine}. Sizes are brotli 11.`,
  `**Growth**: the made-up country's content copied, two languages\n\n${growth()}`,
  `**Against others**: the same texts in the same languages, built in the same run\n\n${rivals()}`,
  `**Rules and PDFs**: the real content\n\n${await rules()}`,
].join('\n\n');

const readme = readFileSync('README.md', 'utf8');
writeFileSync(
  'README.md',
  readme.replace(/(<!-- bench:start -->\n)[\s\S]*(\n<!-- bench:end -->)/, `$1${text}$2`),
);
console.log(text);
for (const left of readdirSync('tests/.tmp'))
  if (left.startsWith('guide-')) rmSync(join('tests/.tmp', left), { recursive: true, force: true });
