/** Tests of the content's checks: plant a fault in a copy of the made-up country, and see what is reported. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Fault } from '../../src/content/faults.ts';
import { inspect } from '../../src/content/guide.ts';
import { append, edit, withFixture } from './fixture.ts';

/** The day of all these tests; a Monday. */
export const day = '2026-11-23';

export const renew = 'content/procedures/renew-stay-card';
export const register = 'content/procedures/register-address';
export const law = 'content/law/stay';
export const office = 'content/authorities/residence-office';
export const town = 'content/authorities/town-hall';
export const arrival = 'content/questions/arrival';

export type Plant = (root: string) => void;

/** A planted fault and the report that it must lead to. */
export interface Case {
  name: string;
  plant: Plant;
  file: string;
  key: string;
  problem: RegExp;
  mend: RegExp;
  /** How many faults are reported in all: one slip should be one fault. */
  count?: number;
}

/** Replaces a piece of a file. */
export const put =
  (file: string, from: string | RegExp, to: string): Plant =>
  (root) =>
    edit(root, file, from, to);
/** Adds to the end of a file, or makes a new one. */
export const add =
  (file: string, text: string): Plant =>
  (root) =>
    append(root, file, text);
/** Writes a whole file. */
export const write =
  (file: string, text: string): Plant =>
  (root) =>
    writeFileSync(join(root, file), text);
/** Removes a file or folder. */
export const remove =
  (path: string): Plant =>
  (root) =>
    rmSync(join(root, path), { recursive: true });
/** Several changes that make one fault. */
export const all =
  (...plants: Plant[]): Plant =>
  (root) => {
    for (const plant of plants) plant(root);
  };
/** The same change in both languages. */
export const both = (dir: string, from: string | RegExp, to: string): Plant =>
  all(put(`${dir}/en.yaml`, from, to), put(`${dir}/ar.yaml`, from, to));

/** What is reported after a change. */
export const faultsAfter = (plant: Plant): Fault[] =>
  withFixture((root) => {
    plant(root);
    return inspect(root, day).faults;
  });

/** One test for each planted fault: file, key, problem and mend are right, and nothing else is reported. */
export function plantTests(cases: Case[]): void {
  it.each(cases)('$name', ({ plant, file, key, problem, mend, count = 1 }) => {
    const faults = faultsAfter(plant);
    const found = faults.filter((f) => f.file === file && f.key === key && problem.test(f.problem));
    const reported = faults.map((f) => `${f.file} ${f.key}: ${f.problem}`).join('\n');
    expect(found, reported).toHaveLength(1);
    expect(found[0]?.mend).toMatch(mend);
    expect(faults.length, reported).toBe(count);
    for (const f of faults) {
      expect(f.problem).not.toMatch(/Invalid input|undefined|\[object/);
      expect(f.mend).not.toMatch(/undefined|\[object/);
      expect(f.mend.length).toBeGreaterThan(5);
    }
  });
}
