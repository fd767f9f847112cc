import { type FunnelLabel, funnelLimits, widenedFunnelLimits } from '@lib/performance';
import type { PublishedComparison } from '@lib/reporting';
import { funnelChart, type FunnelChartLimits, type FunnelChartPoint, type FunnelChartSpec } from '@lib/ui';
import { type ComparedAreas, PER } from './compared-areas.js';

const LIES: Readonly<Record<FunnelLabel, FunnelChartPoint['lies']>> = {
  'low-99.8': 'beyond-outer',
  'low-95': 'beyond-inner',
  'not-significant': 'inside',
  'high-95': 'beyond-inner',
  'high-99.8': 'beyond-outer',
};

/** How many steps a limit is drawn with. */
const STEPS = 40;

/** The funnel of a group for wide and for narrow screens; null where nothing was counted. */
export function comparatorsFunnel(
  { slug, name }: Pick<PublishedComparison, 'slug' | 'name'>,
  { counted, group }: ComparedAreas,
  { kind, widened }: { readonly kind: 'residents' | 'households'; readonly widened: boolean },
) {
  if (group.rate === 0) return null;
  const limits = (confidence: 0.95 | 0.998): FunnelChartLimits[] => {
    const populations = counted.map(({ population }) => population);
    const [fewest, most] = [Math.min(...populations) * 0.94, Math.max(...populations) * 1.02];
    return Array.from({ length: STEPS + 1 }, (_, step) => {
      const population = fewest + ((most - fewest) * step) / STEPS;
      const expected = (group.rate / PER) * population;
      const { lower, upper } =
        widened && group.overdispersion
          ? widenedFunnelLimits(expected, group.overdispersion, confidence)
          : funnelLimits(expected, confidence);
      return { population, lower: lower * group.rate, upper: upper * group.rate };
    });
  };
  const spec = (size: 'wide' | 'narrow'): FunnelChartSpec => ({
    ...{ id: `funnel-${slug}-${size}`, size },
    title: `Funnel plot of ${name}: rates of ${counted.length} areas over how many ${kind} they have`,
    description: `${placesInWords(group.areas.map(({ label }) => label))} The table below has every figure.`,
    rateUnit: `per 1,000 ${kind}`,
    populationUnit: kind === 'households' ? 'Households' : 'Residents',
    points: counted.map(({ name: area, population, isOwn }, index) => ({
      ...{ name: area, population, isOwn, rate: group.areas[index]!.rate },
      lies: LIES[group.areas[index]!.label ?? 'not-significant'],
    })),
    ...{ groupRate: group.rate, groupLabel: `All ${group.rate.toFixed(1)}` },
    ...{ inner: limits(0.95), innerLabel: '95%', outer: limits(0.998), outerLabel: '99.8%' },
  });
  return { wide: funnelChart(spec('wide')), narrow: funnelChart(spec('narrow')) };
}

/** “Of 32 areas 3 lie above and 2 below the 99.8% limits; 20 lie within the 95% limits.” */
export function placesInWords(labels: readonly (FunnelLabel | null)[]): string {
  const of = (...wanted: FunnelLabel[]) => labels.filter((label) => label && wanted.includes(label)).length;
  return `Of ${labels.length} areas ${of('high-99.8')} lie above and ${of('low-99.8')} below the 99.8% limits; ${of('not-significant')} lie within the 95% limits.`;
}
