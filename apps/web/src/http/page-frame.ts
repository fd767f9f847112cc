import { may, type Permission } from '@lib/access';
import { newId } from '@lib/kernel';
import type { NavigationItem, PageContext } from '@lib/ui';
import type { Request, Response } from 'express';
import { csrfToken } from './csrf.js';
import { pathsOf } from './paths.js';
import { personalDataFlag } from './screening.js';

export const SERVICE_NAME = 'Community safety tracker';

const DEMO_NOTICE =
  'This is a demonstration. Figures are as published; people and what is called illustrative are invented.';

const SECTIONS: readonly { text: string; permission: Permission; path: (slug: string) => string }[] = [
  { text: 'Board', permission: 'performance.view', path: (slug) => pathsOf(slug).board() },
  { text: 'Plan', permission: 'performance.view', path: (slug) => pathsOf(slug).plan() },
  { text: 'Measures', permission: 'performance.view', path: (slug) => pathsOf(slug).measures() },
  {
    text: 'Published figures',
    permission: 'performance.view',
    path: (slug) => pathsOf(slug).publishedFigures(),
  },
  { text: 'Your returns', permission: 'returns.edit', path: (slug) => pathsOf(slug).returnsOwed() },
  { text: 'Approvals', permission: 'returns.approve', path: (slug) => pathsOf(slug).approvals() },
  { text: 'All returns', permission: 'returns.view', path: (slug) => pathsOf(slug).allReturns() },
  { text: 'Quarters', permission: 'performance.view', path: (slug) => pathsOf(slug).quarters() },
  { text: 'Duties', permission: 'duties.view', path: (slug) => pathsOf(slug).duties() },
  { text: 'People', permission: 'people.view', path: (slug) => pathsOf(slug).people() },
  { text: 'Audit trail', permission: 'audit-trail.view', path: (slug) => pathsOf(slug).auditTrail() },
  {
    text: 'Audit bundles',
    permission: 'audit-bundles.make',
    path: (slug) => pathsOf(slug).auditBundles(),
  },
];

/** Everything around the content of a page: who is signed in, where they can go, what was just done. */
export function pageFrame(
  request: Request,
  response: Response,
  demo: boolean,
): Omit<PageContext, 'pageTitle'> {
  const { user, partnership } = request;
  const notice = request.session?.notice;
  if (notice) delete request.session.notice;
  return {
    serviceName: SERVICE_NAME,
    partnershipName: partnership?.name,
    homeHref: partnership ? pathsOf(partnership.slug).home() : '/',
    brandStylesheet: partnership && pathsOf(partnership.slug).brandStylesheet(),
    themeColor: partnership?.brandColour,
    cspNonce: response.locals.cspNonce,
    csrfToken: hasForm(request) ? csrfToken(request) : undefined,
    requestKey: newId(),
    personalDataFlag: personalDataFlag(),
    currentUser: user ? { name: user.name } : null,
    navigation: user && partnership ? navigation(request, partnership) : undefined,
    demoNotice: demo ? DEMO_NOTICE : undefined,
    notice,
  };
}

/** A token makes a session, so there is one only where there is a form to send it back with: to sign in, or out. */
function hasForm({ session, user, path }: Request): boolean {
  // An error can come before the session does.
  return session !== undefined && (user !== undefined || path === '/sign-in');
}

function navigation(request: Request, partnership: { id: string; slug: string }): NavigationItem[] {
  const { user } = request;
  return SECTIONS.filter(
    ({ permission }) => user && may(user, permission, { partnershipId: partnership.id }),
  ).map(({ text, path }) => {
    const href = path(partnership.slug);
    return { text, href, current: request.path === href };
  });
}
