/** A part of a plan version as it reads: a heading, and what is said about it in order. */
export interface PlanPart {
  /** The same in every version that has this part. */
  readonly key: string;
  readonly kind: 'priority' | 'action' | 'finding';
  readonly heading: string;
  readonly says: readonly { readonly label: string; readonly text: string }[];
}

export interface PlanChange {
  readonly what: 'added' | 'changed' | 'removed';
  readonly kind: PlanPart['kind'];
  /** As it reads after the change, or before its removal. */
  readonly heading: string;
  /** What is said otherwise; null where nothing was or is said. All of it for what was added or removed. */
  readonly lines: readonly {
    readonly label: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

/** What makes one version out of another: changed and added in the order of the later one, then what was removed. */
export function planChanges(before: readonly PlanPart[], after: readonly PlanPart[]): PlanChange[] {
  const earlier = new Map(before.map((part) => [part.key, part]));
  const later = new Set(after.map(({ key }) => key));
  const kept = after.flatMap((part): PlanChange[] => {
    const old = earlier.get(part.key);
    if (!old) return [{ what: 'added', kind: part.kind, heading: part.heading, lines: linesOf(null, part) }];
    const lines = linesOf(old, part).filter((line) => line.before !== line.after);
    return lines.length > 0 ? [{ what: 'changed', kind: part.kind, heading: part.heading, lines }] : [];
  });
  const removed = before
    .filter(({ key }) => !later.has(key))
    .map((part): PlanChange => ({
      ...{ what: 'removed', kind: part.kind, heading: part.heading, lines: linesOf(part, null) },
    }));
  return [...kept, ...removed];
}

function linesOf(before: PlanPart | null, after: PlanPart | null): PlanChange['lines'] {
  const labels = new Set([...(after?.says ?? []), ...(before?.says ?? [])].map(({ label }) => label));
  const textOf = (part: PlanPart | null, label: string) =>
    part?.says.find((line) => line.label === label)?.text ?? null;
  return [...labels].map((label) => ({
    label,
    before: textOf(before, label),
    after: textOf(after, label),
  }));
}
