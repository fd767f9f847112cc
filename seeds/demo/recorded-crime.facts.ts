/**
 * What is published of crime in Kingston upon Thames, by financial quarter: numbers as their publishers issued them, with
 * the source and the release named once. Contains public sector information licensed under the Open Government Licence
 * v3.0. Police recorded crime is management information and no accredited official statistics.
 */

/** The quarters of every row below start with April to June 2022. */
export const FIRST_YEAR = 2022;

/** A quarter is the sum of its three months. */
export const BOROUGH_FILE = {
  source: 'MPS Borough Level Crime (Metropolitan Police Service, London Datastore)',
  release: 'March 2026 release',
} as const;

/** The last of each row is October to December 2025. By key of the catalogue of ready measures. */
export const BOROUGH_OFFENCES = {
  /** All rows of the borough: total notifiable offences. */
  P1: [2933, 2767, 2966, 2987, 3104, 3110, 2886, 2738, 2798, 3012, 2723, 2910, 2903, 3001, 3147],
  /** Violence with injury. */
  P2: [254, 264, 248, 250, 251, 274, 277, 259, 225, 245, 179, 232, 218, 257, 254],
  /** Robbery of personal property. */
  P5a: [40, 32, 56, 42, 47, 35, 19, 44, 28, 23, 39, 30, 29, 29, 42],
  /** Robbery of business property. */
  P5b: [8, 7, 6, 15, 9, 10, 12, 13, 28, 12, 26, 18, 28, 33, 21],
  /** Residential burglary under each of its names, and never what is not residential. */
  P6: [109, 87, 161, 167, 157, 156, 125, 126, 85, 83, 124, 116, 109, 119, 116],
  /** Burglary, business and community. */
  P7: [30, 55, 41, 55, 66, 52, 42, 35, 48, 36, 35, 39, 45, 40, 51],
  /** Theft from a vehicle. */
  P8a: [183, 175, 195, 150, 123, 169, 117, 119, 108, 113, 102, 107, 124, 118, 155],
  /** Theft or unauthorised taking of a motor vehicle. */
  P8b: [75, 72, 110, 73, 95, 92, 97, 79, 104, 116, 102, 71, 117, 81, 76],
  /** Theft from the person. */
  P9: [147, 87, 143, 137, 148, 111, 154, 121, 151, 122, 142, 125, 99, 96, 115],
  /** Shoplifting. */
  P10: [194, 157, 194, 226, 255, 248, 282, 315, 379, 443, 367, 426, 407, 405, 406],
  /** Rape. */
  P20a: [29, 38, 22, 29, 28, 19, 25, 24, 28, 29, 28, 25, 24, 44, 46],
  /** Other sexual offences. */
  P20b: [46, 63, 62, 57, 58, 58, 60, 48, 65, 62, 51, 73, 75, 64, 74],
} as const;

/** Offences by the month in which they were recorded. */
export const DASHBOARD = {
  source: 'MPS Monthly Crime Dashboard (Metropolitan Police Service, London Datastore)',
  release: 'August 2025 release',
} as const;

/** The release ends in July 2025: the last of each row is April to June 2025. */
export const DASHBOARD_OFFENCES = {
  /** Knife crime. */
  P14a: [12, 22, 13, 19, 32, 19, 22, 26, 23, 47, 44, 21, 21],
  /** Domestic abuse. */
  P16a: [294, 304, 286, 286, 298, 309, 267, 263, 238, 259, 242, 254, 281],
  /** Hate crime, all strands. */
  P22f: [91, 83, 68, 78, 109, 80, 104, 71, 80, 90, 68, 72, 89],
} as const;

export const AFTER_THE_DASHBOARD = 'The release at hand (August 2025) ends in July 2025';

/** What was published when the plan was adopted. Its later releases count each earlier month anew, mostly lower. */
export const FIRST_PUBLISHED = {
  source: BOROUGH_FILE.source,
  release: 'February 2024 release, the newest when the plan was adopted',
} as const;

/** The year 2022/23, quarters 1 to 4, as first published. */
export const FIRST_PUBLISHED_2022 = {
  P1: [3156, 2964, 3183, 3193],
  P2: [275, 289, 258, 272],
  P5a: [51, 33, 62, 48],
  P5b: [9, 7, 7, 17],
  P6: [114, 88, 168, 171],
  P7: [32, 55, 48, 55],
  P8a: [181, 181, 199, 154],
  P8b: [76, 74, 115, 79],
  P9: [150, 95, 149, 141],
  P10: [200, 162, 198, 232],
} as const;

/** MOPAC Public Attitude Survey: residents of the borough who agree, each in the twelve months up to the quarter. */
export const SURVEY = {
  source: 'MOPAC Public Attitude Survey (Mayor’s Office for Policing and Crime, London Datastore)',
  release: 'quarters to December 2023',
} as const;

/** Percentages as published; the last of each row is October to December 2023. */
export const SURVEY_PERCENTAGES = {
  /** "Good Job" local. */
  S1b: [58, 58, 53, 51, 47, 47, 51],
  /** Trust MPS. */
  S2a: [77, 78, 76, 78, 76, 72, 72],
} as const;

export const AFTER_THE_SURVEY = 'The file at hand ends in December 2023';
