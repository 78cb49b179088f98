/**
 * `npm run audit`: asks the registry for known weaknesses of the packages that build and run the guide. High and critical
 * ones fail; a registry that does not answer such questions is reported and fails nothing.
 */
import { spawnSync } from 'node:child_process';

/** What `npm audit --json` says: counts by severity, or why there are none. */
interface Answer {
  metadata?: { vulnerabilities: Record<string, number> };
  vulnerabilities?: Record<string, { severity: string }>;
  message?: string;
}

/** The result in words, and whether it is one to fail on. @param text the output of `npm audit --json` */
export function judge(text: string): { words: string; fail: boolean } {
  let answer: Answer;
  try {
    answer = JSON.parse(text) as Answer;
  } catch {
    answer = { message: text.trim().split('\n')[0] || 'no output' };
  }
  const counts = answer.metadata?.vulnerabilities;
  if (!counts) return { words: `not answered by the registry: ${answer.message}`, fail: false };
  const serious = Object.entries(answer.vulnerabilities ?? {})
    .filter(([, v]) => v.severity === 'high' || v.severity === 'critical')
    .map(([name, v]) => `${name} (${v.severity})`);
  if (serious.length > 0)
    return { words: `known weaknesses, update these packages: ${serious.join(', ')}`, fail: true };
  return { words: `no high or critical weakness known; ${counts.total ?? 0} lesser ones`, fail: false };
}

if (import.meta.main) {
  const { stdout, error } = spawnSync('npm', ['audit', '--omit=dev', '--json', '--fetch-retries=0'], {
    encoding: 'utf8',
    timeout: 30_000,
    maxBuffer: 1e8,
    shell: process.platform === 'win32',
  });
  const { words, fail } = judge(stdout || JSON.stringify({ message: error?.message }));
  console.log(`Audit of packages: ${words}`);
  process.exit(fail ? 1 : 0);
}
