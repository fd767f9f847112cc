import type { CalendarDate } from '@lib/kernel';
import type { ReturnSheet, SheetLine } from '@lib/reporting';
import { isNilReturn } from '@lib/returns';
import { formatDate } from '@lib/ui';
import type { Paths } from '../../http/paths.js';
import { metByWords } from '../../performance/fact-words.js';
import { dueInWords, figureText, saidText, sourceText, STATE_WORDS } from './return-words.js';
import { lockOfSheet } from './sheet-lock.js';

const DECISION_WORDS = {
  draft: 'Started',
  submitted: 'Sent for approval',
  returned: 'Sent back',
  approved: 'Approved',
  accepted: 'Accepted',
} as const;

/**
 * A return to read: what it says beside what was said before, and what became of it.
 *
 * @param blank what a line says on which nothing was said
 */
export function returnView(sheet: ReturnSheet, today: CalendarDate, paths: Paths, blank?: string) {
  return {
    pageTitle: `Return for ${sheet.quarter.name}`,
    authority: sheet.authority,
    quarter: sheet.quarter.name,
    form: { words: `${sheet.form.name}, version ${sheet.form.version}`, href: paths.returnForms() },
    headings: {
      sameQuarterLastYear: sheet.quarter.sameQuarterLastYear.name,
      lastQuarter: sheet.quarter.previous.name,
    },
    state: STATE_WORDS[sheet.state],
    lock: lockOfSheet(sheet, today)?.words ?? null,
    reopened:
      sheet.reopening && today <= sheet.reopening.expiresOn
        ? `Reopened for this authority until ${formatDate(sheet.reopening.expiresOn)}: ${sheet.reopening.reason}`
        : null,
    restates: sheet.restates && {
      words: `${RESTATEMENT_WORDS[sheet.restates.kind]}: ${sheet.restates.reason}`,
      href: paths.return(sheet.restates.returnId),
    },
    restatedByHref: sheet.restatedById && paths.return(sheet.restatedById),
    due: { on: sheet.dueOn, words: dueInWords(sheet.dueOn, today), statutoryOn: sheet.statutoryDueOn },
    isNil: isNilReturn(sheet.lines.map(({ figure }) => figure)),
    commentary: sheet.commentary,
    isSettled: sheet.state === 'approved' || sheet.state === 'accepted',
    sources: sourcesOf(sheet.lines, paths),
    lines: sheet.lines.map((line) => ({
      label: line.label,
      unit: line.unit,
      said: line.figure === null && blank ? blank : saidText(line.figure) + correctionOf(line),
      isNumber: line.figure?.kind === 'value',
      isBlank: line.figure === null,
      enteredBy: line.enteredBy,
      lastQuarter: figureText(line.lastQuarter),
      sameQuarterLastYear: figureText(line.sameQuarterLastYear),
      target: targetOf(line),
      source: sourceText(line.figure),
      found: line.found?.join('. ') ?? null,
      rightBecause: line.rightBecause,
      commentary: line.commentary,
      isTold: line.commentary !== null || line.rightBecause !== null,
      changeHref: `${paths.figures(sheet.id)}#figure-${line.id}`,
    })),
    timeline: [...sheet.decisions].reverse().map(({ leadsTo, by, at, comment }) => ({
      title: DECISION_WORDS[leadsTo],
      by,
      at: at.toISOString(),
      text: comment ?? undefined,
    })),
  };
}

const RESTATEMENT_WORDS = {
  error: 'Corrects an error',
  'late-data': 'Brings in late data',
  'method-change': 'Follows a change of method',
} as const;

/** What a corrected line said before; nothing where it says the same. */
function correctionOf({ figure, restated }: SheetLine): string {
  if (restated === null || figure === null || saidText(restated) === saidText(figure)) return '';
  return ` [r], was ${saidText(restated)}`;
}

/** Where the figures come from, each place once, with the measures that were taken from it. */
function sourcesOf(lines: readonly SheetLine[], paths: Paths) {
  const places = new Map<
    string,
    { text: string; extract: ReturnType<typeof extractOf>; measures: string[] }
  >();
  for (const line of lines) {
    const text = sourceText(line.figure);
    if (text === null) continue;
    const extract = extractOf(line, paths);
    const place = `${text} ${extract?.href}`;
    if (!places.has(place)) places.set(place, { text, extract, measures: [] });
    places.get(place)!.measures.push(line.label);
  }
  return [...places.values()].map(({ measures, ...place }) => ({ ...place, measures: measures.join(', ') }));
}

/** The extract that a figure was taken from; null for none. */
export function extractOf({ figure }: SheetLine, paths: Paths) {
  const extract = figure?.kind === 'value' ? figure.provenance?.extract : null;
  return extract ? { name: extract.name, sha256: extract.sha256, href: paths.extract(extract.id) } : null;
}

function targetOf({ target, unit }: SheetLine): string {
  if (!target) return 'No target';
  const metBy = metByWords(target, 'count', unit);
  return metBy ? `${metBy} in the year` : target.wording;
}
