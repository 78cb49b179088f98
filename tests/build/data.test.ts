/** Open data: every file keeps to its schema, and the rules give the same lists from it as on the site. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { load } from '../../src/content/load.ts';
import { resolve } from '../../src/content/resolve.ts';
import { checklist } from '../../src/rules/index.ts';
import { sites } from '../helpers/sites.ts';

const { dist } = sites.guide;
const json = (path: string) => JSON.parse(readFileSync(join(dist, path), 'utf8'));
const index = json('api/v1/index.json') as { files: { path: string; schema: string }[] };

it('lists files that exist and validate against the schema beside them', () => {
  expect(index.files.length).toBeGreaterThan(10);
  for (const f of index.files) {
    const schema = z.fromJSONSchema(json(f.schema));
    const result = schema.safeParse(json(f.path));
    expect(result.error?.issues.slice(0, 3) ?? [], f.path).toEqual([]);
  }
});

it('leads only to pages and files that exist', () => {
  const addresses = JSON.stringify(index.files.map((f) => json(f.path))).match(/"\/[a-z][^"\s]*\/?"/g) ?? [];
  expect(addresses.length).toBeGreaterThan(10);
  for (const quoted of new Set(addresses)) {
    const path = (JSON.parse(quoted) as string).slice(1).split('#')[0] as string;
    expect(existsSync(join(dist, path.endsWith('/') ? `${path}index.html` : path)), path).toBe(true);
  }
});

it('gives the same checklists as the content itself, knowing only the published data', () => {
  const { content } = load(process.cwd());
  let cases = 0;
  for (const p of content?.procedures.values() ?? []) {
    const published = json(`api/v1/procedures/${p.id}.json`);
    for (const e of p.examples) {
      const own = resolve(content as NonNullable<typeof content>, p.data);
      expect(checklist(published, e.answers, e.day)).toEqual(checklist(own, e.answers, e.day));
      cases++;
    }
  }
  expect(cases).toBeGreaterThan(10);
});

it('maps only points of the coverage list', () => {
  const known = parse(readFileSync('tests/fixtures/coverage.yaml', 'utf8')) as Record<
    string,
    Record<string, unknown>
  >;
  const ids = Object.values(known).flatMap((section) =>
    Object.values(section).flatMap((x) => (typeof x === 'object' && x !== null ? Object.keys(x) : [])),
  );
  const all = new Set([...ids, ...Object.values(known).flatMap((s) => Object.keys(s))]);
  const covered = Object.keys(json('api/v1/coverage.json'));
  for (const id of ['Q049', 'Q050', 'Q051', 'Q052', 'Q053', 'Q054', 'Q057']) expect(covered).toContain(id);
  for (const id of covered) expect(all.has(id), id).toBe(true);
});
