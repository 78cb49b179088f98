/** The wizard in a real browser: history, links, hostile addresses, mistakes, the list and what can be done with it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { open } from '../helpers/browser.ts';
import { sites, testDay } from '../helpers/sites.ts';
import { stage } from '../helpers/stage.ts';
import {
  asked,
  common,
  countryRoot,
  examplesOf,
  fill,
  fragment,
  id,
  ready,
  shown,
  walkThrough,
  withWizard,
} from '../helpers/wizard.ts';

const languages = ['en', 'es', 'pt', 'ro'];
const all = fragment(common);

const { browser, guide, country } = await stage('guide', 'country');

const address = (lang: string, procedure = id): string =>
  `${guide.url}/${lang}/procedures/${procedure}/checklist/`;
const hash = (page: Page): Promise<string> => page.evaluate(() => location.hash);

describe('history', () => {
  it('goes back to each question with its answer, forward again, and survives a reload', () =>
    withWizard(browser, address('en'), async (page) => {
      const way = await walkThrough(page, common);
      for (const question of [...way].reverse()) {
        await page.goBack();
        expect(await asked(page)).toBe(question);
        expect(await shown(page)).not.toBe('');
        expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
      }
      for (const question of way.slice(1)) {
        await page.goForward();
        expect(await asked(page)).toBe(question);
      }
      await page.reload();
      await ready(page);
      expect(await asked(page)).toBe('debts');
      expect(await shown(page)).toBe('none');
      await page.goForward();
      expect(await asked(page)).toBeUndefined();
      await page.reload();
      await ready(page);
      expect(await page.locator('.ticks li').count()).toBeGreaterThan(5);
      await page.goBack();
      expect(await asked(page)).toBe('debts');
    }));

  it('keeps every later answer that still applies when an earlier one is changed after going back', () =>
    withWizard(browser, address('en'), async (page) => {
      await walkThrough(page, common);
      for (let n = 0; n < 6; n++) await page.goBack();
      expect(await asked(page)).toBe('basis');
      await fill(page, 'basis', 'study');
      await page.click('.wizard form button');
      await page.waitForSelector('.glance');
      expect(await hash(page)).toBe(fragment({ ...common, basis: 'study' }));
      await page.goBack();
      expect(await asked(page)).toBe('basis');
      expect(await shown(page)).toBe('study');
    }));

  it('drops the answers to questions that are no longer asked, and asks again when they are', () =>
    withWizard(browser, address('en') + all, async (page) => {
      await page.locator('.given-answers summary').click();
      await page.locator('.change a').first().click();
      await fill(page, 'card', 'cplp');
      await page.click('.wizard form button');
      await page.waitForSelector('.glance');
      for (const gone of ['basis=', 'housing=', 'ground-changed='])
        expect(await hash(page)).not.toContain(gone);
      await page.locator('.given-answers summary').click();
      await page.locator('.change a').first().click();
      await fill(page, 'card', 'temporary');
      await page.click('.wizard form button');
      await page.waitForSelector('#answer-basis');
      expect(await hash(page)).toContain('debts=none');
    }));

  it('leads back with its own link as the browser does, and from a shared link too', () =>
    withWizard(browser, address('en'), async (page) => {
      await fill(page, 'card', 'temporary');
      await page.click('.wizard form button');
      await page.waitForSelector('#answer-expires-on');
      const length = await page.evaluate(() => history.length);
      await page.click('.back a');
      await page.waitForSelector('#answer-card');
      expect(await shown(page)).toBe('temporary');
      expect(await page.evaluate(() => history.length)).toBe(length);
      await page.goForward();
      expect(await asked(page)).toBe('expires-on');
      await page.goto(address('es') + all);
      await ready(page);
      await page.click('.back a');
      await page.waitForSelector('#answer-debts');
      expect(await shown(page)).toBe('none');
    }));

  it('leads to the same list by every "Change" and back', () =>
    withWizard(browser, address('en') + all, async (page) => {
      for (const [n, question] of Object.keys(common).entries()) {
        await page.locator('.given-answers summary').click();
        await page.locator('.change a').nth(n).click();
        expect(await asked(page)).toBe(question);
        await page.click('.wizard form button');
        await page.waitForSelector('.glance');
        expect(await hash(page)).toBe(all);
      }
    }));

  it('does not lose the answers over a jump on the page', () =>
    withWizard(browser, address('en') + all, async (page) => {
      await page.evaluate(() => {
        location.hash = '#main';
      });
      await page.waitForFunction((h) => location.hash === h, all);
      expect(await page.locator('.ticks li').count()).toBeGreaterThan(5);
      await page.click('.jumps a');
      expect(await hash(page)).toBe(all);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('part-steps');
    }));

  it('takes a pasted link as the whole truth', () =>
    withWizard(browser, address('en') + all, async (page) => {
      await page.evaluate(() => {
        location.hash = '#card=cplp';
      });
      await page.waitForSelector('#answer-expires-on');
      expect(await page.locator('.answers dt').count()).toBe(1);
      await fill(page, 'expires-on', '2027-03-01');
      await page.click('.wizard form button');
      await page.waitForSelector('#answer-prison');
      expect(await shown(page)).toBe('');
    }));
});

describe('a shared link', () => {
  it.each([
    ['#card=temporary', 'expires-on', ''],
    ['#card=temporary&expires-on=2027-01-05&at=expires-on', 'expires-on', '5 1 2027'],
    ['#card=temporary&at=debts', 'expires-on', ''],
    ['#debts=none', 'card', ''],
    ['#card=cplp&basis=study&expires-on=2027-01-05', 'prison', ''],
  ])('%s opens at %s', (link, question, answer) =>
    withWizard(browser, address('en') + link, async (page) => {
      expect(await asked(page)).toBe(question);
      expect(await shown(page)).toBe(answer);
      expect(await page.locator('.broken').count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    }),
  );

  it('shifts nothing while it opens', () =>
    withWizard(browser, address('en') + all, async (page) => {
      const shift = await page.evaluate(
        () =>
          new Promise<number>((done) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const e of list.getEntries() as (PerformanceEntry & { value: number })[]) sum += e.value;
            }).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => done(sum), 500);
          }),
      );
      expect(shift).toBe(0);
    }));

  it('sends no answer to the server', async () => {
    const { page } = await open(browser);
    const asked: string[] = [];
    page.on('request', (r) => asked.push(r.url() + (r.postData() ?? '') + JSON.stringify(r.headers())));
    await page.goto(address('en') + all);
    await ready(page);
    await page.locator('#show-official').check();
    await page.waitForSelector('.beside', { state: 'attached' });
    expect(asked.length).toBeGreaterThan(4);
    expect(asked.filter((r) => /2027-01-15|employed|sixteen/.test(r))).toEqual([]);
    await page.context().close();
  });
});

describe('hostile addresses', () => {
  it.each([
    '#card=golden',
    '#card=temporary&expires-on=2027-02-31',
    '#nonsense=1&card=temporary',
    '#card=%E0%A4%A&expires-on=2027-01-15',
    '#%=%&&&===',
    '#__proto__=x&constructor=y&card=temporary',
    '#card=<script>document.title="hacked"</script>',
    '#<img src=x onerror=alert(1)>=1',
    '#card=temporary&at=<script>alert(1)</script>',
    `#card=temporary&x=${'A'.repeat(100_000)}`,
    `#${'card=temporary&'.repeat(10_000)}`,
  ])('%.60s: one plain message, and the wizard works', (link) =>
    withWizard(
      browser,
      address('en') + link,
      async (page) => {
        expect(await page.locator('.broken').count()).toBe(1);
        expect(await page.title()).not.toContain('hacked');
        expect(await page.locator('.wizard script, .wizard img').count()).toBe(0);
        expect((await hash(page)).length).toBeLessThan(200);
        if ((await asked(page)) === 'card') {
          await fill(page, 'card', 'temporary');
          await page.click('.wizard form button');
        } else await walkThrough(page, common);
        expect(await page.locator('.broken').count()).toBe(0);
        expect(await hash(page)).toContain('card=temporary');
      },
      {},
      async (page) => {
        page.on('dialog', () => expect.unreachable('a script ran'));
      },
    ),
  );
});

describe('a mistake', () => {
  it('is said beside the field and at the top, which takes the focus and leads to the field', () =>
    withWizard(browser, `${address('en')}#card=temporary`, async (page) => {
      await page.fill('input.day', '31');
      await page.fill('input.month', '02');
      await page.fill('input.year', '2027');
      await page.keyboard.press('Enter');
      const top = page.locator('.fault-summary');
      await top.waitFor();
      expect(await top.getAttribute('role')).toBe('alert');
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('fault-summary');
      expect(await page.title()).toMatch(/^Mistake: /);
      const said = await page.evaluate(() => {
        const ids = document.querySelector('fieldset')?.getAttribute('aria-describedby')?.split(' ') ?? [];
        return ids.map((x) => document.getElementById(x)?.textContent ?? 'missing');
      });
      expect(said.some((s) => s.includes('There is no such day'))).toBe(true);
      expect(said).not.toContain('missing');
      expect(await page.locator('input[aria-invalid=true]').count()).toBe(3);
      const before = await hash(page);
      await top.locator('a').press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('answer-expires-on');
      expect(await hash(page)).toBe(before);
      await page.fill('input.day', '05');
      await page.keyboard.press('Enter');
      await page.waitForSelector('#answer-prison');
      expect(await hash(page)).toContain('expires-on=2027-02-05');
      expect(await page.title()).not.toMatch(/^Mistake: /);
    }));

  it('takes the focus again when it is made again', () =>
    withWizard(browser, address('en'), async (page) => {
      for (let n = 0; n < 2; n++) {
        await page.click('.wizard form button');
        await page.waitForFunction(() => document.activeElement?.className === 'fault-summary');
        await page.focus('#answer-card');
      }
    }));

  it('cannot mix "none of these" with other answers', () =>
    withWizard(browser, `${address('en') + fragment(common)}&at=changes`, async (page) => {
      expect(await shown(page)).toBe('none');
      await page.check('[value=passport]');
      expect(await shown(page)).toBe('passport');
      await page.check('[value=address-or-family]');
      await page.check('[value=none]');
      expect(await shown(page)).toBe('none');
    }));
});

describe('the list', () => {
  it('agrees with every worked case of every procedure', async () => {
    const { page, errors } = await open(browser);
    const missing: string[] = [];
    let cases = 0;
    for (const [procedure, examples] of examplesOf()) {
      await page.goto(address('en', procedure));
      await ready(page);
      for (const example of examples) {
        cases++;
        await page.clock.setFixedTime(new Date(`${example.day}T12:00:00Z`));
        await page.evaluate((h) => {
          location.hash = h;
        }, fragment(example.answers));
        const where = `${procedure}: ${example.name}`;
        await page
          .waitForFunction((d) => !document.querySelector('.wizard form') || d, null, { timeout: 5000 })
          .catch(() => missing.push(`${where}: not complete`));
        const seen = await page.evaluate(() => ({
          stopped: document.querySelector('.stop') !== null,
          documents: [...document.querySelectorAll('.ticks input')].map((x) => x.id.replace('tick-', '')),
        }));
        if (seen.stopped !== example.stops.length > 0) missing.push(`${where}: stop`);
        for (const d of example.documents) if (!seen.documents.includes(d)) missing.push(`${where}: ${d}`);
        for (const d of example.notDocuments)
          if (seen.documents.includes(d)) missing.push(`${where}: not ${d}`);
      }
    }
    expect(cases).toBeGreaterThan(20);
    expect(missing).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('leads on from a stop to the questions again', () =>
    withWizard(browser, `${address('en')}#card=permanent`, async (page) => {
      expect(await page.locator('.stop').count()).toBe(1);
      expect(await page.locator('.ticks').count()).toBe(0);
      await page.locator('.change a').click();
      await fill(page, 'card', 'temporary');
      await page.click('.wizard form button');
      await page.waitForSelector('#answer-expires-on');
    }));

  it("shows the official words beside the reader's, and says so when they cannot be fetched", () =>
    withWizard(browser, address('ro') + all, async (page) => {
      await page.route('**/api/v1/wizard/**', (route) => route.abort(), { times: 1 });
      await page.locator('#show-official').click();
      await page.waitForSelector('.both .fault');
      expect(await page.locator('#show-official').isChecked()).toBe(false);
      await page.locator('#show-official').click();
      await page.waitForSelector('.ticks .beside');
      expect(await page.locator('.both .fault').count()).toBe(0);
      expect(await page.locator('.beside:not([lang=pt])').count()).toBe(0);
      expect(await page.locator('.ticks > li').count()).toBe(
        await page.locator('.ticks > li .beside').count(),
      );
      const { kit, strings } = JSON.parse(
        readFileSync(join(sites.guide.dist, `api/v1/wizard/pt/${id}.json`), 'utf8'),
      );
      const text = await page.locator('.wizard').textContent();
      expect(text).toContain(strings['list.documents']);
      for (const limit of ['last-day', 'card-ends']) expect(text).toContain(kit.text.timeLimits[limit].name);
      const ids = await page.locator('[id]').evaluateAll((list) => list.map((x) => x.id));
      expect(new Set(ids).size).toBe(ids.length);
    }));

  it('has no such switch for readers of the official language', () =>
    withWizard(browser, address('pt') + all, async (page) => {
      expect(await page.locator('#show-official').count()).toBe(0);
      expect(await page.locator('.wizard .official[lang]').count()).toBe(0);
    }));

  it('opens outside links in a new tab and names telephone and mail links as such', () =>
    withWizard(browser, address('en') + all, async (page) => {
      const links = await page
        .locator('.wizard a[href^="https://"]')
        .evaluateAll((list) =>
          list.map((a) => [(a as HTMLAnchorElement).target, (a as HTMLAnchorElement).rel]),
        );
      expect(links.length).toBeGreaterThan(3);
      expect(links.every(([target, rel]) => target === '_blank' && rel === 'noopener')).toBe(true);
    }));
});

describe('taking the list away', () => {
  const button = (page: Page, name: string) => page.locator('.keep button', { hasText: name });
  const fakes = (page: Page): Promise<unknown> =>
    page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      window.print = () => seen.push('print');
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: async (text: string) => void seen.push(text) },
      });
      Object.defineProperty(navigator, 'share', {
        value: async (d: { text: string }) => void seen.push(d.text),
      });
    });
  const seen = (page: Page): Promise<string[]> =>
    page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);

  it('prints, copies two different links and the text, and shares', () =>
    withWizard(
      browser,
      address('en') + all,
      async (page) => {
        await button(page, 'Print my list').click();
        await button(page, 'Copy link to this checklist').click();
        await button(page, 'Copy link with my answers').click();
        await button(page, 'Copy my list as text').click();
        await button(page, 'Share my list').click();
        const [print, plain, answers, text, shared] = await seen(page);
        expect(print).toBe('print');
        expect(plain).toBe(address('en'));
        expect(answers).toBe(address('en') + all);
        expect(text).toBe(shared);
        expect(text).toContain(address('en'));
        expect(text).not.toContain('expires-on=');
        const papers = await page.locator('.ticks .tick-line').allInnerTexts();
        expect(papers.filter((p) => !text?.includes(p))).toEqual([]);
        expect(await page.locator('.done').count()).toBe(1);
      },
      {},
      fakes,
    ));

  it('offers the link to copy by hand where the browser forbids it, and no share button where there is none', () =>
    withWizard(
      browser,
      address('en') + all,
      async (page) => {
        expect(await button(page, 'Share').count()).toBe(0);
        await button(page, 'Copy link with my answers').click();
        const box = page.locator('.keep textarea');
        await box.waitFor();
        expect(await box.inputValue()).toBe(address('en') + all);
        expect(await page.evaluate(() => getSelection()?.toString() || 'in the field')).toBeTruthy();
        expect(
          await box.evaluate(
            (b: HTMLTextAreaElement) => b.selectionEnd - b.selectionStart === b.value.length,
          ),
        ).toBe(true);
      },
      {},
      (page) =>
        page.addInitScript(() => {
          Object.defineProperty(navigator, 'clipboard', { value: undefined });
          Object.defineProperty(navigator, 'share', { value: undefined });
        }),
    ));

  it('writes the days into a calendar file', () =>
    withWizard(browser, address('ro') + all, async (page) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('.keep button', { hasText: 'calendar' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`${id}.ics`);
      const file = readFileSync((await download.path()) as string, 'utf8');
      expect(file).toContain('DTSTART;VALUE=DATE:20261216\r\n');
      expect(file).not.toContain('DTSTART;VALUE=DATE:20261017');
      const uids = file.match(/^UID:.*$/gm) ?? [];
      expect(uids.length).toBeGreaterThan(1);
      expect(new Set(uids).size).toBe(uids.length);
    }));

  it('starts again with nothing left', () =>
    withWizard(browser, address('en'), async (page) => {
      await walkThrough(page, common);
      await page.locator('.ticks input').first().check();
      await button(page, 'Start again').click();
      await page.waitForSelector('#answer-card');
      expect(await hash(page)).toBe('');
      expect(await shown(page)).toBe('');
      await walkThrough(page, common, async (question) => {
        if (question !== 'card') expect(await shown(page)).toBe('');
      });
      expect(await page.locator('.ticks input').first().isChecked()).toBe(false);
    }));

  it('shows no dead button inside another app, but says what to do and offers the PDF', () =>
    withWizard(
      browser,
      address('es') + all,
      async (page) => {
        expect(await page.locator('.keep .broken').count()).toBe(1);
        const buttons = await page.locator('.keep button').allInnerTexts();
        expect(buttons.some((b) => /Imprimir|calendario/.test(b))).toBe(false);
        const pdf = await page.locator('.keep a[href$=".pdf"]').getAttribute('href');
        expect((await page.request.get(new URL(pdf as string, page.url()).href)).status()).toBe(200);
      },
      {
        userAgent:
          'Mozilla/5.0 (Linux; Android 9; SM-J330F; wv) AppleWebKit/537.36 Version/4.0 Chrome/109.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/300.0]',
      },
    ));
});

describe('before scripts run', () => {
  it.each(languages)('the page holds the first question and the full list (%s)', async (lang) => {
    const { page } = await open(browser, { javaScriptEnabled: false });
    await page.goto(address(lang));
    const html = readFileSync(join(sites.guide.dist, lang, 'procedures', id, 'checklist/index.html'), 'utf8');
    expect(html).toContain('id="answer-card"');
    expect(await page.locator('.wizard').isVisible()).toBe(false);
    expect(await page.locator('.without-js .only-if').count()).toBeGreaterThan(5);
    expect(await page.locator('h1:visible').count()).toBe(1);
    await page.context().close();
  });

  it('a choice is kept and not sent when the reader is quicker than the scripts', async () => {
    const { page } = await open(browser);
    let release: () => void = () => {};
    const gate = new Promise<void>((done) => {
      release = done;
    });
    await page.route('**/assets/client.*.js', async (route) => {
      await gate;
      await route.continue();
    });
    await page.goto(address('en'));
    await page.check('[value=cplp]');
    await page.press('[value=cplp]', 'Enter');
    expect(page.url()).toBe(address('en'));
    release();
    await ready(page);
    expect(await shown(page)).toBe('cplp');
    await page.click('.wizard form button');
    await page.waitForSelector('#answer-expires-on');
    expect(await hash(page)).toContain('card=cplp');
    await page.context().close();
  });

  it('the full list appears when the wizard cannot be loaded', async () => {
    const { page } = await open(browser);
    await page.route('**/assets/Wizard.*', (route) => route.abort());
    await page.goto(address('en') + all);
    expect(await page.locator('.without-js').isVisible()).toBe(false);
    await page.waitForSelector('.without-js .items', { timeout: 15_000 });
    await page.context().close();
  });
});

