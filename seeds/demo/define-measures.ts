import { type Actor, FinancialQuarter, type Id } from '@lib/kernel';
import { BreakMeasureDown, DefineMeasure, measureSlug, READY_MEASURES, type ReadyMeasure } from '@lib/plans';
import { ChangeDefinitionAndJudge, MarkChartAndJudge } from '@lib/results';
import { SetCrossCheck, SetReturnForm } from '@lib/returns';
import type { AuthorityIds } from './found-partnership.js';
import { CHANGE_OF_SYSTEM, ILLUSTRATIVE_COUNTS, PUBLISHED_COUNTS, WORKED_OUT } from './measures.facts.js';
import { FIRST_YEAR } from './recorded-crime.facts.js';
import type { UseCases } from './use-cases.js';

/** The quarter that everybody owes, and the first in which others than the police are asked. */
export const OWED = FinancialQuarter.of(2025, 4);

interface DefinedMeasure {
  readonly id: Id;
  readonly slug: string;
  readonly name: string;
}

/** By key of the catalogue. */
export type Measures = ReadonlyMap<string, DefinedMeasure>;

interface Given {
  readonly useCases: UseCases;
  readonly analyst: Actor;
  readonly partnershipId: Id;
  readonly authorityIds: AuthorityIds;
}

/** Defines what the plan tracks, from the catalogue of ready measures, and asks the authorities for it. */
export async function defineMeasures(given: Given): Promise<Measures> {
  const measures = new Map<string, DefinedMeasure>();
  const define = async (key: string, own: Own) =>
    measures.set(key, await defineOne(given, readyMeasure(key), own, measures));

  for (const { key, suffix, origin, caveats } of PUBLISHED_COUNTS)
    await define(key, {
      ...{ suffix, caveats },
      source: `${origin.source}, under the Open Government Licence v3.0`,
    });
  for (const { key, suffix, caveats } of WORKED_OUT) await define(key, { suffix, caveats });
  for (const key of ILLUSTRATIVE_COUNTS)
    await define(key, { suffix: '(illustrative)', source: ILLUSTRATIVE });

  await markCharts(given, measures);
  await askForFigures(given, measures);
  return measures;
}

const ILLUSTRATIVE = 'Illustrative: asked for in the demonstration only';

/** What the demonstration says of a ready measure beside the catalogue. */
interface Own {
  readonly suffix?: string | undefined;
  readonly source?: string;
  readonly caveats?: string;
}

async function defineOne(
  { useCases, analyst, partnershipId, authorityIds }: Given,
  { key, returnedBy, sheet, partKeys }: ReadyMeasure,
  own: Own,
  measures: Measures,
): Promise<DefinedMeasure> {
  const slug = measureSlug(sheet.name);
  const name = [sheet.name, own.suffix].filter(Boolean).join(' ');
  const { measureId: id } = await useCases.get(DefineMeasure).execute(analyst, {
    ...{ partnershipId, slug, catalogueKey: key, authorityId: authorityIds.get(returnedBy)! },
    inForceFrom: FinancialQuarter.of(FIRST_YEAR, 1).firstDay,
    sheet: {
      ...sheet,
      name,
      source: (sheet.kind === 'count' && own.source) || sheet.source,
      caveats: [sheet.caveats, own.caveats].filter(Boolean).join(' ') || null,
      componentIds: partKeys.map((part) => measures.get(part)!.id),
    },
  });
  return { id, slug, name };
}

function readyMeasure(key: string): ReadyMeasure {
  const found = READY_MEASURES.find((one) => one.key === key);
  if (!found) throw new Error(`The catalogue has no ${key}`);
  return found;
}

/** What happened to the way of recording stands on the charts before there are figures on them. */
async function markCharts({ useCases, analyst, partnershipId }: Given, measures: Measures): Promise<void> {
  const { broken, breakWords, eventWords } = CHANGE_OF_SYSTEM;
  const recorded = [...measures.keys()].filter((key) => key.startsWith('P'));
  for (const key of recorded) {
    const isBreak = broken.some((one) => one === key);
    await useCases.get(MarkChartAndJudge).execute(analyst, partnershipId, {
      ...{ measureId: measures.get(key)!.id, approvedBy: null },
      ...(isBreak
        ? { kind: 'series-break', quarter: FinancialQuarter.of(2024, 1), words: breakWords }
        : { kind: 'event', quarter: FinancialQuarter.of(2023, 4), words: eventWords }),
    });
  }
  await useCases.get(BreakMeasureDown).execute(analyst, {
    ...{ partnershipId, measureId: measures.get('P11')!.id, by: 'Offence' },
    categoryIds: readyMeasure('P11').partKeys.map((part) => measures.get(part)!.id),
  });
}

/** The police are asked from the beginning; from the quarter that is owed the council and the others are asked, too. */
async function askForFigures(
  { useCases, analyst, partnershipId, authorityIds }: Given,
  measures: Measures,
): Promise<void> {
  const lineOf = (key: string) => ({
    ...{ measureId: measures.get(key)!.id, authorityId: authorityIds.get(readyMeasure(key).returnedBy)! },
  });
  const police = PUBLISHED_COUNTS.map(({ key }) => lineOf(key));
  const others = ILLUSTRATIVE_COUNTS.filter((key) => readyMeasure(key).sheet.kind === 'count').map(lineOf);
  const set = useCases.get(SetReturnForm);
  const { formId } = await set.execute(analyst, {
    ...{ partnershipId, form: { name: 'Quarterly return' }, from: FinancialQuarter.of(FIRST_YEAR, 1) },
    lines: police,
    reason: 'What the police are asked for, with the two years before the plan',
  });
  await set.execute(analyst, {
    ...{ partnershipId, form: { id: formId, seenVersion: 1 }, from: OWED },
    lines: [...police, ...others],
    reason: 'Illustrative: from January 2026 the other authorities report, too',
  });
  await useCases.get(SetCrossCheck).execute(analyst, {
    partnershipId,
    ...{ partMeasureId: measures.get('P2')!.id, wholeMeasureId: measures.get('P1')!.id },
    ...{ severity: 'hard', whenMissing: 'skip' },
    reason: 'Violence with injury is a part of all offences',
  });
}

/** One measure that is counted another way later on, to see what that looks like. */
export async function changeADefinition(
  { useCases, analyst, partnershipId }: Given,
  measures: Measures,
): Promise<void> {
  const { sheet } = readyMeasure('C1a');
  const { id: measureId, name } = measures.get('C1a')!;
  await useCases.get(ChangeDefinitionAndJudge).execute(analyst, {
    ...{ partnershipId, measureId, seenVersion: 1, from: FinancialQuarter.of(2026, 3) },
    sheet: {
      ...{ ...sheet, name, source: ILLUSTRATIVE, componentIds: [] },
      wording: `${sheet.wording} Reports made on the website are counted too.`,
      inclusions: 'Reports by telephone, by letter, at the counter and on the website',
      exclusions: 'Reports to the police, who count their own',
      publicationLag: 'Known two weeks after the quarter',
      ownerPost: 'Community safety manager',
    },
    comparable: false,
    reason: 'Illustrative: the council’s website takes reports from October 2026',
    approvedBy: 'The board, 24 March 2026 (illustrative)',
  });
}
