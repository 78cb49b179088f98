/** /{lang}/calendar.ics: coming days that concern everybody, to subscribe to. */
import type { APIRoute } from 'astro';
import { eachLanguage } from '../../components/paths.ts';
import { getSite } from '../../content/guide.ts';
import { pick } from '../../content/pick.ts';
import { calendarEvents } from '../../outputs/calendar.ts';
import { calendar } from '../../outputs/ics.ts';

export const getStaticPaths = eachLanguage;

export const GET: APIRoute = ({ params }) => {
  const site = getSite();
  const lang = params.lang as string;
  const { guide, guideText } = site.content;
  const name = `${pick(guideText, lang).name}: ${site.language(lang).t('calendar.title')}`;
  // Midnight of the guide's day, so that two builds of one day are the same.
  const madeAt = new Date(`${site.day}T00:00:00Z`);
  return new Response(calendar(calendarEvents(site, lang), guide.id, madeAt, name), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8' },
  });
};
