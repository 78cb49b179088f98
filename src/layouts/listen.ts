/** Shows the button "Listen" where the device has a voice of its own for the page's language. */
import { speaks } from './voices.ts';

const button = document.querySelector<HTMLButtonElement>('button.aloud');
const { lang } = document.documentElement;

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
    const { readAloud } = await import('./aloud.ts');
    readAloud(document.querySelector('main') as HTMLElement, () => pressed(false));
  });
  addEventListener('pagehide', () => speechSynthesis.cancel());
}
