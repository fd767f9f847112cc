import type { AuthorityKind } from '@lib/partnerships';
import type { DefinitionSheet } from '../domain/measure.js';
import { COUNCIL } from './council.js';
import { DOMESTIC_ABUSE } from './domestic-abuse.js';
import { FIRE } from './fire.js';
import { HEALTH } from './health.js';
import { PERCEPTION } from './perception.js';
import { POLICE } from './police.js';
import { PROBATION } from './probation.js';
import type { CatalogueGroup, ReadyFacts } from './ready-measure.js';

/** A measure that is thought through: a definition sheet but for the parts, which a partnership has or has not. */
export interface ReadyMeasure {
  readonly key: string;
  readonly group: CatalogueGroup;
  readonly returnedBy: AuthorityKind;
  readonly isSourceConfirmed: boolean;
  readonly sheet: Omit<DefinitionSheet, 'componentIds'>;
  /** The keys of what a composite adds up; empty for a count. */
  readonly partKeys: readonly string[];
  /** The percentage that the count makes, in words; null for one that means something by itself. */
  readonly percentage: string | null;
}

/** What measures a London borough's partnership usually wants, by who returns them. */
export const CATALOGUE: readonly CatalogueGroup[] = [
  ...[POLICE, PERCEPTION, COUNCIL, DOMESTIC_ABUSE],
  ...[FIRE, PROBATION, HEALTH],
];

const GOOD = {
  lower: 'lower is better',
  higher: 'higher is better',
  range: 'within a range is good',
} as const;

const NAMES = new Map(CATALOGUE.flatMap(({ measures }) => measures.map(({ key, name }) => [key, name])));

/** Every ready measure, in the order of the catalogue. */
export const READY_MEASURES: readonly ReadyMeasure[] = CATALOGUE.flatMap((group) =>
  group.measures.map((facts) => readyMeasure(group, facts)),
);

function readyMeasure(group: CatalogueGroup, facts: ReadyFacts): ReadyMeasure {
  const { key, name, unit, wording, direction, partKeys = [] } = facts;
  const isSourceConfirmed = facts.isSourceConfirmed ?? group.isSourceConfirmed;
  const percentage = facts.percentage ? inWords(facts.percentage) : null;
  const caveats = [
    percentage && `Read it as a percentage ${percentage}. By itself it says neither.`,
    facts.caveats,
    isSourceConfirmed ? null : 'Source not confirmed: ask the authority before the first return.',
  ].filter(Boolean);
  return {
    ...{ key, group, partKeys, percentage, isSourceConfirmed },
    returnedBy: facts.returnedBy ?? group.returnedBy,
    sheet: {
      ...{ name, unit, wording, direction, numerator: null, denominator: null },
      kind: partKeys.length > 0 ? 'composite' : 'count',
      sensitivity: facts.sensitivity ?? 'ordinary',
      rollingTwelveMonths: facts.rollingTwelveMonths ?? false,
      countedBy: 'quarter',
      inclusions: facts.inclusions ?? null,
      exclusions: facts.exclusions ?? null,
      source: partKeys.length > 0 ? 'Worked out from its parts' : (facts.source ?? group.source),
      publicationLag: facts.publicationLag ?? group.publicationLag,
      caveats: caveats.join(' ') || null,
      ownerPost: null,
    },
  };
}

function inWords({ outOf, direction }: NonNullable<ReadyFacts['percentage']>): string {
  return `of “${NAMES.get(outOf)}” (${outOf}): ${GOOD[direction]}`;
}
