/** Every right there is, with the words that follow "may" in the access matrix and in a refusal. */
export const PERMISSIONS = {
  'performance.view': 'see the plan, the board page and the measures, with approved figures',
  'performance.declare': 'declare a status beside the worked-out one, with a reason and an end',
  'plans.edit': 'record the plan, its measures and its targets',
  'returns.view': 'see returns, their figures and their history',
  'returns.edit': 'enter and change the figures of a return',
  'returns.submit': 'send a return for approval',
  'returns.approve': 'approve a return or send it back, never one of their own',
  'returns.delegate': 'let a colleague approve returns for the days one is away',
  'returns.accept': 'accept an approved return into the partnership’s figures',
  'returns.open-quarter': 'open and close quarters, give them their dates, and reopen them for an authority',
  'published-figures.load':
    'load published figures, say what their names mean, and withdraw what was loaded by mistake',
  'duties.view': 'see the statutory duties, when they fall due and how far they have come',
  'duties.record':
    'record what makes duties fall due, how far each has come, and meetings, nominees and published summaries',
  'duties.assess': 'record whether a duty applies and is met',
  'evidence.open': 'open evidence on the duties',
  'evidence.request': 'ask an authority for evidence on a duty',
  'evidence.supply': 'supply evidence on a duty and withdraw it',
  'evidence.review': 'accept or reject evidence, never what they supplied',
  'workpapers.keep': 'keep workpapers, with samples of figures that they re-perform',
  'findings.raise': 'raise findings, and close, reopen or withdraw them',
  'findings.respond': 'answer findings and report their actions done',
  'audit-trail.view': 'read the audit trail and check that it is whole',
  'audit-bundles.make': 'make audit bundles and download them',
  'people.view': 'see who holds which role',
  'people.manage': 'invite people, give and end roles, suspend and reinstate',
} as const;

export type Permission = keyof typeof PERMISSIONS;
