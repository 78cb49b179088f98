/**
 * How many pages a second a small server sends: ten pages of a built guide through the own server and nginx, over the
 * loopback. Clients and servers share the machine, so the figures are a floor.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import autocannon from 'autocannon';
import { getSite } from '../../src/content/guide.ts';
import { parseHeaders } from '../../src/tools/hosting/rules.ts';
import { type Served, served } from '../helpers/browser.ts';
import { program, withNginx } from '../helpers/hosts.ts';

/** Readers at once, and seconds for each page. */
const connections = 10;
const duration = 3;

/** The first page, the lists, the search, and the procedures and questions that the guide calls most needed. */
function pages(): string[] {
  const { sourceLanguage: lang, mostNeeded, mostAsked } = getSite().content.guide;
  const procedures = mostNeeded
    .slice(0, 2)
    .flatMap((id) => [`procedures/${id}/`, `procedures/${id}/checklist/`]);
  return [
    '',
    'procedures/',
    'search/',
    'start/',
    ...procedures,
    ...mostAsked.slice(0, 2).map((id) => `questions/${id}/`),
  ].map((path) => `${lang}/${path}`);
}

/** Requests a second, 99th percentile of milliseconds, and errors, of which there may be none: then it throws. */
async function measure(url: string): Promise<[number, number, number]> {
  const result = await autocannon({ url, connections, duration, headers: { 'accept-encoding': 'gzip, br' } });
  const { errors, timeouts, non2xx, requests, latency } = result;
  const failed = errors + timeouts + non2xx;
  if (failed > 0 || requests.total === 0)
    throw new Error(
      `${url}: of ${requests.total} requests ${errors} broke, ${timeouts} took too long, ${non2xx} got another answer`,
    );
  return [Math.round(requests.average), latency.p99, failed];
}

/** A Markdown table for the guide in `dist`, built for the root of its host. */
export async function load(dist = resolve('dist')): Promise<string> {
  if (!existsSync(join(dist, 'index.html')))
    throw new Error(`There is no built guide in ${dist}. Run "npm run build" first.`);
  const site = { name: 'guide', dist, base: '/', origin: '' };
  const hosts: [string, Served][] = [['own server', await served(site)]];
  if (program('nginx'))
    hosts.push([
      'nginx',
      await withNginx(dist, '/', parseHeaders(readFileSync(join(dist, '_headers'), 'utf8'))),
    ]);
  try {
    const rows: string[] = [];
    for (const page of pages()) {
      const cells = [];
      for (const [, host] of hosts) cells.push(...(await measure(`${host.url}/${page}`)));
      rows.push(`| /${page} | ${cells.join(' | ')} |`);
    }
    const head = hosts.flatMap(([name]) => [`${name}, requests/s`, 'p99, ms', 'errors']);
    return [`| page | ${head.join(' | ')} |`, `| --- |${' --- |'.repeat(head.length)}`, ...rows].join('\n');
  } finally {
    for (const [, host] of hosts) host.stop();
  }
}

if (import.meta.main) console.log(await load(process.env.OUT_DIR && resolve(process.env.OUT_DIR)));
