import { createHash } from 'node:crypto';
import { AssessDuty, DecideOnEvidence, RequestEvidence, SupplyEvidence } from '@lib/assurance';
import { type Actor, addDays, addMonths, type CalendarDate, type Id, londonDateOf } from '@lib/kernel';
import { DutiesQuery, EvidenceQuery } from '@lib/reporting';
import type { UseCases } from '../../seeds/demo/index.js';

const ASSESSMENT = 'Illustrative: strategic assessment';

interface Cast {
  readonly analyst: Actor;
  readonly auditor: Actor;
  readonly partnershipId: Id;
  readonly policeId: Id;
}

/** Evidence in several states and one result, all invented, to see what an auditor's work looks like. */
export async function recordEvidence(useCases: UseCases, cast: Cast): Promise<void> {
  const { analyst, auditor, partnershipId, policeId } = cast;
  const { records } = await useCases.get(DutiesQuery).run(analyst, partnershipId);
  const year = { coversFrom: records.keptSince, coversUntil: addMonths(records.keptSince, 12) };
  const duty = { reference: 'FIS-5', bearer: 'strategy-group' } as const;

  await useCases.get(SupplyEvidence).execute(analyst, {
    ...{ partnershipId, authorityId: null, title: ASSESSMENT, marking: 'official', obligations: [duty] },
    version: {
      content: { kind: 'link', link: 'https://www.example.org/strategic-assessment' },
      ...{
        ...year,
        expiresOn: null,
        words: 'The dated assessment; its contents are listed on its second page',
      },
    },
  });
  await accept(useCases, auditor, partnershipId);
  await useCases.get(AssessDuty).execute(auditor, {
    ...{ partnershipId, occurrence: `FIS-5/strategy-group/${records.keptSince}`, seen: null },
    ...{ applies: true, result: 'met', words: 'Illustrative: the assessment is dated within the year' },
  });

  const bytes = Buffer.from(
    'Meeting,Held on\r\nIllustrative meeting of the strategy group,in spring\r\n',
    'utf8',
  );
  await useCases.get(SupplyEvidence).execute(analyst, {
    ...{ partnershipId, authorityId: null, title: 'Illustrative: meetings of the strategy group' },
    ...{ marking: 'official-sensitive', obligations: [{ reference: 'FIS-3-1', bearer: 'jointly' }] },
    version: {
      content: {
        ...{ kind: 'file', name: 'meetings.csv', mediaType: 'text/csv', size: bytes.length, bytes },
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
      ...{ ...year, expiresOn: null, words: 'A list of the meetings' },
    },
  });
  await useCases.get(RequestEvidence).execute(analyst, {
    ...{ partnershipId, authorityId: policeId, title: 'Illustrative: log of the data that was shared' },
    ...{ marking: 'official', obligations: [{ reference: 'CDA-17A', bearer: 'police' }] },
    ...{ askedFor: 'The log of what was disclosed for April to June', dueOn: inFourWeeks() },
  });
}

async function accept(useCases: UseCases, auditor: Actor, partnershipId: Id): Promise<void> {
  const { evidence } = await useCases.get(EvidenceQuery).run(auditor, partnershipId);
  const versionId = evidence.find(({ title }) => title === ASSESSMENT)!.versions[0]!.id;
  for (const action of ['takeUp', 'accept'] as const)
    await useCases.get(DecideOnEvidence).execute(auditor, { partnershipId, versionId, action, reason: null });
}

function inFourWeeks(): CalendarDate {
  return addDays(londonDateOf(new Date()), 28);
}
