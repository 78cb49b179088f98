/** /scripts/{name}.js: what pages load on demand, as it stands in its file but without types. */
import type { APIRoute } from 'astro';
import { plainScript } from '../../outputs/script.ts';

const files: Record<string, string> = {
  aloud: 'src/layouts/aloud.ts',
  pack: 'src/islands/offline/pack.ts',
};

export const getStaticPaths = () => Object.keys(files).map((name) => ({ params: { name } }));
export const GET: APIRoute = ({ params }) => plainScript(files[params.name as string] as string);
