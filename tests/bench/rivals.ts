/** The same texts in plain Astro and in Starlight: small projects written for the measurement, built by the same Astro. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { exportMarkdown } from './generate.ts';

export interface Rival {
  dir: string;
  dist: string;
  pages: number;
}

function project(name: string, config: string, files: Record<string, string>): string {
  const dir = resolve('tests/.tmp', name);
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(join(dir, 'src'), { recursive: true });
  // Vite bundles the framework packages that a project names, and finds them in the folders above.
  writeFileSync(
    join(dir, 'package.json'),
    '{"type":"module","dependencies":{"astro":"*","@astrojs/starlight":"*"}}',
  );
  writeFileSync(join(dir, 'astro.config.mjs'), config);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(dir, path, '..'), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
}

/** One route, a bare layout, the Markdown as a content collection. */
export function plainAstro(dist: string, langs: string[]): Rival {
  const dir = project(
    'plain',
    "import { defineConfig } from 'astro/config';\nexport default defineConfig({});\n",
    {
      'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
export const collections = { docs: defineCollection({ loader: glob({ pattern: '**/*.md', base: './src/docs' }) }) };
`,
      'src/pages/[...slug].astro': `---
import { getCollection, render } from 'astro:content';
export const getStaticPaths = async () => (await getCollection('docs')).map((entry) => ({ params: { slug: entry.id }, props: { entry } }));
const { entry } = Astro.props;
const { Content } = await render(entry);
---
<html lang={entry.id.slice(0, 2)}><head><meta charset="utf-8" /><title>{entry.data.title}</title></head><body><main><h1>{entry.data.title}</h1><Content /></main></body></html>
`,
    },
  );
  return { dir, dist: join(dir, 'dist'), pages: exportMarkdown(dist, langs, join(dir, 'src/docs')) };
}

/** Starlight with its defaults, its search included, in the same languages. */
export function starlight(dist: string, langs: { code: string; name: string; dir: string }[]): Rival {
  const locales = Object.fromEntries(langs.map((l) => [l.code, { label: l.name, dir: l.dir, lang: l.code }]));
  const dir = project(
    'starlight',
    `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({ integrations: [starlight({ title: 'Guide', defaultLocale: '${langs[0]?.code}', locales: ${JSON.stringify(locales)} })] });
`,
    {
      'src/content.config.ts': `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
    },
  );
  const pages = exportMarkdown(
    dist,
    langs.map((l) => l.code),
    join(dir, 'src/content/docs'),
  );
  return { dir, dist: join(dir, 'dist'), pages };
}
