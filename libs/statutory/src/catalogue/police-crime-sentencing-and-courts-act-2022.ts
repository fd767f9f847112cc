import { onChange, STANDING } from './deadline-rule.js';
import { type AtLeastOne, type Bearer, type DutiesOfAct, jointly, others } from './duty.js';
import { ended, since } from './in-force.js';
import { partly, verified } from './verification.js';

/** Commenced by SI 2022/1227, regulation 4. */
const FROM = '2023-01-31';

/** Schedule 1. */
const SPECIFIED: AtLeastOne<Bearer> = [
  jointly('council', 'police', 'fire', 'probation', 'health'),
  others('The youth offending team'),
];

export const POLICE_CRIME_SENTENCING_AND_COURTS_ACT_2022: DutiesOfAct = {
  act: {
    title: 'Police, Crime, Sentencing and Courts Act 2022',
    place: 'ukpga/2022/32',
    textRead: 'Sections 8 to 36 and SI 2022/1227',
  },
  duties: [
    {
      reference: 'SVD-8-1',
      provision: 'section 8(1)',
      wording: 'Work together and plan together to prevent and reduce serious violence.',
      on: SPECIFIED,
      inForce: since(FROM),
      deadline: STANDING,
      evidence: ['A note of who meets where, and decides what'],
      oversight: ['local-policing-body', 'secretary-of-state', 'court'],
      verification: verified,
      notes: ['Section 8(1) and (2).'],
    },
    {
      reference: 'SVD-8-3',
      provision: 'section 8(3)',
      wording:
        'Identify the kinds of serious violence in the area and so far as possible their causes, and prepare and carry out a strategy.',
      on: SPECIFIED,
      inForce: since(FROM),
      deadline: STANDING,
      evidence: ['The assessment of needs', 'The strategy, which may be part of the partnership plan'],
      oversight: ['local-policing-body', 'secretary-of-state', 'court'],
      verification: partly(
        'Which instrument asked for the first strategy by 31 January 2024, and whether a refresh every year is more than guidance.',
      ),
      goodPractice: ['Refresh the assessment and the strategy every year.'],
      notes: ['Section 8(3) itself was read.'],
    },
    {
      reference: 'SVD-8-4',
      provision: 'section 8(4)',
      wording: 'Consult every educational, prison and youth custody authority for the area.',
      on: SPECIFIED,
      inForce: since(FROM),
      deadline: onChange('violence-strategy-changed'),
      evidence: ['A list of those consulted, with every school and college'],
      verification: verified,
    },
    {
      reference: 'SVD-8-7',
      provision: 'section 8(7)',
      wording: 'Publish the strategy, keep it under review and revise it from time to time.',
      on: SPECIFIED,
      inForce: since(FROM),
      deadline: STANDING,
      evidence: ['The address of the page', 'Minutes of reviews'],
      verification: verified,
    },
    {
      reference: 'SVD-8-8',
      provision: 'section 8(8)',
      wording:
        'Leave out of what is published whatever would endanger safety, prejudice detection or the security of an institution.',
      on: SPECIFIED,
      inForce: since(FROM),
      deadline: onChange('violence-strategy-changed'),
      evidence: ['A record of what was left out, of which version'],
      verification: verified,
    },
    {
      reference: 'SVD-13',
      provision: 'section 13',
      nature: 'rule',
      wording:
        'What is serious depends on the longest sentence, the impact on victims, how common it is and the impact on the community. Violence includes domestic abuse, sexual offences, violence against property and threats, and not terrorism.',
      on: SPECIFIED,
      inForce: since(FROM),
      evidence: ['The local definition'],
      verification: verified,
    },
    {
      reference: 'SVD-14-6',
      provision: 'section 14(6)',
      wording: 'Co-operate with the local policing body when it assists or monitors.',
      on: SPECIFIED,
      inForce: since(FROM),
      deadline: onChange('policing-body-asks'),
      evidence: ['What was returned to it'],
      oversight: ['local-policing-body', 'secretary-of-state'],
      verification: verified,
      notes: ['It may report to the Secretary of State (3).'],
    },
    {
      reference: 'SVD-15',
      provision: 'section 15',
      wording:
        'Work with the specified authorities on request and carry out what the strategy gives them, unless that is incompatible or disproportionate.',
      on: [others('Schools, colleges, prisons and youth custody')],
      inForce: since(FROM),
      deadline: onChange('violence-work-asked-for'),
      evidence: ['A log of requests'],
      verification: verified,
    },
    {
      reference: 'SVD-16',
      provision: 'section 16',
      nature: 'rule',
      wording:
        'Information may be disclosed for this, but no patient information, no personal information of a health or social care authority and nothing against data protection law.',
      on: SPECIFIED,
      inForce: since(FROM),
      evidence: ['A data sharing agreement'],
      oversight: ['information-commissioner'],
      verification: verified,
    },
    {
      reference: 'SVD-17',
      provision: 'section 17',
      wording: 'Supply the information that the local policing body asks for, within the same limits.',
      on: SPECIFIED,
      inForce: since(FROM),
      deadline: onChange('policing-body-asks'),
      evidence: ['The answer'],
      oversight: ['local-policing-body', 'secretary-of-state'],
      verification: verified,
    },
    {
      reference: 'SVD-18',
      provision: 'section 18',
      nature: 'sanction',
      wording: 'The Secretary of State may direct an authority, and a court may order it to comply.',
      on: [others('The Secretary of State')],
      inForce: since(FROM),
      oversight: ['secretary-of-state'],
      verification: verified,
      notes: ['Not against probation where the Secretary of State provides it.'],
    },
    {
      reference: 'SVD-19',
      provision: 'section 19',
      wording: 'Have regard to guidance of the Secretary of State.',
      on: SPECIFIED,
      inForce: since(FROM),
      deadline: STANDING,
      evidence: ['A minute of which guidance was considered'],
      verification: verified,
      notes: ['Guidance of December 2022, updated since.'],
    },
    {
      reference: 'OWHR-24',
      provision: 'section 24',
      wording: 'Review the death of a person of 18 or over in which an offensive weapon was involved.',
      on: [jointly('council', 'police', 'health')],
      inForce: ended(
        ['2023-04-01', '2024-10-01'],
        'the pilot of 18 months ran out, and it is not known that the law was put in force anywhere since',
      ),
      where: [
        {
          pilot: 'offensive-weapons-homicide-reviews',
          otherwise:
            'It is not in force here. It was tried out from 1 April 2023 for 18 months in Barnet, Brent, Harrow, Lambeth and Southwark, in Birmingham and Coventry, and in South Wales only.',
        },
      ],
      deadline: onChange('death-by-weapon'),
      evidence: ['The decision', 'The report of the review'],
      verification: partly('Whether it was put in force nationally after the pilot, and its exact last day.'),
      notes: ['Sections 24 to 36. Reviews that the pilot began go on (SI 2023/227, regulation 4).'],
    },
  ],
};
