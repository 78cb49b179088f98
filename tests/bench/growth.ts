/** How building and a visit grow with the content: the made-up country once, ten and a hundred times. */
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { filesOf, pagesOf } from '../helpers/built.ts';
import { generate } from './generate.ts';
import { build, firstView, folderBytes, kb, RUNS, table } from './measure.ts';

export function growth(): string {
  const rows = [1, 10, 100].map((times) => {
    const root = generate(times);
    const dist = resolve('tests/output/bench');
    const built = build(process.cwd(), dist, { GUIDE_ROOT: root, OUT_DIR: dist }, times === 100 ? 1 : RUNS);
    const pages = pagesOf(dist).length;
    const row = [
      `${times}×`,
      pages,
      filesOf(dist).filter((f) => f.endsWith('.pdf')).length,
      built.seconds.toFixed(1),
      (pages / built.seconds).toFixed(0),
      built.memory.toFixed(0),
      kb(folderBytes(join(dist, 'pagefind'))),
      kb(firstView(dist, (p) => p.includes('/questions/') && !p.endsWith('questions/index.html')).total),
    ];
    rmSync(root, { recursive: true, force: true });
    return row;
  });
  return table(
    ['content', 'pages', 'PDFs', 'build, s', 'pages/s', 'memory, MB', 'search index, KB', 'first view, KB'],
    rows,
  );
}
