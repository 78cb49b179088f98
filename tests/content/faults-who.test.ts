/** Who does what: needs, offices, the heirs of a closed body, and the sections on living in the country. */
import { describe, expect, it } from 'vitest';
import { all, both, faultsAfter, plantTests, put, remove } from '../helpers/faults.ts';

const needs = 'content/authorities/needs.yaml';
const offices = 'content/offices/offices.yaml';
const succession = 'content/succession/succession.yaml';
const duties = 'content/succession/duties.yaml';
const hub = 'content/hubs/first-steps/hub.yaml';

describe('needs', () =>
  plantTests([
    {
      name: 'an area that the guide does not have',
      plant: put(needs, 'area: residence', 'area: visas'),
      file: needs,
      key: 'stay-longer.area',
      problem: /no area "visas"/,
      mend: /content\/guide\.yaml/,
    },
    {
      name: 'an authority that does not exist',
      plant: put(needs, 'authority: town-hall', 'authority: castle'),
      file: needs,
      key: 'new-home.authority',
      problem: /no authority "castle"/,
      mend: /content\/authorities/,
    },
    {
      name: 'a closed body',
      plant: put(needs, 'authority: town-hall', 'authority: harbour-police'),
      file: needs,
      key: 'new-home.authority',
      problem: /"harbour-police" is closed/,
      mend: /took over/,
    },
    {
      name: 'a contact that the authority does not have',
      plant: put(needs, 'contact: line', 'contact: fax'),
      file: needs,
      key: 'stay-longer.contact',
      problem: /no contact "fax"/,
      mend: /residence-office\/authority\.yaml/,
    },
    {
      name: 'a place that does not exist',
      plant: put(needs, 'procedure:renew-stay-card', 'procedure:renew-card'),
      file: needs,
      key: 'stay-longer.to',
      problem: /"procedure:renew-card" leads nowhere/,
      mend: /procedure:extend-stay/,
    },
    {
      name: 'a place that is none',
      plant: put(needs, 'procedure:renew-stay-card', 'https://office.marland.example'),
      file: needs,
      key: 'stay-longer.to',
      problem: /procedure:id, question:id or authority:id/,
      mend: /described/,
    },
    {
      name: 'a need without words',
      plant: put('content/authorities/ar.yaml', /new-home: .*\n/, ''),
      file: 'content/authorities/ar.yaml',
      key: 'new-home',
      problem: /missing in this language/,
      mend: /write new-home here/,
    },
  ]));

describe('offices', () =>
  plantTests([
    {
      name: 'a postcode of another country',
      plant: put(offices, 'postcode: M101', 'postcode: 1150-025'),
      file: offices,
      key: 'harbour-desk.postcode',
      problem: /"1150-025" is no postcode/,
      mend: /postcode: in content\/guide\.yaml/,
    },
    {
      name: 'a postcode in a guide that has no form for it',
      plant: put('content/guide.yaml', /postcode: .*\n/, ''),
      file: offices,
      key: 'harbour-desk.postcode',
      problem: /"M101" is no postcode/,
      mend: /postcode: in content\/guide\.yaml/,
    },
    {
      name: 'a number with spaces',
      plant: put(offices, '"+9990123456"', '"+999 012 34 56"'),
      file: offices,
      key: 'harbour-desk.phone',
      problem: /country code and number, without spaces/,
      mend: /described/,
    },
    {
      name: 'an address without https',
      plant: put(offices, 'https://office.marland.example/book', 'http://office.marland.example/book'),
      file: offices,
      key: 'harbour-desk.booking',
      problem: /https:\/\//,
      mend: /described/,
    },
    {
      name: 'no source',
      plant: put(offices, 'grade: D, sources: [harbour-news]', 'grade: D, sources: []'),
      file: offices,
      key: 'hill-desk.sources',
      problem: /at least one source/,
      mend: /write more/,
    },
    {
      name: 'no day of checking',
      plant: put(offices, ', checkedOn: "2026-11-20" }', ' }'),
      file: offices,
      key: 'hill-desk.checkedOn',
      problem: /missing/,
      mend: /add it/,
    },
  ]));

