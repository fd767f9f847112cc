import type { FinancialQuarter, Id } from '@lib/kernel';

/** The addresses of a partnership's pages; every link and redirect comes from here. */
export function pathsOf(slug: string) {
  const root = `/partnerships/${slug}`;
  return {
    home: () => root,
    brandStylesheet: () => `${root}/brand.css`,
    board: (year?: string) => `${root}/board${year ? `?year=${year}` : ''}`,
    measure: (measureSlug: string) => `${root}/measures/${measureSlug}`,
    measureCsv: (measureSlug: string) => `${root}/measures/${measureSlug}/figures.csv`,
    returnsOwed: () => `${root}/returns`,
    allReturns: () => `${root}/all-returns`,
    return: (id: Id) => `${root}/returns/${id}`,
    figures: (id: Id) => `${root}/returns/${id}/figures`,
    check: (id: Id) => `${root}/returns/${id}/check`,
    decision: (id: Id) => `${root}/returns/${id}/decision`,
    acceptance: (id: Id) => `${root}/returns/${id}/acceptance`,
    approvals: () => `${root}/approvals`,
    people: () => `${root}/people`,
    suspension: (personId: Id) => `${root}/people/${personId}/suspension`,
    roleEnd: (assignmentId: Id) => `${root}/roles/${assignmentId}/end`,
    auditTrail: (before?: number) => `${root}/audit-trail${before ? `?before=${before}` : ''}`,
  };
}

export type Paths = ReturnType<typeof pathsOf>;

/** What the pages call a quarter: "April to June 2010, quarter 1 of 2010/11" would be too long for a heading. */
export function quarterTitle(quarter: FinancialQuarter): string {
  return quarter.name;
}
