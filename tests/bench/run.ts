/**
 * `npm run bench`: medians of RUNS runs (5 unless BENCH_RUNS says otherwise), written as tables into README.md.
 * Seconds depend on the machine; the ratios to plain Astro, Starlight and a printing browser are what counts.
 * `npm run bench -- growth` measures one part (rules, search, lighthouse and load need the build of `against`).
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { getSite } from '../../src/content/guide.ts';
import { compress } from '../../src/tools/compress.ts';
import { launch, served } from '../helpers/browser.ts';
import { documentNames, missedDocuments, missedQueries, queries } from '../helpers/queries.ts';
import { against } from './against.ts';
import { growth } from './growth.ts';
import { lighthouse } from './lighthouse.ts';
import { load } from './load.ts';
import { RUNS } from './measure.ts';
import { rules } from './rules.ts';

const dist = resolve('tests/output/bench');

/** The built guide with its compressed files, as a host has it. */
async function hosted(): Promise<string> {
  await compress(dist);
  return dist;
}

/** How many everyday queries find a wanted page among the first three, and names of documents a page among the first ten. */
async function search(): Promise<string> {
  const server = await served({ name: 'search', dist, base: '/', origin: '' });
  const browser = await launch();
  const page = await browser.newPage({ serviceWorkers: 'block' });
  const missed = await missedQueries(page, server.url);
  const names = documentNames(dist);
  const langs = getSite().languages.map((l) => l.code);
  let missedNames = 0;
  for (const lang of langs)
    missedNames += (await missedDocuments(page, { url: server.url, dist }, lang, names)).length;
  await browser.close();
  server.stop();
  const found = queries.length - missed.length;
  return `${found} of ${queries.length} everyday queries (\`tests/fixtures/queries.yaml\`) find a wanted page among the first three: ${Math.round((100 * found) / queries.length)} %. ${names.length * langs.length - missedNames} of ${names.length * langs.length} official names of documents, asked without accents in each language, find a page with that name among the first ten.`;
}

const parts: Record<string, { title: string; measure(): string | Promise<string> }> = {
  growth: {
    title: "**Growth**: the made-up country's content copied, two languages (100×: one run)",
    measure: growth,
  },
  against: { title: '**Against others**: all texts of this guide, built in the same run', measure: against },
  rules: { title: '**Rules and PDFs**: the real content', measure: rules },
  search: { title: '**Search**', measure: search },
  lighthouse: {
    title: '**Lighthouse**: mobile, simulated slow 4G, processor slowed down four times',
    measure: async () => lighthouse(await hosted()),
  },
  load: {
    title: '**Load**: ten readers at once for three seconds a page, on one machine with the server',
    measure: async () => load(await hosted()),
  },
};

const only = process.argv.slice(2);
for (const [id, { title, measure }] of Object.entries(parts)) {
  if (only.length > 0 && !only.includes(id)) continue;
  const text = `${title}\n\n${await measure()}`;
  console.log(`${text}\n`);
  const readme = readFileSync('README.md', 'utf8');
  const place = new RegExp(`(<!-- bench:${id} -->\n)[\\s\\S]*?(\n<!-- /bench:${id} -->)`);
  if (!place.test(readme)) throw new Error(`README.md: there is no place for <!-- bench:${id} -->`);
  writeFileSync(
    'README.md',
    readme.replace(place, (_, start, end) => start + text + end),
  );
}
const machine = `\`npm run bench\`, medians of ${RUNS} runs, ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}. Sizes are brotli 11.`;
const readme = readFileSync('README.md', 'utf8');
writeFileSync(
  'README.md',
  readme.replace(
    /(<!-- bench:machine -->\n)[\s\S]*?(\n<!-- \/bench:machine -->)/,
    (_, start, end) => start + machine + end,
  ),
);
for (const left of readdirSync('tests/.tmp'))
  if (left.startsWith('guide-')) rmSync(join('tests/.tmp', left), { recursive: true, force: true });
