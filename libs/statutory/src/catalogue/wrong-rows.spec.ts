import type { PartnershipProfile } from '../partnership-profile.js';
import { LONDON_BOROUGH } from '../testing/profiles.js';
import { STANDING } from './deadline-rule.js';
import { type DutyRow, STRATEGY_GROUP } from './duty.js';
import { ended, since } from './in-force.js';
import { verified } from './verification.js';

const common = {
  reference: 'X-1',
  provision: 'section 1',
  wording: 'Do it.',
  on: STRATEGY_GROUP,
  inForce: since('2026-04-01'),
  verification: verified,
} as const;

/** `npm run check` fails where one of these would compile. */
describe('rows that do not compile', () => {
  it('are those that leave something out or say too much', () => {
    const rows: DutyRow[] = [
      { ...common, deadline: STANDING, evidence: ['A minute'] },
      // @ts-expect-error a duty without what proves it
      { ...common, deadline: STANDING },
      // @ts-expect-error a duty that nothing could prove
      { ...common, deadline: STANDING, evidence: [] },
      // @ts-expect-error a duty that is never due
      { ...common, evidence: ['A minute'] },
      // @ts-expect-error a power that falls due
      { ...common, nature: 'power', deadline: STANDING },
      // @ts-expect-error a duty that falls on nobody
      { ...common, deadline: STANDING, evidence: ['A minute'], on: [] },
      // @ts-expect-error unverified without what is to be checked
      { ...common, deadline: STANDING, evidence: ['A minute'], verification: { mark: 'unverified' } },
      // @ts-expect-error ended without why
      { ...common, deadline: STANDING, evidence: ['A minute'], inForce: { ...common.inForce, is: 'ended' } },
      // @ts-expect-error not everywhere, without why not elsewhere
      { ...common, deadline: STANDING, evidence: ['A minute'], where: [{ nation: 'england' }] },
    ];
    // @ts-expect-error a London borough with a commissioner
    const profile: PartnershipProfile = { ...LONDON_BOROUGH, policingBody: 'commissioner' };
    expect([rows.length, profile.council]).toEqual([9, 'london-borough']);
  });

  it('and windows without a day in them are refused when they are read', () => {
    expect(() => ended(['2026-04-01', '2026-04-01'], 'it was revoked')).toThrow(RangeError);
    expect(() => since('2026-02-29')).toThrow(RangeError);
  });
});
