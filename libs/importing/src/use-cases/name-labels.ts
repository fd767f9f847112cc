import type { CalendarDate, Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { labelKey, type AnySource } from '@lib/published-data';
import { Injectable } from '@nestjs/common';
import { seriesMeaning } from '../domain/meanings.js';
import type { Question } from '../domain/published-file.js';
import { AppliedLabels } from '../persistence/applied-labels.js';
import { MeaningRepository } from '../persistence/meaning.repository.js';

/** Says what the labels of a file mean: what was answered of it, else what was answered before, else the code list. */
@Injectable()
export class NameLabels {
  constructor(
    private readonly labels: AppliedLabels,
    private readonly meanings: MeaningRepository,
  ) {}

  /** @returns labels of series that mean nothing in this release */
  async execute(
    tx: Tx,
    fileId: Id,
    given: { source: AnySource; releasedOn: CalendarDate; questions: readonly Question[] },
  ): Promise<readonly string[]> {
    const { source, releasedOn, questions } = given;
    const remembered = await this.meanings.remembered(tx, source);
    const series = answersOf(remembered.series, questions, 'series');
    const means = new Map<number, string>();
    const unknown: string[] = [];
    for (const { number, label } of await this.labels.series(tx, fileId)) {
      const meaning = seriesMeaning(source, label, releasedOn, series);
      if (meaning) means.set(number, meaning);
      else unknown.push(label);
    }
    await this.labels.nameSeries(tx, fileId, means);
    const areas = answersOf(remembered.areas, questions, 'area');
    const codes = new Map<number, string>();
    for (const { number, label, code } of await this.labels.areas(tx, fileId)) {
      const answer = areas.get(labelKey(label));
      if (!code && answer) codes.set(number, answer);
    }
    await this.labels.nameAreas(tx, fileId, codes);
    return unknown;
  }
}

function answersOf(
  remembered: ReadonlyMap<string, string>,
  questions: readonly Question[],
  wanted: Question['kind'],
): ReadonlyMap<string, string> {
  const answered = questions.flatMap(({ kind, subject, answer }) =>
    kind === wanted && answer ? [[labelKey(subject), answer] as const] : [],
  );
  return new Map([...remembered, ...answered]);
}
