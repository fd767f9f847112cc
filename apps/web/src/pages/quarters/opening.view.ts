import type { FinancialQuarter } from '@lib/kernel';
import type { AskedAuthority, AssignmentMatrix } from '@lib/reporting';
import { versionFor } from '@lib/returns';

/** What a quarter will ask when it opens, and what its forms name that it cannot ask. */
export function whatItWillAsk(
  { forms, measures, authorities }: AssignmentMatrix,
  quarter: FinancialQuarter,
): { asked: { form: string; authority: string; count: string }[]; notAsked: string[] } {
  const asked: { form: string; authority: string; count: string }[] = [];
  const notAsked: string[] = [];
  for (const form of forms) {
    const version = versionFor(form.versions, quarter);
    if (version === null) continue;
    for (const authority of authorities) {
      const lines = version.lines.filter(({ authorityId }) => authorityId === authority.id);
      const defined = lines.flatMap(
        ({ measureId }) =>
          measures.find(({ id, definedFrom }) => id === measureId && definedFrom <= quarter.firstDay) ?? [],
      );
      if (defined.length === 0) continue;
      if (isMemberIn(authority, quarter))
        asked.push({
          ...{ form: `${form.name}, version ${version.number}`, authority: authority.name },
          count: defined.length === 1 ? '1 measure' : `${defined.length} measures`,
        });
      else
        notAsked.push(
          `${authority.name} is not a responsible authority then: ${defined.map(({ name }) => name).join(', ')}`,
        );
    }
  }
  return { asked, notAsked };
}

function isMemberIn({ memberFrom, memberUntil }: AskedAuthority, { firstDay }: FinancialQuarter): boolean {
  return memberFrom <= firstDay && (memberUntil === null || memberUntil > firstDay);
}
