/**
 * The security policy of a page names only the inline scripts and styles that stand in it, and stands before all of them.
 * Astro names those of the whole site on every page, at the end of the head: hashes can't be compressed, a narrower policy is
 * the better one, and a policy counts only for what follows it.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** The page with a policy at its start, from which hashes of absent scripts and styles were taken out. */
export function narrowed(html: string): string {
  const inline = [...html.matchAll(/<(script|style)(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/\1>/g)];
  const needed = new Set(
    inline.map(
      (m) =>
        `'sha256-${createHash('sha256')
          .update(m[2] as string)
          .digest('base64')}'`,
    ),
  );
  const policy = /<meta http-equiv="content-security-policy" content="[^"]*">/.exec(html)?.[0];
  if (!policy) return html;
  const kept = policy.replace(/ ?'sha256-[^']+'/g, (hash) => (needed.has(hash.trim()) ? hash : ''));
  return html.replace(policy, '').replace('<meta charset="utf-8">', (charset) => charset + kept);
}

/** Astro integration: narrows the policy of every page when the pages are there. */
export default function narrowPolicy(): AstroIntegration {
  return {
    name: 'narrow-policy',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        for (const file of (await readdir(root, { recursive: true })).filter((f) => f.endsWith('.html')))
          writeFileSync(join(root, file), narrowed(readFileSync(join(root, file), 'utf8')));
      },
    },
  };
}
