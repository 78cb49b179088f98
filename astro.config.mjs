// Settings: SITE_URL (where the guide is served), BASE_PATH (a path below it), GUIDE_ROOT, GUIDE_DAY, OUT_DIR.
import { createHash } from 'node:crypto';
import react from '@astrojs/react';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { getSite } from './src/content/guide.ts';
import { earlyScript } from './src/layouts/early.ts';
import { floor } from './src/outputs/floor.ts';
import offlineFiles from './src/outputs/offline.ts';
import { threads } from './src/outputs/pdf/pool.ts';
import narrowPolicy from './src/outputs/policy.ts';
import searchIndex from './src/outputs/search.ts';

const { languages, content } = getSite();
const codes = languages.map((l) => l.code);
/** @type {`sha256-${string}`} */
const earlyHash = `sha256-${createHash('sha256').update(earlyScript).digest('base64')}`;

export default defineConfig({
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  base: process.env.BASE_PATH ?? '/',
  outDir: process.env.OUT_DIR ?? './dist',
  trailingSlash: 'always',
  output: 'static',
  // PDFs are set by threads of their own: while they work, the next documents and pages are prepared.
  build: { format: 'directory', inlineStylesheets: 'never', assets: 'assets', concurrency: threads + 1 },
  server: { port: 4321 },
  devToolbar: { enabled: false },
  integrations: [
    react(),
    sitemap({
      i18n: {
        defaultLocale: content.guide.sourceLanguage,
        locales: Object.fromEntries(languages.map((l) => [l.code, l.locale])),
      },
      filter: (page) => codes.some((code) => page.includes(`/${code}/`)) && !page.includes('/embed/'),
    }),
    narrowPolicy(),
    searchIndex(),
    offlineFiles(),
  ],
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        // Text never becomes HTML or script, whatever it says: the browser refuses. Only the service worker has a policy.
        "require-trusted-types-for 'script'",
        'trusted-types guide',
      ],
      scriptDirective: { hashes: [earlyHash] },
    },
  },
  vite: {
    build: { assetsInlineLimit: 0, target: floor, cssTarget: floor },
    ssr: { external: ['@myriaddreamin/typst-ts-node-compiler'] },
  },
});
