/** Real web servers for a built guide, where the machine has them: each a process of its own on a free port. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { nginx } from '../../src/tools/hosting/nginx.ts';
import { type HeaderRules, prefixOf } from '../../src/tools/hosting/rules.ts';
import type { Served } from './browser.ts';

/** A program on the PATH, or where Debian keeps servers; nothing if it is not installed. */
export const program = (name: string): string | undefined =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin']
    .map((dir) => join(dir, name))
    .find((file) => existsSync(file));

const brotliModule = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
/** Whether this machine's nginx can send `.br` files. */
export const nginxBrotli = existsSync(brotliModule);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** Waits until a server answers; its own message if it ends before. */
async function started(child: ChildProcess, port: number): Promise<void> {
  let said = '';
  child.stderr?.on('data', (text) => {
    said += text;
  });
  for (let i = 0; i < 200; i++) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${said}`);
    if (
      await fetch(`http://127.0.0.1:${port}/`).then(
        () => true,
        () => false,
      )
    )
      return;
    await wait(50);
  }
  throw new Error(`the server does not answer: ${said}`);
}

const served = (child: ChildProcess, port: number, base: string, dir: string): Served => ({
  url: `http://127.0.0.1:${port}${prefixOf(base)}`,
  stop: () => {
    child.once('exit', () => rmSync(dir, { recursive: true, force: true }));
    child.kill();
  },
});

/** nginx as an ordinary process, with the configuration that `npm run hosting` writes. */
export async function withNginx(dist: string, base: string, rules: HeaderRules): Promise<Served> {
  const dir = mkdtempSync(join(tmpdir(), 'guide-nginx-'));
  const port = await freePort();
  const brotli = join(dir, 'brotli*.conf');
  if (nginxBrotli) writeFileSync(join(dir, 'brotli.conf'), 'brotli_static on;\n');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${join(dir, kind)};`,
  );
  writeFileSync(
    join(dir, 'nginx.conf'),
    `${nginxBrotli ? `load_module ${brotliModule};` : ''}
daemon off;
master_process off;
pid ${join(dir, 'pid')};
error_log stderr;
events {}
http {
# A measurement keeps its connections.
keepalive_requests 1000000;
${temporary.join('\n')}
${nginx(rules, { base, root: dist, listen: [`127.0.0.1:${port}`], brotli })}
}
`,
  );
  const child = spawn(
    program('nginx') as string,
    ['-p', dir, '-c', join(dir, 'nginx.conf'), '-e', 'stderr'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  await started(child, port);
  return served(child, port, base, dir);
}

const apacheModules = '/usr/lib/apache2/modules';
/** Whether Apache is here with the modules that web space usually has. */
export const hasApache =
  program('apache2') !== undefined && existsSync(join(apacheModules, 'mod_rewrite.so'));

/** Apache with nothing set but that it reads `.htaccess`, as on web space. */
export async function withApache(dist: string, base: string): Promise<Served> {
  const dir = mkdtempSync(join(tmpdir(), 'guide-apache-'));
  const port = await freePort();
  const docs = join(dir, 'docs');
  // Started by root, Apache works as another user, who must be able to read the files wherever the project lies.
  chmodSync(dir, 0o755);
  cpSync(dist, join(docs, base), { recursive: true });
  const modules = ['mpm_event', 'authz_core', 'dir', 'mime', 'env', 'headers', 'rewrite'];
  writeFileSync(
    join(dir, 'apache.conf'),
    `ServerRoot ${dir}
ServerName localhost
ServerTokens Prod
Listen 127.0.0.1:${port}
PidFile ${join(dir, 'pid')}
ErrorLog ${join(dir, 'errors')}
${modules.map((m) => `LoadModule ${m}_module ${apacheModules}/mod_${m}.so`).join('\n')}
${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
TypesConfig ${existsSync('/etc/mime.types') ? '/etc/mime.types' : '/dev/null'}
DocumentRoot ${docs}
<Directory />
  Options FollowSymLinks
  AllowOverride All
  Require all granted
</Directory>
`,
  );
  const child = spawn(program('apache2') as string, ['-f', join(dir, 'apache.conf'), '-DFOREGROUND'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await started(child, port);
  return served(child, port, base, dir);
}
