/** Loads needs, offices, the heirs of a closed body, and the sections on living in the country. Each may be missing. */
import {
  Duty,
  Hub,
  Hubs,
  HubsText,
  HubText,
  Need,
  NeedText,
  Office,
  OfficeText,
  Succession,
  SuccessionText,
} from '../model/index.ts';
import { type Entry, idFaults, idFolders, loadList, strayFaults, texts, withId } from './entry.ts';
import { files, folders, type Reader, yaml, yamlList } from './read.ts';

export type SuccessionEntry = Entry<Succession & { duties: Duty[] }, SuccessionText>;
export type HubEntry = Entry<Hub, HubText>;

/** What `loadWho` reads: part of the content. */
export interface WhoDoesWhat {
  needs: Map<string, Entry<Need, NeedText[string]>>;
  offices: Map<string, Entry<Office, OfficeText[string]>>;
  succession: SuccessionEntry | undefined;
  /** Sections on living in the country, in their order. */
  hubs: Map<string, HubEntry>;
  /** Order of the sections and their audiences; undefined if the guide has none. */
  hubOrder: Entry<Hubs, HubsText> | undefined;
}

function loadSuccession(r: Reader, langs: string[]): SuccessionEntry | undefined {
  const dir = 'content/succession';
  if (!folders(r, 'content').includes('succession')) return undefined;
  strayFaults(r, dir, ['succession.yaml', 'duties.yaml', ...langs.map((l) => `${l}.yaml`)]);
  const data = yaml(r, `${dir}/succession.yaml`, Succession);
  const duties = yamlList(r, `${dir}/duties.yaml`, Duty);
  const text = texts(langs, (l) => yaml(r, `${dir}/${l}.yaml`, SuccessionText));
  for (const [lang, own] of Object.entries(text)) {
    const ids = duties.map((d) => d.id);
    idFaults(r, `${dir}/${lang}.yaml`, 'duties', ids, Object.keys(own.duties));
    if (data) idFaults(r, `${dir}/${lang}.yaml`, 'groups', data.groups, Object.keys(own.groups));
  }
  return data && { id: 'succession', dir, data: { ...data, duties }, text };
}

function loadHubs(r: Reader, langs: string[]): Pick<WhoDoesWhat, 'hubs' | 'hubOrder'> {
  const dir = 'content/hubs';
  if (!folders(r, 'content').includes('hubs')) return { hubs: new Map(), hubOrder: undefined };
  const yamls = langs.map((l) => `${l}.yaml`);
  strayFaults(r, dir, ['hubs.yaml', ...yamls]);
  const data = yaml(r, `${dir}/hubs.yaml`, Hubs);
  const text = texts(langs, (l) => yaml(r, `${dir}/${l}.yaml`, HubsText));
  for (const [lang, own] of Object.entries(text))
    if (data) idFaults(r, `${dir}/${lang}.yaml`, 'audiences', data.audiences, Object.keys(own.audiences));
  const found = idFolders(r, dir).flatMap((id): HubEntry[] => {
    const own = `${dir}/${id}`;
    strayFaults(r, own, ['hub.yaml', ...yamls]);
    const hub = yaml(r, `${own}/hub.yaml`, Hub);
    const words = texts(langs, (l) => yaml(r, `${own}/${l}.yaml`, HubText));
    if (!hub) {
      r.broken.add(id);
      return [];
    }
    const ids = hub.items.map((i) => i.id);
    for (const [lang, w] of Object.entries(words))
      idFaults(r, `${own}/${lang}.yaml`, 'items', ids, Object.keys(w.items));
    return [{ id, dir: own, data: withId(hub, id), text: words }];
  });
  const place = (id: string): number => data?.order.indexOf(id) ?? 0;
  found.sort((a, b) => place(a.id) - place(b.id));
  return {
    hubs: new Map(found.map((e) => [e.id, e])),
    hubOrder: data && { id: 'hubs', dir, data, text },
  };
}

/** Reads what the guide has of these parts. Faults go to the reader. */
export function loadWho(r: Reader, langs: string[]): WhoDoesWhat {
  const who: WhoDoesWhat = {
    needs: new Map(),
    offices: new Map(),
    succession: loadSuccession(r, langs),
    ...loadHubs(r, langs),
  };
  if (files(r, 'content/authorities').length > 0)
    loadList(r, langs, who.needs, 'content/authorities', 'needs.yaml', Need, NeedText);
  loadList(r, langs, who.offices, 'content/offices', 'offices.yaml', Office, OfficeText);
  return who;
}
