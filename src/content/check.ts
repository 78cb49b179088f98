/** Cross-checks of the loaded content: everything together, and the entries that are neither law nor procedure. */
import type { Day } from '../model/index.ts';
import { groundFaults, procedureFaults, structureFaults } from './check-procedure.ts';
import { whoFaults } from './check-who.ts';
import { type Fault, refer, type Say } from './faults.ts';
import { evidenceFaults, lawFaults, noticeFaults } from './law.ts';
import { letterFaults, sharedLetterFaults } from './letter-check.ts';
import { asEntry } from './letters.ts';
import { type Content, idFaults, wizards } from './load.ts';
import { doubleShorts } from './short.ts';
import { checkTexts } from './texts.ts';

function entryFaults(say: Say, c: Content, today: Day): void {
  for (const a of c.authorities.values()) {
    const file = `${a.dir}/authority.yaml`;
    evidenceFaults(say, c, file, '(entry)', a.data, today);
    for (const s of a.data.successors)
      refer(say, file, 'successors', s, c.authorities, 'authority', 'content/authorities');
    for (const x of a.data.contacts) {
      evidenceFaults(say, c, file, `contacts.${x.id}`, x, today);
      const forms = {
        web: /^https:\/\//,
        form: /^https:\/\//,
        phone: /^\+[1-9]\d{6,14}$/,
        email: /^[^@\s]+@[^@\s]+\.[^@\s]+$/,
        post: /./,
        counter: /./,
      };
      // A short number such as 112 is dialled as it is.
      if (!forms[x.kind].test(x.value) && !(x.kind === 'phone' && /^\d{3,6}$/.test(x.value)))
        say(
          file,
          `contacts.${x.id}.value`,
          `"${x.value}" is no ${x.kind}`,
          'write https://…, + with country code and number, or name@host',
        );
    }
  }
  for (const q of c.questions.values()) {
    const file = `${q.dir}/question.yaml`;
    if (!c.guide.topics.includes(q.data.topic))
      say(
        file,
        '(folder)',
        `there is no topic "${q.data.topic}"`,
        'use a topic of content/guide.yaml as folder name',
      );
    evidenceFaults(say, c, file, '(entry)', q.data, today);
    refer(say, file, 'authority', q.data.authority, c.authorities, 'authority', 'content/authorities');
    for (const p of q.data.procedures)
      refer(say, file, 'procedures', p, c.procedures, 'procedure', 'content/procedures');
    for (const r of q.data.related)
      refer(say, file, 'related', r, c.questions, 'question', 'content/questions');
    for (const ref of q.data.then?.changedBy ?? [])
      refer(
        say,
        file,
        'then.changedBy',
        ref.split('#')[0],
        c.sources,
        'source',
        'content/law/<topic>/sources.yaml',
      );
    for (const [lang, text] of Object.entries(q.text))
      if ((text.then === undefined) !== (q.data.then === undefined))
        say(
          `${q.dir}/${lang}.md`,
          'then',
          text.then === undefined
            ? 'the words of the old rule are missing'
            : 'the old rule has no year in question.yaml',
          'give the old rule a year and changedBy in question.yaml and its words in every language, or neither',
        );
  }
  for (const { id, data } of c.changes.values()) {
    const file = 'content/changes/changes.yaml';
    evidenceFaults(say, c, file, id, data, today);
    for (const p of data.procedures)
      refer(say, file, `${id}.procedures`, p, c.procedures, 'procedure', 'content/procedures');
    for (const q of data.questions)
      refer(say, file, `${id}.questions`, q, c.questions, 'question', 'content/questions');
  }
  for (const id of c.guide.mostAsked)
    refer(say, 'content/guide.yaml', 'mostAsked', id, c.questions, 'question', 'content/questions');
  for (const id of c.guide.mostNeeded)
    refer(say, 'content/guide.yaml', 'mostNeeded', id, c.procedures, 'procedure', 'content/procedures');
}

function parityFaults(faults: Fault[], c: Content, langs: string[]): void {
  if (!langs.includes(c.guide.sourceLanguage))
    faults.push({
      file: 'content/guide.yaml',
      key: 'sourceLanguage',
      problem: `"${c.guide.sourceLanguage}" is not among the languages`,
      mend: `use one of: ${langs.join(', ')}`,
    });
  for (const lang of langs) {
    const file = `content/guide/${lang}.yaml`;
    const text = c.guideText[lang];
    if (!text) continue;
    idFaults({ faults }, file, 'law', [...c.law.keys()], Object.keys(text.law));
    idFaults({ faults }, file, 'areas', c.guide.areas, Object.keys(text.areas));
    idFaults({ faults }, file, 'topics', c.guide.topics, Object.keys(text.topics));
    for (const a of c.authorities.values())
      if (a.text[lang])
        idFaults(
          { faults },
          `${a.dir}/${lang}.yaml`,
          'contacts',
          a.data.contacts.map((x) => x.id),
          Object.keys(a.text[lang].contacts),
        );
  }
}

/** Every fault that the files show together, as of a day. */
export function check(c: Content, today: Day): Fault[] {
  const faults: Fault[] = [];
  const say: Say = (file, key, problem, mend) => void faults.push({ file, key, problem, mend });
  const langs = c.guide.languages.map((l) => l.code);
  lawFaults(say, c, today);
  noticeFaults(say, c, today);
  entryFaults(say, c, today);
  whoFaults(say, c, today);
  parityFaults(faults, c, langs);
  for (const id of doubleShorts(c))
    say(
      'content/guide.yaml',
      `topics.${id}`,
      `"${id}" is also the id of a procedure, and /go/${id}/ can lead to one place only`,
      'give the topic another id',
    );
  for (const e of wizards(c)) procedureFaults(say, faults, c, e, today);
  for (const e of c.letters.values()) {
    // Its papers, fees, time limits, channels and notes are checked as those of a procedure.
    const here: Say = (file, key, problem, mend) =>
      say(
        file.replace('procedure.yaml', 'letter.yaml'),
        key.replace(/^documents/, 'attach').replace(/^questions/, 'fields'),
        problem,
        mend,
      );
    const entry = asEntry(c, e);
    groundFaults(here, c, entry, today);
    structureFaults(here, c, entry, today);
    letterFaults(say, faults, c, e, today);
  }
  sharedLetterFaults(say, faults, c);
  return [...faults, ...checkTexts(c, today)];
}
