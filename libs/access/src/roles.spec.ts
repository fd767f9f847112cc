import { type Permission, PERMISSIONS } from './permissions.js';
import { allows, ROLES } from './roles.js';

/** Rights that change nothing, and keep out nobody who does the work. */
const READING: readonly Permission[] = [
  ...(['performance.view', 'duties.view', 'evidence.open', 'returns.view'] as const),
  ...(['audit-trail.view', 'people.view'] as const),
];

describe('the roles that watch', () => {
  it('lets an auditor read, judge evidence and duties, keep workpapers, raise findings, take the record away, and nothing else', () => {
    const judging = [
      ...['duties.assess', 'evidence.review', 'workpapers.keep', 'findings.raise'],
      'audit-bundles.make',
    ];
    expect([...ROLES.auditor.permissions].sort()).toEqual([...READING, ...judging].sort());
  });

  it('lets an administrator manage people, and neither approve nor write anything of the work', () => {
    const writing = (Object.keys(PERMISSIONS) as Permission[]).filter((one) => !READING.includes(one));
    expect(writing.filter((one) => allows('partnership-administrator', one))).toEqual(['people.manage']);
  });
});
