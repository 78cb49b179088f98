/** WebKit, the engine of every iPhone: WebKitGTK's small browser, through selenium-webdriver. It needs a screen: a virtual one. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Builder, By, Capabilities, type WebDriver } from 'selenium-webdriver';
import { type Engine, Missing } from './engine.ts';

const install = 'apt-get install webkit2gtk-driver xvfb';

/** Debian puts the small browser into a folder of its architecture and version. */
function miniBrowser(): string | undefined {
  const folders = existsSync('/usr/lib')
    ? readdirSync('/usr/lib').filter((d) => d.endsWith('-linux-gnu'))
    : [];
  return folders
    .flatMap((d) =>
      readdirSync(join('/usr/lib', d))
        .filter((x) => x.startsWith('webkit'))
        .map((x) => join('/usr/lib', d, x, 'MiniBrowser')),
    )
    .find((p) => existsSync(p));
}

/** A port that nobody uses. */
const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });

async function connect(port: number, binary: string): Promise<WebDriver> {
  const browser = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary, args: ['--automation'] },
  });
  const end = Date.now() + 30_000;
  for (;;)
    try {
      return await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(browser).build();
    } catch (e) {
      // The driver needs a moment until it listens.
      if (!/ECONNREFUSED/.test(String(e)) || Date.now() > end) throw e;
      await new Promise((again) => setTimeout(again, 200));
    }
}

export async function webkit(): Promise<Engine> {
  const binary = miniBrowser();
  const driverPath = '/usr/bin/WebKitWebDriver';
  if (!binary || !existsSync(driverPath) || !existsSync('/usr/bin/xvfb-run'))
    throw new Missing('WebKit', install);
  const port = await freePort();
  // A process group of its own: the driver, the screen and the browser end together.
  const child = spawn('xvfb-run', ['-a', '-s', '-screen 0 1280x1024x24', driverPath, `--port=${port}`], {
    stdio: 'ignore',
    detached: true,
  });
  const stop = (): void => {
    if (child.pid) process.kill(-child.pid);
  };
  const driver = await connect(port, binary).catch((e) => {
    stop();
    throw e;
  });
  await driver.manage().window().setRect({ width: 400, height: 800, x: 0, y: 0 });
  const capabilities = await driver.getCapabilities();
  return {
    name: 'WebKit',
    version: `${capabilities.getBrowserName()} ${capabilities.getBrowserVersion()}`,
    go: (url) => driver.get(url),
    js: async (expression) => {
      const answer = (await driver.executeAsyncScript(
        `const done = arguments[arguments.length - 1];
         Promise.resolve().then(() => (${expression})).then((value) => done({ value }), (e) => done({ fault: String(e) }));`,
      )) as { value?: unknown; fault?: string };
      if (answer.fault) throw new Error(answer.fault);
      return answer.value as never;
    },
    click: async (css) => {
      const element = await driver.findElement(By.css(css));
      // The driver clicks where the element is at once, and pages scroll smoothly.
      await driver.executeScript(
        'arguments[0].scrollIntoView({ block: "center", behavior: "instant" })',
        element,
      );
      await element.click();
    },
    write: (css, text) => driver.findElement(By.css(css)).sendKeys(text),
    // WebKitGTK's driver has no command to print (2.50 answers "unknown command").
    pdf: async () => undefined,
    close: async () => {
      await driver.quit().catch(() => undefined);
      stop();
    },
  };
}
