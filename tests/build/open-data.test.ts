/** The newer files of the open data: tables, freshness, changes, the OpenAPI description, CPSV-AP; and the copied examples. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataExamples } from '../../src/outputs/examples.ts';
import { serve } from '../../src/tools/serve.ts';
import { filesOf } from '../helpers/built.ts';
import { cpsvFaults, shapes } from '../helpers/cpsv.ts';
import { sites } from '../helpers/sites.ts';

/** A table as its standard (RFC 4180) reads it, character by character. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    const row = rows.at(-1) as string[];
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') cell += text[++i];
      else if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"') quoted = true;
    else if (c === ',') {
      row.push(cell);
      cell = '';
    } else if (c === '\r' && text[i + 1] === '\n') {
      row.push(cell);
      cell = '';
      rows.push([]);
      i++;
    } else if (c === '\n' || c === '\r') throw new Error(`a lone line break at ${i}`);
    else cell += c;
  }
  expect(rows.pop()).toEqual([]);
  return rows;
}

describe.each([sites.guide, sites.country])('$name', ({ dist, origin, base }) => {
  const text = (path: string): string => readFileSync(join(dist, path), 'utf8');
  const json = (path: string) => JSON.parse(text(path));
  const root = `${origin}${base.replace(/\/$/, '')}`;

  it('names every file below /api/v1/ in its list or its description', () => {
    const index = json('api/v1/index.json');
    const named = new Set<string>([
      'index.json',
      ...[...index.files, ...index.tables].map((f: { path: string }) => f.path.slice('/api/v1/'.length)),
      ...index.files.map((f: { schema: string }) => f.schema.slice('/api/v1/'.length)),
      index.linkedData.slice('/api/v1/'.length),
      index.openapi.slice('/api/v1/'.length),
    ]);
    const there = filesOf(join(dist, 'api/v1')).filter((f) => !f.startsWith('wizard/'));
    expect(there.filter((f) => !named.has(f))).toEqual([]);
    expect([...named].filter((f) => !there.includes(f))).toEqual([]);
  });

  it('describes every file in OpenAPI, and no file that is not there', () => {
    const api = json('api/v1/openapi.json');
    expect(api.openapi).toMatch(/^3\.1\.\d+$/);
    expect(api.info.title).toBeTruthy();
    expect(api.info.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(api.servers).toEqual([{ url: `${root}/api/v1` }]);
    const described = new Set<string>(['openapi.json']);
    const operations = new Set<string>();
    for (const [path, { get }] of Object.entries<Record<string, never>>(api.paths) as [string, never][]) {
      const {
        parameters = [],
        responses,
        operationId,
        summary,
      } = get as {
        parameters?: { name: string; in: string; required: boolean; schema: { enum: string[] } }[];
        responses: Record<
          string,
          { description: string; content: Record<string, { schema: { $ref?: string } }> }
        >;
        operationId: string;
        summary: string;
      };
      expect(summary, path).toBeTruthy();
      expect(operations.has(operationId), operationId).toBe(false);
      operations.add(operationId);
      // Each parameter stands in the path, and each place in the path has its parameter.
      expect(parameters.map((p) => p.name).sort()).toEqual(
        [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort(),
      );
      let files = [path.slice(1)];
      for (const p of parameters) {
        expect([p.in, p.required]).toEqual(['path', true]);
        files = files.flatMap((f) => p.schema.enum.map((value) => f.replace(`{${p.name}}`, value)));
      }
      for (const f of files) {
        expect(existsSync(join(dist, 'api/v1', f)), f).toBe(true);
        described.add(f);
      }
      const content = Object.values(responses[200]?.content ?? {});
      expect(content.length, path).toBe(1);
      for (const { schema } of content)
        if (schema.$ref) expect(existsSync(join(dist, 'api/v1', schema.$ref)), schema.$ref).toBe(true);
    }
    expect(filesOf(join(dist, 'api/v1')).filter((f) => !described.has(f))).toEqual([]);
  });

  it.each(['fees', 'time-limits'])('has the same %s in the table as in JSON', (name) => {
    const [head = [], ...rows] = parseCsv(text(`api/v1/${name}.csv`));
    const index = json('api/v1/index.json');
    expect(head).toEqual(
      index.tables.find((t: { path: string }) => t.path === `/api/v1/${name}.csv`).columns,
    );
    for (const row of rows) expect(row.length, row[0]).toBe(head.length);
    const records = rows.map((row) => Object.fromEntries(row.map((c, i) => [head[i], c])));
    const facts = json(`api/v1/${name}.json`) as {
      id: string;
      name: Record<string, string>;
      values: { [key: string]: unknown; sources: string[]; range?: number[] }[];
    }[];
    const flat = facts.flatMap((f) => f.values.map((v) => ({ f, v })));
    expect(records.length).toBe(flat.length);
    for (const [i, { f, v }] of flat.entries()) {
      const r = records[i] as Record<string, string>;
      expect(r.id).toBe(f.id);
      expect([r.from, r.until]).toEqual([v.from, v.until ?? '']);
      expect([r.grade, r.checked_on]).toEqual([v.grade, v.checkedOn]);
      expect(r.sources).toBe(v.sources.join(' '));
      for (const [lang, words] of Object.entries(f.name)) expect(r[`name_${lang}`]).toBe(words);
      if (name === 'time-limits') expect(r.duration).toBe(v.offset);
      else expect(r.amount).toBe(String(v.amount ?? v.range?.[0] ?? ''));
    }
  });

  it('says of every fact in force and every entry when it is checked next', () => {
    const fresh = json('api/v1/freshness.json') as {
      kind: string;
      id: string;
      checkedOn: string;
      nextCheck: string;
    }[];
    const has = (kind: string): Set<string> => new Set(fresh.filter((x) => x.kind === kind).map((x) => x.id));
    const { day } = json('api/v1/index.json');
    for (const name of ['fees', 'amounts', 'time-limits'])
      for (const f of json(`api/v1/${name}.json`) as { id: string; values: { until?: string }[] }[])
        expect(has('fact').has(f.id), f.id).toBe(f.values.some((v) => !v.until || v.until >= day));
    for (const [kind, name] of [
      ['procedure', 'procedures'],
      ['question', 'questions'],
      ['authority', 'authorities'],
    ] as const)
      for (const e of json(`api/v1/${name}.json`)) expect(has(kind).has(e.id), e.id).toBe(true);
    for (const x of fresh) expect(x.nextCheck > x.checkedOn, x.id).toBe(true);
  });

  it('describes its procedures in CPSV-AP as its shapes demand', () => {
    const file = json('api/v1/cpsv-ap.jsonld');
    expect(cpsvFaults(file['@graph'])).toEqual([]);
    expect(file['@context']['@base']).toBe(`${root}/api/v1/cpsv-ap.jsonld`);
    const types = file['@graph'].flatMap((x: { '@type': string }) => x['@type']);
    for (const type of Object.keys(shapes)) expect(types, type).toContain(type);
    const services = file['@graph'].filter((x: { '@type': string }) => x['@type'] === 'cpsv:PublicService');
    expect(services.map((s: Record<string, string>) => s['dct:identifier'])).toEqual(
      json('api/v1/procedures.json').map((p: { id: string }) => p.id),
    );
    for (const s of services)
      for (const page of s['foaf:page']) {
        expect(page.startsWith(`${root}/`), page).toBe(true);
        expect(existsSync(join(dist, page.slice(root.length), 'index.html')), page).toBe(true);
      }
  });
});

it('notices when CPSV-AP is broken', () => {
  const graph = () =>
    JSON.parse(readFileSync(join(sites.country.dist, 'api/v1/cpsv-ap.jsonld'), 'utf8'))['@graph'] as (Record<
      string,
      unknown
    > & { '@id': string; '@type': string })[];
  const after = (type: string, change: (x: Record<string, unknown>) => void): string[] => {
    const all = graph();
    change(all.find((x) => x['@type'].includes(type)) as Record<string, unknown>);
    return cpsvFaults(all);
  };
  expect(after('cpsv:PublicService', (x) => delete x['dct:title'])[0]).toMatch(/dct:title has 0 values/);
  expect(
    after('cpsv:PublicService', (x) => {
      x['cv:hasChannel'] = '#nowhere';
    })[0],
  ).toMatch(/no cv:Channel/);
  expect(
    after('cv:Cost', (x) => {
      x['cv:hasValue'] = 'free';
    })[0],
  ).toMatch(/no number/);
  expect(
    after('cv:Evidence', (x) => {
      x['dct:identifier'] = ['a', 'b'];
    })[0],
  ).toMatch(/at most 1/);
  expect(
    after('cv:Output', (x) => {
      x['made:up'] = 1;
    })[0],
  ).toMatch(/no term/);
});

describe('the examples on the page for organisations', () => {
  const { dist, origin } = sites.guide;
  const examples = dataExamples(`${origin}/api/v1/`);

  it('stand on the page as they are tested', () => {
    const html = readFileSync(join(dist, 'en/organisations/index.html'), 'utf8');
    const shown = [...html.matchAll(/<code>([\s\S]*?)<\/code>/g)].map((m) =>
      (m[1] as string)
        .replaceAll('&quot;', '"')
        .replaceAll('&#34;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&'),
    );
    for (const { code } of examples) expect(shown).toContain(code);
  });

  it.each([
    ['curl', 'sh', ['-c']],
    ['JavaScript', process.execPath, ['--input-type=module', '-e']],
    ['Python', 'python3', ['-c']],
  ] as const)('%s lists the fees', async (name, command, options) => {
    const tool = name === 'curl' ? 'curl' : command;
    if (spawnSync(tool, ['--version']).status !== 0) return;
    const server = await serve(dist, 0);
    const { port } = server.address() as AddressInfo;
    const code = dataExamples(`http://localhost:${port}/api/v1/`).find((x) => x.name === name)
      ?.code as string;
    // The server runs in this process, so the example must not block it.
    const { spawn } = await import('node:child_process');
    const child = spawn(command, [...options, code], {
      env: { ...process.env, NO_PROXY: '*', no_proxy: '*' },
    });
    let out = '';
    let errors = '';
    child.stdout.on('data', (d) => {
      out += d;
    });
    child.stderr.on('data', (d) => {
      errors += d;
    });
    const status = await new Promise((done) => child.on('close', done));
    server.close();
    expect(errors).toBe('');
    expect(status).toBe(0);
    expect(out.split('\n').length).toBeGreaterThan(20);
  });
});
