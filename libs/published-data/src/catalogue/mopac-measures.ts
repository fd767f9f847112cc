import type { CodeList, SeriesDefinition } from '../domain/code-list.js';

/** Shares of people who were asked: of no two of them is the sum anything. */
const share = (key: string, name: string, ...labels: string[]): SeriesDefinition => ({
  ...{ key, name, labels },
  addsUp: false,
});

/**
 * What the Public Attitude Survey of the Mayor’s Office for Policing and Crime measures in each borough. The quotation
 * marks are part of a name. Trust has been asked about in these files since the quarter to March 2016.
 */
export const MOPAC_MEASURES: CodeList = {
  series: [
    share(
      'police-do-a-good-job',
      'Police do a good job in the local area',
      '"Good Job" local',
      'Good Job local',
    ),
    share('knows-ward-officer', 'Knows how to contact the ward officer', 'Contact ward officer'),
    share('informed-locally', 'Feels well informed about local policing', 'Informed local'),
    share('police-listen', 'Police listen to the concerns of local people', 'Listen to concerns'),
    share('police-are-there', 'Police can be relied on to be there', 'Relied on to be there'),
    share('police-treat-fairly', 'Police treat everyone fairly', 'Treat everyone fairly'),
    share('trusts-police', 'Trust in the Metropolitan Police Service', 'Trust MPS'),
    share('police-understand-issues', 'Police understand local issues', 'Understand issues'),
  ],
  whole: null,
};
