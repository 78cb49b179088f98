/** The filter above a list of questions: hides what does not have all the words that were typed. */
import { fold } from './fold.ts';

const input = document.querySelector<HTMLInputElement>('#filter');
const note = document.querySelector<HTMLElement>('#none');
const sections = [...document.querySelectorAll<HTMLElement>('main section')].map((section) => ({
  section,
  items: [...section.querySelectorAll('li')].map((li) => ({ li, words: fold(li.textContent ?? '') })),
}));

input?.addEventListener('input', () => {
  const wanted = fold(input.value).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const { section, items } of sections) {
    let here = 0;
    for (const { li, words } of items) {
      li.hidden = !wanted.every((w) => words.includes(w));
      if (!li.hidden) here++;
    }
    section.hidden = here === 0;
    shown += here;
  }
  if (note) note.textContent = shown === 0 ? (note.dataset.none ?? '') : '';
});
