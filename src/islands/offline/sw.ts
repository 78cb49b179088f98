/**
 * The service worker: answers from the network first, and without one from what the phone keeps. It stores what was
 * visited; whole languages are stored by the page (`pack.ts`), never by itself. Served as it is with its types stripped,
 * so it imports nothing.
 */
interface Extendable extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface Fetched extends Extendable {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Told extends Extendable {
  data: unknown;
}
interface Scope {
  registration: { scope: string };
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', act: (e: Extendable) => void): void;
  addEventListener(type: 'fetch', act: (e: Fetched) => void): void;
  addEventListener(type: 'message', act: (e: Told) => void): void;
}
const worker = self as unknown as Scope;
const root = worker.registration.scope;
// Names as in pack.ts. The scope is part of them: another guide may live on the same host.
const visited = `guide ${root} visited`;
const packs = `guide ${root} pack `;

/** Visited files beyond this number are forgotten, oldest first. */
const most = 300;
/** How long a page waits for a slow network when the phone has a copy, in milliseconds. */
const slow = 5000;

const isPart = (url: string): boolean => url.startsWith(`${root}offline/`);
/** Names of these files change with their content. */
const isFixed = (url: string): boolean => url.startsWith(`${root}assets/`);

/** Without query and fragment: no file depends on them, and what people search for or answer is not kept. */
const plainUrl = (url: string): string => url.split(/[?#]/)[0] as string;

async function keep(url: string, response: Response): Promise<void> {
  const cache = await caches.open(visited);
  await cache.put(url, response);
  const keys = await cache.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - most))) await cache.delete(old);
}

/** A copy that is as long as it was when it was kept; a damaged one is none. As in pack.ts. */
async function sound(copy: Response | undefined): Promise<Response | undefined> {
  const bytes = copy?.headers.get('x-bytes');
  return bytes == null || (await copy?.clone().blob())?.size === Number(bytes) ? copy : undefined;
}

/** The copy on the phone: a whole language first, so that one reading comes from one edition; then what was visited. */
async function copyOf(url: string): Promise<Response | undefined> {
  for (const name of await caches.keys()) {
    if (!name.startsWith(packs)) continue;
    const cache = await caches.open(name);
    const lang = name.slice(packs.length).split(' ')[0];
    // A download that is not finished has no list yet and is never read.
    if (!(await cache.match(`${root}offline/${lang}.json`))) continue;
    const found = await sound(await cache.match(url));
    if (found) return found;
  }
  return (await caches.open(visited)).match(url);
}

/** A page from the phone says so: the sentence with its date stands in every page, hidden. */
async function marked(copy: Response): Promise<Response> {
  const text = await copy.text();
  return new Response(text.replace('<p class="kept" hidden', '<p class="kept"'), {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
}

/** Without the page itself: the page about reading offline, in the same language or any that is kept. */
async function instead(url: string): Promise<Response | undefined> {
  const lang = url.slice(root.length).split('/')[0];
  const own = await copyOf(`${root}${lang}/offline/`);
  if (own) return own;
  for (const name of await caches.keys()) {
    if (!name.startsWith(packs)) continue;
    const found = await copyOf(`${root}${name.slice(packs.length).split(' ')[0]}/offline/`);
    if (found) return found;
  }
  return undefined;
}

async function answer(event: Fetched): Promise<Response> {
  const { request } = event;
  const url = plainUrl(request.url);
  const isPage = request.mode === 'navigate';
  const fixed = isFixed(url) ? await copyOf(url) : undefined;
  if (fixed) return fixed;
  const fromNetwork = fetch(request).then((response) => {
    if (response.status === 200 && response.type === 'basic')
      event.waitUntil(keep(url, response.clone()).catch(() => undefined));
    return response;
  });
  try {
    if (!isPage) return await fromNetwork;
    const late = new Promise<undefined>((done) => setTimeout(done, slow));
    const first = await Promise.race([fromNetwork, late]);
    if (first) return first;
    const copy = await copyOf(url);
    return copy ? await marked(copy) : await fromNetwork;
  } catch (e) {
    const copy = await copyOf(url);
    const found = copy ?? (isPage ? await instead(url) : undefined);
    if (!found) throw e;
    return isPage && found.headers.get('content-type')?.startsWith('text/html') ? marked(found) : found;
  }
}

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'GET' && url.startsWith(root) && !isPart(url)) event.respondWith(answer(event));
});
// The page that was open when the worker started names itself and what it loaded.
worker.addEventListener('message', (event) => {
  const urls = Array.isArray(event.data) ? (event.data as string[]) : [];
  event.waitUntil(
    Promise.all(
      urls
        .filter((url) => url.startsWith(root) && !isPart(url))
        .map(async (url) => {
          const response = await fetch(url);
          if (response.status === 200) await keep(plainUrl(url), response);
        }),
    ).catch(() => undefined),
  );
});
