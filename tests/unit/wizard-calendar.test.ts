/** Calendar files as RFC 5545 wants them. */
import { describe, expect, it } from 'vitest';
import { type CalendarEvent, calendar, fold } from '../../src/outputs/ics.ts';

const event: CalendarEvent = {
  uid: 'renew-last-day-2026-12-31@guide.test',
  day: '2026-12-31',
  title: 'Última zi: cerere; acte, taxă',
  description: `Prima linie\nA doua linie, ${'șțăâî'.repeat(30)}`,
  url: 'https://guide.test/ro/procedures/renew/checklist/',
};
const made = new Date('2026-11-22T09:30:15.123Z');
const file = calendar([event], 'guide', made);
const unfolded = file.replaceAll('\r\n ', '').split('\r\n');

describe('a calendar file', () => {
  it('ends every line with CRLF and folds it at 75 octets', () => {
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const lengths = file.split('\r\n').map((line) => Buffer.byteLength(line));
    expect(Math.max(...lengths)).toBeLessThanOrEqual(75);
    expect(Math.max(...lengths)).toBeGreaterThan(73);
  });

  it('never cuts a character in two', () => {
    const text = `X:${'ș😀'.repeat(60)}`;
    expect(fold(text).replaceAll('\r\n ', '')).toBe(text);
    expect(fold(text)).not.toContain('\uFFFD');
  });

  it('has a whole day, the next one as its end, over the turn of the year', () => {
    expect(unfolded).toContain('DTSTART;VALUE=DATE:20261231');
    expect(unfolded).toContain('DTEND;VALUE=DATE:20270101');
    expect(unfolded).toContain('DTSTAMP:20261122T093015Z');
  });

  it('reminds seven days before', () => {
    expect(unfolded.slice(unfolded.indexOf('BEGIN:VALARM'))).toContain('TRIGGER:-P7D');
  });

  it('escapes what the format reserves', () => {
    expect(unfolded).toContain('SUMMARY:Última zi: cerere\\; acte\\, taxă');
    expect(unfolded.find((l) => l.startsWith('DESCRIPTION:Prima'))).toMatch(
      /^DESCRIPTION:Prima linie\\nA doua linie\\, /,
    );
  });

  it('keeps the same UID each time and differs only in the time of making', () => {
    const later = calendar([event], 'guide', new Date('2026-11-23T00:00:00Z'));
    expect(later).not.toBe(file);
    expect(later.replace(/DTSTAMP:\S+/, '')).toBe(file.replace(/DTSTAMP:\S+/, ''));
  });

  it('holds every event', () => {
    const two = calendar([event, { ...event, uid: 'other', day: '2027-02-28' }], 'guide', made);
    expect(two.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(two).toContain('DTEND;VALUE=DATE:20270301');
  });
});
