/** The page "Keep this guide on your phone": choose, see the size, keep, pause, go on, remove. */
import { smallT } from '../../i18n/small.ts';
import type { OfflineList } from '../../outputs/offline.ts';
import { bytesOf, currentList, filesOf, hereOf, keepPack, PackError, packs, removeAll } from './pack.ts';

const byId = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;
const form = byId<HTMLFormElement>('offline-form');
const { lang } = document.documentElement;
const t = smallT(JSON.parse(form.dataset.strings ?? '{}'), lang);
const boxes = [...form.querySelectorAll<HTMLInputElement>('input[name="lang"]')];
const withPdfs = byId<HTMLInputElement>('offline-pdfs');
const [start, pause, remove] = ['offline-start', 'offline-pause', 'offline-remove'].map((id) =>
  byId<HTMLButtonElement>(id),
) as [HTMLButtonElement, HTMLButtonElement, HTMLButtonElement];
const bar = byId<HTMLProgressElement>('offline-progress');
const [size, status, state] = [byId('offline-size'), byId('offline-status'), byId('offline-state')];

const lists = new Map<string, OfflineList>();
/** Languages of which something is here, but not everything. */
let unfinished = new Set<string>();
let work: AbortController | undefined;

/** Bytes as megabytes in the words of the language. */
const megabytes = (bytes: number): string =>
  new Intl.NumberFormat(form.dataset.locale, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
    minimumFractionDigits: 1,
  }).format(bytes / 1e6);
const date = (day: string): string =>
  new Intl.DateTimeFormat(form.dataset.locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
const chosen = (): string[] => boxes.filter((b) => b.checked).map((b) => b.value);
const nameOf = (code: string): string => boxes.find((b) => b.value === code)?.dataset.name ?? code;

function showSize(): void {
  const known = chosen().flatMap((code) => lists.get(code) ?? []);
  const bytes = known.reduce((sum, list) => sum + bytesOf(filesOf(list, withPdfs.checked)), 0);
  size.textContent =
    known.length < chosen().length
      ? ''
      : bytes > 0
        ? t('offline.size', { size: megabytes(bytes) })
        : t('offline.choose');
  start.disabled = bytes === 0;
}

/** What is on the phone now: one line for each language. */
async function showState(): Promise<void> {
  const kept = await packs();
  unfinished = new Set(kept.map((p) => p.lang));
  const lines = await Promise.all(
    kept.map(async (pack) => {
      const { lang: code, list, pdfs } = pack;
      if (list && (await hereOf(pack, list, pdfs)) === bytesOf(filesOf(list, pdfs))) {
        unfinished.delete(code);
        return t(pdfs ? 'offline.keptPdfs' : 'offline.kept', {
          language: nameOf(code),
          date: date(list.day),
        });
      }
      const wanted = list ?? lists.get(code);
      const share = wanted
        ? Math.floor((100 * (await hereOf(pack, wanted, pdfs))) / bytesOf(filesOf(wanted, pdfs)))
        : 0;
      return t('offline.unfinished', { language: nameOf(code), share: `${share} %` });
    }),
  );
  state.replaceChildren(
    ...lines.map((line) => {
      const li = document.createElement('li');
      li.textContent = line;
      return li;
    }),
  );
  byId('offline-nothing').hidden = kept.length > 0;
  remove.hidden = (await caches.keys()).length === 0;
  nameStart();
}

/** "Go on" where the chosen languages are here in part. */
function nameStart(): void {
  const resume = chosen().some((code) => unfinished.has(code));
  start.firstElementChild?.replaceChildren(t(resume ? 'offline.resume' : 'offline.start'));
}

function say(key: string, vars: Record<string, string> = {}): void {
  status.textContent = t(key, vars);
}

async function run(): Promise<void> {
  work = new AbortController();
  const { signal } = work;
  start.hidden = true;
  pause.hidden = false;
  bar.hidden = false;
  bar.value = 0;
  const codes = chosen();
  say('offline.working');
  let end = 'offline.done';
  try {
    // Asks the browser not to delete the guide when space runs short; a "no" changes nothing else.
    void navigator.storage?.persist?.();
    for (const [i, code] of codes.entries())
      await keepPack(code, withPdfs.checked, signal, (here, all) => {
        bar.value = (i + here / all) / codes.length;
      });
  } catch (e) {
    end = signal.aborted ? 'offline.paused' : `offline.fault.${e instanceof PackError ? e.fault : 'network'}`;
  }
  work = undefined;
  start.hidden = false;
  pause.hidden = true;
  bar.hidden = bar.value === 1;
  const working = status.textContent;
  // What is said last is what the list below says too; a press of "Remove" may have had its say meanwhile.
  await showState();
  if (status.textContent === working) say(end);
}

form.addEventListener('submit', (e) => {
  e.preventDefault();
  if (!work) void run();
});
form.addEventListener('change', () => {
  showSize();
  nameStart();
});
pause.addEventListener('click', () => work?.abort());
remove.addEventListener('click', async () => {
  work?.abort();
  await removeAll();
  bar.hidden = true;
  say('offline.removed');
  await showState();
});

async function open(): Promise<void> {
  const kept = await packs();
  for (const b of boxes)
    b.checked = kept.length > 0 ? kept.some((p) => p.lang === b.value) : b.value === lang;
  withPdfs.checked = kept.some((p) => p.pdfs);
  const fetched = await Promise.allSettled(boxes.map((b) => currentList(b.value)));
  for (const [i, result] of fetched.entries())
    if (result.status === 'fulfilled') lists.set((boxes[i] as HTMLInputElement).value, result.value);
  for (const b of boxes) {
    const list = lists.get(b.value);
    if (list) byId(`size-${b.value}`).textContent = megabytes(bytesOf(list.parts));
  }
  showSize();
  await showState();
  form.dataset.ready = '';
}

function cannot(): void {
  form.hidden = true;
  byId('offline-cannot').hidden = false;
}

// A private window may have these and refuse to use them.
if (globalThis.caches && navigator.serviceWorker) open().catch(cannot);
else cannot();
