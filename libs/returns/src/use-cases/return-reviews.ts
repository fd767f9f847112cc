import { Clock, type FinancialQuarter, type Id } from '@lib/kernel';
import { type QuarterLevel, valueOf } from '@lib/performance';
import type { Tx } from '@lib/persistence';
import { type JudgedMeasure, MeasuresInForce } from '@lib/plans';
import {
  type MeasureQuarter,
  measureQuarters,
  processOverTime,
  publishedForQuarter,
  type PublishedForQuarter,
} from '@lib/reporting';
import { QuarterlyTargets } from '@lib/results';
import { Injectable } from '@nestjs/common';
import { type CheckedMeasure, crossCheck, type CrossCheckFinding } from '../domain/cross-check.js';
import { saysTheSame } from '../domain/figure-entry.js';
import { commentaryReasons, type LineReview, unusualInWords } from '../domain/line-review.js';
import { gapInWords } from '../domain/published-figure.js';
import type { EnteredFigure, QuarterlyReturn, ReturnLine } from '../domain/quarterly-return.js';
import type { ReturnReview } from '../domain/return-review.js';
import { CrossCheckRepository } from '../persistence/cross-check.repository.js';
import { FigureRepository } from '../persistence/figure.repository.js';
import { PeriodRepository } from '../persistence/period.repository.js';

/** What has to be looked at in the draft of a return, from everything that is approved. */
@Injectable()
export class ReturnReviews {
  constructor(
    private readonly measures: MeasuresInForce,
    private readonly targets: QuarterlyTargets,
    private readonly crossChecks: CrossCheckRepository,
    private readonly figures: FigureRepository,
    private readonly periods: PeriodRepository,
    private readonly clock: Clock,
  ) {}

  async of(
    tx: Tx,
    quarterlyReturn: QuarterlyReturn,
    lines: readonly ReturnLine[],
    draft: readonly EnteredFigure[],
  ): Promise<ReturnReview> {
    const { partnershipId, quarter } = quarterlyReturn;
    const looked = new Set(await this.changedLines(tx, quarterlyReturn, lines, draft));
    const known = await this.known(tx, partnershipId, quarter, lines);
    const checked = checkedOf(lines, draft, known);
    return {
      lines: lines
        .filter(({ id }) => looked.has(id))
        .map((line) => reviewOf(line, saidOn(line, draft), known, checked)),
      commentaryBecause: await this.lateness(tx, quarterlyReturn),
    };
  }

  /** Of a correction, the lines that say something else: what was accepted was looked at then. */
  private async changedLines(
    tx: Tx,
    { partnershipId, restates }: QuarterlyReturn,
    lines: readonly ReturnLine[],
    draft: readonly EnteredFigure[],
  ): Promise<Id[]> {
    if (!restates) return lines.map(({ id }) => id);
    const accepted = await this.figures.submittedByMeasure(tx, partnershipId, restates.returnId);
    return lines
      .filter(
        ({ id, measureId }) =>
          !saysTheSame(
            draft.find(({ lineId }) => lineId === id)?.entry ?? null,
            accepted.get(measureId) ?? null,
          ),
      )
      .map(({ id }) => id);
  }

  private async known(
    tx: Tx,
    partnershipId: Id,
    quarter: FinancialQuarter,
    lines: readonly ReturnLine[],
  ): Promise<Known> {
    const crossChecks = await this.crossChecks.standing(tx, partnershipId);
    const asked = new Set([
      ...lines.map(({ measureId }) => measureId),
      ...crossChecks.flatMap(({ partMeasureId, wholeMeasureId }) => [partMeasureId, wholeMeasureId]),
    ]);
    const measures = await this.measures.on(tx, partnershipId, quarter.firstDay);
    return {
      quarter,
      crossChecks,
      measures: new Map(measures.map((measure) => [measure.id, measure])),
      quarters: await measureQuarters(tx, partnershipId, [...asked]),
      levels: await this.targets.of(tx, partnershipId, quarter),
      published: await publishedForQuarter(
        tx,
        partnershipId,
        lines.map(({ measureId }) => measureId),
        quarter,
      ),
    };
  }

  /** A first return that is sent after its day says why; a correction has said why when it was begun. */
  private async lateness(tx: Tx, { partnershipId, quarter, revision }: QuarterlyReturn): Promise<string[]> {
    const period = await this.periods.find(tx, partnershipId, quarter, 'to-read');
    return revision === 1 && period && this.clock.today() > period.dueOn ? ['the return is late'] : [];
  }
}

