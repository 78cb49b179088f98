/** Cross-checks of letters: blanks, blocks, what the law requires, words, and what letters share. */
import { procedureOf } from '../letters/procedure.ts';
import { fits } from '../letters/validate.ts';
import {
  type Condition,
  type Day,
  type FieldWords,
  FormattedType,
  type LetterBlock,
  type LetterField,
  reserved,
  richFields,
} from '../model/index.ts';
import { conditionFaults } from './conditions.ts';
import { type Fault, refer, type Say } from './faults.ts';
import { blanksIn, fieldsOf, nameOf, wordsOf } from './letters.ts';
import { type Content, idFaults, type LetterEntry } from './load.ts';

const sharedFile = 'content/letters/shared.yaml';

/** Ids of the questions that a condition names. */
const namedIn = (condition: Condition): string[] =>
  Object.entries(condition).flatMap(([key, value]) =>
    key === 'all' || key === 'any'
      ? (value as Condition[]).flatMap(namedIn)
      : key === 'not'
        ? namedIn(value as Condition)
        : (reserved as readonly string[]).includes(key)
          ? []
          : [key],
  );

const twice = (ids: string[]): string[] => [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))];

/** Words with a meaning of their own inside a letter. */
const taken: readonly string[] = [...reserved, 'today', 'attached', 'n', 'at'];

function fieldFaults(say: Say, c: Content, e: LetterEntry, today: Day): void {
  const file = `${e.dir}/letter.yaml`;
  const fields = fieldsOf(c, e);
  for (const f of e.data.fields)
    if ('like' in f)
      refer(
        say,
        file,
        `fields.${f.like}.like`,
        f.like,
        new Set(c.lettersShared.data.fields.map((x) => x.id)),
        'shared blank',
        sharedFile,
      );
  for (const id of twice(fields.map((f) => f.id)))
    say(file, `fields.${id}`, 'this id is used twice', 'give one of the two another id');
  for (const [i, f] of fields.entries()) {
    const key = `fields.${f.id}`;
    if (taken.includes(f.id)) say(file, key, 'this word has a meaning of its own', 'choose another id');
    if (f.required && !e.data.requires.some((r) => r.by.includes(f.id)))
      say(
        file,
        key,
        'the blank is required, but nothing in `requires` asks for it',
        'name it in `requires` with the law or page that asks for it, or make it optional',
      );
    const earlier = fields.slice(0, i).map((x) => x.id);
    for (const named of f.when ? namedIn(f.when) : [])
      if (!earlier.includes(named))
        say(file, `${key}.when`, `"${named}" comes later or is no blank`, 'name a blank that stands above');
    for (const inner of f.type === 'list' ? f.fields : [f])
      if (
        FormattedType.safeParse(inner.type).success &&
        !Object.hasOwn(c.lettersShared.data.formats, inner.type)
      )
        say(
          file,
          `${key}.type`,
          `there is no format for ${inner.type}`,
          `add it to formats in ${sharedFile}`,
        );
  }
  const procedure = procedureOf(e.data, fields);
  const place = { say, content: c, procedure, file, today };
  for (const f of fields) if (f.when) conditionFaults({ ...place, key: `fields.${f.id}.when` }, f.when);
  for (const b of e.data.blocks)
    if (b.when) conditionFaults({ ...place, key: `blocks.${b.id}.when` }, b.when);
}

