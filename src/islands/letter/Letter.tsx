/** The form of a letter: blanks in the reader's language, and the letter written while she fills them in. Nothing is sent. */
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { smallT } from '../../i18n/small.ts';
import { view as viewOf } from '../../i18n/view.ts';
import { compose } from '../../letters/compose.ts';
import { answersFor } from '../../letters/procedure.ts';
import { type FaultAt, faultsIn, isAsked } from '../../letters/validate.ts';
import type { FieldWords, LetterField, ResolvedLetter } from '../../model/index.ts';
import { dayIn } from '../../rules/dates.ts';
import { FaultSummary } from '../FaultSummary.tsx';
import { type Voice, VoiceContext } from '../voice.ts';
import { Documents } from '../wizard/Documents.tsx';
import { Limits } from '../wizard/Limits.tsx';
import { Fees } from '../wizard/Money.tsx';
import { Notes, Warnings } from '../wizard/Notes.tsx';
import { Where } from '../wizard/Ways.tsx';
import { Actions } from './Actions.tsx';
import { inputId } from './Blank.tsx';
import { Field } from './Fields.tsx';
import { eraseKept, readKept, writeKept } from './keep.ts';
import { Paper } from './Paper.tsx';
import { Privacy, QuickExit } from './Privacy.tsx';
import { faultText } from './sentences.ts';
import type { LetterProps } from './types.ts';
import { answersOf, type Values, valuesOf } from './values.ts';

/** The blank at a place such as "name" or "witnesses.0.name", and its label. */
function blankAt(
  letter: ResolvedLetter,
  words: Record<string, FieldWords>,
  at: string,
): { field: LetterField; label: string } {
  const [id = '', row, inner] = at.split('.');
  const field = letter.fields.find((f) => f.id === id) as LetterField;
  const label = words[id]?.label ?? id;
  const own = field?.type === 'list' ? field.fields.find((f) => f.id === inner) : undefined;
  if (!own) return { field, label };
  return {
    field: own,
    label: `${label} ${Number(row) + 1}, ${words[id]?.fields?.[own.id]?.label ?? own.id}`,
  };
}

export default function Letter(props: LetterProps): ReactNode {
  const { fields } = props.letter;
  const voice = useMemo(
    (): Voice => ({
      kit: { ...props.kit, t: smallT(props.strings, props.kit.l.locale) },
      official: props.official.code === props.kit.l.code ? undefined : props.official.code,
      countries: props.countries,
    }),
    [props],
  );
  const { kit, official } = voice;
  const { t } = kit;
  const letter: ResolvedLetter = { ...props.letter, procedure: kit.procedure };
  const id = useId();
  const form = useForm<Values>({ defaultValues: valuesOf(fields), shouldUnregister: false });
  const answers = answersOf(fields, useWatch({ control: form.control }) as Values);
  const [day, setDay] = useState(props.day);
  const [ready, setReady] = useState(false);
  const [kept, setKept] = useState(false);
  const [refused, setRefused] = useState(false);
  const [damaged, setDamaged] = useState(false);
  const [attempt, setAttempt] = useState<{ number: number; at: string[] }>({ number: 0, at: [] });
  const top = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    setDay(dayIn(props.timeZone, new Date()));
    const found = readKept(props.guide.id, props.letter.id);
    if (found) {
      form.reset(valuesOf(fields, found.answers));
      setKept(true);
      setDamaged(found.damaged);
    }
    setReady(true);
  }, [props, fields, form]);

  const text = JSON.stringify(answers);
  useEffect(() => {
    if (kept && ready) setRefused(!writeKept(props.guide.id, props.letter.id, JSON.parse(text)));
  }, [kept, ready, text, props]);

  const now = faultsIn(letter, answers, day);
  // What was wrong at the last attempt and still is; nobody is told off while typing.
  const standing = now.filter((f) => attempt.at.includes(f.at));
  const complete = (): boolean => {
    setAttempt((a) => ({ number: a.number + 1, at: now.map((f: FaultAt) => f.at) }));
    return now.length === 0;
  };
  const c = { procedure: kit.procedure, answers: answersFor(fields, answers), day };
  const list = viewOf(kit, c.answers, day);
  const paper = compose(letter, props.words.official, answers, props.official, day);
  const context = { form, props, faults: new Map(standing.map((f) => [f.at, f.fault])) };

  return (
    <VoiceContext value={voice}>
      <div className="wizard letter" data-ready={ready || undefined}>
        <QuickExit
          home={props.links.home}
          leave={() => {
            // What browsers give back with a page that they remember.
            if (!kept) form.reset(valuesOf(fields));
          }}
        />
        <div className="sheets">
          <div className="form">
            {standing.length > 0 && (
              <FaultSummary
                key={attempt.number}
                id={`${id}summary`}
                items={standing.map((f) => {
                  const { field, label } = blankAt(letter, props.words.own.fields, f.at);
                  return {
                    field: inputId(f.at),
                    label,
                    text: faultText(kit, field, f.fault, letter.formats),
                  };
                })}
              />
            )}
            {damaged && (
              <p className="broken" role="status">
                <span>{t('letter.keptBroken')}</span>
              </p>
            )}
            <form noValidate autoComplete="off" onSubmit={(e) => e.preventDefault()}>
              <h2 tabIndex={-1} ref={top}>
                <span>{t('letter.form')}</span>
              </h2>
              <p className="promise">
                <span>{t('letter.promise')}</span>
              </p>
              {fields
                .filter((f) => isAsked(f, c))
                .map((f) => (
                  <Field
                    key={f.id}
                    x={context}
                    field={f}
                    words={kit.text.questions[f.id] as never}
                    at={f.id}
                  />
                ))}
            </form>
          </div>
          <div className="results">
            <section className="official-letter" aria-labelledby={`${id}paper`}>
              <h2 id={`${id}paper`}>
                <span>{t('letter.paper', { language: props.official.name })}</span>
              </h2>
              <Paper paragraphs={paper} lang={props.official.code} dir={props.official.dir} />
            </section>
            {official && (
              <details className="translation">
                <summary>
                  <h2>
                    <span>{t('letter.translation')}</span>
                  </h2>
                </summary>
                <p className="hint">
                  <span>{t('letter.translationHint', { language: props.official.name })}</span>
                </p>
                <Paper
                  paragraphs={compose(letter, props.words.own, answers, kit.l, day)}
                  lang={kit.l.code}
                  dir={kit.l.dir}
                />
              </details>
            )}
          </div>
        </div>
        {ready && <Actions props={props} view={list} paragraphs={paper} complete={complete} />}
        <Privacy
          kept={kept}
          refused={refused}
          keep={(on) => {
            setKept(on);
            setRefused(false);
            if (!on) eraseKept(props.guide.id, props.letter.id);
          }}
          erase={() => {
            eraseKept(props.guide.id, props.letter.id);
            setKept(false);
            setAttempt({ number: 0, at: [] });
            form.reset(valuesOf(fields));
            top.current?.focus();
          }}
        />
        <div className="about">
          <Warnings view={list} />
          <Documents view={list} />
          <Where view={list} />
          <Fees view={list} />
          <Limits view={list} />
          <Notes view={list} />
        </div>
      </div>
    </VoiceContext>
  );
}
