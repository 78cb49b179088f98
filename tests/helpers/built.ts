/** Reading a built site: its files, pages and sizes. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** Every file below a folder, as paths with forward slashes, sorted. */
export const filesOf = (dist: string): string[] =>
  (readdirSync(dist, { recursive: true }) as string[])
    .map((f) => f.replaceAll('\\', '/'))
    .filter((f) => statSync(join(dist, f)).isFile())
    .sort();

export const pagesOf = (dist: string): string[] => filesOf(dist).filter((f) => f.endsWith('.html'));

const sizes = new Map<string, number>();
/** Bytes over the wire with brotli, by default at its strongest. */
export function brotliBytes(file: string, quality = 11): number {
  const { size: length, mtimeMs } = statSync(file);
  const key = `${quality} ${file} ${length} ${mtimeMs}`;
  let size = sizes.get(key);
  if (size === undefined) {
    const data = readFileSync(file);
    size = brotliCompressSync(data, {
      params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: data.length },
    }).length;
    sizes.set(key, size);
  }
  return size;
}

/**
 * Bytes of files together, judged against a limit: what is within it under quick brotli is not measured again at its
 * strongest, which takes a hundred times as long and can only be less.
 */
export function brotliUpTo(limit: number, files: string[]): number {
  const sum = (quality: number): number => files.reduce((n, f) => n + brotliBytes(f, quality), 0);
  const quick = sum(6);
  return quick <= limit ? quick : sum(11);
}

/** Addresses of scripts and styles that a page loads, with the modules that they import; not what waits for a press of a button. */
export function assetsOf(dist: string, base: string, html: string): string[] {
  const found = new Set<string>();
  const local = (url: string): string => url.replace(base.replace(/\/$/, ''), '').replace(/^\//, '');
  const add = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    if (!path.endsWith('.js')) return;
    const code = readFileSync(join(dist, path), 'utf8');
    for (const m of code.matchAll(/(?:import|from)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g))
      add(join(path, '..', m[1] as string).replaceAll('\\', '/'));
  };
  for (const m of html.matchAll(
    /<script[^>]+src="([^"]+)"|<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"|(?:component-url|renderer-url)="([^"]+)"/g,
  ))
    add(local((m[1] ?? m[2] ?? m[3]) as string));
  return [...found];
}
