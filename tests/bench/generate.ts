/** Content for measuring: the made-up country, its procedures and questions copied N times; and the same texts as Markdown. */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixtureRoot } from '../helpers/fixture.ts';

const copies = (dir: string, ids: string[], times: number): void => {
  for (const id of ids)
    for (let k = 1; k < times; k++) {
      const to = join(dir, `${id}-${k}`);
      cpSync(join(dir, id), to, { recursive: true });
    }
};

/** A folder with content/ and locales/ that holds the fixture's procedures and questions `times` times. */
export function generate(times: number): string {
  const root = fixtureRoot();
  const procedures = join(root, 'content/procedures');
  copies(procedures, readdirSync(procedures), times);
  const questions = join(root, 'content/questions');
  for (const topic of readdirSync(questions))
    copies(join(questions, topic), readdirSync(join(questions, topic)), times);
  return root;
}

/** The words of a built page as Markdown: headings, paragraphs and lists of its main part. */
function markdownOf(html: string): { title: string; body: string } {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '';
  const text = (s: string): string =>
    s
      .replace(/<[^>]+>/g, ' ')
      .replace(/&[a-z#0-9]+;/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  const title = text(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(main)?.[1] ?? 'page').replaceAll('"', "'");
  const body = [...main.matchAll(/<(h2|h3|p|li)[^>]*>([\s\S]*?)<\/\1>/g)]
    .map(([, tag, inner]) => ({ tag, words: text(inner as string) }))
    .filter((b) => b.words !== '')
    .map((b) => ({ h2: '## ', h3: '### ', p: '', li: '- ' })[b.tag as 'h2'] + b.words)
    .join('\n\n');
  return { title, body };
}

/** Writes the texts of a built guide as Markdown files below `to/<lang>/`; gives back how many. */
export function exportMarkdown(dist: string, langs: string[], to: string): number {
  let count = 0;
  for (const lang of langs)
    for (const file of (readdirSync(join(dist, lang), { recursive: true }) as string[]).filter((f) =>
      f.endsWith('index.html'),
    )) {
      const { title, body } = markdownOf(readFileSync(join(dist, lang, file), 'utf8'));
      const path = join(to, lang, `${file.replace(/\/?index\.html$/, '') || 'index'}.md`);
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, `---\ntitle: "${title}"\ndescription: "${title}"\n---\n\n${body}\n`);
      count++;
    }
  return count;
}
