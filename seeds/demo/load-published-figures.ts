import { Readable } from 'node:stream';
import { ApplyFile, ReadWaitingFile, ReceiveFile } from '@lib/importing';
import { type Actor, FinancialQuarter, type Id } from '@lib/kernel';
import { LONDON_BOROUGHS, type SourceKey } from '@lib/published-data';
import { PUBLISHED_SUMS, SetPublishedSum } from '@lib/plans';
import { LONDON_FROM, LONDON_OFFENCES, POPULATION_2022 } from './london.facts.js';
import {
  BOROUGH_OFFENCES,
  DASHBOARD_OFFENCES,
  FIRST_PUBLISHED_2022,
  FIRST_YEAR,
} from './recorded-crime.facts.js';
import type { UseCases } from './use-cases.js';

const KINGSTON = 'E09000021';

interface Given {
  readonly useCases: UseCases;
  readonly analyst: Actor;
  readonly partnershipId: Id;
  /** By key of the catalogue. */
  readonly measures: ReadonlyMap<string, { readonly id: Id }>;
}

/**
 * Loads what is published as tables that are copied by hand, each of one release, as an analyst would load a table of
 * their own; and says which measure is which of it.
 */
export async function loadPublishedFigures(given: Given): Promise<void> {
  await load(given, 'mps-borough', '2024-02', ofKingston(FIRST_PUBLISHED_2022));
  await load(given, 'mps-dashboard', '2025-08', ofKingston(DASHBOARD_OFFENCES));
  await load(given, 'mps-borough', '2026-03', [...ofKingston(BOROUGH_OFFENCES), ...ofLondon()]);
  await load(given, 'ons-population', '2023-11-23', populations());
  const { useCases, analyst, partnershipId, measures } = given;
  for (const [key, { id: measureId }] of measures) {
    const sum = PUBLISHED_SUMS[key];
    if (sum)
      await useCases.get(SetPublishedSum).execute(analyst, {
        ...{ partnershipId, measureId, ...sum, areaCode: KINGSTON },
      });
  }
}

/** What is counted, the area, the time, the figure. */
type Row = readonly [series: string, areaCode: string, time: readonly [string, string], figure: number];

function ofKingston(counts: Readonly<Record<string, readonly number[]>>): Row[] {
  return Object.entries(counts).flatMap(([key, quarters]) =>
    // One series each: what is worked out from several is added up from them.
    (PUBLISHED_SUMS[key]!.means ?? ['recorded-crime']).flatMap((series) =>
      inTurn(series, KINGSTON, FinancialQuarter.of(FIRST_YEAR, 1), quarters),
    ),
  );
}

function ofLondon(): Row[] {
  const first = FinancialQuarter.of(LONDON_FROM.financialYear, LONDON_FROM.number);
  return Object.entries(LONDON_OFFENCES).flatMap(([series, boroughs]) =>
    Object.entries(boroughs).flatMap(([code, quarters]) => inTurn(series, code, first, quarters)),
  );
}

function inTurn(series: string, code: string, first: FinancialQuarter, quarters: readonly number[]): Row[] {
  let quarter = first;
  return quarters.map((figure) => {
    const row: Row = [series, code, [quarter.slug, ''], figure];
    quarter = quarter.next;
    return row;
  });
}

function populations(): Row[] {
  const midYear = ['30 June 2022', '30 June 2022'] as const;
  return Object.entries(POPULATION_2022).map(([code, people]) => ['population', code, midYear, people]);
}

async function load(
  { useCases, analyst, partnershipId }: Given,
  source: SourceKey,
  release: string,
  rows: readonly Row[],
): Promise<void> {
  const names: Readonly<Record<string, string>> = LONDON_BOROUGHS;
  const lines = rows.map(([series, code, time, figure]) =>
    [series, code, names[code], ...time, figure, source, release].join(','),
  );
  const content = ['Series,Area code,Area,From,To,Figure,Source,Release', ...lines, ''].join('\r\n');
  const loader = { actor: analyst, loadedFor: partnershipId };
  const name = `copied-by-hand-${source}-${release}.csv`;
  const sent = { name, content: Readable.from([Buffer.from(content)]) };
  const { id: fileId } = await useCases.get(ReceiveFile).execute(loader, sent);
  await useCases.get(ReadWaitingFile).execute(partnershipId);
  await useCases.get(ApplyFile).execute(loader, fileId);
}
