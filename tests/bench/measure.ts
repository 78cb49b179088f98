/** What all measurements share: medians, builds in a process of their own, bytes of a first view, tables. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { assetsOf, brotliBytes, filesOf, pagesOf } from '../helpers/built.ts';

/** Runs of which the median counts; BENCH_RUNS changes it. */
export const RUNS = Number(process.env.BENCH_RUNS ?? 5);

export const median = (list: number[]): number => {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
};
export const kb = (bytes: number): string => (bytes / 1024).toFixed(1);
export const table = (head: string[], rows: (string | number)[][]): string =>
  [head, head.map(() => '---'), ...rows].map((r) => `| ${r.join(' | ')} |`).join('\n');

export interface Built {
  seconds: number;
  /** Peak memory in MB. */
  memory: number;
}

/** Builds a project `runs` times from nothing; medians. Throws if a build fails. */
export function build(cwd: string, dist: string, env: Record<string, string> = {}, runs = RUNS): Built {
  const file = resolve('tests/.tmp/memory');
  const all: Built[] = [];
  for (let i = 0; i < runs; i++) {
    for (const cache of [
      dist,
      join(cwd, '.astro'),
      join(cwd, 'node_modules/.astro'),
      join(cwd, 'node_modules/.vite'),
    ])
      if (existsSync(cache)) rmSync(cache, { recursive: true, force: true });
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
    all.push({
      seconds: (performance.now() - start) / 1000,
      memory: Number(readFileSync(file, 'utf8')) / 1024,
    });
  }
  return { seconds: median(all.map((b) => b.seconds)), memory: median(all.map((b) => b.memory)) };
}

export const folderBytes = (dir: string): number =>
  existsSync(dir) ? filesOf(dir).reduce((n, f) => n + statSync(join(dir, f)).size, 0) : 0;

/** A first view in bytes (brotli), by kind of file, and its number of requests. */
export interface View {
  html: number;
  css: number;
  js: number;
  total: number;
  requests: number;
}

/** Medians over at most 200 pages, evenly taken from those that `keep` lets through. */
export function firstView(dist: string, keep: (page: string) => boolean): View {
  const pages = pagesOf(dist).filter(keep);
  const every = Math.ceil(pages.length / 200);
  const views = pages
    .filter((_, i) => i % every === 0)
    .map((page): View => {
      const assets = assetsOf(dist, '/', readFileSync(join(dist, page), 'utf8'));
      const sum = (ending: string): number =>
        assets.filter((a) => a.endsWith(ending)).reduce((n, a) => n + brotliBytes(join(dist, a)), 0);
      const [html, css, js] = [brotliBytes(join(dist, page)), sum('.css'), sum('.js')];
      return { html, css, js, total: html + css + js, requests: 1 + assets.length };
    });
  if (views.length === 0) throw new Error(`no page to measure in ${dist}`);
  const of = (key: keyof View): number => median(views.map((v) => v[key]));
  return { html: of('html'), css: of('css'), js: of('js'), total: of('total'), requests: of('requests') };
}