describe('the heirs of a closed body', () =>
  plantTests([
    {
      name: 'a duty that nobody has, and nothing says so',
      plant: put(duties, 'articles: [5], today: none', 'articles: [5]'),
      file: duties,
      key: 'ships.today',
      problem: /nobody is named/,
      mend: /today: none/,
    },
    {
      name: 'an article that no duty names',
      plant: put(duties, 'articles: [3, 4]', 'articles: [3]'),
      file: duties,
      key: 'article 4',
      problem: /no duty names this article/,
      mend: /add the duty/,
    },
    {
      name: 'an article that the law does not have',
      plant: put(duties, 'articles: [3, 4]', 'articles: [3, 4, 6]'),
      file: duties,
      key: 'addresses.articles',
      problem: /article 6 is not one of 3 to 5/,
      mend: /articles in succession\.yaml/,
    },
    {
      name: 'a body that is itself closed',
      plant: put(duties, 'today: [residence-office]', 'today: [harbour-police]'),
      file: duties,
      key: 'cards.today',
      problem: /"harbour-police" is closed/,
      mend: /took over/,
    },
    {
      name: 'a body that does not exist',
      plant: put(duties, 'today: [residence-office]', 'today: [castle]'),
      file: duties,
      key: 'cards.today',
      problem: /no authority "castle"/,
      mend: /content\/authorities/,
    },
    {
      name: 'a place that does not exist',
      plant: put(duties, 'authority:town-hall', 'authority:castle'),
      file: duties,
      key: 'addresses.meet',
      problem: /leads nowhere/,
      mend: /extend-stay/,
    },
    {
      name: 'a group that does not exist',
      plant: put(duties, 'id: pilots, group: ships', 'id: pilots, group: sea'),
      file: duties,
      key: 'pilots.group',
      problem: /no group "sea"/,
      mend: /succession\.yaml/,
    },
    {
      name: 'the same id twice',
      plant: all(
        put(duties, 'id: pilots', 'id: ships'),
        both('content/succession', /\n {2}pilots: .*\n/, '\n'),
      ),
      file: duties,
      key: 'ships',
      problem: /used twice/,
      mend: /another id/,
    },
    {
      name: 'an organic law that is no source',
      plant: put(succession, 'act: stay-act', 'act: port-act'),
      file: succession,
      key: 'act',
      problem: /no source "port-act"/,
      mend: /sources\.yaml/,
    },
    {
      name: 'a closed body without a successor',
      plant: put('content/authorities/harbour-police/authority.yaml', /successors: .*\n/, ''),
      file: 'content/authorities/harbour-police/authority.yaml',
      key: 'successors',
      problem: /without a successor/,
      mend: /took over/,
    },
  ]));

describe('sections on living in the country', () =>
  plantTests([
    {
      name: 'an audience that the guide does not have',
      plant: put(hub, 'for: islanders', 'for: sailors'),
      file: hub,
      key: 'items.card.for',
      problem: /no audience "sailors"/,
      mend: /hubs\.yaml/,
    },
    {
      name: 'a section without a place in the order',
      plant: put('content/hubs/hubs.yaml', '[first-steps]', '[last-steps]'),
      file: 'content/hubs/hubs.yaml',
      key: 'order',
      problem: /"first-steps" has no place/,
      mend: /order/,
      count: 2,
    },
    {
      name: 'a link to a section that does not exist',
      plant: put('content/pages/contact/en.md', 'living:first-steps', 'living:last-steps'),
      file: 'content/pages/contact/en.md',
      key: 'body',
      problem: /"living:last-steps" leads nowhere/,
      mend: /living:/,
      count: 2,
    },
    {
      name: 'an item without words in one language',
      plant: put('content/hubs/first-steps/ar.yaml', /\n {2}card: .*\n/, '\n'),
      file: 'content/hubs/first-steps/ar.yaml',
      key: 'items.card',
      problem: /missing in this language/,
      mend: /items\.card/,
    },
  ]));

it('may leave out all of it', () => {
  const without = all(
    remove(needs),
    remove('content/authorities/en.yaml'),
    remove('content/authorities/ar.yaml'),
    remove('content/offices'),
    remove('content/succession'),
    remove('content/hubs'),
    remove('content/pages/contact'),
  );
  expect(faultsAfter(without)).toEqual([]);
});
