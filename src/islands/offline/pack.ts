/**
 * Keeping a language on the phone. A pack is a cache of its own, named by language and edition; it counts as soon as the
 * list lies in it, which is put there last. So an edition is there as a whole or not at all.
 * Every page may load this file as it is, types stripped (`/scripts/pack.js`): it imports types alone.
 */
import type { OfflineFile, OfflineList, OfflinePart } from '../../outputs/offline.ts';

/** The guide's root as a full address, with a slash at the end. */
const manifest = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
const root = new URL('../', manifest?.href).href;
// Names as in sw.ts.
const prefix = `guide ${root} pack `;
const visited = `guide ${root} visited`;
/** The length in bytes of a kept file, as it was when it was put there. */
const lengthHeader = 'x-bytes';
/** In a pack that was chosen with PDFs, from the first byte on. */
const pdfMark = 'with-pdfs';

export type Fault = 'full' | 'broken' | 'network';
export class PackError extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault);
    this.fault = fault;
  }
}

export interface Kept {
  lang: string;
  version: string;
  /** The list if the pack is complete. */
  list: OfflineList | undefined;
  pdfs: boolean;
}

const listUrl = (lang: string): string => `${root}offline/${lang}.json`;
const nameOf = (lang: string, version: string): string => `${prefix}${lang} ${version}`;

/** Every pack on the phone, complete or not. */
export async function packs(): Promise<Kept[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  return Promise.all(
    names.map(async (name) => {
      const [lang = '', version = ''] = name.slice(prefix.length).split(' ');
      const cache = await caches.open(name);
      const list = await cache.match(listUrl(lang));
      return {
        lang,
        version,
        // A list that cannot be read is none: the pack counts as unfinished and is mended by going on.
        list: await list?.json().then(
          (read: OfflineList) => read,
          () => undefined,
        ),
        pdfs: (await cache.match(root + pdfMark)) !== undefined,
      };
    }),
  );
}

/** The list of a language as it is on the server now. Throws a PackError. */
export async function currentList(lang: string, signal?: AbortSignal): Promise<OfflineList> {
  try {
    const response = await fetch(listUrl(lang), { cache: 'no-cache', ...(signal && { signal }) });
    if (!response.ok) throw new Error(String(response.status));
    return (await response.json()) as OfflineList;
  } catch (e) {
    throw signal?.aborted ? e : new PackError('network');
  }
}

/** Files of a pack, the parts first. */
export const filesOf = (list: OfflineList, pdfs: boolean): OfflineFile[] =>
  pdfs ? [...list.parts, ...list.pdfs] : list.parts;

export const bytesOf = (files: OfflineFile[]): number => files.reduce((sum, f) => sum + f.bytes, 0);

/** Whether what was kept is as long as it was when it was put there. As in sw.ts. */
async function whole(kept: Response | undefined): Promise<boolean> {
  const bytes = kept?.headers.get(lengthHeader);
  return kept !== undefined && (bytes == null || (await kept.blob()).size === Number(bytes));
}

/** Whether a file of a pack lies in its cache with everything that it held: browsers and people delete single entries. */
async function isHere(cache: Cache, file: OfflineFile): Promise<boolean> {
  const mark = await cache.match(root + file.path);
  if (!mark || file.path.endsWith('.pdf')) return whole(mark);
  try {
    // Packs of older editions say only that the part is in.
    const held = JSON.parse((await mark.text()) || '[]') as string[];
    return (await Promise.all(held.map(async (url) => whole(await cache.match(url))))).every(Boolean);
  } catch {
    return false;
  }
}

/** Bytes of a pack's files that are on the phone. */
export async function hereOf(
  pack: { lang: string; version: string },
  list: OfflineList,
  pdfs: boolean,
): Promise<number> {
  const cache = await caches.open(nameOf(pack.lang, pack.version));
  let bytes = 0;
  for (const file of filesOf(list, pdfs)) if (await isHere(cache, file)) bytes += file.bytes;
  return bytes;
}

const hex = (data: ArrayBuffer): string =>
  [...new Uint8Array(data)].map((b) => b.toString(16).padStart(2, '0')).join('');

