import {
  AFTER_THE_DASHBOARD,
  AFTER_THE_SURVEY,
  BOROUGH_FILE,
  BOROUGH_OFFENCES,
  DASHBOARD,
  DASHBOARD_OFFENCES,
  SURVEY,
  SURVEY_PERCENTAGES,
} from './recorded-crime.facts.js';

/** A ready measure that the police are asked for, with what is published of it. */
export interface PublishedCount {
  /** In the catalogue. */
  readonly key: string;
  /** What is put behind the catalogue's name, where something of it is ours. */
  readonly suffix?: string;
  readonly origin: { readonly source: string; readonly release: string };
  /** From the first quarter of `FIRST_YEAR` on. */
  readonly counts: readonly number[];
  /** Why there is none after the last of them. */
  readonly afterwards: string;
  readonly caveats: string;
}

const RECORDED =
  'Police recorded crime is management information, not accredited official statistics. Each release counts earlier months anew.';
const ASKED = 400;
const ABOUT_400 =
  'Illustrative: the survey publishes percentages and not how many were asked. About 100 residents of a borough are interviewed in a quarter, so about 400 in twelve months are taken here. The percentage is as published; how sure it is rests on that number.';
const SUFFIX = '(illustrative: about 400 asked)';

const asPublished = (
  table: Readonly<Record<string, readonly number[]>>,
  facts: Omit<PublishedCount, 'key' | 'counts'>,
): PublishedCount[] => Object.entries(table).map(([key, counts]) => ({ key, counts, ...facts }));

const surveyed = {
  ...{ suffix: SUFFIX, afterwards: AFTER_THE_SURVEY, caveats: ABOUT_400 },
  origin: { ...SURVEY, source: `${SURVEY.source}, of about ${ASKED} asked (illustrative)` },
};

/** In the order of a return. */
export const PUBLISHED_COUNTS: readonly PublishedCount[] = [
  ...asPublished(BOROUGH_OFFENCES, {
    ...{ origin: BOROUGH_FILE, caveats: RECORDED },
    afterwards: 'The release at hand (March 2026) ends before this quarter does',
  }),
  ...asPublished(DASHBOARD_OFFENCES, {
    ...{ origin: DASHBOARD, afterwards: AFTER_THE_DASHBOARD, caveats: RECORDED },
  }),
  { key: 'S1a', counts: SURVEY_PERCENTAGES.S1b.map(() => ASKED), ...surveyed },
  ...asPublished(SURVEY_PERCENTAGES, surveyed).map((one) => ({
    ...one,
    counts: one.counts.map((percentage) => (percentage * ASKED) / 100),
  })),
];

/** Ready measures that are worked out from these. */
export const WORKED_OUT = [
  { key: 'P11', suffix: '', caveats: RECORDED },
  { key: 'S1b%', suffix: SUFFIX, caveats: ABOUT_400 },
  { key: 'S2a%', suffix: SUFFIX, caveats: ABOUT_400 },
] as const;

/** One or two of each of the other authorities, so that each has a return to make. Nothing of them is published here. */
export const ILLUSTRATIVE_COUNTS = ['C1a', 'C1b', 'F3', 'F6', 'R4a', 'R4b', 'R4b%', 'H1'] as const;

/** From March 2024 the police record on another system. The first whole quarter on it is also the plan's first. */
export const CHANGE_OF_SYSTEM = {
  /** Not compared across it, says the publisher. */
  broken: ['P16a', 'P22f'],
  breakWords: 'Since March 2024 recorded on another system: do not compare with before',
  eventWords: 'Since March 2024 recorded on another system (CRIS to CONNECT)',
} as const;

export interface TargetFacts {
  readonly key: string;
  readonly year: number;
  readonly reductionPercent: string;
}

const inYear = (year: number, reductionPercent: string, keys: readonly string[]): TargetFacts[] =>
  keys.map((key) => ({ key, year, reductionPercent }));
const WITH_TARGET = ['P2', 'P5a', 'P6', 'P8b', 'P9', 'P11', 'P14a'] as const;

/** All ours: what the adopted plan hopes for is not published. Each is measured from 2022/23. */
export const TARGETS: readonly TargetFacts[] = [
  ...inYear(2024, '5', WITH_TARGET),
  ...inYear(2025, '7.5', WITH_TARGET),
];
