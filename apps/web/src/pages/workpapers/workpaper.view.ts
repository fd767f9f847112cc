import { drawSample } from '@lib/assurance';
import { FinancialQuarter, londonDateOf } from '@lib/kernel';
import type { ShownSampledFigure, ShownWorkpaper } from '@lib/reporting';
import { formatCount, formatDate } from '@lib/ui';
import type { PageDay } from '../../http/page-day.js';
import type { Paths } from '../../http/paths.js';
import { progressWords, quartersWords, testWords } from './workpaper-words.js';

/** A workpaper: what it is to show, what was drawn and how, and what came of each figure. */
export function workpaperView(workpaper: ShownWorkpaper, { asAt }: PageDay, paths: Paths) {
  const { id, figures, conclusion, population, populationSize, populationSha256, seed } = workpaper;
  const isWritten = asAt === null && conclusion === null;
  const isTested = figures.every(({ tests }) => tests.length > 0);
  return {
    pageTitle: 'Workpaper',
    backLink: { href: paths.workpapers(), text: 'Back to the workpapers' },
    objective: workpaper.objective,
    facts: [
      { key: 'Quarters', value: quartersWords(workpaper) },
      {
        key: 'Sample',
        value: `${figures.length} of ${formatCount(populationSize)} figures, drawn on ${formatDate(londonDateOf(workpaper.at))} by ${workpaper.by}`,
      },
      { key: 'Seed', value: seed },
      { key: 'So far', value: progressWords(workpaper) },
      {
        key: 'Conclusion',
        value: conclusion
          ? `${conclusion.words} (${conclusion.by}, ${formatDate(londonDateOf(conclusion.at))})`
          : 'Not concluded yet',
      },
    ],
    figures: figures.map((one) => figureRow(one, id, isWritten, paths)),
    conclusionHref: isWritten && isTested ? paths.workpaperConclusion(id) : null,
    waitsForTests: isWritten && !isTested,
    ...{ seed, population, populationSha256 },
    isDrawnAgain: isDrawnAgain(workpaper),
  };
}

/** Whether the same sample comes out of what was on record when it was drawn. */
function isDrawnAgain({ population, seed, sampleSize, populationSha256, figures }: ShownWorkpaper): boolean {
  if (population.length === 0) return false;
  const again = drawSample(population, seed, sampleSize);
  return (
    again.populationSha256 === populationSha256 &&
    again.drawn.every((id, index) => id === figures[index]?.figure.id)
  );
}

function figureRow(
  { position, figure, tests: [test] }: ShownSampledFigure,
  workpaperId: string,
  isWritten: boolean,
  paths: Paths,
) {
  return {
    position,
    measure: figure.measure,
    href: paths.sampledFigure(workpaperId, figure.id),
    about: `${FinancialQuarter.containing(figure.firstDay).name}, ${figure.authority}`,
    reported: `${formatCount(Number(figure.value))} ${figure.unit}`,
    isCorrected: figure.isCorrected,
    extract: figure.extract && { href: paths.extract(figure.extract.id), name: figure.extract.name },
    source: [figure.source, figure.release].filter(Boolean).join(', ') || 'No source was stated',
    result: test ? testWords(test) : isWritten ? 'To do' : 'Nothing was recorded',
  };
}
