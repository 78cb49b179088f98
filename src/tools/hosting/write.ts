/** `npm run hosting`: the rules of `public/_headers` for nginx and Apache, for a guide at the root of its host. */
import { writeFileSync } from 'node:fs';
import { apache } from './apache.ts';
import { debian, nginx } from './nginx.ts';
import { projectRules } from './rules.ts';

/** File → its text as it should be. */
export function hostingFiles(): Record<string, string> {
  const rules = projectRules();
  return {
    'deploy/nginx.conf': nginx(rules, { base: '/', ...debian }),
    'deploy/apache.htaccess': apache(rules, '/'),
  };
}

if (import.meta.main)
  for (const [file, text] of Object.entries(hostingFiles())) {
    writeFileSync(file, text);
    console.log(`Wrote ${file}.`);
  }
