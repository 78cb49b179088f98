/**
 * What a phone keeps to read the guide without a connection: for each language a list, `/offline/{lang}.json`, and the
 * parts that it names. A part holds many files, because a phone on a slow network fetches twenty files sooner than seven
 * hundred, and because pages compress far better together.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { getSite, type Site } from '../content/guide.ts';
import { mediaTypes, otherType, textEndings } from './types.ts';

/** A file to fetch. `path` starts at the guide's root, without a slash; `bytes` are those over the wire. */
export interface OfflineFile {
  path: string;
  bytes: number;
  /** SHA-256 in hexadecimal. */
  hash: string;
}

/** `/offline/{lang}.json`. */
export interface OfflineList {
  /** Changes whenever any file changes. */
  version: string;
  /** The day of the guide. */
  day: string;
  /** What to say after this edition has replaced another. */
  renewed: string;
  /** Everything but the PDFs. */
  parts: OfflineFile[];
  pdfs: OfflineFile[];
}

/** A part: path → media type and content, as text or in base64. */
export type OfflinePart = Record<string, [type: string, content: string, base64?: 1]>;

/** Size of a part before it is compressed, in bytes. */
const partSize = 600_000;

/** Whether a language needs a file of the site besides its PDFs. */
export function belongs(path: string, lang: string, official: string): boolean {
  // Frames are for other sites; the wizard itself is there.
  if (path.startsWith(`${lang}/`)) return !path.startsWith(`${lang}/embed/`);
  if (path.startsWith('assets/') || path.startsWith('scripts/')) return true;
  if (path.startsWith('pagefind/')) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return (
      ['pagefind.js', 'pagefind-worker.js', 'pagefind-entry.json'].includes(name) ||
      name === `wasm.${lang}.pagefind` ||
      name === `words-${lang}.json` ||
      name === 'wasm.unknown.pagefind' ||
      name.replace(/^pagefind\./, '').startsWith(`${lang}_`)
    );
  }
  // The wizard shows its list in the official language too.
  if (lang !== official && path.startsWith(`api/v1/wizard/${official}/`)) return true;
  return ['index.html', '404.html', 'icon.svg', 'apple-touch-icon.png', 'icon-192.png'].includes(path);
}

const hashOf = (data: Buffer): string => createHash('sha256').update(data).digest('hex');
const wire = (data: Buffer): number =>
  brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;

/** Cuts files into parts, in their order. */
function* parts(root: string, files: string[]): Generator<OfflinePart> {
  let part: OfflinePart = {};
  let size = 0;
  for (const path of files) {
    const type = mediaTypes[extname(path)] ?? otherType;
    const data = readFileSync(join(root, path));
    part[path] = textEndings.includes(extname(path))
      ? [type, data.toString('utf8')]
      : [type, data.toString('base64'), 1];
    size += data.length;
    if (size < partSize) continue;
    yield part;
    part = {};
    size = 0;
  }
  if (size > 0) yield part;
}

/** Writes list and parts of every language below `offline/`. The same site gives the same bytes. */
export async function writeOffline(site: Site, root: string): Promise<void> {
  const all = (await readdir(root, { recursive: true }))
    .map((f) => f.replaceAll('\\', '/'))
    .filter((f) => statSync(join(root, f)).isFile())
    .sort();
  mkdirSync(join(root, 'offline'), { recursive: true });
  for (const { code } of site.languages) {
    const files = all.filter((f) => belongs(f, code, site.content.guide.officialLanguage));
    const list: OfflineList = {
      version: '',
      day: site.day,
      renewed: site.language(code).t('offline.renewed'),
      parts: [],
      pdfs: [],
    };
    for (const part of parts(root, files)) {
      const data = Buffer.from(JSON.stringify(part));
      const hash = hashOf(data);
      const path = `offline/${code}-${hash.slice(0, 16)}.json`;
      writeFileSync(join(root, path), data);
      list.parts.push({ path, bytes: wire(data), hash });
    }
    for (const path of all.filter((f) => f.startsWith(`pdf/${code}/`))) {
      const data = readFileSync(join(root, path));
      list.pdfs.push({ path, bytes: data.length, hash: hashOf(data) });
    }
    list.version = hashOf(Buffer.from(JSON.stringify(list))).slice(0, 16);
    writeFileSync(join(root, 'offline', `${code}.json`), JSON.stringify(list));
  }
}

/** Astro integration: writes what phones keep when pages, policies and search index are there. */
export default function offlineFiles(): AstroIntegration {
  return {
    name: 'offline-files',
    hooks: { 'astro:build:done': ({ dir }) => writeOffline(getSite(), fileURLToPath(dir)) },
  };
}