async function load(file: OfflineFile, signal: AbortSignal): Promise<ArrayBuffer> {
  let data: ArrayBuffer;
  try {
    const response = await fetch(root + file.path, { signal, cache: 'no-cache' });
    if (!response.ok) throw new PackError('broken');
    data = await response.arrayBuffer();
  } catch (e) {
    throw signal.aborted || e instanceof PackError ? e : new PackError('network');
  }
  if (hex(await crypto.subtle.digest('SHA-256', data)) !== file.hash) throw new PackError('broken');
  return data;
}

/** Addresses under which a file is asked for: a page by its folder. */
const addressOf = (path: string): string => root + path.replace(/(^|\/)index\.html$/, '$1');

/** A file as it is kept, with its length. */
function keepable(content: BlobPart, type: string): Response {
  const body = new Blob([content]);
  return new Response(body, { headers: { 'content-type': type, [lengthHeader]: String(body.size) } });
}

async function put(cache: Cache, file: OfflineFile, data: ArrayBuffer): Promise<void> {
  try {
    if (file.path.endsWith('.pdf')) {
      await cache.put(root + file.path, keepable(data, 'application/pdf'));
      return;
    }
    const part = JSON.parse(new TextDecoder().decode(data)) as OfflinePart;
    await Promise.all(
      Object.entries(part).map(([path, [type, content, base64]]) =>
        cache.put(
          addressOf(path),
          keepable(base64 ? Uint8Array.from(atob(content), (c) => c.charCodeAt(0)) : content, type),
        ),
      ),
    );
    // Says that this part is in, and over which entries of the cache its content was spread.
    await cache.put(root + file.path, new Response(JSON.stringify(Object.keys(part).map(addressOf))));
  } catch (e) {
    throw (e as Error).name === 'QuotaExceededError' ? new PackError('full') : e;
  }
}

/**
 * Fetches what is still missing of a language and then makes it count.
 * @param told takes the bytes that are here and the bytes in all
 * @returns the edition that is kept now
 * @throws PackError, or an AbortError after `signal`; what was fetched stays for the next time
 */
export async function keepPack(
  lang: string,
  pdfs: boolean,
  signal: AbortSignal,
  told: (here: number, all: number) => void,
): Promise<OfflineList> {
  const list = await currentList(lang, signal);
  const name = nameOf(lang, list.version);
  const cache = await caches.open(name);
  // Unfinished downloads of other editions are of no use any more.
  for (const other of await packs())
    if (other.lang === lang && other.version !== list.version && !other.list)
      await caches.delete(nameOf(lang, other.version));
  if (pdfs) await cache.put(root + pdfMark, new Response(''));
  const files = filesOf(list, pdfs);
  const all = bytesOf(files);
  let here = 0;
  for (const file of files) {
    if (!(await isHere(cache, file))) await put(cache, file, await load(file, signal));
    here += file.bytes;
    told(here, all);
  }
  await cache.put(
    listUrl(lang),
    new Response(JSON.stringify(list), { headers: { 'content-type': 'application/json' } }),
  );
  for (const other of await packs())
    if (other.lang === lang && other.version !== list.version) await retire(nameOf(lang, other.version));
  return list;
}

/** Removes an old edition. Pages of it may still be open: their scripts and styles stay among what was visited. */
async function retire(name: string): Promise<void> {
  const old = await caches.open(name);
  const visits = await caches.open(visited);
  for (const request of await old.keys())
    if (request.url.startsWith(`${root}assets/`)) {
      const file = await old.match(request);
      if (file) await visits.put(request, file);
    }
  await caches.delete(name);
}

/** Removes everything that this guide keeps on the phone: every language, and the visited pages. */
export async function removeAll(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(`guide ${root} `)) await caches.delete(name);
}

/** Brings every kept language up to date, quietly. Gives the words for it if anything changed. */
export async function renew(): Promise<string | undefined> {
  let words: string | undefined;
  for (const pack of await packs()) {
    if (!pack.list) continue;
    const list = await currentList(pack.lang);
    if (list.version === pack.version) continue;
    await keepPack(pack.lang, pack.pdfs, new AbortController().signal, () => undefined);
    if (!words || pack.lang === document.documentElement.lang) words = list.renewed;
  }
  return words;
}
