/** /sw.js: the service worker, as it stands in its file but without types. */
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import type { APIRoute } from 'astro';

export const GET: APIRoute = () => {
  const code = readFileSync(join(process.cwd(), 'src', 'islands', 'offline', 'sw.ts'), 'utf8');
  return new Response(stripTypeScriptTypes(code), { headers: { 'content-type': 'text/javascript' } });
};
