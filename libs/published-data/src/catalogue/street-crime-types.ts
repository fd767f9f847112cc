import type { CodeList } from '../domain/code-list.js';

/** The crime types of data.police.uk since 2013, and those that went before. https://data.police.uk/about/ */
export const STREET_CRIME_TYPES: CodeList = {
  series: [
    {
      key: 'antisocial-behaviour',
      name: 'Antisocial behaviour',
      labels: ['Anti-social behaviour'],
      addsUp: false,
    },
    { key: 'bicycle-theft', name: 'Bicycle theft', labels: ['Bicycle theft'] },
    { key: 'burglary', name: 'Burglary', labels: ['Burglary'] },
    {
      key: 'criminal-damage-and-arson',
      name: 'Criminal damage and arson',
      labels: ['Criminal damage and arson'],
    },
    { key: 'drugs', name: 'Drugs', labels: ['Drugs'] },
    { key: 'other-crime', name: 'Other crime', labels: ['Other crime'] },
    { key: 'other-theft', name: 'Other theft', labels: ['Other theft'] },
    { key: 'possession-of-weapons', name: 'Possession of weapons', labels: ['Possession of weapons'] },
    { key: 'public-order', name: 'Public order', labels: ['Public order'] },
    {
      key: 'public-disorder-and-weapons',
      name: 'Public disorder and weapons',
      labels: ['Public disorder and weapons'],
    },
    { key: 'robbery', name: 'Robbery', labels: ['Robbery'] },
    { key: 'shoplifting', name: 'Shoplifting', labels: ['Shoplifting'] },
    { key: 'theft-from-person', name: 'Theft from the person', labels: ['Theft from the person'] },
    { key: 'vehicle-crime', name: 'Vehicle crime', labels: ['Vehicle crime'] },
    { key: 'violent-crime', name: 'Violent crime', labels: ['Violent crime'] },
    {
      key: 'violence-and-sexual-offences',
      name: 'Violence and sexual offences',
      labels: ['Violence and sexual offences'],
    },
  ],
  whole: { key: 'recorded-crime', name: 'All crime, without antisocial behaviour' },
};
