/** `npm run reading`: reading ease of all answers in each language, and the hardest tenth of them. */
import { syllable } from 'syllable';
import { getSite } from '../content/guide.ts';
import { type Formula, formulas, readingEase, romanceSyllables } from '../content/reading.ts';
import type { Block, Inline, Rich } from '../model/index.ts';

/** The words of a text without official names and figures. */
function bare(node: Rich | Block | Inline): string {
  if (typeof node === 'string') return node;
  if (Array.isArray(node)) return node.map(bare).join('\n');
  if ('items' in node) return node.items.map(bare).join('\n');
  if (node.t === 'o' || node.t === 'f') return '';
  return node.c.map(bare).join('');
}

const site = getSite();
for (const { code } of site.languages) {
  const formula: Formula | undefined = formulas[code];
  if (!formula) continue;
  const scores = [...site.content.questions.values()]
    .flatMap((q) => {
      const text = bare(site.rich(code, q.text[code]?.body ?? ''));
      const ease = readingEase(text, formula, code === 'en' ? syllable : romanceSyllables);
      return ease === undefined ? [] : [{ id: q.id, ease }];
    })
    .sort((a, b) => (formula.easier === 'higher' ? a.ease - b.ease : b.ease - a.ease));
  const at = (share: number): string => scores[Math.floor(scores.length * share)]?.ease.toFixed(1) ?? '';
  console.log(`\n${code}: ${formula.name}, ${formula.easier} is easier. ${scores.length} answers.`);
  console.log(`Median ${at(0.5)}; hardest tenth from ${at(0)} to ${at(0.1)}:`);
  for (const { id, ease } of scores.slice(0, Math.ceil(scores.length / 10)))
    console.log(`  ${ease.toFixed(1)}  ${id}`);
}
