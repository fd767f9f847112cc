import type { CalendarDate } from '@lib/kernel';
import { compareAreas, type GroupOfAreas, rankRange, ratioOfRatios } from '@lib/performance';
import { breaksOf } from '@lib/published-data';
import type { ComparedArea, PublishedComparison } from '@lib/reporting';

/** Crimes are told for each 1,000 of those who live there. */
export const PER = 1000;

/** An area with a count and those it is divided by. */
export interface CountedArea extends ComparedArea {
  readonly count: number;
  readonly population: number;
}

/** What the figures of a group come to. */
export interface ComparedAreas {
  readonly counted: readonly CountedArea[];
  readonly group: GroupOfAreas;
  readonly rank: ReturnType<typeof rankRange> | null;
}

/** Whether what is published is counted at all: a percentage or a rate is not divided by who lives there. */
export function areCounts({ kind, sum, areas }: PublishedComparison): boolean {
  return (
    (kind === 'count' || kind === 'composite') &&
    sum?.source !== 'mopac-survey' &&
    areas.every(({ after, before }) => [after, before].every(isCountOrMissing))
  );
}

function isCountOrMissing({ value }: ComparedArea['after']): boolean {
  return value === null || (Number.isSafeInteger(value) && value >= 0);
}

/** Null where fewer than two areas have both a count and those it is divided by. */
export function comparedAreas({ areas }: PublishedComparison, widened: boolean): ComparedAreas | null {
  const counted = areas.flatMap((area): CountedArea[] =>
    area.after.value === null || area.population === null
      ? []
      : [{ ...area, count: area.after.value, population: area.population }],
  );
  if (counted.length < 2) return null;
  const own = counted.find(({ isOwn }) => isOwn);
  const others = counted.filter((one) => one !== own);
  return {
    counted,
    group: compareAreas(counted, PER, widened),
    rank: own ? rankRange(own, others, 'highest') : null,
  };
}

interface BeforeAndAfter {
  readonly before: number;
  readonly after: number;
}

/** The change of an area beside that of all the others together, or why it is not given. */
export type ChangesBeside =
  | { readonly kind: 'not-held' }
  | { readonly kind: 'broken'; readonly words: string; readonly from: CalendarDate }
  | {
      readonly kind: 'changes';
      readonly own: BeforeAndAfter;
      readonly rest: BeforeAndAfter;
      /** Null where one of the four numbers is 0. */
      readonly ratio: ReturnType<typeof ratioOfRatios>;
      /** A break of the series in between that makes them less alike. */
      readonly withCare: string | null;
    };

/** The change of the area beside the change of the others, or why there is none. */
export function changesBeside({ areas, time, sum }: PublishedComparison): ChangesBeside | null {
  if (!time || !sum) return null;
  const broken = breaksOf(sum.source, sum.means).filter(
    ({ from }) => time.before.from < from && from < time.after.until,
  );
  const incomparable = broken.find(({ isComparable }) => !isComparable);
  if (incomparable) return { kind: 'broken', words: incomparable.words, from: incomparable.from };
  if (!time.coversBefore) return { kind: 'not-held' };
  const own = areas.find(({ isOwn }) => isOwn);
  const changed = (area: ComparedArea) =>
    area.before.value !== null && area.after.value !== null
      ? [{ before: area.before.value, after: area.after.value }]
      : [];
  const [ownChange] = own ? changed(own) : [];
  const rest = areas
    .filter(({ isOwn }) => !isOwn)
    .flatMap(changed)
    .reduce((all, one) => ({ before: all.before + one.before, after: all.after + one.after }), {
      ...{ before: 0, after: 0 },
    });
  if (!ownChange) return { kind: 'not-held' };
  return {
    kind: 'changes',
    own: ownChange,
    rest,
    ratio: ratioOfRatios(ownChange, rest),
    withCare: broken[0]?.words ?? null,
  };
}
