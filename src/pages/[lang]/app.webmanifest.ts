/** The web app manifest of a language: what a phone needs to put the guide on its home screen. */
import type { APIRoute } from 'astro';
import { eachLanguage } from '../../components/paths.ts';
import { href } from '../../components/url.ts';
import { getSite } from '../../content/guide.ts';
import { pick } from '../../content/pick.ts';

export const getStaticPaths = eachLanguage;
export const GET: APIRoute = ({ params }) => {
  const site = getSite();
  const { code, dir } = site.language(params.lang as string);
  const { name, description } = pick(site.content.guideText, code);
  const icon = (src: string, sizes: string, type: string) => ({ src: href(src), sizes, type });
  return new Response(
    JSON.stringify({
      name,
      short_name: name,
      description,
      lang: code,
      dir,
      id: href('/'),
      start_url: href(`/${code}/`),
      scope: href('/'),
      display: 'minimal-ui',
      background_color: '#fdfcf9',
      theme_color: '#0b4f4a',
      icons: [
        icon('/icon-192.png', '192x192', 'image/png'),
        icon('/icon-512.png', '512x512', 'image/png'),
        icon('/icon.svg', 'any', 'image/svg+xml'),
      ],
    }),
    { headers: { 'content-type': 'application/manifest+json' } },
  );
};
