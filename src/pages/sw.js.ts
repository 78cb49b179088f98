/** /sw.js: the service worker, as it stands in its file but without types. */
import type { APIRoute } from 'astro';
import { plainScript } from '../outputs/script.ts';

export const GET: APIRoute = () => plainScript('src/islands/offline/sw.ts');
