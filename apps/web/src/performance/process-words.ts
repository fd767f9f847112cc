import {
  type Assurance,
  type Direction,
  meaningOf,
  type ProcessChart,
  type Signal,
  type SignalRule,
  type Variation,
} from '@lib/performance';

const CHART = {
  c: 'c-chart, for counts that vary as chance does',
  xmr: 'XmR chart, by how much one quarter differs from the next',
  g: 'g-chart',
  t: 't-chart',
  u: 'u-chart, for rates that vary as chance does',
  "u'": 'u′-chart, for rates that vary more than chance',
  p: 'p-chart, for percentages that vary as chance does',
  "p'": 'p′-chart, for percentages that vary more than chance',
} as const;

const NO_LIMITS: Readonly<Record<string, string>> = {
  'too-few-points': 'None yet: trial limits need 5 quarters, fixed ones 12',
  'rolling-total': 'None: each figure covers twelve months, and such figures share eleven of them',
  'rare-events': 'None: so few happen in a quarter that the days between two say more than the counts',
  'no-method': 'None: this type of measure has no limits',
};

const RULES: Readonly<Record<SignalRule, string>> = {
  'outside-limits': 'a quarter outside the limits',
  trend: 'seven quarters each above or each below the one before',
  'two-of-three': 'two of three quarters near a limit, all on one side',
  shift: 'seven quarters on one side of the average',
};

const VARIATION: Readonly<Record<Variation, string>> = {
  improvement: 'Improving',
  concern: 'Concern',
  neutral: 'Unusual, neither good nor bad by itself',
  'common-cause': 'No significant change in the newest quarter',
};

const ASSURANCE: Readonly<Record<Assurance, string>> = {
  'will-keep-meeting': 'Keeps meeting the target unless something changes',
  'will-keep-missing': 'Keeps missing the target unless something changes',
  'hit-and-miss': 'Meets the target in some quarters and misses it in others, by chance',
};

/** The shapes of points that are out of the ordinary; the chart has no legend to look them up in. */
const SHAPES = {
  better: 'a triangle is better than usual',
  worse: 'a diamond is worse than usual',
  neutral: 'a square is unusual, neither good nor bad by itself',
} as const;

/** What a process chart says, in words for who cannot see it and for who wants to know the rule behind a mark. */
export function processWords(chart: ProcessChart, direction: Direction): { key: string; value: string }[] {
  const newest = chart.segments.at(-1);
  if (!newest) return [];
  const rows = [{ key: 'Limits', value: limitsWords(newest) }];
  const signal = chart.signals.findLast((one) => one !== null) ?? null;
  if (chart.variation)
    rows.push({
      key: 'Newest quarter',
      value:
        chart.variation === 'common-cause' || !signal
          ? VARIATION['common-cause']
          : `${VARIATION[chart.variation]}: ${signal.towards} than usual (${RULES[signal.rule]}; rule set ${signal.ruleSet})`,
    });
  const shapes = [...new Set(chart.signals.flatMap((one) => (one ? [signalMeaning(one, direction)] : [])))];
  if (shapes.length > 0)
    rows.push({ key: 'Points out of the ordinary', value: shapes.map((shape) => SHAPES[shape]).join('; ') });
  if (chart.assurance) rows.push({ key: 'Against the target', value: ASSURANCE[chart.assurance] });
  return rows;
}

/** What a point out of the ordinary means by the direction that is good. */
export function signalMeaning({ towards }: Signal, direction: Direction): keyof typeof SHAPES {
  return meaningOf(direction, towards) ?? 'neutral';
}

function limitsWords({ kind, stage, reason, rebase }: ProcessChart['segments'][number]): string {
  if (kind === null) return NO_LIMITS[reason] ?? 'None';
  const what =
    stage === 'trial' ? 'Trial limits, from fewer than 12 quarters' : 'Fixed on the first 12 quarters';
  const since = rebase ? `, started anew: ${rebase.reason} (decided by ${rebase.approvedBy})` : '';
  return `${what}; ${CHART[kind]}${since}`;
}
