import { addDays } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { AsAt, dutyRecords } from '@lib/reporting';
import { writeCsv } from '@lib/spreadsheets';
import { DUTIES, linkTo, type Obligation, obligationsOf, occurrences, progressOf } from '@lib/statutory';
import type { BundleScope } from '../domain/audit-bundle.js';
import { csvOfRows, utc } from './csv-of-rows.js';
import type { Section } from './section.js';

/** The statutory duties: which bind the partnership, what fell due, and what is recorded of it. */
export const duties: Section = {
  name: 'Statutory duties',
  folder: 'duties',
  holds: `The law is the service's own catalogue, in its own words; the link leads to the text. What fell due is worked out from it and from what is recorded, for the authorities that were members on the last day of the period.

- \`catalogue.csv\`: what bound somebody of the partnership on a day of the period, a row for each on whom it fell, with how far the row was checked against the law.
- \`occurrences.csv\`: what fell due in the period (what has no last day: what came up in it), whether it was done and when, and what was past its last day at the end of the period. Nothing is said of the time before the duties were followed here: nobody wrote down then what was done.
- \`progress.csv\`, \`happenings.csv\`: what was ever recorded of the work on duties, and of what makes duties fall due, also what was superseded or taken back.

That something was done says nothing of whether the duty was met: see \`evidence/results.csv\`.`,

  async *files(tx, scope) {
    const { partnership, period } = scope;
    const { profile, records, progress } = await dutyRecords(tx, partnership.id, period.until, AsAt.now);
    const until = addDays(period.until, 1);
    const obligations = DUTIES.flatMap((duty) => obligationsOf(duty, profile));
    const binding = obligations.filter(
      ({ window }) => window.from < until && (window.until === null || window.until > period.from),
    );
    yield { path: 'catalogue.csv', content: writeCsv([CATALOGUE_HEADINGS, ...binding.map(catalogueRow)]) };

    const recorded = new Map(progress.map((one) => [one.occurrence, one]));
    const from = period.from > records.keptSince ? period.from : records.keptSince;
    // What happened while a duty was law is owed after its end too, so every duty is asked.
    const falling =
      from < until ? obligations.flatMap((one) => occurrences(one, records, { from, until })) : [];
    const rows = falling.map((one) => [
      ...[one.key, one.obligation.duty.reference, one.obligation.bearer, one.owedBy.join('; ')],
      ...[one.about.from, one.dueOn, one.doneOn, recorded.get(one.key)?.progress ?? 'to-do'],
      ...[progressOf(one, period.until), recorded.get(one.key)?.words ?? null],
    ]);
    yield { path: 'occurrences.csv', content: writeCsv([OCCURRENCE_HEADINGS, ...rows]) };
    yield { path: 'progress.csv', content: progressRows(tx, scope) };
    yield { path: 'happenings.csv', content: happeningRows(tx, scope) };
  },
};

const CATALOGUE_HEADINGS = [
  ...['reference', 'Act', 'provision', 'nature', 'wording', 'on whom', 'who', 'law from', 'law until'],
  ...['checked against the law', 'to check', 'link'],
];

function catalogueRow({ duty, bearer, holders, window }: Obligation) {
  const { verification } = duty;
  return [
    ...[duty.reference, duty.act.title, duty.provision, duty.nature ?? 'duty', duty.wording, bearer],
    ...[[...new Set(holders.map(({ name }) => name))].join('; '), window.from, window.until],
    ...[verification.mark, 'toCheck' in verification ? verification.toCheck : null, linkTo(duty)],
  ];
}

const OCCURRENCE_HEADINGS = [
  ...['occurrence', 'reference', 'on whom', 'who', 'about the time from', 'last day', 'done on'],
  ...['progress', 'standing', 'what was recorded'],
];

function progressRows(tx: Tx, { partnership }: BundleScope) {
  return csvOfRows(
    tx,
    {
      occurrence: 'x.occurrence',
      progress: 'x.progress',
      'done on': 'x.done_on',
      'what was recorded': 'x.words',
      by: 'p.name',
      'recorded at': utc('x.recorded_at'),
      'superseded at': utc('x.superseded_at'),
    },
    `from duty_progress x
       join person p on p.id = x.recorded_by
      where x.partnership_id = $1 order by x.occurrence, x.recorded_at, x.id`,
    [partnership.id],
  );
}

function happeningRows(tx: Tx, { partnership }: BundleScope) {
  return csvOfRows(
    tx,
    {
      'what happened': 'x.trigger',
      on: 'x.happened_on',
      'whom it concerns': "coalesce(x.bearer, 'everybody')",
      'day that was set': 'x.due_on',
      words: 'x.words',
      by: 'p.name',
      'recorded at': utc('x.recorded_at'),
      'taken back at': utc('x.superseded_at'),
    },
    `from duty_happening x
       join person p on p.id = x.recorded_by
      where x.partnership_id = $1 order by x.happened_on, x.recorded_at, x.id`,
    [partnership.id],
  );
}
