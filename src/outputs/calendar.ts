/** Days that concern everybody, for a calendar that people subscribe to: values that start or end, days of the law, new rules. */
import { absolute } from '../components/url.ts';
import type { Site } from '../content/guide.ts';
import { pick } from '../content/pick.ts';
import { limitText, unitOf, valueText } from '../i18n/format.ts';
import type { Channel, Day, Fact } from '../model/index.ts';
import { plain } from '../model/plain.ts';
import { worth } from '../rules/index.ts';
import { changeAddress, changesOf } from './feed.ts';
import type { CalendarEvent } from './ics.ts';

/** Days after the site's own on which something begins or ends, soonest first; the same each time. */
export function calendarEvents(site: Site, lang: string): CalendarEvent[] {
  const { content, day } = site;
  const l = site.language(lang);
  const host = new URL(absolute('/')).hostname;
  const events: CalendarEvent[] = [];
  const add = (id: string, on: Day, title: string, description: string, path: string): void => {
    if (on > day)
      events.push({ uid: `${id}-${on}-${lang}@${host}`, day: on, title, description, url: absolute(path) });
  };
  /** A fact's value on a day, in words. */
  const value = (id: string, fact: Fact, on: Day, channel?: Channel): string => {
    const words =
      'counting' in fact
        ? limitText(l.t, fact, on)
        : valueText(l, l.t, worth(content.factTable, id, on, channel), unitOf(fact));
    return channel ? `${words} (${l.t(`channel.${channel}`)})` : words;
  };
  for (const [topic, folder] of content.law)
    for (const id of folder.facts) {
      const entry = content.facts.get(id);
      if (!entry) continue;
      const { fact } = entry;
      const name = pick(entry.name, lang);
      const path = `/${lang}/sources/${topic}/`;
      for (const v of fact.values) {
        const channel = 'channel' in v ? v.channel : undefined;
        const key = [id, channel].filter(Boolean).join('-');
        const say = (how: 'starts' | 'ends', on: Day): void =>
          add(
            `${key}-${how}`,
            on,
            l.t(`calendar.${how}`, { name, value: value(id, fact, on, channel) }),
            name,
            path,
          );
        say('starts', v.from);
        const next = fact.values.some(
          (w) => w.from > v.from && ('channel' in w ? w.channel : undefined) === channel,
        );
        // Where another value follows, its first day says it all.
        if (v.until && !next) say('ends', v.until);
        if ('date' in v && v.date) add(`${key}-day`, v.date, name, name, path);
      }
    }
  for (const c of changesOf(site)) {
    const words = pick(c.text, lang);
    add(c.id, c.data.date, words.title, plain(site.rich(lang, words.body)), changeAddress(lang, c));
  }
  return events.sort((a, b) => (a.day + a.uid < b.day + b.uid ? -1 : 1));
}
