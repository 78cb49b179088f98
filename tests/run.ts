/**
 * `npm test`: everything, in order; stops early only where later steps would have nothing to test.
 * `npm test -- unit` (or build, browser) runs one part. `npm run test:engines` drives the real guide in Chromium, Firefox and
 * WebKit; that is no part of the whole. The last line counts tests and steps.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { chromiumPath } from './helpers/browser.ts';
import { buildGuide, sites, testDay } from './helpers/sites.ts';

const only = process.argv.slice(2);
const wanted = (part: string): boolean => only.length === 0 || only.includes(part);
const counts = { passed: 0, failed: 0 };
const env: NodeJS.ProcessEnv = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };

function step(name: string, command: string, args: string[]): boolean {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit', env });
  counts[status === 0 ? 'passed' : 'failed']++;
  if (status !== 0) console.error(`FAILED: ${name}`);
  return status === 0;
}

/** Runs one vitest project and adds up its tests; a crash without a result counts as one failure. */
function vitest(project: string): void {
  console.log(`\n== ${project} tests`);
  const file = `tests/output/${project}.json`;
  rmSync(file, { force: true });
  const { status } = spawnSync(
    'vitest',
    ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile=${file}`],
    { stdio: 'inherit', env },
  );
  const result = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  counts.passed += result?.numPassedTests ?? 0;
  counts.failed += result?.numFailedTests ?? 0;
  if (status !== 0 && !result?.numFailedTests) counts.failed++;
}

mkdirSync('tests/output', { recursive: true });
if (wanted('static')) {
  step('format and lint', 'biome', ['ci', '--error-on-warnings']);
  step('types', 'astro', ['check', '--minimumFailingSeverity', 'warning']);
  step('content', 'node', ['src/tools/check.ts']);
  step('known weaknesses of packages', 'node', ['src/tools/audit.ts']);
}
if (wanted('unit')) vitest('unit');
if (wanted('build') || wanted('browser')) {
  let built = true;
  for (const site of Object.values(sites)) {
    console.log(`\n== build ${site.name} as of ${testDay}`);
    const ok = buildGuide(site);
    counts[ok ? 'passed' : 'failed']++;
    built &&= ok;
  }
  if (built && wanted('build')) vitest('build');
  if (built && wanted('browser')) {
    // Found and unpacked once, before several workers want it.
    env.CHROMIUM_PATH = await chromiumPath();
    vitest('browser');
  }
}
if (only.includes('engines')) {
  console.log(`\n== build ${sites.guide.name} as of ${testDay}`);
  const built = buildGuide(sites.guide);
  counts[built ? 'passed' : 'failed']++;
  if (built) vitest('engines');
}

console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed > 0 ? 1 : 0);