function blockFaults(say: Say, c: Content, e: LetterEntry): void {
  const file = `${e.dir}/letter.yaml`;
  const fields = fieldsOf(c, e);
  const ids = [...fields.map((f) => f.id), ...e.data.blocks.map((b) => b.id)];
  for (const id of twice(e.data.blocks.map((b) => b.id)))
    say(file, `blocks.${id}`, 'this id is used twice', 'give one of the two another id');
  for (const b of e.data.blocks) {
    if (richFields.has(b.id))
      say(file, `blocks.${b.id}`, 'this word has a meaning of its own', 'choose another id');
    if (b.each && fields.find((f) => f.id === b.each)?.type !== 'list')
      say(file, `blocks.${b.id}.each`, `"${b.each}" is no list`, 'name a blank of the type list');
  }
  for (const r of e.data.requires)
    for (const by of r.by)
      if (!ids.includes(by))
        say(
          file,
          `requires.${r.id}.by`,
          `there is no blank or block "${by}"`,
          'name the blank or block in which it stands',
        );
  const { blocks } = wordsOf(c, e, c.guide.officialLanguage);
  const conditions = [...fields, ...e.data.blocks, ...Object.values(procedureOf(e.data, fields)).flat()];
  const used = new Set([
    ...Object.values(blocks).flatMap(blanksIn),
    ...e.data.blocks.flatMap((b) => b.each ?? []),
    ...conditions.flatMap((x) => (isConditional(x) ? namedIn(x.when) : [])),
    ...e.data.timeLimits.flatMap((t) => (typeof t.from === 'string' ? [t.from] : [])),
  ]);
  for (const f of fields)
    if (!used.has(f.id) && Object.keys(blocks).length === e.data.blocks.length)
      say(
        file,
        `fields.${f.id}`,
        'what is filled in here stands nowhere and decides nothing',
        `write {${f.id}} in a block, or remove the blank`,
      );
}

const isConditional = (x: unknown): x is { when: Condition } =>
  typeof x === 'object' && x !== null && 'when' in x && x.when !== undefined;

/** What is wrong with a template: blanks that do not exist, brackets that do not close. */
function templateFaults(
  say: (problem: string, mend: string) => void,
  template: string,
  known: (blank: string) => string | undefined,
): void {
  for (const blank of new Set(blanksIn(template))) {
    const wrong = known(blank);
    if (wrong)
      say(`{${blank}} ${wrong}`, 'use the id of a blank, {today}, {authority:id} or {contact:id/contact}');
  }
  for (const line of template.split('\n')) {
    if (/[{}]/.test(line.replace(/\{[^{}]+\}/g, '')))
      say('a brace does not close', 'write {blank}, with both braces');
    if (/[[\]]/.test(line.replace(/\[[^[\]]*\]/g, '')))
      say(
        'a square bracket does not close',
        'a part that may be left out begins with [ and ends with ] on the same line',
      );
  }
}

function knownBlank(c: Content, fields: LetterField[], block: LetterBlock) {
  return (blank: string): string | undefined => {
    if (blank === 'today' || blank === 'attached') return undefined;
    if (blank.includes(':'))
      return nameOf(c, blank) === undefined ? 'names no authority or contact' : undefined;
    const list = fields.find((f) => f.id === block.each);
    // What the rows of something that is no list hold nobody can say; that was reported already.
    if (block.each && list?.type !== 'list') return undefined;
    if (list?.type === 'list' && (blank === 'n' || list.fields.some((f) => f.id === blank))) return undefined;
    const field = fields.find((f) => f.id === blank);
    if (!field) return 'is no blank of this letter';
    return field.type === 'checkbox' || field.type === 'list'
      ? `is a ${field.type}, which has no words of its own`
      : undefined;
  };
}

