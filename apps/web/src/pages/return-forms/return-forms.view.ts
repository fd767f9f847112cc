import type { Id } from '@lib/kernel';
import type { AssignmentMatrix, MeasureToAsk, ShownFormVersion, ShownReturnForm } from '@lib/reporting';
import { formatDate } from '@lib/ui';
import type { Paths } from '../../http/paths.js';

/** Versions whose columns stand side by side: what applies, what comes, and what applied before. */
const SIDE_BY_SIDE = 3;

/** Each form with a table of its measures: of whom each version asks them. */
export function returnFormsView(
  { forms, measures, authorities }: AssignmentMatrix,
  paths: Paths,
  mayEdit: boolean,
) {
  const authority = (id: Id) => authorities.find((one) => one.id === id)!.name;
  return {
    pageTitle: 'Return forms',
    backLink: { href: paths.quarters(), text: 'Back to the quarters' },
    newHref: mayEdit ? paths.newReturnForm() : null,
    forms: forms.map((form) => ({
      name: form.name,
      changeHref: mayEdit ? paths.returnFormChange(form.id) : null,
      ...matrixOf(form, measures, authority),
      versions: form.versions.toReversed().map((version) => ({
        number: version.number,
        from: formatDate(version.appliesFrom),
        replaced: replacedBy(version, form),
        reason: version.reason,
        recorded: [version.recordedBy, formatDate(version.recordedOn)].filter(Boolean).join(', '),
      })),
    })),
    askedOfNobody: measures
      .filter(
        ({ id }) => !forms.some((form) => newestOf(form).lines.some(({ measureId }) => measureId === id)),
      )
      .map(({ name, slug }) => ({ name, href: paths.measure(slug) })),
  };
}

/** The columns of the versions that ask, and a row for each measure that one of them asks. */
function matrixOf(
  form: ShownReturnForm,
  measures: readonly MeasureToAsk[],
  authority: (id: Id) => string,
): { columns: string[]; rows: { measure: string; cells: string[] }[] } {
  const shown = form.versions
    .filter((version) => replacedBy(version, form) === null)
    .toSorted((one, other) => (one.appliesFrom < other.appliesFrom ? -1 : 1))
    .slice(-SIDE_BY_SIDE);
  return {
    columns: shown.map((version) => `Version ${version.number}, from ${formatDate(version.appliesFrom)}`),
    rows: measures
      .map(({ id, name }) => ({
        measure: name,
        cells: shown.map(({ lines }) => {
          const line = lines.find(({ measureId }) => measureId === id);
          return line ? authority(line.authorityId) : 'Not asked';
        }),
      }))
      .filter(({ cells }) => cells.some((cell) => cell !== 'Not asked')),
  };
}

/** The newer version that starts no later, so that this one never asks, or asks no more; null for none. */
function replacedBy({ number, appliesFrom }: ShownFormVersion, { versions }: ShownReturnForm): number | null {
  const newer = versions.find((one) => one.number > number && one.appliesFrom <= appliesFrom);
  return newer?.number ?? null;
}

function newestOf({ versions }: ShownReturnForm): ShownFormVersion {
  return versions.at(-1)!;
}
