/** Chromium, through playwright: the same as in the browser tests. */
import { launch } from '../helpers/browser.ts';
import type { Engine } from './engine.ts';

export async function chromium(): Promise<Engine> {
  const browser = await launch();
  const page = await browser.newPage({ viewport: { width: 400, height: 800 } });
  return {
    name: 'Chromium',
    version: browser.version(),
    go: async (url) => void (await page.goto(url)),
    js: (expression) => page.evaluate(expression),
    click: (css) => page.locator(css).first().click(),
    write: (css, text) => page.locator(css).first().fill(text),
    pdf: () => page.pdf({ format: 'A4' }),
    close: () => browser.close(),
  };
}
