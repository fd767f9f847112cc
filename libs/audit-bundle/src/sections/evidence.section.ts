import type { Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { BundleFile } from '../domain/bundle-file.js';
import type { BundleScope } from '../domain/audit-bundle.js';
import { csvOfRows, parametersOf, utc, WITHIN } from './csv-of-rows.js';
import type { Section } from './section.js';

/** With one version come all: what it took the place of, and what took its place. */
const BELONGS = `
  exists (
    select from evidence_version same
     where same.partnership_id = v.partnership_id and same.evidence_id = v.evidence_id
       and (${WITHIN.overlaps('same.covers_from', 'same.covers_until')} or ${WITHIN.happened('same.recorded_at')}))`;

const LAST_SCAN = `
  (select c.verdict from evidence_scan c where c.partnership_id = v.partnership_id and c.version_id = v.id
    order by c.recorded_at desc, c.id desc limit 1)`;

/** Evidence with its files, how each version was reviewed, and what was found of duties. */
export const evidence: Section = {
  name: 'Evidence and results',
  folder: 'evidence',
  holds: `Evidence that is about a day of the period, or was supplied in it, and what was found of the duties on it.

- \`requests.csv\`: what was ever asked for, of whom, by when.
- \`versions.csv\`: a row for each version, with the days it is about, its SHA-256 and the name its file had.
- \`reviews.csv\`: received, taken up, accepted, rejected, withdrawn: by whom, when and why.
- \`duties.csv\`: which duties a piece of evidence is said to be about, also what was taken back.
- \`results.csv\`, \`results-rest-on.csv\`: every result that was ever recorded of an occurrence, with the law as its words were then, and the versions that it rested on.
- \`files\`: the files themselves, named after the id of their version. A file that was not known to be free of viruses is not in it; its SHA-256 is. **Files and titles may be OFFICIAL-SENSITIVE: \`versions.csv\` says which.** Keep the bundle as you would keep them.`,

  async *files(tx, scope) {
    yield { path: 'requests.csv', content: requestRows(tx, scope) };
    yield { path: 'versions.csv', content: versionRows(tx, scope) };
    yield { path: 'reviews.csv', content: reviewRows(tx, scope) };
    yield { path: 'duties.csv', content: dutyRows(tx, scope) };
    yield { path: 'results.csv', content: resultRows(tx, scope) };
    yield { path: 'results-rest-on.csv', content: restsOnRows(tx, scope) };
    yield* evidenceFiles(tx, scope);
  },
};

function requestRows(tx: Tx, { partnership }: BundleScope) {
  return csvOfRows(
    tx,
    {
      evidence: 'e.id',
      title: 'e.title',
      'whose it is': "coalesce(a.name, 'the partnership')",
      marking: 'e.marking',
      'asked for': 'e.asked_for',
      'wanted by': 'e.due_on',
      by: 'p.name',
      'asked at': utc('e.recorded_at'),
    },
    `from evidence e
       join person p on p.id = e.recorded_by
       left join authority a on a.partnership_id = e.partnership_id and a.id = e.authority_id
      where e.partnership_id = $1 and e.asked_for is not null order by e.recorded_at, e.id`,
    [partnership.id],
  );
}

function versionRows(tx: Tx, scope: BundleScope) {
  return csvOfRows(
    tx,
    {
      evidence: 'e.id',
      version: 'v.id',
      number: 'v.number',
      title: 'e.title',
      'whose it is': "coalesce(a.name, 'the partnership')",
      marking: 'e.marking',
      kind: 'v.kind',
      name: 'v.name',
      link: 'v.link',
      record: 'v.record_id',
      sha256: 'v.sha256',
      'about days from': 'v.covers_from',
      'about days until': 'v.covers_until - 1',
      'can be relied on until': 'v.expires_on',
      'what it shows': 'v.words',
      'scan for viruses': LAST_SCAN,
      by: 'p.name',
      'supplied at': utc('v.recorded_at'),
    },
    `from evidence_version v
       join evidence e on e.partnership_id = v.partnership_id and e.id = v.evidence_id
       join person p on p.id = v.recorded_by
       left join authority a on a.partnership_id = e.partnership_id and a.id = e.authority_id
      where v.partnership_id = $1 and ${BELONGS} order by e.recorded_at, e.id, v.number`,
    parametersOf(scope),
  );
}

function reviewRows(tx: Tx, scope: BundleScope) {
  return csvOfRows(
    tx,
    {
      evidence: 'v.evidence_id',
      version: 'v.id',
      state: 's.state',
      reason: 's.reason',
      by: 'p.name',
      'recorded at': utc('s.recorded_at'),
      'superseded at': utc('s.superseded_at'),
    },
    `from evidence_state s
       join evidence_version v on v.partnership_id = s.partnership_id and v.id = s.version_id
       join person p on p.id = s.recorded_by
      where s.partnership_id = $1 and ${BELONGS} order by v.evidence_id, v.number, s.recorded_at, s.id`,
    parametersOf(scope),
  );
}

function dutyRows(tx: Tx, { partnership }: BundleScope) {
  return csvOfRows(
    tx,
    {
      evidence: 'o.evidence_id',
      reference: 'o.reference',
      'on whom': 'o.bearer',
      by: 'p.name',
      'recorded at': utc('o.recorded_at'),
      'taken back at': utc('o.superseded_at'),
    },
    `from evidence_obligation o
       join person p on p.id = o.recorded_by
      where o.partnership_id = $1 order by o.evidence_id, o.recorded_at, o.id`,
    [partnership.id],
  );
}

function resultRows(tx: Tx, { partnership }: BundleScope) {
  return csvOfRows(
    tx,
    {
      result: 'd.id',
      occurrence: 'd.occurrence',
      applies: "case when d.applies then 'yes' else 'no' end",
      'what was found': 'd.result',
      why: 'd.words',
      law: 'd.law',
      'wording then': 'd.wording',
      'about days from': 'd.about_from',
      'about days until': 'd.about_until - 1',
      by: 'p.name',
      'recorded at': utc('d.recorded_at'),
      'superseded at': utc('d.superseded_at'),
    },
    `from duty_assessment d
       join person p on p.id = d.recorded_by
      where d.partnership_id = $1 order by d.occurrence, d.recorded_at, d.id`,
    [partnership.id],
  );
}

function restsOnRows(tx: Tx, { partnership }: BundleScope) {
  return csvOfRows(
    tx,
    { result: 'x.assessment_id', version: 'x.version_id', sha256: 'v.sha256' },
    `from duty_assessment_evidence x
       join evidence_version v on v.partnership_id = x.partnership_id and v.id = x.version_id
      where x.partnership_id = $1 order by x.assessment_id, x.version_id`,
    [partnership.id],
  );
}

/** One at a time: a file has to fit into memory, and all of them do not. */
async function* evidenceFiles(tx: Tx, scope: BundleScope): AsyncGenerator<BundleFile> {
  const clean = await tx.query<{ id: Id; name: string }>(
    `select v.id, v.name from evidence_version v
      where v.partnership_id = $1 and v.kind = 'file' and ${BELONGS} and ${LAST_SCAN} = 'clean' order by v.id`,
    parametersOf(scope),
  );
  for (const { id, name } of clean) {
    const [file] = await tx.query<{ bytes: Buffer }>(
      'select bytes from evidence_file where partnership_id = $1 and version_id = $2',
      [scope.partnership.id, id],
    );
    const extension = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase();
    if (file) yield { path: `files/${id}${extension ? `.${extension}` : ''}`, content: file.bytes };
  }
}