describe('in a made-up country, right to left, under a base path', () => {
  const procedure = 'renew-stay-card';
  it.each(['en', 'ar'])('every kind of question leads to the list by keyboard (%s)', (lang) =>
    withWizard(browser, `${country.url}/${lang}/procedures/${procedure}/checklist/`, async (page) => {
      const example = examplesOf(countryRoot)
        .get(procedure)
        ?.filter((e) => e.stops.length === 0)
        .sort((a, b) => Object.keys(b.answers).length - Object.keys(a.answers).length)[0];
      if (!example) throw new Error('the made-up country has no worked case');
      const way = await walkThrough(page, example.answers, async () => {}, 'keyboard');
      expect(way.length).toBeGreaterThan(3);
      expect(await page.locator('.ticks li').count()).toBeGreaterThan(0);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      if (lang === 'en') {
        await page.locator('#show-official').check();
        await page.waitForSelector('.beside[dir=rtl]', { state: 'attached' });
      }
      const inside = await page
        .locator('.wizard a[href^="/"]')
        .evaluateAll((links) => links.map((a) => a.getAttribute('href') as string));
      expect(inside.every((h) => h.startsWith('/help/papers/'))).toBe(true);
    }),
  );
});

it('counts days from the calendar of the authorities, not of the device', () =>
  withWizard(
    browser,
    address('en') + all,
    async (page) => {
      const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(`${testDay}T00:00:00Z`),
      );
      expect(await page.locator('.made').textContent()).toContain(day);
    },
    { timezoneId: 'Pacific/Kiritimati' },
  ));
