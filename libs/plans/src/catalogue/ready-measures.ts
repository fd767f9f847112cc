import type { AuthorityKind } from '@lib/partnerships';
import type { MeasureKind } from '@lib/performance';
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
  /** The keys of the counts it is worked out from, in their order; empty for a count. */
  readonly partKeys: readonly string[];
  /** The key of the percentage that the count is the part of; null for one that means something by itself. */
  readonly percentageKey: string | null;
}

/** What measures a London borough's partnership usually wants, by who returns them. */
export const CATALOGUE: readonly CatalogueGroup[] = [
  ...[POLICE, PERCEPTION, COUNCIL, DOMESTIC_ABUSE],
  ...[FIRE, PROBATION, HEALTH],
];

/** Every ready measure, in the order of the catalogue; a percentage stands behind the count that is its part. */
export const READY_MEASURES: readonly ReadyMeasure[] = CATALOGUE.flatMap((group) =>
  group.measures.flatMap((facts) => [
    readyMeasure(group, facts),
    ...(facts.percentage ? [readyMeasure(group, percentageOf(facts, facts.percentage))] : []),
  ]),
);

type Sheet = Pick<ReadyFacts, 'partKeys' | 'gapKeys'> & { readonly shareKeys?: readonly [string, string] };

function readyMeasure(group: CatalogueGroup, facts: ReadyFacts & Sheet): ReadyMeasure {
  const { key, name, unit, wording, direction } = facts;
  const { kind, keys } = workedOutOf(facts);
  const isPartOfPercentage = kind === 'count' && facts.percentage !== undefined;
  const isSourceConfirmed = facts.isSourceConfirmed ?? group.isSourceConfirmed;
  const caveats = [
    isPartOfPercentage && 'It means something only as a percentage. By itself neither way is good.',
    facts.caveats,
    isSourceConfirmed ? null : 'Source not confirmed: ask the authority before the first return.',
  ].filter(Boolean);
  return {
    ...{ key, group, partKeys: keys, isSourceConfirmed },
    percentageKey: isPartOfPercentage ? percentageKey(key) : null,
    returnedBy: facts.returnedBy ?? group.returnedBy,
    sheet: {
      ...{ name, unit, wording, direction, kind, numerator: null, denominator: null },
      sensitivity: facts.sensitivity ?? 'ordinary',
      rollingTwelveMonths: facts.rollingTwelveMonths ?? false,
      countedBy: 'quarter',
      inclusions: facts.inclusions ?? null,
      exclusions: facts.exclusions ?? null,
      source: kind === 'count' ? (facts.source ?? group.source) : 'Worked out from its parts',
      publicationLag: facts.publicationLag ?? group.publicationLag,
      caveats: caveats.join(' ') || null,
      ownerPost: null,
    },
  };
}

function workedOutOf({ partKeys, shareKeys, gapKeys }: Sheet): {
  kind: MeasureKind;
  keys: readonly string[];
} {
  if (gapKeys) return { kind: 'gap', keys: gapKeys };
  if (shareKeys) return { kind: 'proportion', keys: shareKeys };
  return partKeys ? { kind: 'composite', keys: partKeys } : { kind: 'count', keys: [] };
}

/** The percentage that a count is the part of, as a measure of its own with the same caveats. */
function percentageOf(
  part: ReadyFacts,
  { outOf, direction }: NonNullable<ReadyFacts['percentage']>,
): ReadyFacts & Sheet {
  return {
    ...part,
    ...{ key: percentageKey(part.key), direction, shareKeys: [part.key, outOf] },
    name: `Percentage: ${part.name}`,
    wording: `The percentage that “${part.name}” (${part.key}) is of ${outOf}. ${part.wording}`,
  };
}

function percentageKey(key: string): string {
  return `${key}%`;
}
