import type { Actor } from '@lib/kernel';
import { authorise, authoritiesFor, may } from './authorise.js';
import { allows, ROLE_KEYS } from './roles.js';

const grants = (role: string, authorityId: string | null, partnershipId = 'kingston'): Actor => ({
  personId: 'p',
  name: 'P',
  grants: [{ role, partnershipId, authorityId }],
});

describe('rights', () => {
  const officer = grants('authority-officer', 'police');

  it('reaches the authority the role is held for and no other', () => {
    expect(may(officer, 'returns.edit', { partnershipId: 'kingston', authorityId: 'police' })).toBe(true);
    expect(may(officer, 'returns.edit', { partnershipId: 'kingston', authorityId: 'fire' })).toBe(false);
    expect(may(officer, 'returns.edit', { partnershipId: 'merton', authorityId: 'police' })).toBe(false);
  });

  it('reaches every authority with a role held for the partnership', () => {
    const analyst = grants('partnership-analyst', null);
    expect(may(analyst, 'returns.accept', { partnershipId: 'kingston', authorityId: 'fire' })).toBe(true);
    expect(authoritiesFor(analyst, 'returns.view', 'kingston')).toBe('all');
    expect(authoritiesFor(officer, 'returns.view', 'kingston')).toEqual(['police']);
  });

  it('gives nothing to a role it does not know', () => {
    expect(may(grants('superuser', null), 'performance.view', { partnershipId: 'kingston' })).toBe(false);
    expect(may(grants('constructor', null), 'performance.view', { partnershipId: 'kingston' })).toBe(false);
  });

  it('says what is missing and whom to ask', () => {
    const approve = () =>
      authorise(officer, 'returns.approve', { partnershipId: 'kingston', authorityId: 'police' });
    expect(approve).toThrow(
      'You may not approve a return or send it back here. This needs the role Authority approver. ' +
        'Ask your partnership administrator if you should have it.',
    );
  });

  it('keeps entering, approving and administering apart', () => {
    for (const role of ROLE_KEYS) {
      const touches = allows(role, 'returns.edit') || allows(role, 'returns.submit');
      expect(touches && allows(role, 'returns.approve')).toBe(false);
      expect(touches && allows(role, 'people.manage')).toBe(false);
      expect(allows(role, 'returns.approve') && allows(role, 'people.manage')).toBe(false);
      expect(touches && allows(role, 'returns.accept')).toBe(false);
    }
  });
});
