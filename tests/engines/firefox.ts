/** Firefox, through puppeteer-core and WebDriver BiDi, which Firefox speaks by itself. */
import { existsSync } from 'node:fs';
import { launch } from 'puppeteer-core';
import { type Engine, Missing } from './engine.ts';

const places = [process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox'];

export async function firefox(): Promise<Engine> {
  const executablePath = places.find((p) => p && existsSync(p));
  if (!executablePath) throw new Missing('Firefox', 'apt-get install firefox-esr, or set FIREFOX_PATH');
  const browser = await launch({ browser: 'firefox', executablePath, headless: true });
  const page = await browser.newPage();
  await page.setViewport({ width: 400, height: 800 });
  return {
    name: 'Firefox',
    version: await browser.version(),
    go: async (url) => void (await page.goto(url)),
    js: (expression) => page.evaluate(expression) as Promise<never>,
    click: (css) => page.click(css),
    write: (css, text) => page.type(css, text),
    pdf: () => page.pdf({ format: 'A4' }),
    close: () => browser.close(),
  };
}
