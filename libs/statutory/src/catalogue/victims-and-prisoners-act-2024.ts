import { onChange, STANDING } from './deadline-rule.js';
import { type DutiesOfAct, each, jointly, others } from './duty.js';
import { notInForce, since } from './in-force.js';
import { partly, unverified, verified } from './verification.js';

const NOT_COMMENCED =
  'It was enacted on 24 May 2024, and no commencement of it was seen up to 23 November 2026.';
const COLLABORATE = [
  jointly('local-policing-body', 'health'),
  others('In London the Greater London Authority; elsewhere local authorities'),
] as const;
const NO_BOROUGH = 'London boroughs are not local authorities here (section 13(4)).';
const COMMENCEMENT = 'Whether sections 13 to 15 are in force, and from which day.';

export const VICTIMS_AND_PRISONERS_ACT_2024: DutiesOfAct = {
  act: {
    title: 'Victims and Prisoners Act 2024',
    place: 'ukpga/2024/21',
    textRead: 'Sections 5, 12 to 17 and 19 (part), and SI 2025/1168 and SI 2025/1325',
  },
  duties: [
    {
      reference: 'DARDR-19',
      provision: 'section 19',
      wording:
        'Review a death that has or appears to have resulted from domestic abuse, suicide and coercion included, and report to the Secretary of State and the Domestic Abuse Commissioner (domestic abuse related death review).',
      on: [jointly('council', 'police', 'probation', 'health')],
      inForce: notInForce(
        'No commencement order is on record: the text is shown as prospective, and none of the commencement regulations that were seen starts it. Reviews go on under section 9 of the Domestic Violence, Crime and Victims Act 2004 (DHR-9).',
      ),
      deadline: onChange('death-by-abuse'),
      evidence: ['The decision', 'The report'],
      oversight: ['abuse-commissioner', 'secretary-of-state'],
      verification: unverified(
        'Whether section 19 was commenced after December 2025. If so: end DHR-9 on that day, with this as its successor.',
      ),
      notes: ['Section 19 and not section 24. Royal Assent in May 2024 did not make it law in force.'],
    },
    {
      reference: 'VPA-5',
      provision: 'section 5',
      wording: 'Provide services in accordance with the Victims’ Code.',
      on: [
        each('council', 'police', 'probation', 'local-policing-body'),
        others('Other criminal justice bodies'),
      ],
      inForce: since('2025-01-29'),
      deadline: STANDING,
      evidence: ['How compliance with the code is looked at'],
      verification: partly('To which responsible authorities the code applies, and for what.'),
    },
    {
      reference: 'VPA-13',
      provision: 'section 13',
      wording: 'Work together on support for victims of domestic abuse, sexual abuse and serious violence.',
      on: COLLABORATE,
      inForce: notInForce(NOT_COMMENCED),
      deadline: STANDING,
      evidence: ['A note of who meets where'],
      verification: partly(COMMENCEMENT),
      notes: [NO_BOROUGH],
    },
    {
      reference: 'VPA-14',
      provision: 'section 14',
      wording:
        'Prepare and publish a joint strategy for that support, after an assessment of needs and a consultation.',
      on: COLLABORATE,
      inForce: notInForce(NOT_COMMENCED),
      deadline: STANDING,
      evidence: ['The assessment', 'The strategy', 'The consultation'],
      verification: partly(COMMENCEMENT),
      notes: [NO_BOROUGH],
    },
    {
      reference: 'VPA-15',
      provision: 'section 15',
      wording: 'Have regard to guidance on that support.',
      on: COLLABORATE,
      inForce: notInForce(NOT_COMMENCED),
      deadline: STANDING,
      evidence: ['A minute of which guidance was considered'],
      verification: partly(COMMENCEMENT),
      notes: [NO_BOROUGH],
    },
    {
      reference: 'VPA-20',
      provision: 'section 20',
      wording: 'Tell the school of a child who is a victim of domestic abuse.',
      on: [each('police')],
      inForce: since('2025-11-07'),
      deadline: onChange('child-seen-in-abuse'),
      evidence: ['Counts of what was told'],
      verification: verified,
      notes: ['In force in part.'],
    },
  ],
};
