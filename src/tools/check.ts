/**
 * `npm run check`: every fault of the content in one report, then what is getting old.
 * `npm run check -- --record` records today's texts as translated; `--accept` also those whose source changed.
 */
import { report } from '../content/faults.ts';
import { guideRoot, inspect } from '../content/guide.ts';
import { dueChecks, recordTranslations, staleTexts } from '../content/stale.ts';

const root = guideRoot();
const { content, faults, day } = inspect(root, process.env.GUIDE_DAY);
if (!content || faults.length > 0) {
  console.error(report(faults));
  process.exit(1);
}
const options = process.argv.slice(2);
if (options.includes('--record') || options.includes('--accept'))
  recordTranslations(content, root, options.includes('--accept'));

const examples = [...content.procedures.values()].reduce((n, p) => n + p.examples.length, 0);
console.log(
  `Content is sound on ${day}: ${content.procedures.size} procedures with ${examples} worked cases, ${content.questions.size} questions, ` +
    `${content.facts.size} facts, ${content.sources.size} sources, ${content.terms.size} terms, ${content.guide.languages.length} languages.`,
);
const due = dueChecks(content, day);
console.log(`Past their re-check date: ${due.length}${due.length > 0 ? ':' : '.'}`);
for (const d of due) console.log(`  ${d.file} ${d.key}: checked on ${d.checkedOn}, due on ${d.dueOn}`);
const stale = staleTexts(content, root);
console.log(`Translations older than their source text: ${stale.length}${stale.length > 0 ? ':' : '.'}`);
for (const s of stale) console.log(`  ${s.lang}: ${s.place}`);
