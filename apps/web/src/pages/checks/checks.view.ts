import type { MeasureToCheck, ShownCrossCheck } from '@lib/reporting';
import type { Paths } from '../../http/paths.js';
import type { CrossCheckForm } from './checks.form.js';

const SEVERITY = { hard: 'The return is not sent', soft: 'A reason is asked for' } as const;
const WHEN_MISSING = { skip: 'Not checked', ask: 'A reason is asked for' } as const;

export function checksView(
  checks: readonly ShownCrossCheck[],
  measures: readonly MeasureToCheck[],
  paths: Paths,
  form: CrossCheckForm,
) {
  const choices = (chosen: string) => [
    { value: '', text: 'Select a measure' },
    ...measures.map(({ id, name, authority }) => ({
      value: id,
      text: `${name} (${authority})`,
      selected: id === chosen,
    })),
  ];
  return {
    pageTitle: 'Checks between measures',
    backLink: { href: paths.quarters(), text: 'Back to the quarters' },
    formAction: paths.crossChecks(),
    form,
    parts: choices(form.part),
    wholes: choices(form.whole),
    checks: checks.map((check) => ({
      rule: `${check.part} is never more than ${check.whole}`,
      reason: check.reason,
      severity: SEVERITY[check.severity],
      whenMissing: WHEN_MISSING[check.whenMissing],
      recordedBy: check.recordedBy,
      endHref: paths.crossCheckEnd(check.id),
    })),
  };
}
