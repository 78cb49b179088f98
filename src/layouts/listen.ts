/** Shows the button "Listen" where the device has a voice of its own for the page's language. */
const button = document.querySelector<HTMLButtonElement>('button.aloud');
const { lang } = document.documentElement;
const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** Whether a voice of the device itself speaks a language: others would send the text to a server. */
const speaks = (voice: SpeechSynthesisVoice, language: string): boolean =>
  voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === language.toLowerCase().split('-')[0];

if (button && 'speechSynthesis' in globalThis) {
  const look = (): void => {
    button.hidden = !speechSynthesis.getVoices().some((v) => speaks(v, lang));
  };
  look();
  speechSynthesis.addEventListener?.('voiceschanged', look);
  const pressed = (on: boolean): void => button.setAttribute('aria-pressed', String(on));
  button.addEventListener('click', async () => {
    if (button.getAttribute('aria-pressed') === 'true') {
      pressed(false);
      speechSynthesis.cancel();
      return;
    }
    pressed(true);
    const address = `${base}/scripts/aloud.js`;
    const { readAloud }: typeof import('./aloud.ts') = await import(/* @vite-ignore */ address);
    readAloud(document.querySelector('main') as HTMLElement, speaks, () => pressed(false));
  });
  addEventListener('pagehide', () => speechSynthesis.cancel());
}

export {};
