/** The search page: our own small interface on Pagefind, which is loaded with the first query. */
import { smallT } from '../i18n/small.ts';
import { fold } from './fold.ts';
import { kindWeights, meant, rank, together, wordsOf } from './rank.ts';

interface Found {
  url: string;
  /** Title, and the description of the page: of a question the first sentence of its answer. */
  meta: { title?: string; text?: string };
}
interface Result {
  id: string;
  score: number;
  data(): Promise<Found>;
}
interface Pagefind {
  init(): Promise<void>;
  /** Without a query: everything that the filters let through. */
  search(query: string | null, options?: { filters: Record<string, string> }): Promise<{ results: Result[] }>;
}

const PAGE = 10;
const byId = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;
const [form, field] = [document.querySelector<HTMLFormElement>('.search-box'), byId<HTMLInputElement>('q')];
const [status, list, more] = [
  byId('search-status'),
  byId('search-results'),
  byId<HTMLButtonElement>('search-more'),
];
const t = smallT(JSON.parse(list.dataset.strings ?? '{}'), document.documentElement.lang);

// Pagefind names the file of its worker as plain text. Nothing else may become a script on this page.
globalThis.trustedTypes?.createPolicy('default', {
  createScriptURL: (url) => (url === `${list.dataset.bundle}pagefind-worker.js` ? url : null),
});

const kindOf = new Map<string, keyof typeof kindWeights>();
let engine: Promise<Pagefind> | undefined;
const load = (): Promise<Pagefind> => {
  engine ??= import(/* @vite-ignore */ `${list.dataset.bundle}pagefind.js`).then(async (p: Pagefind) => {
    await p.init();
    for (const kind of Object.keys(kindWeights) as (keyof typeof kindWeights)[])
      for (const r of (await p.search(null, { filters: { kind } })).results) kindOf.set(r.id, kind);
    return p;
  });
  return engine;
};

let known: Promise<string[]> | undefined;
/** The words of titles, keywords and official names in this language, for spelling. */
const vocabulary = (): Promise<string[]> => {
  known ??= fetch(`${list.dataset.bundle}words-${document.documentElement.lang}.json`).then(
    (r) => r.json(),
    // Without it nothing is corrected; what is spelt right is found all the same.
    () => [],
  );
  return known;
};

/** Everything that a query finds, best first. */
async function find(query: string): Promise<Result[]> {
  const [search, known] = await Promise.all([load(), vocabulary()]);
  const all = new Map<string, Result>();
  const hits = async (word: string): Promise<Result[]> => {
    const { results } = await search.search(word);
    for (const r of results) all.set(r.id, r);
    return results;
  };
  const found = await Promise.all(
    wordsOf(query).map(async (word) => {
      const better = meant(word, known);
      return better ? together(await hits(better), await hits(word)) : hits(word);
    }),
  );
  const own = (await search.search(null, { filters: { name: fold(query) } })).results;
  for (const r of own) all.set(r.id, r);
  const ids = [...own.map((r) => r.id), ...rank(found, Number(list.dataset.pages), kindOf)];
  return [...new Set(ids)].map((id) => all.get(id) as Result);
}

function row(found: Found): HTMLLIElement {
  const li = document.createElement('li');
  const a = document.createElement('a');
  a.href = found.url;
  a.textContent = found.meta.title ?? found.url;
  const h2 = document.createElement('h2');
  h2.append(a);
  const p = document.createElement('p');
  p.textContent = found.meta.text ?? '';
  li.append(h2, p);
  return li;
}

let last = 0;
async function run(query: string): Promise<void> {
  const mine = ++last;
  const q = query.trim().slice(0, 200);
  list.replaceChildren();
  more.hidden = true;
  status.textContent = '';
  if (q === '') return;
  try {
    const results = await find(q);
    if (mine !== last) return;
    status.textContent =
      results.length > 0 ? t('search.count', { count: results.length }) : t('search.none', { query: q });
    let shown = 0;
    const next = async (): Promise<void> => {
      const batch = await Promise.all(results.slice(shown, shown + PAGE).map((r) => r.data()));
      if (mine !== last) return;
      list.append(...batch.map(row));
      shown += batch.length;
      more.hidden = shown >= results.length;
    };
    more.onclick = () => void next();
    await next();
  } catch {
    engine = undefined;
    status.textContent = t('search.failed');
  }
}

/** The query stands in the address, so that back, forward and shared links work. */
function fromAddress(): void {
  const q = new URLSearchParams(location.search).get('q') ?? '';
  field.value = q;
  void run(q);
}
let typing: ReturnType<typeof setTimeout> | undefined;
form?.addEventListener('submit', (e) => {
  e.preventDefault();
  clearTimeout(typing);
  const address = new URL(location.href);
  address.searchParams.set('q', field.value.trim());
  history.pushState(null, '', address);
  void run(field.value);
});
field.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(() => void run(field.value), 250);
});
addEventListener('popstate', fromAddress);
fromAddress();
if (!field.value) field.focus();
