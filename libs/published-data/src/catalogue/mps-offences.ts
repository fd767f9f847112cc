import { calendarDate } from '@lib/kernel';
import type { CodeList, SeriesDefinition } from '../domain/code-list.js';

const STALKING_BY_ITSELF = calendarDate('2026-03-01');

const violence = (minor: string) => `VIOLENCE AGAINST THE PERSON / ${minor}`;
const misc = (minor: string) => `MISCELLANEOUS CRIMES AGAINST SOCIETY / ${minor}`;

const SERIES: readonly SeriesDefinition[] = [
  {
    key: 'arson',
    name: 'Arson',
    labels: ['ARSON AND CRIMINAL DAMAGE / ARSON'],
  },
  {
    key: 'criminal-damage',
    name: 'Criminal damage',
    labels: ['ARSON AND CRIMINAL DAMAGE / CRIMINAL DAMAGE'],
    everywhere: true,
  },
  {
    key: 'burglary-residential',
    name: 'Residential burglary',
    // Six names for one thing, up to four of them side by side in one file: they are added up.
    labels: [
      'BURGLARY / DOMESTIC BURGLARY',
      'BURGLARY / BURGLARY IN A DWELLING',
      'BURGLARY / BURGLARY - RESIDENTIAL',
      'BURGLARY / BURGLARY RESIDENTIAL',
      'BURGLARY / RES BURGLARY OF A HOME',
      'BURGLARY / RES BURGLARY OF UNCONNECTED BUILDING',
    ],
    everywhere: true,
  },
  {
    key: 'burglary-business',
    name: 'Burglary of businesses and community premises',
    labels: ['BURGLARY / BURGLARY BUSINESS AND COMMUNITY', 'BURGLARY / BURGLARY - BUSINESS AND COMMUNITY'],
    everywhere: true,
  },
  {
    key: 'burglary-non-dwelling',
    name: 'Burglary other than in a dwelling, as counted before 2017',
    labels: ['BURGLARY / BURGLARY NON-DWELLING'],
  },
  {
    key: 'drug-trafficking',
    name: 'Trafficking of drugs',
    labels: ['DRUG OFFENCES / DRUG TRAFFICKING', 'DRUG OFFENCES / TRAFFICKING OF DRUGS'],
    everywhere: true,
  },
  {
    key: 'drug-possession',
    name: 'Possession of drugs',
    labels: ['DRUG OFFENCES / POSSESSION OF DRUGS'],
    everywhere: true,
  },
  {
    key: 'fraud-and-forgery',
    name: 'Fraud and forgery',
    labels: [
      'FRAUD AND FORGERY / FRAUD AND FORGERY',
      'HISTORICAL FRAUD AND FORGERY / HISTORICAL FRAUD AND FORGERY',
    ],
  },
  { key: 'nfib-fraud', name: 'Fraud taken on from the NFIB', labels: ['NFIB FRAUD / NFIB'] },
  {
    key: 'misc-crimes-against-society',
    name: 'Miscellaneous crimes against society',
    // One line since 2024; before that, what it is made of. Names end after 50 characters.
    labels: [
      misc('MISC CRIMES AGAINST SOCIETY'),
      misc('Absconding from Lawful Custody'),
      misc('Aiding Suicide'),
      misc('Bail Offences'),
      misc('Bigamy'),
      misc('Concealing an Infant Death Close to Birth'),
      misc('Dangerous Driving'),
      misc('Disclosure, Obstruction, False or Misleading State'),
      misc('Exploitation of Prostitution'),
      misc('Forgery or Use of Drug Prescription'),
      misc('Fraud or Forgery Associated with Driver Records'),
      misc('Going Equipped for Stealing'),
      misc('Handling Stolen Goods'),
      misc('Making, Supplying or Possessing Articles for use i'),
      misc('Obscene Publications'),
      misc('Offender Management Act'),
      misc('Other Forgery'),
      misc('Other Notifiable Offences'),
      misc('Perjury'),
      misc('Perverting Course of Justice'),
      misc('Possession of False Documents'),
      misc('Profitting From or Concealing Proceeds of Crime'),
      misc('Soliciting for Prostitution'),
      misc('Threat or Possession With Intent to Commit Crimina'),
      misc('Wildlife Crime'),
    ],
    everywhere: true,
  },
  {
    key: 'possession-of-weapons',
    name: 'Possession of weapons',
    labels: [
      'POSSESSION OF WEAPONS / POSSESSION OF WEAPONS',
      'POSSESSION OF WEAPONS / Other Firearm Offences',
      'POSSESSION OF WEAPONS / Other Knife Offences',
      'POSSESSION OF WEAPONS / Possession of Article with Blade or Point',
      'POSSESSION OF WEAPONS / Possession of Firearm with Intent',
      'POSSESSION OF WEAPONS / Possession of Firearms Offences',
      'POSSESSION OF WEAPONS / Possession of Other Weapon',
    ],
  },
  {
    key: 'other-public-order',
    name: 'Other offences against the state, or public order',
    labels: [
      'PUBLIC ORDER OFFENCES / OTHER OFFENCES PUBLIC ORDER',
      'PUBLIC ORDER OFFENCES / Other Offences Against the State, or Public Order',
    ],
    everywhere: true,
  },
  {
    key: 'public-fear-alarm-distress',
    name: 'Public fear, alarm or distress',
    labels: ['PUBLIC ORDER OFFENCES / PUBLIC FEAR ALARM OR DISTRESS'],
    everywhere: true,
  },
  {
    key: 'hate-public-fear',
    name: 'Racially or religiously aggravated public fear, alarm or distress',
    labels: [
      'PUBLIC ORDER OFFENCES / RACE OR RELIGIOUS AGG PUBLIC FEAR',
      'PUBLIC ORDER OFFENCES / Racially or Religiously Aggravated Public Fear, Al',
    ],
    everywhere: true,
  },
  { key: 'violent-disorder', name: 'Violent disorder', labels: ['PUBLIC ORDER OFFENCES / VIOLENT DISORDER'] },
  {
    key: 'robbery-business',
    name: 'Robbery of a business',
    labels: ['ROBBERY / ROBBERY OF BUSINESS PROPERTY'],
  },
  {
    key: 'robbery-personal',
    name: 'Robbery of personal property',
    labels: ['ROBBERY / ROBBERY OF PERSONAL PROPERTY'],
    everywhere: true,
  },
  { key: 'rape', name: 'Rape', labels: ['SEXUAL OFFENCES / RAPE'] },
  {
    key: 'other-sexual-offences',
    name: 'Other sexual offences',
    labels: ['SEXUAL OFFENCES / OTHER SEXUAL OFFENCES'],
    everywhere: true,
  },
  { key: 'bicycle-theft', name: 'Bicycle theft', labels: ['THEFT / BICYCLE THEFT'] },
  { key: 'other-theft', name: 'Other theft', labels: ['THEFT / OTHER THEFT'], everywhere: true },
  { key: 'shoplifting', name: 'Shoplifting', labels: ['THEFT / SHOPLIFTING'] },
  {
    key: 'theft-from-person',
    name: 'Theft from the person',
    labels: ['THEFT / THEFT FROM PERSON', 'THEFT / THEFT FROM THE PERSON'],
    everywhere: true,
  },
  {
    key: 'aggravated-vehicle-taking',
    name: 'Aggravated vehicle taking',
    labels: ['VEHICLE OFFENCES / AGGRAVATED VEHICLE TAKING'],
  },
  {
    key: 'interfering-with-vehicle',
    name: 'Interfering with a motor vehicle',
    labels: ['VEHICLE OFFENCES / INTERFERING WITH A MOTOR VEHICLE'],
    everywhere: true,
  },
  {
    key: 'theft-from-vehicle',
    name: 'Theft from a motor vehicle',
    labels: ['VEHICLE OFFENCES / THEFT FROM A VEHICLE', 'VEHICLE OFFENCES / THEFT FROM A MOTOR VEHICLE'],
    everywhere: true,
  },
  {
    key: 'theft-of-vehicle',
    name: 'Theft or taking of a motor vehicle',
    labels: [
      'VEHICLE OFFENCES / THEFT OR TAKING OF A MOTOR VEHICLE',
      'VEHICLE OFFENCES / THEFT OR UNAUTH TAKING OF A MOTOR VEH',
    ],
    everywhere: true,
  },
  { key: 'homicide', name: 'Homicide', labels: [violence('HOMICIDE')] },
  {
    key: 'death-by-illegal-driving',
    name: 'Death or serious injury by illegal driving',
    labels: [violence('DEATH SERIOUS INJURY ILLEGAL DRIVING')],
  },
  {
    key: 'stalking-and-harassment',
    name: 'Stalking and harassment',
    labels: [violence('STALKING AND HARASSMENT')],
  },
  {
    key: 'violence-with-injury',
    name: 'Violence with injury',
    labels: [violence('VIOLENCE WITH INJURY')],
    everywhere: true,
  },
  // One name, two meanings: until stalking was given a line of its own, it was counted here.
  {
    key: 'violence-without-injury-and-stalking',
    name: 'Violence without injury, with stalking and harassment',
    labels: [{ label: violence('VIOLENCE WITHOUT INJURY'), releasedUntil: STALKING_BY_ITSELF }],
    everywhere: true,
  },
  {
    key: 'violence-without-injury',
    name: 'Violence without injury',
    labels: [{ label: violence('VIOLENCE WITHOUT INJURY'), releasedFrom: STALKING_BY_ITSELF }],
    everywhere: true,
  },
];

/**
 * What the Metropolitan Police Service's borough and ward files have called each offence, as “major / minor”. Read from
 * the releases of February and November 2024, August 2025 and March 2026.
 */
export const MPS_OFFENCES: CodeList = {
  series: SERIES,
  whole: { key: 'recorded-crime', name: 'Total notifiable offences' },
};
