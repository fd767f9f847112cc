import { lastDayKept, type StoredBundle } from '@lib/audit-bundle';
import { type CalendarDate, FinancialQuarter, financialYearName, addDays } from '@lib/kernel';
import { formatDate, type PageError } from '@lib/ui';
import { typed } from '../../http/form-days.js';
import type { Paths } from '../../http/paths.js';
import type { AuditBundleForm } from './audit-bundles.form.js';

/** The financial year so far. */
function yearSoFar(today: CalendarDate) {
  const { financialYear } = FinancialQuarter.containing(today);
  return { from: FinancialQuarter.of(financialYear, 1).firstDay, until: today };
}

/** The days that an address fills the boxes in with: the year so far, where it names none. */
export function typedPeriod(query: Readonly<Record<string, unknown>>, today: CalendarDate): AuditBundleForm {
  const { from, until } = query;
  if (typeof from === 'string' && typeof until === 'string') {
    const [first, last] = [from, until].map((day) => day.slice(0, 20)) as [string, string];
    return { from: isoAsTyped(first), until: isoAsTyped(last) };
  }
  const period = yearSoFar(today);
  return { from: typed(period.from), until: typed(period.until) };
}

function isoAsTyped(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? typed(text as CalendarDate) : text;
}

interface Frame {
  readonly typed: AuditBundleForm;
  readonly errors: readonly PageError[];
  readonly today: CalendarDate;
  readonly paths: Paths;
}

/** @param bundles newest first */
export function auditBundlesView(
  bundles: readonly StoredBundle[],
  { errors, today, paths, ...frame }: Frame,
) {
  const quarter = FinancialQuarter.containing(today).previous;
  return {
    pageTitle: 'Audit bundles',
    errors,
    form: frame.typed,
    formAction: paths.auditBundles(),
    choices: [
      {
        text: `${financialYearName(FinancialQuarter.containing(today).financialYear)} so far`,
        href: paths.auditBundles(),
      },
      {
        text: `The last complete quarter, ${quarter.name}`,
        href: paths.auditBundles({ from: quarter.firstDay, until: addDays(quarter.until, -1) }),
      },
    ],
    isBeingMade: bundles.some(({ state }) => state === 'waiting' || state === 'working'),
    refreshHref: paths.auditBundles(),
    bundles: bundles.map((bundle) => bundleRow(bundle, today, paths)),
  };
}

function bundleRow(bundle: StoredBundle, today: CalendarDate, paths: Paths) {
  const { period, requestedAt, requestedBy, made, endedAt } = bundle;
  const lastDay = endedAt && lastDayKept(endedAt);
  const isKept = lastDay !== null && lastDay >= today;
  return {
    period: `${formatDate(period.from)} to ${formatDate(period.until)}`,
    ...{ requestedAt, requestedBy },
    state: stateWords(bundle),
    size: made && sizeWords(made.size),
    sha256: made?.sha256,
    key: made && (made.keyId ?? 'Not signed: no key is set for the service'),
    checkpoint:
      made &&
      (made.checkpointSeq === null
        ? 'None: that the trail’s end was not cut off cannot be shown'
        : `Covers events 1 to ${made.checkpointSeq}`),
    trail: made && `Events 1 to ${made.lastEvent}`,
    kept: made && lastDay && (isKept ? `Until ${formatDate(lastDay)}` : 'Not any more; it can be made again'),
    downloadAction: made && isKept ? paths.auditBundleFile(bundle.id) : null,
  };
}

function stateWords({ state, sectionsDone, sections, failure }: StoredBundle): string {
  switch (state) {
    case 'waiting':
      return 'Waiting to be made';
    case 'working':
      return `Being made: ${sectionsDone} of ${sections} parts are done`;
    case 'ready':
      return 'Ready';
    case 'failed':
      return `Could not be made. ${failure ?? ''}`;
  }
}

function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
