/**
 * The guide as hosts serve it: the archive of `npm run mirror`, unpacked, behind the own server, nginx and Apache. All three
 * must answer alike; a server that this machine lacks is named and left out.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { extract } from 'tar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfflineList } from '../../src/outputs/offline.ts';
import { apache } from '../../src/tools/hosting/apache.ts';
import { headersFor, parseHeaders, takenBack } from '../../src/tools/hosting/rules.ts';
import { hostingFiles } from '../../src/tools/hosting/write.ts';
import { pack } from '../../src/tools/mirror.ts';
import { type Served, served } from '../helpers/browser.ts';
import { filesOf } from '../helpers/built.ts';
import { hasApache, nginxBrotli, program, withApache, withNginx } from '../helpers/hosts.ts';
import { sites, testDay } from '../helpers/sites.ts';

const { base, origin, dist } = sites.country;
const out = resolve('tests/output/hosting');
const site = join(out, 'guide-1/site');
const rules = parseHeaders(readFileSync('public/_headers', 'utf8'));
const names = [...new Set(rules.flatMap((r) => r.headers.map(([n]) => takenBack(n) ?? n)))];
const files = filesOf(dist);
const first = (pattern: RegExp): string => {
  const found = files.find((f) => pattern.test(f));
  if (!found) throw new Error(`no file like ${pattern}`);
  return found;
};

/** One address of each kind, below the base path, and its media type. */
const addresses: [path: string, type: string][] = [
  ['', 'text/html; charset=utf-8'],
  ['en/', 'text/html; charset=utf-8'],
  ['ar/search/', 'text/html; charset=utf-8'],
  [first(/^en\/embed\/.+\/index\.html$/).replace('index.html', ''), 'text/html; charset=utf-8'],
  [first(/^assets\/.+\.js$/), 'text/javascript; charset=utf-8'],
  [first(/^assets\/.+\.css$/), 'text/css; charset=utf-8'],
  ['sw.js', 'text/javascript; charset=utf-8'],
  ['pagefind/pagefind-worker.js', 'text/javascript; charset=utf-8'],
  [first(/^pagefind\/wasm\..+\.pagefind$/), 'application/octet-stream'],
  ['api/v1/index.json', 'application/json; charset=utf-8'],
  ['api/v1/cpsv-ap.jsonld', 'application/ld+json; charset=utf-8'],
  ['api/v1/fees.csv', 'text/csv; charset=utf-8'],
  [first(/^pdf\/en\/.+\.pdf$/), 'application/pdf'],
  ['en/app.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['en/calendar.ics', 'text/calendar; charset=utf-8'],
  ['en/changes.xml', 'application/xml; charset=utf-8'],
  ['icon.svg', 'image/svg+xml; charset=utf-8'],
  ['social/en.png', 'image/png'],
  ['robots.txt', 'text/plain; charset=utf-8'],
  ['.well-known/security.txt', 'text/plain; charset=utf-8'],
];
const fileAt = (path: string): string => (path === '' || path.endsWith('/') ? `${path}index.html` : path);

const archives = [join(out, 'one/guide-1.tar.gz'), join(out, 'two/guide-1.tar.gz')] as const;
beforeAll(async () => {
  rmSync(out, { recursive: true, force: true });
  for (const [i, from] of [sites.country, sites.again].entries()) {
    const archive = archives[i] as string;
    mkdirSync(join(archive, '..'), { recursive: true });
    await pack(from.dist, { site: origin, base, day: testDay }, resolve('tests/.tmp/pack'), archive);
  }
  await extract({ file: archives[0], cwd: out });
});

describe('the archive', () => {
  it('has the same bytes when the same guide is built and packed again', () => {
    expect(readFileSync(archives[1]).equals(readFileSync(archives[0]))).toBe(true);
  });

  it('holds the guide, settings for two servers, the list of packages and how to use them', () => {
    for (const file of files) expect(existsSync(join(site, file)), file).toBe(true);
    const top = filesOf(join(out, 'guide-1')).filter((f) => !f.startsWith('site/'));
    expect(top).toEqual([
      'LICENSE',
      'LICENSE-content',
      'README.txt',
      'deploy/SECURITY.md',
      'deploy/brotli.conf',
      'deploy/nginx.conf',
      'sbom.cdx.json',
    ]);
    expect(readFileSync(join(site, '.htaccess'), 'utf8')).toBe(apache(rules, base));
    expect(readFileSync(join(out, 'guide-1/README.txt'), 'utf8')).toContain(`${origin}${base}`);
  });

  it('lists every package that builds the guide, and none that only tests it', () => {
    const bom = JSON.parse(readFileSync(join(out, 'guide-1/sbom.cdx.json'), 'utf8')) as {
      components: { name: string; version: string }[];
    };
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { version: string; dev?: boolean }>;
    };
    const wanted = Object.entries(lock.packages)
      .filter(([path, p]) => path !== '' && !p.dev)
      .map(([path, p]) => `${path.replace(/.*node_modules\//, '')}@${p.version}`);
    expect(bom.components.map((c) => `${c.name}@${c.version}`).sort()).toEqual([...new Set(wanted)].sort());
  });

  it('gives files of one size and day times that differ with their content', () => {
    const seconds = new Set(files.map((f) => statSync(join(site, f)).mtimeMs));
    expect(seconds.size).toBeGreaterThan(files.length / 2);
    for (const time of seconds) expect(time).toBeLessThan(Date.parse(`${testDay}T00:00:00Z`));
  });

  it('compresses text, and nothing that is compressed already', () => {
    const packed = filesOf(site).filter((f) => f.endsWith('.br') || f.endsWith('.gz'));
    expect(packed.filter((f) => /\.(pdf|png|pagefind|pf_\w+)\.(br|gz)$/.test(f))).toEqual([]);
    const pages = files.filter((f) => f.endsWith('.html'));
    expect(pages.filter((f) => !packed.includes(`${f}.br`) || !packed.includes(`${f}.gz`))).toEqual([]);
    for (const f of packed)
      expect(statSync(join(site, f)).size, f).toBeLessThan(statSync(join(site, f.slice(0, -3))).size);
  });

  it('sends what the page about keeping the guide says that it sends', () => {
    const list = JSON.parse(readFileSync(join(site, 'offline/en.json'), 'utf8')) as OfflineList;
    for (const part of list.parts) {
      const sent = statSync(join(site, `${part.path}.br`)).size;
      expect(Math.abs(sent / part.bytes - 1), part.path).toBeLessThan(0.01);
    }
  });
});

