/** Calendar files (RFC 5545) with whole-day events. Pure. */
import type { Day } from '../model/index.ts';
import { addDays } from '../rules/dates.ts';

export interface CalendarEvent {
  /** Globally unique and the same each time, so that a second download replaces the first. */
  uid: string;
  day: Day;
  title: string;
  description: string;
  /** Full address of the page that explains it. */
  url: string;
}

const encoder = new TextEncoder();

/** Folds a line after at most 75 octets, never inside a character. */
export function fold(line: string): string {
  let out = '';
  let octets = 0;
  for (const char of line) {
    const size = encoder.encode(char).length;
    if (octets + size > 75) {
      out += '\r\n ';
      octets = 1;
    }
    out += char;
    octets += size;
  }
  return out;
}

/** Text with what has a meaning of its own in the format escaped. */
const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (c) => `\\${c}`).replace(/\r\n|\r|\n/g, '\\n');

const compact = (day: Day): string => day.replaceAll('-', '');

/** 20261122T093000Z */
const instant = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/**
 * A calendar file: one whole-day event for each, with a reminder seven days before.
 * @param product who made it, such as "papeis-em-dia"
 * @param madeAt the moment of making
 * @param name what a program that subscribes to the file calls it (RFC 7986); it then asks again every day
 */
export function calendar(events: CalendarEvent[], product: string, madeAt: Date, name?: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${escaped(product)}//NONSGML//EN`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...(name
      ? [`NAME:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`, 'REFRESH-INTERVAL;VALUE=DURATION:P1D']
      : []),
    ...events.flatMap((e) => [
      'BEGIN:VEVENT',
      `UID:${escaped(e.uid)}`,
      `DTSTAMP:${instant(madeAt)}`,
      `DTSTART;VALUE=DATE:${compact(e.day)}`,
      `DTEND;VALUE=DATE:${compact(addDays(e.day, 1))}`,
      `SUMMARY:${escaped(e.title)}`,
      `DESCRIPTION:${escaped(e.description)}`,
      `URL:${e.url}`,
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(e.title)}`,
      'TRIGGER:-P7D',
      'END:VALARM',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}
