/** Accessibility of a page as axe-core sees it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Violations of WCAG 2.2 AA and of axe's best practices, in words. */
export async function violations(page: Page): Promise<string[]> {
  // The policy of the pages forbids injected scripts, so axe runs in an isolated world through the debugger.
  await page.evaluate(axe);
  const result = await page.evaluate(async () =>
    // biome-ignore lint/suspicious/noExplicitAny: axe is put on the page as a global.
    (globalThis as any).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  return result.violations.flatMap((v: { id: string; nodes: { html: string; failureSummary: string }[] }) =>
    v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 120)} ${n.failureSummary.split('\n')[1] ?? ''}`),
  );
}
