/** Fields to answers and back, faults in words, and what a browser can do. */
import { describe, expect, it } from 'vitest';
import { insideApp } from '../../src/islands/wizard/device.ts';
import { resolverOf, schemaOf } from '../../src/islands/wizard/schema.ts';
import { rawOf, type Values, valuesOf } from '../../src/islands/wizard/values.ts';
import type { Question } from '../../src/model/index.ts';

const date: Question = { id: 'd', type: 'date', min: '2020-01-01' };
const choice: Question = { id: 'c', type: 'choice', options: ['a', 'b'] };
const multi: Question = { id: 'm', type: 'multi', options: ['x', 'y', 'none'], none: 'none' };
const number: Question = { id: 'n', type: 'number', min: 0, max: 9 };
const country: Question = { id: 'k', type: 'country' };

describe('fields', () => {
  it.each<[Question, Values, string]>([
    [date, { day: '5', month: '1', year: '2027' }, '2027-01-05'],
    [date, { day: '05', month: '01', year: ' 2027 ' }, '2027-01-05'],
    [date, {}, ''],
    [date, { day: ' ', month: '', year: '' }, ''],
    [choice, { one: 'a' }, 'a'],
    [choice, {}, ''],
    [multi, { several: ['y', 'x'] }, 'x,y'],
    [multi, {}, ''],
    [number, { one: ' 3 ' }, '3'],
    [country, { one: 'BR' }, 'BR'],
  ])('%o with %o say "%s"', (question, values, raw) => {
    expect(rawOf(question, values)).toBe(raw);
  });

  it.each<[Question, string]>([
    [date, '2027-01-05'],
    [choice, 'b'],
    [multi, 'x,y'],
    [number, '7'],
    [country, 'BR'],
  ])('show an answer so that it comes back the same: %o %s', (question, raw) => {
    expect(rawOf(question, valuesOf(question, raw))).toBe(raw);
  });

  it('show a day as people write it', () => {
    expect(valuesOf(date, '2027-01-05')).toEqual({ day: '5', month: '1', year: '2027' });
  });

  it('leave a choice alone that has no answer yet', () => {
    expect(valuesOf(choice, undefined)).toEqual({});
  });
});

describe('the schema', () => {
  it.each<[Question, Values, string]>([
    [date, {}, 'missing'],
    [date, { day: '31', month: '2', year: '2027' }, 'no-such-day'],
    [date, { day: '5', month: '1', year: '27' }, 'no-such-day'],
    [date, { day: '5' }, 'no-such-day'],
    [date, { day: '1', month: '1', year: '2019' }, 'too-early'],
    [choice, {}, 'missing'],
    [multi, { several: ['none', 'x'] }, 'none-and-others'],
    [number, { one: 'two' }, 'not-a-number'],
    [number, { one: '10' }, 'too-large'],
    [country, { one: '' }, 'missing'],
  ])('names the fault of %o with %o: %s', (question, values, fault) => {
    expect(schemaOf(question).safeParse(values).error?.issues[0]?.message).toBe(fault);
  });

  it('hands the form a fault, or the answer', async () => {
    const options = { fields: {}, shouldUseNativeValidation: false };
    expect(await resolverOf(choice)({ one: 'a' }, undefined, options)).toEqual({
      values: { raw: 'a' },
      errors: {},
    });
    const failed = await resolverOf(choice)({}, undefined, options);
    expect(failed.errors).toEqual({ one: { type: 'fault', message: 'missing' } });
  });
});

describe('the browser of another app', () => {
  const android = 'Mozilla/5.0 (Linux; Android 9; SM-J330F';
  it.each([
    `${android}) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/109.0 Mobile Safari/537.36 [FBAN/EMA;FBAV/300.0]`,
    `${android}; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/109.0 Mobile Safari/537.36`,
    'Mozilla/5.0 (iPhone; CPU iPhone OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 290.0',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 16_5 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1 Line/13.0',
  ])('is known: %s', (agent) => expect(insideApp(agent)).toBe(true));

  it.each([
    `${android}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0 Mobile Safari/537.36`,
    'Mozilla/5.0 (iPhone; CPU iPhone OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1',
    'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  ])('is not seen where it is not: %s', (agent) => expect(insideApp(agent)).toBe(false));

  it('is not seen on an iPhone page opened from the home screen', () => {
    const agent =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148';
    expect(insideApp(agent, true)).toBe(false);
  });
});
