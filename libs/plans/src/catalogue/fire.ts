import { type CatalogueGroup, count, partOf } from './ready-measure.js';

const PRESCRIBED = 'One of the classes that SI 2007/1831 prescribes (Schedule, paragraphs 3 and 4).';
const attended = (what: string) => `${what} that the brigade attended in the borough.`;

/** Catalogue, part 5: what the fire and rescue authority returns. */
export const FIRE: CatalogueGroup = {
  key: 'fire',
  name: 'Fire',
  returnedBy: 'fire',
  source: 'London Fire Brigade incident records (London Datastore)',
  isSourceConfirmed: true,
  publicationLag: 'Published every month',
  measures: [
    count('F1', 'lower', 'Deliberate primary fires', 'fires', attended('Primary fires set on purpose'), {
      exclusions: 'Vehicles',
      caveats: PRESCRIBED,
    }),
    count(
      'F2',
      'lower',
      'Deliberate primary vehicle fires',
      'fires',
      attended('Primary fires of vehicles, set on purpose,'),
      { caveats: PRESCRIBED },
    ),
    count(
      'F3',
      'lower',
      'Deliberate secondary fires',
      'fires',
      attended('Outdoor and rubbish fires set on purpose'),
      {
        caveats: PRESCRIBED,
      },
    ),
    count(
      'F4',
      'lower',
      'Violence against fire crews',
      'incidents',
      'Incidents in the borough in which a fire crew was attacked.',
      { caveats: PRESCRIBED },
    ),
    count(
      'F5',
      'lower',
      'Dwelling fires without a smoke alarm',
      'fires',
      attended('Fires in dwellings in which no smoke alarm was fitted'),
      { caveats: PRESCRIBED },
    ),
    count('F6', 'lower', 'Malicious false alarms', 'alarms', attended('Malicious false alarms'), {
      caveats: PRESCRIBED,
    }),
    count('F7', 'lower', 'Accidental dwelling fires', 'fires', attended('Accidental fires in dwellings'), {
      caveats: 'Kept apart from fires that are set on purpose.',
    }),
    count(
      'F8a',
      'higher',
      'Home fire safety visits',
      'visits',
      'Home fire safety visits made in the borough.',
      { caveats: 'What the brigade does, not what comes of it.' },
    ),
    partOf(
      'F8a',
      'F8b',
      'higher',
      'Home fire safety visits to households at high risk',
      'visits',
      'Home fire safety visits made in the borough to households at high risk.',
    ),
  ],
  notReady: [],
};
