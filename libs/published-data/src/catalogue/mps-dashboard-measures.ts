import type { CodeList, SeriesDefinition } from '../domain/code-list.js';

/** Offences, and positive outcomes in the month in which they were reached: they can outnumber the offences. */
function pair(key: string, name: string, ...labels: string[]): SeriesDefinition[] {
  return [
    { key, name, labels: labels.map((label) => `${label} / Offences`), addsUp: false },
    {
      key: `${key}-positive-outcomes`,
      name: `${name}: positive outcomes`,
      labels: labels.map((label) => `${label} / Positive Outcomes`),
      addsUp: false,
    },
  ];
}

const EVERYWHERE = [
  'domestic-abuse',
  'domestic-abuse-with-injury',
  'hate-crime',
  'racist-hate-crime',
  'racist-and-religious-hate-crime',
  'knife-crime',
  'victim-based',
  'non-victim-based',
];

const SERIES = [
  ...pair('domestic-abuse', 'Domestic abuse', 'Domestic Abuse'),
  ...pair('domestic-abuse-with-injury', 'Domestic abuse with injury', 'Domestic Abuse Violence with Injury'),
  ...pair('hate-crime', 'Hate crime, all strands', 'Hate crime'),
  ...pair('racist-and-religious-hate-crime', 'Racist and religious hate crime', 'Racist and Religious Crime'),
  ...pair('racist-hate-crime', 'Racist hate crime', 'Racist Crime'),
  ...pair('homophobic-hate-crime', 'Homophobic hate crime', 'Homophobic Crime'),
  ...pair('faith-hate-crime', 'Faith hate crime', 'Faith Crime'),
  ...pair('islamophobic-hate-crime', 'Islamophobic hate crime', 'Islamophobic Crime'),
  ...pair('antisemitic-hate-crime', 'Antisemitic hate crime', 'AntiSemitic'),
  ...pair('disability-hate-crime', 'Disability hate crime', 'Disability Crime'),
  ...pair('transphobic-hate-crime', 'Transphobic hate crime', 'Transphobic Crime'),
  ...pair('knife-crime', 'Knife crime', 'Knife Crime'),
  ...pair('knife-crime-with-injury', 'Knife crime with injury', 'Knife Crime with Injury'),
  ...pair(
    'knife-crime-personal-robbery',
    'Knife crime with injury in personal robbery',
    'Knife Crime with Injury (Personal Robbery)',
  ),
  ...pair('knife-injury-victims', 'Victims under 25 of knife injury', 'Knife Injury Victims (1-24)'),
  ...pair(
    'knife-injury-victims-not-domestic',
    'Victims under 25 of knife injury that is no domestic abuse',
    'Knife Injury Victims (non DA 1-24)',
  ),
  ...pair('gun-crime', 'Gun crime', 'Gun Crime'),
  ...pair('gun-crime-personal-robbery', 'Gun crime in personal robbery', 'Gun Crime Personal Robbery'),
  ...pair('lethal-barrel-discharge', 'Lethal-barrelled firearm discharges', 'Lethal Barrel Discharge'),
  ...pair('robbery-of-phone', 'Robbery of a mobile phone', 'Robbery Mobile phone'),
  ...pair('theft-of-phone', 'Theft of a mobile phone from the person', 'Theft Person - Mobile phone'),
  ...pair('victim-based', 'Victim-based offences', 'TNO Victim Based'),
  ...pair('non-victim-based', 'Offences without a victim', 'TNO Non Victim Based'),
].map((series) => ({ ...series, ...(EVERYWHERE.includes(series.key) && { everywhere: true as const }) }));

/**
 * What the Monthly Crime Dashboard counts, as “sub-type / measure”. Nothing here adds up: hate crime holds racist and
 * religious crime, which holds racist crime, and one offence can be under several.
 */
export const MPS_DASHBOARD_MEASURES: CodeList = { series: SERIES, whole: null };
