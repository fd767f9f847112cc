/**
 * The facts of the demonstration, each with its source. The baselines are worked back from the volume and the rounded
 * percentage that were published together, so each is known only to a range.
 */

export const POLICING_SUMMARY = {
  source: 'Local Policing Summary, Kingston, 2009/10 (Metropolitan Police Authority)',
  release: 'as published in 2010, worked back from the change and its rounded percentage',
};

export const BOROUGH_FILE = {
  source: 'MPS Borough Level Crime, historical file (Metropolitan Police Service, London Datastore)',
  release: 'March 2026 release',
  extractedOn: null,
  finality: null,
  // Published by the police service; not accredited official statistics.
  standing: 'management-information',
  extract: null,
} as const;

/** The records of the demonstration start here; the authorities themselves are older. */
const RECORDS_START = '2010-04-01';

/** Section 5 of the Crime and Disorder Act 1998; health bodies succeeded one another in 2013 and 2022. */
export const AUTHORITIES = [
  { kind: 'council', name: 'Royal Borough of Kingston upon Thames', from: RECORDS_START, until: null },
  { kind: 'police', name: 'Metropolitan Police Service', from: RECORDS_START, until: null },
  { kind: 'fire', name: 'London Fire Brigade', from: RECORDS_START, until: null },
  { kind: 'probation', name: 'Probation Service, London', from: RECORDS_START, until: null },
  { kind: 'health', name: 'NHS Kingston (primary care trust)', from: RECORDS_START, until: '2013-04-01' },
  {
    kind: 'health',
    name: 'NHS South West London clinical commissioning group',
    from: '2013-04-01',
    until: '2022-07-01',
    succeeds: 'NHS Kingston (primary care trust)',
  },
  {
    kind: 'health',
    name: 'NHS South West London integrated care board',
    from: '2022-07-01',
    until: null,
    succeeds: 'NHS South West London clinical commissioning group',
  },
] as const;

export interface CountFacts {
  readonly slug: string;
  /** The ready measure that it is; null where the catalogue counts otherwise. */
  readonly catalogueKey: string | null;
  readonly name: string;
  readonly unit: string;
  readonly wording: string;
  /** Kingston, 2010/11, quarters 1 to 4; null where no source gives them. */
  readonly quarters: readonly [number, number, number, number] | null;
}

/** The four components of serious acquisitive crime, and the violence measures that have targets but no figures. */
export const POLICE_COUNTS: readonly CountFacts[] = [
  {
    slug: 'residential-burglary',
    catalogueKey: 'P6',
    name: 'Residential burglary',
    unit: 'offences',
    wording: 'Burglaries of a dwelling recorded by the police in the borough.',
    quarters: [126, 135, 210, 166],
  },
  {
    slug: 'robbery',
    catalogueKey: null,
    name: 'Robbery',
    unit: 'offences',
    wording: 'Robberies of a person and of a business recorded by the police in the borough.',
    quarters: [52, 44, 68, 64],
  },
  {
    slug: 'theft-from-motor-vehicle',
    catalogueKey: 'P8a',
    name: 'Theft from a motor vehicle',
    unit: 'offences',
    wording: 'Thefts from a motor vehicle recorded by the police in the borough.',
    quarters: [152, 228, 154, 123],
  },
  {
    slug: 'theft-or-taking-of-motor-vehicle',
    catalogueKey: 'P8b',
    name: 'Theft or taking of a motor vehicle',
    unit: 'offences',
    wording: 'Thefts and unauthorised takings of a motor vehicle recorded by the police in the borough.',
    quarters: [38, 57, 44, 34],
  },
  {
    slug: 'most-serious-violence',
    catalogueKey: 'P12',
    name: 'Most serious violence',
    unit: 'offences',
    wording: 'Offences in the most serious violence group as counted in 2010/11.',
    quarters: null,
  },
  {
    slug: 'serious-youth-violence',
    catalogueKey: 'P13',
    name: 'Serious youth violence',
    unit: 'victims',
    wording: 'Victims aged 1 to 19 of serious violence, including gun and knife crime.',
    quarters: null,
  },
  {
    slug: 'gun-crime',
    catalogueKey: 'P15a',
    name: 'Gun crime',
    unit: 'offences',
    wording: 'Offences in which a gun was used or its use was threatened.',
    quarters: null,
  },
  {
    slug: 'knife-crime',
    catalogueKey: 'P14a',
    name: 'Knife crime',
    unit: 'offences',
    wording: 'Offences in which a knife was used or its use was threatened.',
    quarters: null,
  },
];

