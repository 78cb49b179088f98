/** Cross-checks of needs, offices, the heirs of a closed body, and the sections on living in the country. */
import type { Day } from '../model/index.ts';
import { refer, type Say } from './faults.ts';
import { evidenceFaults } from './law.ts';
import type { Content } from './load.ts';
import { addressOf } from './rich.ts';

/** A place that nobody can be sent to. */
function targetFaults(say: Say, c: Content, file: string, key: string, target: string | undefined): void {
  if (target !== undefined && addressOf(c, target) === undefined)
    say(
      file,
      key,
      `"${target}" leads nowhere`,
      'name a procedure, question or authority that exists, such as procedure:extend-stay',
    );
}

function needFaults(say: Say, c: Content): void {
  const file = 'content/authorities/needs.yaml';
  for (const { id, data } of c.needs.values()) {
    if (!c.guide.areas.includes(data.area))
      say(file, `${id}.area`, `there is no area "${data.area}"`, 'use an area of content/guide.yaml');
    refer(say, file, `${id}.authority`, data.authority, c.authorities, 'authority', 'content/authorities');
    const authority = c.authorities.get(data.authority)?.data;
    if (authority?.kind === 'abolished')
      say(file, `${id}.authority`, `"${data.authority}" is closed`, 'name the body that took over');
    if (authority && data.contact && !authority.contacts.some((x) => x.id === data.contact))
      say(
        file,
        `${id}.contact`,
        `"${data.authority}" has no contact "${data.contact}"`,
        `add it to content/authorities/${data.authority}/authority.yaml`,
      );
    targetFaults(say, c, file, `${id}.to`, data.to);
  }
}

function officeFaults(say: Say, c: Content, today: Day): void {
  const file = 'content/offices/offices.yaml';
  const form = c.guide.postcode === undefined ? undefined : new RegExp(`^(?:${c.guide.postcode})$`);
  for (const { id, data } of c.offices.values()) {
    evidenceFaults(say, c, file, id, data, today);
    refer(say, file, `${id}.authority`, data.authority, c.authorities, 'authority', 'content/authorities');
    if (data.postcode !== undefined && !form?.test(data.postcode))
      say(
        file,
        `${id}.postcode`,
        `"${data.postcode}" is no postcode of this country`,
        'correct it, or the pattern postcode: in content/guide.yaml',
      );
  }
}

/** Every article of the organic law is listed, and every duty says who has it today. */
function successionFaults(say: Say, c: Content, today: Day): void {
  if (!c.succession) return;
  const { body, act, articles, groups, duties, ...data } = c.succession.data;
  const own = 'content/succession/succession.yaml';
  const file = 'content/succession/duties.yaml';
  evidenceFaults(say, c, own, '(entry)', data, today);
  refer(say, own, 'body', body, c.authorities, 'authority', 'content/authorities');
  refer(say, own, 'act', act, c.sources, 'source', 'content/law/<topic>/sources.yaml');
  const [first, last] = articles;
  const listed = new Set(duties.flatMap((d) => d.articles));
  for (let n = first; n <= last; n++)
    if (!listed.has(n))
      say(file, `article ${n}`, 'no duty names this article', 'add the duty that this article gave');
  for (const group of groups)
    if (!duties.some((d) => d.group === group))
      say(own, 'groups', `no duty is in the group "${group}"`, 'add one, or remove the group');
  for (const [n, d] of duties.entries()) {
    if (duties.findIndex((x) => x.id === d.id) < n)
      say(file, d.id, `the id "${d.id}" is used twice`, 'give one of the two another id');
    evidenceFaults(say, c, file, d.id, d, today);
    if (!groups.includes(d.group))
      say(file, `${d.id}.group`, `there is no group "${d.group}"`, 'use a group of succession.yaml');
    for (const n of d.articles)
      if (n < first || n > last)
        say(
          file,
          `${d.id}.articles`,
          `article ${n} is not one of ${first} to ${last}`,
          'correct the number, or articles in succession.yaml',
        );
    if (d.today.length === 0)
      say(
        file,
        `${d.id}.today`,
        'nobody is named who has this duty today',
        'name authorities, or write today: none and say in the text what is not established',
      );
    for (const id of d.today === 'none' ? [] : d.today) {
      refer(say, file, `${d.id}.today`, id, c.authorities, 'authority', 'content/authorities');
      if (c.authorities.get(id)?.data.kind === 'abolished')
        say(file, `${d.id}.today`, `"${id}" is closed`, 'name the body that took over');
    }
    targetFaults(say, c, file, `${d.id}.meet`, d.meet === 'none' ? undefined : d.meet);
  }
}

function hubFaults(say: Say, c: Content, today: Day): void {
  if (!c.hubOrder) return;
  const { order, audiences } = c.hubOrder.data;
  const file = 'content/hubs/hubs.yaml';
  for (const id of order) refer(say, file, 'order', id, c.hubs, 'section', 'content/hubs');
  for (const { id, dir, data } of c.hubs.values()) {
    const own = `${dir}/hub.yaml`;
    if (!order.includes(id)) say(file, 'order', `"${id}" has no place`, 'add it to the order');
    evidenceFaults(say, c, own, '(entry)', data, today);
    for (const i of data.items)
      if (i.for !== undefined && !audiences.includes(i.for))
        say(own, `items.${i.id}.for`, `there is no audience "${i.for}"`, 'use an audience of hubs.yaml');
  }
}

/** A closed body whose work nobody took over would leave readers without an address. */
function chainFaults(say: Say, c: Content): void {
  for (const a of c.authorities.values())
    if (a.data.kind === 'abolished' && a.data.successors.length === 0)
      say(`${a.dir}/authority.yaml`, 'successors', 'a closed body without a successor', 'name who took over');
}

/** Every fault of these parts, as of a day. */
export function whoFaults(say: Say, c: Content, today: Day): void {
  needFaults(say, c);
  officeFaults(say, c, today);
  successionFaults(say, c, today);
  hubFaults(say, c, today);
  chainFaults(say, c);
}
