import {
  EVENT_KINDS,
  isEventKind,
  type RecordedCheck,
  type RecordedEvent,
  type TrailSubjects,
} from '@lib/audit-trail';
import type { TrailThing } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import type { Paths } from '../../http/paths.js';
import { addressOf, type TypedSearch } from './trail-search.js';

const KIND_OF_THING: Readonly<Record<TrailThing['kind'], string>> = {
  measure: 'Measure',
  plan: 'Plan',
  return: 'Return',
  form: 'Return form',
  authority: 'Authority',
  meeting: 'Meeting',
  evidence: 'Evidence',
  finding: 'Finding',
  workpaper: 'Workpaper',
  person: 'Person',
};

/** What the page shows around its events. */
interface TrailFrame {
  readonly typed: TypedSearch;
  readonly errors: readonly PageError[];
  readonly things: readonly TrailThing[];
  readonly names: readonly string[];
  readonly check: RecordedCheck | null;
  readonly paths: Paths;
  readonly eventsOnAPage: number;
  /** The part of other records that is looked for, see `TrailSubjects`. */
  readonly part: TrailSubjects['partOf'];
}

/** @param events one more than fit on a page where there are older ones */
export function auditTrailView(events: readonly RecordedEvent[], frame: TrailFrame) {
  const { typed, errors, things, names, check, paths, eventsOnAPage, part } = frame;
  const address = addressOf(typed);
  const shown = events.slice(0, eventsOnAPage);
  const about = things.find(({ id }) => id === typed.about);
  return {
    pageTitle: about ? `Audit trail of ${about.name}` : 'Audit trail',
    asked: errors.length > 0 ? [] : askedWords(typed, about),
    typed,
    errors,
    check: check && { ...check, at: check.at.toISOString() },
    checkAction: paths.auditTrailCheck(),
    formAction: paths.auditTrail(),
    everythingHref: Object.keys(address).length > 0 ? paths.auditTrail() : null,
    things: [
      { value: '', text: 'Anything' },
      ...things.map((thing) => ({
        value: thing.id,
        text: nameOfThing(thing),
        selected: thing.id === typed.about,
      })),
    ],
    people: [
      { value: '', text: 'Anybody' },
      ...names.map((name) => ({ value: name, text: name, selected: name === typed.by })),
    ],
    kinds: [
      { value: '', text: 'Any kind' },
      ...Object.entries(EVENT_KINDS).map(([value, text]) => ({
        value,
        text,
        selected: value === typed.kind,
      })),
    ],
    events: shown.map(({ seq, at, actor, sentence, changes, subjectId }) => ({
      seq,
      at: at.toISOString(),
      by: actor,
      sentence,
      // Of a return that also says other things, a measure's history tells what is of the measure.
      changes:
        part && part.ids.includes(subjectId)
          ? changes.filter(({ what }) => what === null || part.names.includes(what))
          : changes,
    })),
    files: [
      { text: 'Download as CSV', action: paths.auditTrailFile('csv', address) },
      { text: 'Download as JSON', action: paths.auditTrailFile('json', address) },
    ],
    olderHref:
      events.length > eventsOnAPage ? paths.auditTrail({ ...address, before: shown.at(-1)!.seq }) : null,
  };
}

/** What was asked for, in the order of the form. */
function askedWords({ by, kind, from, until }: TypedSearch, about: TrailThing | undefined): string[] {
  return [
    about && nameOfThing(about),
    by && `by ${by}`,
    isEventKind(kind) && EVENT_KINDS[kind],
    from && `from ${from}`,
    until && `until ${until}`,
  ].filter((words): words is string => Boolean(words));
}

function nameOfThing({ kind, name }: TrailThing): string {
  return `${KIND_OF_THING[kind]}: ${name}`;
}
