import { afterEvent, everyMonths, STANDING } from './deadline-rule.js';
import { type DutiesOfAct, each, EACH_AUTHORITY, others } from './duty.js';
import { since } from './in-force.js';
import { verified } from './verification.js';

/** In London; elsewhere there was no such policing body before 22 November 2012. */
const FROM = since('2012-01-16');
const END_ANNOUNCED =
  'In November 2025 the government announced the end of commissioners in May 2028, with London going on as it is; neither was checked.';

export const POLICE_REFORM_AND_SOCIAL_RESPONSIBILITY_ACT_2011: DutiesOfAct = {
  act: {
    title: 'Police Reform and Social Responsibility Act 2011',
    place: 'ukpga/2011/13',
    textRead: 'Sections 6 to 12',
  },
  duties: [
    {
      reference: 'PRS-6',
      provision: 'section 6',
      wording:
        'Issue a police and crime plan within the financial year of each ordinary election, and send it to the responsible authorities.',
      on: [each('local-policing-body')],
      inForce: FROM,
      deadline: afterEvent('policing-body-elected', { by: 'end-of-financial-year' }),
      evidence: ['The plan'],
      verification: verified,
      notes: [
        'Sections 6 to 8. In London it goes to the boroughs as well (section 6(14)). It lasts to the end of the financial year of the next election (section 7(7)): 2025 to 2029.',
        END_ANNOUNCED,
      ],
    },
    {
      reference: 'PRS-10-1',
      provision: 'section 10(1)',
      wording: 'Have regard to the relevant priorities of each responsible authority.',
      on: [each('local-policing-body')],
      inForce: FROM,
      deadline: STANDING,
      evidence: ['The plan, with the priorities that were considered'],
      verification: verified,
      notes: ['They are the priorities of the assessment and the plan (section 10(5)).'],
    },
    {
      reference: 'PRS-10-2',
      provision: 'section 10(2)',
      wording: 'Act in co-operation with each other: the policing body and every responsible authority.',
      on: [...EACH_AUTHORITY, each('local-policing-body')],
      inForce: FROM,
      deadline: STANDING,
      evidence: ['Attendance', 'Correspondence'],
      verification: verified,
    },
    {
      reference: 'PRS-10-3',
      provision: 'section 10(3)',
      wording: 'Make arrangements for an efficient and effective criminal justice system.',
      on: [
        each('local-policing-body', 'police', 'probation'),
        others('Prosecutors, courts, prisons and the youth offending team'),
      ],
      inForce: FROM,
      deadline: STANDING,
      evidence: ['The arrangements'],
      verification: verified,
    },
    {
      reference: 'PRS-11',
      provision: 'section 11',
      wording:
        'Publish the specified information, copies of reports under section 7 of the Act of 1998 included.',
      on: [each('local-policing-body')],
      inForce: FROM,
      deadline: STANDING,
      evidence: ['The address of the page'],
      verification: verified,
    },
    {
      reference: 'PRS-12',
      provision: 'section 12',
      wording: 'Publish an annual report.',
      on: [each('local-policing-body')],
      inForce: FROM,
      deadline: everyMonths(12),
      evidence: ['The report'],
      verification: verified,
    },
  ],
};
