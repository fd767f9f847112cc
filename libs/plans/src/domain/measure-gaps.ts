/** An authority, by what it is known by. */
export interface NamedAuthority {
  readonly id: string;
  readonly name: string;
}

/** Of a priority, what decides who has to measure their success under it. */
export interface MeasuredPriority {
  readonly lead: NamedAuthority | null;
  readonly contributors: readonly NamedAuthority[];
  readonly actions: readonly { readonly owner: NamedAuthority }[];
  readonly measures: readonly { readonly authority: NamedAuthority }[];
}

export interface MeasureGap {
  readonly authority: NamedAuthority;
  /** Why it has steps to take under the priority. */
  readonly because: readonly ('lead' | 'contributor' | 'actions')[];
}

/**
 * The authorities that have steps to take under a priority and no measure of their success in it. A plan sets out the
 * steps that each responsible authority takes to measure its success (SI 2007/1830, regulation 11(1)(e)).
 */
export function measureGaps({ lead, contributors, actions, measures }: MeasuredPriority): MeasureGap[] {
  const gaps = new Map<string, { authority: NamedAuthority; because: MeasureGap['because'][number][] }>();
  const measured = new Set(measures.map(({ authority }) => authority.id));
  const note = (authority: NamedAuthority, why: MeasureGap['because'][number]) => {
    if (measured.has(authority.id)) return;
    const gap = gaps.get(authority.id) ?? { authority, because: [] };
    if (!gap.because.includes(why)) gap.because.push(why);
    gaps.set(authority.id, gap);
  };
  if (lead) note(lead, 'lead');
  for (const contributor of contributors) note(contributor, 'contributor');
  for (const { owner } of actions) note(owner, 'actions');
  return [...gaps.values()].sort((one, other) => one.authority.name.localeCompare(other.authority.name));
}
