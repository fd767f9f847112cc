/** What can happen that makes a duty fall due. One happening may make several duties fall due. */
export const TRIGGERS = {
  'plan-adopted-or-revised': 'The partnership plan is adopted or revised',
  'violence-strategy-changed': 'The serious violence strategy is made or revised',
  'police-and-crime-plan-issued': 'A new police and crime plan is issued, or the current one is varied',
  'policing-body-elected': 'The local policing body is elected',
  'nominee-changed': 'The person nominated to help information to be shared leaves or changes',
  'report-required': 'The local policing body requires a report',
  'area-meeting-required': 'The commissioner requires a meeting for the whole police area',
  'policing-body-asks': 'The local policing body assists, monitors or asks for information',
  'violence-work-asked-for': 'A specified authority asks a school or a prison to work on serious violence',
  'matter-referred': 'A councillor refers a local crime and disorder matter',
  'committee-reports': 'The crime and disorder committee reports or recommends',
  'committee-asks-for-information': 'The crime and disorder committee asks for information',
  'committee-asks-to-attend': 'The crime and disorder committee asks somebody to attend',
  'death-by-abuse':
    'The partnership is told of a death that appears to result from violence, abuse or neglect',
  'death-review-decided': 'It is decided whether a death is reviewed',
  'death-review-reported': 'The report of a death review is finished',
  'death-by-weapon': 'A person of 18 or over dies and an offensive weapon was involved',
  'case-review-asked-for': 'Somebody asks for an antisocial behaviour case review',
  'case-review-procedures-changed':
    'The procedures for antisocial behaviour case reviews are made or revised',
  'referral-to-channel': 'A chief officer of police refers somebody to the Channel panel',
  'abuse-commissioner-recommends': 'The Domestic Abuse Commissioner makes a recommendation',
  'safe-accommodation-consultation': 'The strategy for support in safe accommodation is made or revised',
  'child-seen-in-abuse': 'A child is thought to be a victim of domestic abuse',
  'slavery-suspected': 'Somebody is suspected to be a victim of slavery or trafficking',
  'public-asks-for-information': 'A request under the Freedom of Information Act arrives',
} as const;

export type Trigger = keyof typeof TRIGGERS;
