/** Registers the service worker after the page is read, keeps this first page too, and renews kept languages quietly. */
const root = new URL(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/`, location.origin).href;

async function start(): Promise<void> {
  const { serviceWorker } = navigator;
  const first = !serviceWorker.controller;
  const address = `${root}sw.js`;
  // Where scripts are started only from trusted addresses, this policy knows one.
  const trusted = globalThis.trustedTypes?.createPolicy('guide', { createScriptURL: () => address });
  await serviceWorker.register(trusted?.createScriptURL('') ?? address);
  const { active } = await serviceWorker.ready;
  if (first)
    active?.postMessage([
      location.origin + location.pathname,
      ...performance.getEntriesByType('resource').map((e) => e.name),
    ]);
  const kept = (await caches.keys()).some((name) => name.startsWith(`guide ${root} pack `));
  if (!kept || !document.querySelector('.kept[hidden]')) return;
  // Named by address: the bundler's own way of loading on demand would weigh more than this script.
  const pack = `${root}scripts/pack.js`;
  const { renew }: typeof import('../islands/offline/pack.ts') = await import(/* @vite-ignore */ pack);
  const words = await renew();
  if (!words) return;
  const told = document.createElement('p');
  told.className = 'kept';
  told.role = 'status';
  told.textContent = words;
  document.querySelector('main')?.before(told);
}

if (import.meta.env.PROD && navigator.serviceWorker && globalThis.caches)
  addEventListener('load', () => {
    // A guide without a worker works as before; there is nothing to tell.
    start().catch(() => undefined);
  });
