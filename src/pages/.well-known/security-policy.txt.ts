/** /.well-known/security-policy.txt: `deploy/SECURITY.md` as it is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRoute } from 'astro';

export const GET: APIRoute = () =>
  new Response(readFileSync(join(process.cwd(), 'deploy/SECURITY.md'), 'utf8'), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