export const NO_QUARTERLY_FIGURE = 'The published sources hold no quarterly figure for Kingston';

export const SERIOUS_ACQUISITIVE_CRIME = {
  slug: 'serious-acquisitive-crime',
  catalogueKey: 'P11',
  name: 'Serious acquisitive crime',
  unit: 'offences',
  wording:
    'Residential burglary, robbery, theft from a motor vehicle, and theft or taking of a motor vehicle, added up. ' +
    'It is worked out from its four parts and never reported.',
  componentSlugs: [
    'residential-burglary',
    'robbery',
    'theft-from-motor-vehicle',
    'theft-or-taking-of-motor-vehicle',
  ],
} as const;

export interface TargetFacts {
  readonly slug: string;
  readonly reductionPercent: string;
  /** The 2009/10 count: best value and the range that the rounding leaves; null where no count was published. */
  readonly baseline: { readonly best: number; readonly lowest: number; readonly highest: number } | null;
}

/** "Priorities for 2010/11". Serious acquisitive crime: 646 + 262 + 656 + 190 = 1,754. */
export const TARGETS: readonly TargetFacts[] = [
  {
    slug: 'serious-acquisitive-crime',
    reductionPercent: '4.5',
    baseline: { best: 1754, lowest: 1744, highest: 1765 },
  },
  { slug: 'most-serious-violence', reductionPercent: '2.0', baseline: null },
  {
    slug: 'serious-youth-violence',
    reductionPercent: '1.0',
    baseline: { best: 102, lowest: 102, highest: 102 },
  },
  { slug: 'gun-crime', reductionPercent: '3.5', baseline: { best: 22, lowest: 22, highest: 22 } },
  { slug: 'knife-crime', reductionPercent: '1.0', baseline: { best: 116, lowest: 116, highest: 116 } },
];

export interface AnnualFacts {
  readonly slug: string;
  /** Best value and the range that the rounding of the published percentage leaves: lowest, best, highest. */
  readonly before: readonly [number, number, number];
  readonly after: readonly [number, number, number];
}

/** "How did Kingston perform during 2009/10?": 2008/09 worked back from the change, 2009/10 from both. */
export const ANNUAL_COUNTS: readonly AnnualFacts[] = [
  { slug: 'residential-burglary', before: [606, 610, 615], after: [642, 646, 651] },
  { slug: 'robbery', before: [265, 269, 274], after: [258, 262, 267] },
  { slug: 'theft-from-motor-vehicle', before: [840, 842, 843], after: [654, 656, 657] },
  { slug: 'theft-or-taking-of-motor-vehicle', before: [303, 303, 303], after: [190, 190, 190] },
  { slug: 'serious-acquisitive-crime', before: [2014, 2024, 2035], after: [1744, 1754, 1765] },
  { slug: 'serious-youth-violence', before: [127, 127, 127], after: [102, 102, 102] },
  { slug: 'knife-crime', before: [137, 137, 137], after: [116, 116, 116] },
  { slug: 'gun-crime', before: [17, 17, 17], after: [22, 22, 22] },
];

/** One measure for each of the other authorities, ours and not the plan's, so that each has a return to make. */
export const ILLUSTRATIVE_COUNTS = [
  {
    kind: 'council',
    slug: 'antisocial-behaviour-reports',
    catalogueKey: 'C1a',
    name: 'Antisocial behaviour reported to the council (illustrative)',
    unit: 'reports',
    direction: 'reporting',
    wording: 'Reports of antisocial behaviour made to the council. A rise may mean that more people report.',
  },
  {
    kind: 'fire',
    slug: 'deliberate-secondary-fires',
    catalogueKey: 'F3',
    name: 'Deliberate secondary fires (illustrative)',
    unit: 'fires',
    direction: 'lower',
    wording: 'Deliberate fires of rubbish, grass and the like attended by the fire brigade.',
  },
  {
    kind: 'probation',
    slug: 'orders-completed',
    catalogueKey: 'R4b',
    name: 'Orders and licences completed (illustrative)',
    unit: 'orders and licences',
    direction: 'higher',
    wording: 'Community orders and licences that ran their course without recall or revocation.',
  },
  {
    kind: 'health',
    slug: 'violence-admissions',
    catalogueKey: 'H1',
    name: 'Hospital admissions for violence (illustrative)',
    unit: 'admissions',
    direction: 'lower',
    wording: 'Emergency admissions of residents for assault (ICD-10 X85 to Y09).',
  },
] as const;
