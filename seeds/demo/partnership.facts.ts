/** The records of the demonstration start here; the authorities themselves are older. */
const RECORDS_START = '2022-04-01';

/** Section 5 of the Crime and Disorder Act 1998; the health body of today took over in July 2022. */
export const AUTHORITIES = [
  { kind: 'council', name: 'Royal Borough of Kingston upon Thames', from: RECORDS_START, until: null },
  { kind: 'police', name: 'Metropolitan Police Service', from: RECORDS_START, until: null },
  { kind: 'fire', name: 'London Fire Brigade', from: RECORDS_START, until: null },
  { kind: 'probation', name: 'Probation Service, London', from: RECORDS_START, until: null },
  {
    kind: 'health',
    name: 'NHS South West London clinical commissioning group',
    from: RECORDS_START,
    until: '2022-07-01',
  },
  {
    kind: 'health',
    name: 'NHS South West London integrated care board',
    from: '2022-07-01',
    until: null,
    succeeds: 'NHS South West London clinical commissioning group',
  },
] as const;
