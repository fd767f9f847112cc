import { BeginWorkpaper, ConcludeWorkpaper, MoveFinding, RaiseFinding, TestFigure } from '@lib/assurance';
import { type Actor, addDays, Decimal, FinancialQuarter, type Id, londonDateOf } from '@lib/kernel';
import { DutiesQuery, WorkpapersQuery } from '@lib/reporting';
import type { UseCases } from '../../seeds/demo/index.js';

interface Cast {
  readonly analyst: Actor;
  readonly auditor: Actor;
  readonly partnershipId: Id;
  /** The financial year whose figures are drawn from. */
  readonly year: number;
}

/** Two workpapers and one finding, all invented, to see what an auditor's work looks like. */
export async function recordAssurance(useCases: UseCases, cast: Cast): Promise<void> {
  await concludedWorkpaper(useCases, cast);
  await openWorkpaper(useCases, cast);
  await answeredFinding(useCases, cast);
}

async function concludedWorkpaper(useCases: UseCases, cast: Cast): Promise<void> {
  const { auditor, partnershipId } = cast;
  const objective = 'Illustrative: whether the last quarter of the year agrees with its extracts';
  const workpaperId = await begin(useCases, cast, { objective, firstQuarter: 4, sampleSize: 1 });
  await testTheFirst(useCases, cast, workpaperId);
  const words = 'Illustrative: the figure that was drawn agrees with its extract';
  await useCases.get(ConcludeWorkpaper).execute(auditor, { partnershipId, workpaperId, words });
}

async function openWorkpaper(useCases: UseCases, cast: Cast): Promise<void> {
  const objective =
    'Illustrative: whether the figures of the year agree with the files that they were taken from';
  const workpaperId = await begin(useCases, cast, { objective, firstQuarter: 1, sampleSize: 3 });
  await testTheFirst(useCases, cast, workpaperId);
}

function begin(
  useCases: UseCases,
  { auditor, partnershipId, year }: Cast,
  {
    objective,
    firstQuarter,
    sampleSize,
  }: { readonly objective: string; readonly firstQuarter: 1 | 4; readonly sampleSize: number },
): Promise<Id> {
  return useCases.get(BeginWorkpaper).execute(auditor, {
    ...{ partnershipId, objective, sampleSize, seed: '20260401' },
    firstQuarter: FinancialQuarter.of(year, firstQuarter),
    lastQuarter: FinancialQuarter.of(year, 4),
  });
}

async function testTheFirst(
  useCases: UseCases,
  { auditor, partnershipId }: Cast,
  workpaperId: Id,
): Promise<void> {
  const [workpaper] = await useCases.get(WorkpapersQuery).run(auditor, partnershipId, workpaperId);
  const { figure } = workpaper!.figures[0]!;
  await useCases.get(TestFigure).execute(auditor, {
    ...{ partnershipId, workpaperId, figureId: figure.id, obtained: new Decimal(figure.value!) },
    words: `Illustrative: the row “${figure.measure}” of the extract`,
  });
}

async function answeredFinding(useCases: UseCases, { analyst, auditor, partnershipId }: Cast): Promise<void> {
  const today = londonDateOf(new Date());
  const { records } = await useCases.get(DutiesQuery).run(analyst, partnershipId);
  const findingId = await useCases.get(RaiseFinding).execute(auditor, {
    ...{ partnershipId, title: 'Illustrative: the assessment does not say whose views were sought' },
    on: { kind: 'duty', occurrence: `FIS-5/strategy-group/${records.keptSince}` },
    found: 'Illustrative: the chapter on the views of residents names no meeting and no survey.',
    expected: 'Illustrative: a reader can see from the assessment who was asked, and when.',
    recommendation: 'Illustrative: add the dates and the numbers of those who took part.',
    ...{ rating: 'medium', authorityId: null, answerBy: addDays(today, 28) },
  });
  await useCases.get(MoveFinding).execute(analyst, {
    ...{ partnershipId, findingId, seen: 1, action: 'answer', words: 'Illustrative: we agree.' },
    answer: {
      response: 'agreed',
      action: {
        what: 'Illustrative: add a table of those who were asked',
        ...{ owner: 'Partnership analyst', dueOn: addDays(today, 90) },
      },
    },
  });
}
