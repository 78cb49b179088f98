/** Which files a language needs without a connection. */
import { expect, it } from 'vitest';
import { belongs } from '../../src/outputs/offline.ts';

it.each([
  ['en/index.html', true],
  ['en/procedures/x/checklist/index.html', true],
  ['ar/index.html', false],
  ['assets/base.abc.css', true],
  ['scripts/aloud.js', true],
  ['pagefind/pagefind.js', true],
  ['pagefind/pagefind.en_a1.pf_meta', true],
  ['pagefind/index/en_1.pf_index', true],
  ['pagefind/fragment/ar_1.pf_fragment', false],
  ['pagefind/wasm.en.pagefind', true],
  ['pagefind/wasm.ar.pagefind', false],
  ['pagefind/pagefind-ui.js', false],
  ['api/v1/wizard/ar/x.json', true],
  ['api/v1/wizard/en/x.json', false],
  ['pdf/en/x.pdf', false],
  ['index.html', true],
])('%s: %s', (path, wanted) => expect(belongs(path, 'en', 'ar')).toBe(wanted));

it('needs no second copy of the wizard where the reader has the official language', () => {
  expect(belongs('api/v1/wizard/ar/x.json', 'ar', 'ar')).toBe(false);
});
