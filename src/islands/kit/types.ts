/** The shape of the kit's props: plain JSON. Addresses stand from the root of the guide, `{lang}` for the language. */
import type { Strings } from '../../i18n/small.ts';

export interface KitEntry {
  id: string;
  kind: 'procedure' | 'finder' | 'topic';
  /** Titles by language. */
  titles: Record<string, string>;
  path: string;
  /** The wizard for frames; only what has one can take answers along. */
  embed?: string | undefined;
}

export interface KitLanguage {
  code: string;
  name: string;
  locale: string;
  /** The guide's name in this language. */
  guide: string;
  /** The message to send, with {{title}} and {{link}}. */
  message: string;
}

export interface KitProps {
  /** Language of the page. */
  lang: string;
  strings: Strings;
  languages: KitLanguage[];
  entries: KitEntry[];
}
