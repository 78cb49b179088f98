/** `npm run serve`: the built guide on http://localhost:4321, with the header rules of `_headers` that a host would apply. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/** Header rules: a path pattern (`*` at the end stands for anything) and its headers; a header set to "!" is taken back. */
export type HeaderRules = { pattern: string; headers: [string, string][] }[];

/** Reads a `_headers` file as CDN hosts understand it. */
export function parseHeaders(text: string): HeaderRules {
  const rules: HeaderRules = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (!line.startsWith(' ')) rules.push({ pattern: line.trim(), headers: [] });
    else {
      const [name = '', ...value] = line.trim().split(':');
      rules.at(-1)?.headers.push([name.trim(), value.join(':').trim()]);
    }
  }
  return rules;
}

/** The headers for a path: later rules win, and `! Name` removes one. */
export function headersFor(rules: HeaderRules, path: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { pattern, headers } of rules) {
    const parts = pattern
      .split('*')
      .map((p) => p.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+'));
    if (!new RegExp(`^${parts.join('.*')}$`).test(path)) continue;
    for (const [name, value] of headers) {
      if (name.startsWith('!')) found.delete(name.slice(1).trim());
      else found.set(name, value);
    }
  }
  return found;
}

/** Serves a built folder, under `base` if it was built for one. Unknown addresses get the 404 page. */
export function serve(dist: string, port: number, base = '/'): Promise<Server> {
  const file = join(dist, '_headers');
  const rules = existsSync(file) ? parseHeaders(readFileSync(file, 'utf8')) : [];
  const files = sirv(dist, { extensions: ['html'], etag: true });
  const notFound = existsSync(join(dist, '404.html')) ? readFileSync(join(dist, '404.html')) : 'Not found';
  const prefix = base.replace(/\/$/, '');
  const server = createServer((req, res) => {
    const missing = (): void => {
      res.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(notFound);
    };
    const url = req.url ?? '/';
    if (!url.startsWith(prefix)) return missing();
    req.url = url.slice(prefix.length) || '/';
    for (const [name, value] of headersFor(rules, req.url.split('?')[0] as string))
      res.setHeader(name, value);
    files(req, res, missing);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => resolve(server));
  });
}

if (import.meta.main) {
  const port = Number(process.env.PORT ?? 4321);
  const dist = process.env.OUT_DIR ?? 'dist';
  if (!existsSync(join(dist, 'index.html'))) {
    console.error(`There is no built guide in ${dist}. Run "npm run build" first, or "npm start".`);
    process.exit(1);
  }
  try {
    await serve(dist, port, process.env.BASE_PATH);
    console.log(
      `The guide is at http://localhost:${port}${process.env.BASE_PATH ?? '/'} (stop it with Ctrl+C)`,
    );
  } catch (e) {
    const busy = (e as NodeJS.ErrnoException).code === 'EADDRINUSE';
    console.error(busy ? `Port ${port} is in use. Choose another one: PORT=4322 npm run serve` : String(e));
    process.exit(1);
  }
}
