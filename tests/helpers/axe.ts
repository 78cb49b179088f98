/** Accessibility of a page as axe-core sees it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Everything in WCAG 2.2 AA and axe's best practices, or only the rules that colours and widths decide. */
const rules = {
  all: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  look: ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'],
};

/** Violations in words. The same document in another theme and width needs only the rules about its look. */
export async function violations(page: Page, which: keyof typeof rules = 'all'): Promise<string[]> {
  // The policy of the pages forbids injected scripts, so axe runs in an isolated world through the debugger.
  await page.evaluate(axe);
  const result = await page.evaluate(
    async (options) =>
      // biome-ignore lint/suspicious/noExplicitAny: axe is put on the page as a global.
      (globalThis as any).axe.run(document, options),
    {
      runOnly: { type: which === 'all' ? 'tag' : 'rule', values: rules[which] },
      resultTypes: ['violations'],
    },
  );
  return result.violations.flatMap((v: { id: string; nodes: { html: string; failureSummary: string }[] }) =>
    v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 120)} ${n.failureSummary.split('\n')[1] ?? ''}`),
  );
}
