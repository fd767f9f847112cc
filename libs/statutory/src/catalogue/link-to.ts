import type { Duty } from './duty.js';

const PARTS: Readonly<Record<string, string>> = {
  section: 'section',
  regulation: 'regulation',
  Schedule: 'schedule',
};

/**
 * Where the provision can be read: its section, regulation or schedule on legislation.gov.uk, or the Act as a whole
 * where the provision names none of them. Null for what is not published there.
 */
export function linkTo({ act, provision }: Pick<Duty, 'act' | 'provision'>): string | null {
  if (act.place === null) return null;
  const [, part, number] = /^(section|regulation|Schedule)\b(?: (\d+[A-Z]*\d*))?/.exec(provision) ?? [];
  const whole = `https://www.legislation.gov.uk/${act.place}`;
  if (part === undefined) return whole;
  return number === undefined ? `${whole}/${PARTS[part]}` : `${whole}/${PARTS[part]}/${number}`;
}
