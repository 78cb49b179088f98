/**
 * Reads a page aloud. Loaded with the first press of the button, as it is with its types stripped (`/scripts/aloud.js`):
 * it imports nothing.
 */

const blocks = 'h1, h2, h3, h4, p, li, dt, dd';

/** Pieces of text with their languages, in the order of the page; what is hidden is left out. */
function pieces(main: HTMLElement): { lang: string; text: string }[] {
  const out: { lang: string; text: string; block: Element | null }[] = [];
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    const text = node.textContent?.replace(/\s+/g, ' ') ?? '';
    if (
      !parent ||
      parent.checkVisibility?.() === false ||
      parent.closest('button.aloud, script, style') ||
      text.trim() === ''
    )
      continue;
    const lang = parent.closest<HTMLElement>('[lang]')?.lang ?? document.documentElement.lang;
    const block = parent.closest(blocks);
    const last = out.at(-1);
    if (last && last.block === block && last.lang === lang) last.text += text;
    else out.push({ lang, text, block });
  }
  return out;
}

/**
 * Reads the main part of the page, each language with its own voice.
 * @param speaks whether a voice may be used for a language
 * @param ended called when it is over or was stopped
 */
export function readAloud(
  main: HTMLElement,
  speaks: (voice: SpeechSynthesisVoice, lang: string) => boolean,
  ended: () => void,
): void {
  const voiceFor = (lang: string): SpeechSynthesisVoice | undefined =>
    speechSynthesis.getVoices().find((v) => speaks(v, lang));
  const own = voiceFor(document.documentElement.lang);
  const list = pieces(main);
  if (!own || list.length === 0) {
    ended();
    return;
  }
  for (const [i, { lang, text }] of list.entries()) {
    const words = new SpeechSynthesisUtterance(text.trim());
    const voice = voiceFor(lang) ?? own;
    words.voice = voice;
    words.lang = voice.lang;
    if (i === list.length - 1) words.onend = ended;
    words.onerror = ended;
    speechSynthesis.speak(words);
  }
}
