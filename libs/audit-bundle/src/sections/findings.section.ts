import type { Tx } from '@lib/persistence';
import type { BundleScope } from '../domain/audit-bundle.js';
import { csvOfRows, utc } from './csv-of-rows.js';
import type { Section } from './section.js';

/** What auditors did: samples, figures worked out again, findings and what came of them. */
export const findings: Section = {
  name: 'Workpapers and findings',
  folder: 'findings',
  holds: `All of them, whenever they were made: a finding of an earlier year may still be open.

- \`workpapers.csv\`: what each was to show, the seed of its sample, and how many figures it was drawn from with the SHA-256 of their ids.
- \`sample.csv\`: the figures that were drawn, in their order. Anybody can draw them again: sort the ids of the population by the SHA-256 of \`seed/id\` and take the first.
- \`tests.csv\`: what was reported, what was got from the extract (its SHA-256 is there), and the difference; also what was superseded.
- \`findings.csv\`, \`entries.csv\`: what was found and recommended; answered, done, closed: by whom, when and why.`,

  async *files(tx, scope) {
    yield { path: 'workpapers.csv', content: workpaperRows(tx, scope) };
    yield { path: 'sample.csv', content: sampleRows(tx, scope) };
    yield { path: 'tests.csv', content: testRows(tx, scope) };
    yield { path: 'findings.csv', content: findingRows(tx, scope) };
    yield { path: 'entries.csv', content: entryRows(tx, scope) };
  },
};

function workpaperRows(tx: Tx, { partnership }: BundleScope) {
  return csvOfRows(
    tx,
    {
      workpaper: 'w.id',
      objective: 'w.objective',
      'quarters from': 'w.first_quarter',
      'last quarter from': 'w.last_quarter',
      seed: 'w.seed',
      'sample size': 'w.sample_size',
      population: 'w.population_size',
      'sha256 of the ids': 'w.population_sha256',
      conclusion: 'c.words',
      by: 'p.name',
      'drawn at': utc('w.recorded_at'),
      'concluded at': utc('c.recorded_at'),
    },
    `from workpaper w
       join person p on p.id = w.recorded_by
       left join workpaper_conclusion c on c.partnership_id = w.partnership_id and c.workpaper_id = w.id
      where w.partnership_id = $1 order by w.recorded_at, w.id`,
    [partnership.id],
  );
}

function sampleRows(tx: Tx, { partnership }: BundleScope) {
  return csvOfRows(
    tx,
    { workpaper: 'x.workpaper_id', position: 'x.position', figure: 'x.figure_id' },
    'from workpaper_figure x where x.partnership_id = $1 order by x.workpaper_id, x.position',
    [partnership.id],
  );
}

function testRows(tx: Tx, { partnership }: BundleScope) {
  return csvOfRows(
    tx,
    {
      workpaper: 't.workpaper_id',
      figure: 't.figure_id',
      reported: 't.reported',
      're-performed': 't.obtained',
      difference: 't.difference',
      'sha256 of the extract': 't.extract_sha256',
      words: 't.words',
      by: 'p.name',
      'recorded at': utc('t.recorded_at'),
      'superseded at': utc('t.superseded_at'),
    },
    `from workpaper_test t
       join person p on p.id = t.recorded_by
      where t.partnership_id = $1 order by t.workpaper_id, t.recorded_at, t.id`,
    [partnership.id],
  );
}

function findingRows(tx: Tx, { partnership }: BundleScope) {
  return csvOfRows(
    tx,
    {
      finding: 'f.number',
      title: 'f.title',
      'on evidence version': 'f.evidence_version_id',
      'on figure': 'f.figure_id',
      'on occurrence': 'f.occurrence',
      workpaper: 'f.workpaper_id',
      found: 'f.found',
      expected: 'f.expected',
      recommendation: 'f.recommendation',
      rating: 'f.rating',
      'who answers': "coalesce(a.name, 'the partnership')",
      by: 'p.name',
      'raised at': utc('f.recorded_at'),
    },
    `from assurance_finding f
       join person p on p.id = f.recorded_by
       left join authority a on a.partnership_id = f.partnership_id and a.id = f.authority_id
      where f.partnership_id = $1 order by f.number`,
    [partnership.id],
  );
}

function entryRows(tx: Tx, { partnership }: BundleScope) {
  return csvOfRows(
    tx,
    {
      finding: 'f.number',
      entry: 'e.number',
      'what was done': 'e.move',
      state: 'e.state',
      words: 'e.words',
      answer: 'e.response',
      action: 'e.action',
      'who does it': 'e.action_owner',
      'by which day': 'e.due_on',
      by: 'p.name',
      'recorded at': utc('e.recorded_at'),
    },
    `from assurance_finding_entry e
       join assurance_finding f on f.partnership_id = e.partnership_id and f.id = e.finding_id
       join person p on p.id = e.recorded_by
      where e.partnership_id = $1 order by f.number, e.number`,
    [partnership.id],
  );
}
