import { type CalendarDate, type Id, readCalendarDate } from '@lib/kernel';
import type { PublishedForQuarter, ReturnSheet, SheetLine } from '@lib/reporting';
import { releaseOf } from '@lib/returns';
import { type FigureGridRow, formatCount, type PageError } from '@lib/ui';
import type { Paths } from '../../http/paths.js';
import { metByWords } from '../../performance/fact-words.js';
import type { LineErrors, TypedLine } from './figure-line.form.js';
import { dueInWords, figureText, saidText } from './return-words.js';

export interface FiguresPageState {
  /** What was typed; left out, the boxes hold what is saved. */
  readonly typed?: ReadonlyMap<Id, TypedLine>;
  readonly lineErrors?: ReadonlyMap<Id, LineErrors>;
  readonly errors?: readonly PageError[];
  /** Somebody else saved meanwhile: their figures are shown beside what was typed. */
  readonly savedMeanwhile?: boolean;
  /** Whether what the boxes hold is saved, and is asked about. */
  readonly isSaved?: boolean;
  /** What is unusual on each line, from the checks of what is saved. */
  readonly unusual?: ReadonlyMap<Id, readonly string[]>;
  /** What is published for each line. */
  readonly published?: ReadonlyMap<Id, PublishedForQuarter>;
}

/** The page on which the figures of a return are entered. */
export function figuresView(
  sheet: ReturnSheet,
  today: CalendarDate,
  paths: Paths,
  state: FiguresPageState = {},
) {
  const { quarter } = sheet;
  return {
    pageTitle: `Figures for ${quarter.name}`,
    backLink: { href: paths.returnsOwed(), text: 'Back to your returns' },
    authority: sheet.authority,
    quarter: quarter.name,
    due: { on: sheet.dueOn, words: dueInWords(sheet.dueOn, today), statutoryOn: sheet.statutoryDueOn },
    sentBack: sheet.state === 'returned' ? sheet.decisions.at(-1) : undefined,
    formAction: paths.figures(sheet.id),
    pasteHref: paths.paste(sheet.id),
    nilHref: paths.nilReturn(sheet.id),
    uploadHref: paths.upload(sheet.id),
    version: sheet.version,
    isSaved: state.isSaved,
    // Boxes that one click can fill.
    fillable: sheet.lines.filter(({ id, figure }) => figure === null && state.published?.has(id)).length,
    headings: {
      sameQuarterLastYear: quarter.sameQuarterLastYear.name,
      lastQuarter: quarter.previous.name,
      target: 'Target for the year',
      value: quarter.name,
    },
    rows: sheet.lines.map((line): FigureGridRow => {
      const saved = typedFrom(line);
      const typed = state.typed?.get(line.id) ?? saved;
      const differs = state.savedMeanwhile && !sameTyped(saved, typed);
      return {
        lineId: line.id,
        label: line.label,
        unit: line.unit,
        definition: line.wording,
        sameQuarterLastYear: { text: figureText(line.sameQuarterLastYear) },
        lastQuarter: { text: figureText(line.lastQuarter) },
        target: line.target && {
          text: metByWords(line.target, 'count', null) ?? line.target.wording,
        },
        published: publishedText(state.published?.get(line.id)),
        ...typed,
        months:
          line.countedBy === 'month'
            ? quarter.monthNames.map((label, index) => ({ label, value: typed.months[index]! }))
            : null,
        unusual: state.unusual?.get(line.id) ?? [],
        errors: state.lineErrors?.get(line.id) ?? {},
        theirs: differs
          ? { text: `Saved meanwhile by ${line.enteredBy ?? 'somebody else'}: ${saidText(line.figure)}` }
          : undefined,
      };
    }),
    errors: state.errors,
  };
}

function publishedText(published: PublishedForQuarter | undefined): { text: string } | null {
  return published
    ? { text: `Published: ${formatCount(published.value.toFixed())} (${releaseOf(published)})` }
    : null;
}

function typedFrom({ figure, rightBecause }: SheetLine): TypedLine {
  const nothing: TypedLine = {
    ...{ value: '', months: ['', '', ''], kind: '', reason: '', expectedOn: '' },
    rightBecause: rightBecause ?? '',
  };
  if (figure === null) return nothing;
  switch (figure.kind) {
    case 'value':
      return figure.months
        ? { ...nothing, months: figure.months as unknown as TypedLine['months'] }
        : { ...nothing, value: figure.value };
    case 'nil':
      return { ...nothing, value: 'nil', months: ['nil', 'nil', 'nil'] };
    case 'not-available':
      return {
        ...nothing,
        ...{ kind: figure.kind, reason: figure.reason, expectedOn: figure.expectedOn ?? '' },
      };
    default:
      return { ...nothing, kind: figure.kind, reason: figure.reason };
  }
}

function sameTyped(saved: TypedLine, typed: TypedLine): boolean {
  const day = (text: string) => (text.trim() === '' ? '' : readCalendarDate(text));
  return (
    saved.value === typed.value.trim() &&
    saved.months.every((month, index) => month === typed.months[index]!.trim()) &&
    saved.reason === typed.reason.trim() &&
    saved.expectedOn === day(typed.expectedOn)
  );
}
