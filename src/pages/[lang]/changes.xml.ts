/** `/{lang}/changes.xml`: the feed of all changes. */
import type { APIRoute } from 'astro';
import { eachLanguage } from '../../components/paths.ts';
import { getSite } from '../../content/guide.ts';
import { feed } from '../../outputs/feed.ts';

export const getStaticPaths = eachLanguage;
export const GET: APIRoute = ({ params }) => feed(getSite(), params.lang as string);
