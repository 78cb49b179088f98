/** `npm run serve`: the built guide on http://localhost:4321, with the header rules of `_headers` that a host would apply. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import sirv from 'sirv';
import { mediaTypes, otherType } from '../outputs/types.ts';
import { headersFor, parseHeaders, prefixOf } from './hosting/rules.ts';

/** A path as it stands in a file's name, or nothing if it is malformed. */
function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/**
 * Serves a built folder, under `base` if it was built for one; compressed files if they are there. Unknown addresses get
 * the 404 page, folders without their slash are led to the right address.
 */
export function serve(dist: string, port: number, base = '/'): Promise<Server> {
  const file = join(dist, '_headers');
  const rules = existsSync(file) ? parseHeaders(readFileSync(file, 'utf8')) : [];
  const there = new Set(
    (readdirSync(dist, { recursive: true }) as string[]).map((f) => `/${f.replaceAll('\\', '/')}`),
  );
  const files = sirv(dist, {
    etag: true,
    brotli: true,
    gzip: true,
    extensions: [],
    setHeaders: (res, path) => res.setHeader('Content-Type', mediaTypes[extname(path)] ?? otherType),
  });
  const notFound = there.has('/404.html') ? readFileSync(join(dist, '404.html')) : 'Not found';
  const prefix = prefixOf(base);
  const server = createServer((req, res) => {
    const rulesOf = (path: string): void => {
      for (const [name, value] of headersFor(rules, path)) res.setHeader(name, value);
    };
    const missing = (): void => {
      for (const name of res.getHeaderNames()) res.removeHeader(name);
      rulesOf('/404.html');
      res.writeHead(404, { 'Content-Type': mediaTypes['.html'] }).end(notFound);
    };
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const [address = '/', ...query] = (req.url ?? '/').split('?');
    const search = query.length > 0 ? `?${query.join('?')}` : '';
    const path = decoded(address);
    if (path === undefined || !`${path}/`.startsWith(`${prefix}/`)) return missing();
    const local = path.slice(prefix.length);
    if (!local.endsWith('/') && there.has(`${local}/index.html`)) {
      res.writeHead(301, { Location: `${address}/${search}` }).end();
      return;
    }
    const wanted = local.endsWith('/') ? `${local}index.html` : local;
    if (!there.has(wanted)) return missing();
    rulesOf(wanted);
    req.url = encodeURI(wanted);
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
