/** How fast lists are made and PDFs are set, beside headless Chromium printing the same pages. */
import { resolve } from 'node:path';
import { getSite, type Site } from '../../src/content/guide.ts';
import { shorts } from '../../src/content/short.ts';
import { documents } from '../../src/outputs/pdf/documents.ts';
import { compilePdf } from '../../src/outputs/pdf/engine.ts';
import { orderPdf, threads } from '../../src/outputs/pdf/pool.ts';
import { procedurePdf } from '../../src/outputs/pdf/procedure.ts';
import { type SheetKind, sheetPdf } from '../../src/outputs/pdf/sheet.ts';
import { checklist } from '../../src/rules/index.ts';
import { launch, served } from '../helpers/browser.ts';
import { median, RUNS, table } from './measure.ts';

/** A running Chromium prints the full lists of the same procedures; its start is not counted. */
async function printed(dist: string, ids: string[]): Promise<number> {
  const server = await served({ name: 'guide', dist, base: '/', origin: '' });
  const browser = await launch();
  const page = await browser.newPage({ javaScriptEnabled: false });
  const times: number[] = [];
  for (const id of ids)
    for (let i = 0; i < RUNS; i++) {
      const start = performance.now();
      await page.goto(`${server.url}/en/procedures/${id}/checklist/`);
      await page.pdf({ format: 'A4', tagged: true });
      times.push(performance.now() - start);
    }
  await browser.close();
  server.stop();
  return median(times);
}

/** Sets every document, poster and card of the guide in all languages, as the build does; seconds and how many. */
async function everyPdf(site: Site): Promise<{ seconds: number; count: number }> {
  const address = 'https://guide.test/';
  const langs = site.languages.map((l) => l.code);
  const start = performance.now();
  const ordered = documents(site).flatMap((d) =>
    langs.map((lang) => orderPdf(d.template, d.data(site, lang, address), `${lang}/${d.id}`)),
  );
  let count = ordered.length;
  for (const short of shorts(site))
    for (const kind of ['poster', 'card'] satisfies SheetKind[])
      for (const list of [...langs.map((l) => [l]), langs]) {
        compilePdf('sheet', sheetPdf(site, kind, short, list, address), `${kind}-${short.id}`);
        count++;
      }
  await Promise.all(ordered);
  return { seconds: (performance.now() - start) / 1000, count };
}

/** Of the real content; needs the guide that `against()` built. */
export async function rules(): Promise<string> {
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
  const set = (id: string): Uint8Array =>
    compilePdf('procedure', procedurePdf(site, 'en', id, 'https://guide.test'), id);
  set(ids[0] as string);
  const pdf = median(
    Array.from({ length: RUNS }, () =>
      ids.map((id) => {
        const start = performance.now();
        set(id);
        return performance.now() - start;
      }),
    ).flat(),
  );
  const all = await everyPdf(site);
  const browser = await printed(resolve('tests/output/bench'), ids);
  return table(
    ['what', 'median'],
    [
      [
        `\`checklist()\` on the ${cases.length} worked cases`,
        `${Math.round(perSecond).toLocaleString('en')} a second`,
      ],
      [
        'one PDF of a procedure: data, Typst, packing, one thread',
        `${pdf.toFixed(0)} ms (${(1000 / pdf).toFixed(0)} a second)`,
      ],
      [
        `all ${all.count} documents, posters and cards in all languages, ${threads} threads, one run`,
        `${all.seconds.toFixed(0)} s`,
      ],
      [
        'the same list printed by a running headless Chromium',
        `${browser.toFixed(0)} ms, ratio ${(browser / pdf).toFixed(1)}`,
      ],
    ],
  );
}
