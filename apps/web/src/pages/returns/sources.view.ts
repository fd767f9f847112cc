import type { ReturnSheet } from '@lib/reporting';
import type { Paths } from '../../http/paths.js';
import { extractOf } from './return.view.js';
import { saidText, sourceText } from './return-words.js';
import type { SourcesForm } from './sources.form.js';

/** The figures with their sources, and the form that says where some of them come from. */
export function sourcesView(sheet: ReturnSheet, paths: Paths, form: SourcesForm | null) {
  const counted = sheet.lines.filter(({ figure }) => figure?.kind === 'value');
  const without = counted.filter(({ figure }) => sourceText(figure) === null);
  // Unless somebody chose otherwise: what has no source yet.
  const chosen = form?.lines ?? without.map(({ id }) => id);
  return {
    pageTitle: 'Where the figures come from',
    backLink: { href: paths.check(sheet.id), text: 'Back to your return' },
    formAction: paths.sources(sheet.id),
    authority: sheet.authority,
    quarter: sheet.quarter.name,
    version: sheet.version,
    form: form ?? {},
    lines: counted.map((line) => ({
      id: line.id,
      label: line.label,
      said: saidText(line.figure),
      source: sourceText(line.figure),
      extract: extractOf(line, paths),
      isChosen: chosen.includes(line.id),
    })),
  };
}
