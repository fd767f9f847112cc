import { calendarDate } from '@lib/kernel';
import { type CodeList, labelKey, meaningOf } from '../domain/code-list.js';
import { MOPAC_MEASURES } from './mopac-measures.js';
import { ONS_OFFENCES } from './ons-offences.js';
import { POPULATION_MEASURES } from './population-measures.js';

const DAY = calendarDate('2025-04-24');

describe.each<[string, CodeList]>([
  ['ONS offences', ONS_OFFENCES],
  ['MOPAC measures', MOPAC_MEASURES],
  ['population', POPULATION_MEASURES],
])('the code list of %s', (_, list) => {
  it('has every key and every name of a file once', () => {
    const keys = list.series.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const labels = list.series.flatMap((one) =>
      one.labels.map((label) => labelKey(typeof label === 'string' ? label : label.label)),
    );
    expect(new Set(labels).size).toBe(labels.length);
  });
});

it.each([
  [ONS_OFFENCES, 'Total recorded crime\n (excluding fraud)', 'recorded-crime'],
  [ONS_OFFENCES, 'Residential burglary', 'burglary-residential'],
  [ONS_OFFENCES, 'Residential burglary (per 1,000 population)', 'burglary-residential-rate'],
  [ONS_OFFENCES, 'Residential burglary (per 1,000 household)', 'burglary-residential-household-rate'],
  [ONS_OFFENCES, 'Fraud', null],
  [MOPAC_MEASURES, '"Good Job" local', 'police-do-a-good-job'],
  [MOPAC_MEASURES, 'Trust MPS', 'trusts-police'],
])('what a name means: %#', (list, label, key) => expect(meaningOf(list, label, DAY)).toBe(key));

it('adds up nothing twice', () => {
  const parts = ONS_OFFENCES.series.filter(({ addsUp }) => addsUp !== false).map(({ key }) => key);
  expect(parts).toHaveLength(19);
  expect(parts).not.toContain('burglary');
  expect(parts).toContain('burglary-residential');
});