interface Known {
  readonly quarter: FinancialQuarter;
  readonly crossChecks: Awaited<ReturnType<CrossCheckRepository['standing']>>;
  readonly measures: ReadonlyMap<Id, JudgedMeasure>;
  readonly quarters: ReadonlyMap<Id, readonly MeasureQuarter[]>;
  readonly levels: ReadonlyMap<Id, QuarterLevel>;
  readonly published: ReadonlyMap<Id, PublishedForQuarter>;
}

/** What a line says as a number, nil as none and by its word; null for a line without one. */
interface Said {
  readonly count: number;
  readonly word?: string;
}

function saidOn({ id }: ReturnLine, draft: readonly EnteredFigure[]): Said | null {
  const entry = draft.find(({ lineId }) => lineId === id)?.entry;
  if (entry?.kind === 'nil') return { count: 0, word: 'Nil' };
  return entry?.kind === 'value' ? { count: entry.value.toNumber() } : null;
}

/** Every measure that a rule may be about: those of the return, and of others what is approved for the quarter. */
function checkedOf(
  lines: readonly ReturnLine[],
  draft: readonly EnteredFigure[],
  { measures, quarters, quarter }: Known,
): CheckedMeasure[] {
  const own = lines.map((line) => ({
    measureId: line.measureId,
    label: line.label,
    count: saidOn(line, draft)?.count ?? null,
  }));
  const others = [...quarters]
    .filter(([id]) => own.every(({ measureId }) => measureId !== id))
    .map(([measureId, approved]) => {
      const one = approved.find((each) => each.quarter.equals(quarter));
      return {
        measureId,
        label: measures.get(measureId)?.definition.name ?? 'Another measure',
        count: one ? countOf(one) : null,
      };
    });
  return [...own, ...others];
}

function reviewOf(
  { id: lineId, measureId }: ReturnLine,
  said: Said | null,
  known: Known,
  checked: readonly CheckedMeasure[],
): LineReview {
  const findings = known.crossChecks
    .filter(({ partMeasureId, wholeMeasureId }) => [partMeasureId, wholeMeasureId].includes(measureId))
    .map((rule) => crossCheck(rule, checked))
    .filter((finding): finding is CrossCheckFinding => finding !== null);
  const wordsOf = (severity: 'hard' | 'soft') =>
    findings.filter((one) => one.severity === severity).map(({ words }) => words);
  if (said === null)
    return { lineId, wrong: wordsOf('hard'), unusual: wordsOf('soft'), commentaryBecause: [] };

  const before = (known.quarters.get(measureId) ?? []).filter(
    ({ quarter }) => quarter.firstDay < known.quarter.firstDay,
  );
  const history = before.map(countOf).filter((one) => one !== null);
  const { count } = said;
  const unusual = unusualInWords(count, history, said.word);
  const published = known.published.get(measureId);
  const gap = published ? gapInWords(count, published, said.word) : null;
  return {
    lineId,
    wrong: wordsOf('hard'),
    unusual: [unusual, gap, ...wordsOf('soft')].filter((words) => words !== null),
    commentaryBecause: commentaryReasons(count, {
      level: known.levels.get(measureId) ?? null,
      signal: signalWith(count, before, known.measures.get(measureId), known.quarter),
    }),
  };
}

/** What is returned is counted. */
function countOf({ observation }: MeasureQuarter): number | null {
  return observation && valueOf(observation);
}

/** Which way a special cause points on the chart of the quarters before, with this count at its end. */
function signalWith(
  count: number,
  before: readonly MeasureQuarter[],
  measure: JudgedMeasure | undefined,
  quarter: FinancialQuarter,
): 'higher' | 'lower' | null {
  if (!measure) return null;
  const { direction, rollingTwelveMonths } = measure.definition;
  const now: MeasureQuarter = {
    ...{ quarter, observation: { type: 'count', count }, said: null, reason: null, months: null },
    ...{ revisedFrom: null, source: null, release: null },
  };
  const { chart } = processOverTime(
    { direction, rollingTwelveMonths, quarters: [...before, now], marks: measure.marks },
    null,
  );
  return chart.signals.at(-1)?.towards ?? null;
}
