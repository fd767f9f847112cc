import { isEventKind, type TrailSearch } from '@lib/audit-trail';
import { type Actor, type CalendarDate, type Id, notFound } from '@lib/kernel';
import type { TrailThingsQuery } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { readDay } from '../../http/form-days.js';
import type { TrailAddress } from '../../http/paths.js';

/** What the address of the page asks for, as it was typed. */
export interface TypedSearch {
  readonly about: string;
  readonly by: string;
  readonly kind: string;
  readonly from: string;
  readonly until: string;
}

/** The same, read; what cannot be read is left out and said. */
export interface ReadSearch {
  readonly typed: TypedSearch;
  readonly search: TrailSearch;
  /** The id of the record that is asked about, of which nobody has looked whether it is there. */
  readonly aboutId: Id | null;
  readonly errors: readonly PageError[];
}

export function readSearch(query: Readonly<Record<string, unknown>>): ReadSearch {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name].trim() : '');
  const typed = {
    about: text('about'),
    by: text('by'),
    kind: text('kind'),
    from: text('from'),
    until: text('until'),
  };
  const errors: PageError[] = [];
  const day = (box: 'from' | 'until', name: string): CalendarDate | undefined => {
    if (typed[box] === '') return undefined;
    const read = readDay(typed[box], box, name);
    if ('date' in read) return read.date;
    errors.push(read.error);
    return undefined;
  };
  const from = day('from', 'The first day');
  const until = day('until', 'The last day');
  if (from && until && until < from)
    errors.push({ text: 'The last day must be the first day or later', href: '#until' });
  if (typed.kind !== '' && !isEventKind(typed.kind))
    errors.push({ text: 'Select a kind of event from the list', href: '#kind' });
  const search = {
    ...(typed.by && { by: typed.by }),
    ...(isEventKind(typed.kind) && { kind: typed.kind }),
    ...(from && { from }),
    ...(until && { until }),
  };
  return { typed, search, aboutId: typed.about || null, errors };
}

/** The search as it stands in an address, without what was not asked for. */
export function addressOf(typed: TypedSearch): TrailAddress {
  return Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== ''));
}

/**
 * The search with the records behind what it asks about, and the thing that they are of.
 * @throws DomainError when the partnership has no such thing
 */
export async function searchOf(
  things: TrailThingsQuery,
  actor: Actor,
  partnershipId: Id,
  { search, aboutId }: ReadSearch,
): Promise<{ search: TrailSearch; thing: Id | null }> {
  if (aboutId === null) return { search, thing: null };
  const found = await things.subjects(actor, partnershipId, aboutId);
  if (!found) throw notFound('record');
  return { search: { ...search, about: found.about }, thing: found.thing };
}
