/** Small comforts on the made-up country: answers kept when asked, listening, a way out of other apps' browsers, paper. */
import { expect, it } from 'vitest';
import { open } from '../helpers/browser.ts';
import { stage } from '../helpers/stage.ts';

const { browser, country } = await stage('country');

const wizard = (): string => `${country.url}/en/procedures/renew-stay-card/checklist/`;
const answers = '#basis=work&nationality=LI&expires-on=2027-01-10&changes=none&children=0';

it('keeps answers and ticks only when asked, and forgets them with a new start', async () => {
  const { page, errors } = await open(browser);
  await page.goto(wizard() + answers);
  await page.waitForSelector('.remember input');
  await page.locator('.items.tick input, input[id^="tick-"]').first().check();
  expect(await page.evaluate('localStorage.length')).toBe(0);
  await page.check('.remember input');
  expect(await page.evaluate('localStorage.length')).toBe(1);
  await page.goto(`${country.url}/en/`);
  await page.goto(wizard());
  await page.waitForSelector('.remember input');
  expect(await page.isChecked('.remember input')).toBe(true);
  expect(await page.locator('input[id^="tick-"]').first().isChecked()).toBe(true);
  expect(await page.evaluate('location.hash')).toBe(answers);
  // Answers in the address go before what is kept.
  await page.goto(`${country.url}/en/`);
  await page.goto(`${wizard()}#basis=work&at=basis`);
  await page.waitForSelector('.wizard[data-ready]');
  expect(await page.locator('.wizard form').count()).toBe(1);
  await page.goto(`${country.url}/en/`);
  await page.goto(wizard());
  await page.waitForSelector('.remember input');
  await page.getByText('Start again', { exact: true }).click();
  expect(await page.evaluate('localStorage.length')).toBe(0);
  expect(errors).toEqual([]);
  await page.context().close();
});

it('survives rubbish in its storage', async () => {
  const { page, errors } = await open(browser);
  await page.goto(wizard());
  await page.waitForSelector('.wizard[data-ready]');
  for (const rubbish of ['{', '[]', '{"hash":5,"ticks":[]}', '{"hash":"#nonsense=<b>","ticks":[{}]}']) {
    await page.evaluate((x) => localStorage.setItem('guide /help/papers renew-stay-card', x), rubbish);
    await page.reload();
    await page.waitForSelector('.wizard[data-ready] form');
  }
  expect(errors).toEqual([]);
  await page.context().close();
});

/** Voices that a device may have, and what was spoken. */
const voices = (list: { lang: string; localService: boolean }[]): string => `
  window.spoken = [];
  speechSynthesis.getVoices = () => ${JSON.stringify(list)};
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  speechSynthesis.speak = (u) => { window.spoken.push([u.lang, u.text]); };
  speechSynthesis.cancel = () => { window.spoken.push(['', 'cancelled']); };`;

it('offers to read aloud only with a voice of the device in the language of the page', async () => {
  for (const [list, shown] of [
    [[], false],
    [[{ lang: 'fr-FR', localService: true }], false],
    [[{ lang: 'en-US', localService: false }], false],
    [[{ lang: 'en-US', localService: true }], true],
  ] as const) {
    const { page } = await open(browser);
    await page.addInitScript(voices([...list]));
    await page.goto(`${country.url}/en/procedures/renew-stay-card/`);
    expect(await page.locator('button.aloud').isVisible(), JSON.stringify(list)).toBe(shown);
    await page.context().close();
  }
});

it('reads the page with the voice of each language, and stops', async () => {
  const { page, errors } = await open(browser);
  await page.addInitScript(
    voices([
      { lang: 'en-GB', localService: true },
      { lang: 'ar-EG', localService: true },
    ]),
  );
  await page.goto(`${country.url}/en/procedures/renew-stay-card/`);
  await page.click('button.aloud');
  await page.waitForFunction(() => (window as unknown as { spoken: string[] }).spoken.length > 10);
  const spoken = (await page.evaluate('window.spoken')) as [string, string][];
  expect(spoken[0]).toEqual(['en-GB', 'Renew your stay card']);
  expect(spoken.some(([lang, text]) => lang === 'ar-EG' && /\p{Script=Arabic}/u.test(text))).toBe(true);
  await page.click('button.aloud');
  expect(await page.evaluate('window.spoken.at(-1)[1]')).toBe('cancelled');
  expect(errors).toEqual([]);
  await page.context().close();
});

it('tells how to get out of another app, and nobody else', async () => {
  const agents: [string | undefined, boolean][] = [
    [undefined, false],
    ['Mozilla/5.0 (Linux; Android 12; wv) AppleWebKit/537.36 Chrome/120 Mobile FBAN/EMA', true],
  ];
  for (const [userAgent, shown] of agents) {
    const { page } = await open(browser, userAgent ? { userAgent } : {});
    await page.goto(`${country.url}/en/authorities/town-hall/`);
    expect(await page.locator('.in-app').isVisible()).toBe(shown);
    await page.context().close();
  }
});

it('leaves furniture off paper and shows what is folded', async () => {
  const { page } = await open(browser);
  await page.goto(`${country.url}/en/authorities/residence-office/`);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('details.sources li').first().isVisible()).toBe(true);
  for (const furniture of ['.langs', '.main-nav', '.skip', 'a.button', 'button:not(.official)'])
    expect(await page.locator(`${furniture}:visible`).count(), furniture).toBe(0);
  await page.context().close();
});
