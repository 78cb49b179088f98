/** Scripts that stand at an address of their own, outside the bundle. */
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';

/** A TypeScript file as JavaScript. It may import types alone. @param file path from the project's folder */
export const plainScript = (file: string): Response =>
  new Response(stripTypeScriptTypes(readFileSync(join(process.cwd(), file), 'utf8')), {
    headers: { 'content-type': 'text/javascript' },
  });
