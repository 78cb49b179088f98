/**
 * An editor's slips in the made-up country: each is reported with file, key and mend, or does no harm, which means that the
 * guide opens and every list and its words are still made.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { ContentError } from '../../src/content/faults.ts';
import { getSite } from '../../src/content/guide.ts';
import { kit } from '../../src/content/kit.ts';
import { wizards } from '../../src/content/load.ts';
import { view } from '../../src/i18n/view.ts';
import { day } from '../helpers/faults.ts';
import { fixtureRoot } from '../helpers/fixture.ts';
import { random, slip, slipNames } from '../helpers/mutate.ts';

const root = fixtureRoot();
afterAll(() => rmSync(root, { recursive: true, force: true }));
const files = (readdirSync(join(root, 'content'), { recursive: true }) as string[])
  .map((f) => `content/${f.replaceAll('\\', '/')}`)
  .filter((f) => f.endsWith('.yaml'))
  .sort();

/** Opens the guide and makes every list in words: with no answers and with those of every worked case. Gives their number. */
function listAll(): number {
  const site = getSite();
  let made = 0;
  for (const { id, examples } of wizards(site.content))
    for (const { code } of site.languages)
      for (const answers of [{}, ...examples.map((e) => e.answers)]) {
        const words = JSON.stringify(view(kit(site, code, id), answers, day));
        expect(words).not.toMatch(/undefined|NaN|Invalid Date|\[object/);
        made++;
      }
  return made;
}

const count = 150;
it(`${count} slips are reported with file, key and mend, or do no harm`, () => {
  const before = { ...process.env };
  // Every time the files as they are now.
  Object.assign(process.env, { GUIDE_ROOT: root, GUIDE_DAY: day, NODE_ENV: 'development' });
  const outcome = { reported: 0, harmless: 0 };
  const kinds = new Set<string>();
  try {
    expect(listAll()).toBeGreaterThan(10);
    const next = random(20261122);
    for (let n = 0; n < count; ) {
      const file = files[Math.floor(next() * files.length)] as string;
      const name = slipNames[Math.floor(next() * slipNames.length)] as string;
      const path = join(root, file);
      const text = readFileSync(path, 'utf8');
      const tree = parse(text);
      const at = slip(tree, name, next);
      if (at === undefined) continue;
      n++;
      kinds.add(name);
      const said = `${n}: ${name} ${at} in ${file}`;
      writeFileSync(path, stringify(tree));
      try {
        expect(listAll(), said).toBeGreaterThan(0);
        outcome.harmless++;
      } catch (e) {
        if (!(e instanceof ContentError)) throw new Error(`${said}: ${(e as Error).stack}`);
        outcome.reported++;
        expect(e.faults.length, said).toBeGreaterThan(0);
        for (const f of e.faults) {
          const words = `${said}\n${f.file} ${f.key}: ${f.problem} → ${f.mend}`;
          // A fault about a missing file names where it should be.
          expect(existsSync(join(root, f.file)) || /missing/.test(f.problem), words).toBe(true);
          expect(`${f.key} ${f.problem} ${f.mend}`, words).not.toMatch(/undefined|\[object|NaN/);
          expect(f.mend.length, words).toBeGreaterThan(5);
        }
      } finally {
        writeFileSync(path, text);
      }
    }
  } finally {
    for (const key of ['GUIDE_ROOT', 'GUIDE_DAY', 'NODE_ENV'] as const) {
      if (before[key] === undefined) delete process.env[key];
      else process.env[key] = before[key];
    }
  }
  // Every kind of slip was made, and the checks are not blind: most slips are no good content.
  expect([...kinds].sort()).toEqual([...slipNames].sort());
  expect(outcome.reported).toBeGreaterThan(outcome.harmless);
  expect(outcome.harmless).toBeGreaterThan(0);
  console.log(outcome);
}, 240_000);