function wordFaults(say: Say, faults: Fault[], c: Content, e: LetterEntry): void {
  const fields = fieldsOf(c, e);
  const own = e.data.fields.flatMap((f) => ('like' in f ? [] : [f]));
  const ownBlocks = e.data.blocks.filter((b) => !b.shared);
  const source = e.text[c.guide.sourceLanguage];
  for (const [lang, text] of Object.entries(e.text)) {
    const file = `${e.dir}/${lang}.yaml`;
    const same = (section: string, want: string[], have: object | undefined): void =>
      idFaults({ faults }, file, section, want, Object.keys(have ?? {}));
    same(
      'fields',
      own.map((f) => f.id),
      text.fields,
    );
    for (const f of own) optionFaults(same, f, text.fields[f.id]);
    same(
      'blocks',
      ownBlocks.map((b) => b.id),
      text.blocks,
    );
    same(
      'requires',
      e.data.requires.map((r) => r.id),
      text.requires,
    );
    for (const name of ['attach', 'fees', 'timeLimits', 'channels', 'notes'] as const)
      same(
        name,
        e.data[name].map((x) => x.id),
        text[name],
      );
    const events = e.data.timeLimits.flatMap((t) => (typeof t.from === 'string' ? [] : t.from.event));
    same('events', [...new Set(events)], text.events);
    for (const b of ownBlocks) {
      const template = text.blocks[b.id];
      if (template === undefined) continue;
      const key = `blocks.${b.id}`;
      templateFaults((problem, mend) => say(file, key, problem, mend), template, knownBlank(c, fields, b));
      const original = source?.blocks[b.id];
      const [here, there] = [template, original ?? template].map((x) =>
        [...new Set(blanksIn(x))].sort().join(', '),
      );
      if (here !== there)
        say(
          file,
          key,
          `the blanks differ from "${c.guide.sourceLanguage}": here ${here || 'none'}; there ${there || 'none'}`,
          'use the same {blanks} in every language',
        );
    }
  }
}

function optionFaults(
  same: (section: string, want: string[], have: object | undefined) => void,
  f: LetterField,
  words: FieldWords | undefined,
): void {
  if (!words) return;
  same(`fields.${f.id}.options`, 'options' in f ? f.options : [], words.options);
  same(`fields.${f.id}.fields`, f.type === 'list' ? f.fields.map((x) => x.id) : [], words.fields);
}

/** Cross-checks of one letter that procedures do not have: blanks, blocks, what the law requires, words. */
export function letterFaults(say: Say, faults: Fault[], c: Content, e: LetterEntry, today: Day): void {
  const file = `${e.dir}/letter.yaml`;
  for (const p of e.data.procedures)
    refer(say, file, 'procedures', p, c.procedures, 'procedure', 'content/procedures');
  for (const id of twice(e.data.requires.map((r) => r.id)))
    say(file, `requires.${id}`, 'this id is used twice', 'give one of the two another id');
  fieldFaults(say, c, e, today);
  blockFaults(say, c, e);
  wordFaults(say, faults, c, e);
}

/** Cross-checks of what letters share: formats that fit their own example, and words in every language. */
export function sharedLetterFaults(say: Say, faults: Fault[], c: Content): void {
  const { data, text } = c.lettersShared;
  for (const [type, format] of Object.entries(data.formats)) {
    const key = `formats.${type}`;
    try {
      if (!fits(format, format.example))
        say(
          sharedFile,
          `${key}.example`,
          `"${format.example}" does not fit its own format`,
          'correct example, pattern or check',
        );
    } catch {
      say(sharedFile, `${key}.pattern`, 'is no regular expression', 'correct it; brackets must close');
    }
  }
  for (const id of twice(data.fields.map((f) => f.id)))
    say(sharedFile, `fields.${id}`, 'this id is used twice', 'give one of the two another id');
  const blocks = [
    ...new Set(
      [...c.letters.values()].flatMap((e) => e.data.blocks.filter((b) => b.shared).map((b) => b.id)),
    ),
  ];
  for (const [lang, words] of Object.entries(text)) {
    const file = `content/letters/${lang}.yaml`;
    const same = (section: string, want: string[], have: object | undefined): void =>
      idFaults({ faults }, file, section, want, Object.keys(have ?? {}));
    same(
      'fields',
      data.fields.map((f) => f.id),
      words.fields,
    );
    for (const f of data.fields) optionFaults(same, f, words.fields[f.id]);
    // A block that no letter uses may belong to one that could not be read.
    same('blocks', blocks, Object.fromEntries(blocks.flatMap((id) => (words.blocks[id] ? [[id, '']] : []))));
    for (const [id, template] of Object.entries(words.blocks))
      templateFaults(
        (problem, mend) => say(file, `blocks.${id}`, problem, mend),
        template,
        // A line whose blank a letter does not have falls away in it.
        (blank) =>
          blank === 'today' || blank === 'attached' || data.fields.some((f) => f.id === blank)
            ? undefined
            : 'is no shared blank',
      );
  }
}