it('the settings in deploy/ are those of public/_headers (npm run hosting)', () => {
  for (const [file, text] of Object.entries(hostingFiles())) expect(readFileSync(file, 'utf8')).toBe(text);
});

const hosts = [
  {
    name: 'own server',
    here: true,
    brotli: true,
    own: true,
    start: () => served({ ...sites.country, dist: site }),
  },
  {
    name: 'nginx',
    here: program('nginx') !== undefined,
    brotli: nginxBrotli,
    own: true,
    start: () => withNginx(site, base, rules),
  },
  // What lies outside its folder, and the answers to other methods, are not a matter of .htaccess.
  { name: 'Apache', here: hasApache, brotli: true, own: false, start: () => withApache(site, base) },
];

for (const { name, here, brotli, own, start } of hosts) {
  if (!here) console.warn(`${name} is not installed on this machine: its tests are left out.`);
  describe.skipIf(!here)(here ? name : `${name} (not installed here)`, () => {
    let host: Served;
    beforeAll(async () => {
      host = await start();
    });
    afterAll(() => host?.stop());
    const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
      fetch(path.startsWith('/') ? new URL(path, host.url) : `${host.url}/${path}`, {
        method,
        redirect: 'manual',
        headers: { 'accept-encoding': 'identity', ...headers },
      });
    const sent = (r: Response): Record<string, string | null> =>
      Object.fromEntries(names.map((n) => [n, r.headers.get(n)]));
    const ruled = (path: string): Record<string, string | null> => {
      const found = headersFor(rules, path);
      return Object.fromEntries(names.map((n) => [n, found.get(n) ?? null]));
    };

    it.each(addresses)(
      'sends the headers of _headers, the right type and bytes for /%s',
      async (path, type) => {
        const r = await ask(path);
        expect(r.status).toBe(200);
        expect(sent(r)).toEqual(ruled(`/${path}`));
        expect(r.headers.get('content-type')?.replace(/; ?/, '; ').toLowerCase()).toBe(type);
        expect(r.headers.get('content-encoding')).toBeNull();
        expect(Buffer.from(await r.arrayBuffer()).equals(readFileSync(join(site, fileAt(path))))).toBe(true);
        expect(r.headers.get('server') ?? '').not.toMatch(/\d/);
      },
    );

    it.each(addresses)('negotiates brotli and gzip for /%s', async (path, type) => {
      const file = join(site, fileAt(path));
      for (const [offered, ending, encoding] of [
        ['gzip, deflate, br', brotli ? '.br' : '.gz', brotli ? 'br' : 'gzip'],
        ['gzip', '.gz', 'gzip'],
      ] as const) {
        const r = await ask(path, { 'accept-encoding': offered });
        const there = existsSync(file + ending);
        expect(r.headers.get('content-encoding'), offered).toBe(there ? encoding : null);
        expect(r.headers.get('content-type')?.replace(/; ?/, '; ').toLowerCase()).toBe(type);
        expect(sent(r)).toEqual(ruled(`/${path}`));
        expect(r.headers.get('content-length')).toBe(String(statSync(there ? file + ending : file).size));
        if (there) expect(r.headers.get('vary')?.toLowerCase()).toContain('accept-encoding');
        expect(Buffer.from(await r.arrayBuffer()).equals(readFileSync(file))).toBe(true);
      }
    });

    it('answers 304 to who has the file already', async () => {
      for (const [path] of addresses) {
        const etag = (await ask(path)).headers.get('etag');
        expect(etag, path).toMatch(/^(W\/)?".+"$/);
        expect((await ask(path, { 'if-none-match': etag as string })).status, path).toBe(304);
        expect((await ask(path, { 'if-none-match': '"other"' })).status, path).toBe(200);
      }
    });

    it('lets only the wizards for frames be framed, and only hashed files be kept without asking', async () => {
      const embed = addresses.find(([p]) => p.includes('/embed/'))?.[0] as string;
      const framed = await ask(embed);
      expect(framed.headers.get('x-frame-options')).toBeNull();
      expect(framed.headers.get('content-security-policy')).toBeNull();
      const page = await ask('en/');
      expect(page.headers.get('x-frame-options')).toBe('DENY');
      expect(page.headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
      expect((await ask(first(/^assets\/.+\.js$/))).headers.get('cache-control')).toContain('immutable');
      expect(page.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    });

    it('answers unknown addresses with the page for them, never to be kept or framed', async () => {
      for (const path of [
        'nothing',
        'en/nothing/',
        'assets/nothing.js',
        'en/embed/nothing/',
        '%2e%2e%2fsite',
      ]) {
        const r = await ask(path);
        expect(r.status, path).toBe(404);
        // Apache does not look for %2F in folders and says so in words of its own.
        if (!own && path.includes('%2f')) continue;
        expect(await r.text(), path).toBe(readFileSync(join(site, '404.html'), 'utf8'));
        expect(sent(r), path).toEqual(ruled('/404.html'));
        expect(r.headers.get('content-type')?.toLowerCase()).toMatch(/^text\/html; ?charset=utf-8$/);
      }
      expect((await ask('.htaccess')).ok).toBe(false);
    });

    it('leads folders without their slash to the right address', async () => {
      for (const path of ['en', 'en/search', '']) {
        const r = await ask(`${base}${path && `/${path}`}`);
        expect(r.status, path).toBe(301);
        const to = r.headers.get('location') as string;
        if (own) expect(to).toMatch(/^\//);
        expect(new URL(to, host.url).pathname).toBe(`${base}/${path && `${path}/`}`);
      }
    });

    it.runIf(own)('serves nothing beside its path, and answers no other method', async () => {
      for (const path of ['/', '/help/', '/help/papersx/', '/en/'])
        expect((await ask(path)).status, path).toBe(404);
      expect((await ask('en/', {}, 'POST')).status).toBe(405);
      expect((await ask('en/', {}, 'HEAD')).status).toBe(200);
    });
  });
}
