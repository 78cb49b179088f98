/**
 * `npm run mirror`: builds the guide for one address (SITE_URL, BASE_PATH), compresses it and packs all that a host needs
 * into one archive, `<name>-<version>.tar.gz`. The same guide of the same day gives the same bytes.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { create } from 'tar';
import { getSite } from '../content/guide.ts';
import { compress } from './compress.ts';
import { apache } from './hosting/apache.ts';
import { debian, nginx } from './hosting/nginx.ts';
import { parseHeaders } from './hosting/rules.ts';
import { sbom } from './sbom.ts';

/** Address of a copy: SITE_URL, BASE_PATH, and the day of its figures. */
export interface Copy {
  site: string;
  base: string;
  day: string;
}

/** What stands in the archive's README.txt. */
export const readme = ({
  site,
  base,
  day,
}: Copy): string => `This is the guide as of ${day}, made to be served at
${new URL(base, site).href}

site/       the guide: plain files
deploy/     settings for nginx (nginx.conf, brotli.conf), and the policy for reports of weaknesses
sbom.cdx.json   the packages it was built with (CycloneDX)

On web space (Apache): put what is inside site/, the hidden file .htaccess included, into the folder that is served at
${base}. Your host must allow .htaccess files with mod_headers and mod_rewrite.

On a server of your own (Debian):
  apt-get install nginx-light libnginx-mod-http-brotli-static
  cp -r site /srv/guide
  cp deploy/nginx.conf /etc/nginx/sites-enabled/guide
  cp deploy/brotli.conf /etc/nginx/snippets/guide-brotli.conf
  rm /etc/nginx/sites-enabled/default
  systemctl reload nginx
Add the names and certificates of your host to nginx.conf.

Where neither is at hand: any host of plain files. It should apply the rules of site/_headers and answer unknown addresses
with site/404.html. Files that end in .br and .gz are the same files compressed; without a server that uses them, leave
them out.
${base === '/' ? '' : `\nBrowsers and people look for /.well-known/security.txt at the root of a host: link or copy it from site/.well-known.\n`}
Fees and dates on the pages are those of ${day}. Fetch or make a new archive often.
`;

/**
 * The time of a file in the archive: a moment of the day before the guide's, chosen by the content. Hosts name an edition of a
 * file by time and size; so two editions of one day still have two names, and one edition has one on every machine.
 */
export function timeOf(data: Buffer, day: string): Date {
  const second = createHash('sha256').update(data).digest().readUInt32BE() % 86_400;
  return new Date(Date.parse(`${day}T00:00:00Z`) + (second - 86_400) * 1000);
}

/** Every file below a folder, hidden ones included, in an order that no machine's settings change. */
const filesOf = (dir: string): string[] =>
  (readdirSync(dir, { recursive: true }) as string[])
    .map((f) => f.replaceAll('\\', '/'))
    .filter((f) => statSync(join(dir, f)).isFile())
    .sort();

/**
 * Packs a built guide into `<folder of the archive>/<name>.tar.gz`; it unpacks into a folder of that name.
 * @param work a folder to put the content together in; emptied before and after
 */
export async function pack(dist: string, copy: Copy, work: string, archive: string): Promise<void> {
  const rules = parseHeaders(readFileSync(join(dist, '_headers'), 'utf8'));
  rmSync(work, { recursive: true, force: true });
  mkdirSync(join(work, 'deploy'), { recursive: true });
  cpSync(dist, join(work, 'site'), { recursive: true });
  await compress(join(work, 'site'));
  const texts: Record<string, string> = {
    'README.txt': readme(copy),
    'sbom.cdx.json': sbom(),
    'site/.htaccess': apache(rules, copy.base),
    'deploy/nginx.conf': nginx(rules, { ...debian, base: copy.base }),
  };
  for (const [file, text] of Object.entries(texts)) writeFileSync(join(work, file), text);
  for (const file of ['brotli.conf', 'SECURITY.md'])
    copyFileSync(`deploy/${file}`, join(work, 'deploy', file));
  copyFileSync('LICENSE', join(work, 'LICENSE'));
  copyFileSync('content/LICENSE', join(work, 'LICENSE-content'));
  const files = filesOf(work);
  // A compressed file carries the time of its plain one.
  const times = new Map(
    files.map((f) => [f, timeOf(readFileSync(join(work, f.replace(/\.(br|gz)$/, ''))), copy.day)]),
  );
  await create(
    {
      file: archive,
      cwd: work,
      prefix: basename(archive, '.tar.gz'),
      gzip: { level: 9 },
      portable: true,
      noPax: true,
      onWriteEntry: (entry) => {
        entry.mtime = times.get(entry.path);
        if (entry.stat) entry.stat.mode = 0o644;
      },
    },
    files,
  );
  rmSync(work, { recursive: true, force: true });
}

if (import.meta.main) {
  const { SITE_URL, BASE_PATH = '/' } = process.env;
  if (!SITE_URL || !URL.canParse(SITE_URL)) {
    console.error('SITE_URL is not set. Run: SITE_URL=https://guide.example.org BASE_PATH=/ npm run mirror');
    process.exit(1);
  }
  const dist = '.cache/mirror/dist';
  const { status } = spawnSync('astro', ['build'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, OUT_DIR: dist, BASE_PATH },
  });
  if (status !== 0) process.exit(1);
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, string>;
  const archive = `${name}-${version}.tar.gz`;
  await pack(dist, { site: SITE_URL, base: BASE_PATH, day: getSite().day }, '.cache/mirror/pack', archive);
  rmSync(dist, { recursive: true, force: true });
  console.log(`Wrote ${archive}, ${(statSync(archive).size / 1e6).toFixed(1)} MB.`);
}
