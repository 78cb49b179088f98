/** Licences of the packages that build the guide: only those that let anybody use, change and pass it on. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** SPDX names. The last two ask that changes to those packages stay open; the guide changes none, and sends none to readers. */
const allowed = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Python-2.0',
  'PSF-2.0',
  'OFL-1.1',
  'MPL-2.0',
  'LGPL-3.0-or-later',
];

/** Whether an SPDX expression can be met: every part of an "AND", one of an "OR". */
const fits = (expression: string): boolean =>
  expression
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((name) => allowed.includes(name)));

it('judges expressions of licences', () => {
  expect(fits('MIT')).toBe(true);
  expect(fits('MIT AND OFL-1.1')).toBe(true);
  expect(fits('(AGPL-3.0-only OR MIT)')).toBe(true);
  expect(fits('MIT AND AGPL-3.0-only')).toBe(false);
  expect(fits('UNLICENSED')).toBe(false);
});

it('every package that builds the guide has a licence from the list', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { license?: string; dev?: boolean }>;
  };
  const used = Object.entries(lock.packages).filter(([path, p]) => path !== '' && !p.dev);
  expect(used.length).toBeGreaterThan(100);
  expect(
    used.filter(([, p]) => !fits(p.license ?? 'none')).map(([path, p]) => `${path}: ${p.license}`),
  ).toEqual([]);
});
