import { personalDataIn, type PersonalDataKind } from './personal-data.js';

const PERSONAL: readonly (readonly [text: string, kind: PersonalDataKind, found: string])[] = [
  ['The patient 943 476 5919 was seen', 'nhs-number', '943 476 5919'],
  ['NHS no. 943-476-5919.', 'nhs-number', '943-476-5919'],
  ['(9434765919)', 'nhs-number', '9434765919'],
  ['943\u00a0476\u00a05919', 'nhs-number', '943\u00a0476\u00a05919'],
  ['His number is AB123456C', 'national-insurance-number', 'AB123456C'],
  ['AB 12 34 56 C', 'national-insurance-number', 'AB 12 34 56 C'],
  ['ab-12-34-56-d', 'national-insurance-number', 'ab-12-34-56-d'],
  ['Ring 07700 900123 about it', 'phone-number', '07700 900123'],
  ['07700900123', 'phone-number', '07700900123'],
  ['07700-900-123', 'phone-number', '07700-900-123'],
  ['+44 7700 900123', 'phone-number', '+44 7700 900123'],
  ['+447700900123', 'phone-number', '+447700900123'],
  ['0044 7700 900123', 'phone-number', '0044 7700 900123'],
  ['020 7946 0123', 'phone-number', '020 7946 0123'],
  ['0207 946 0123', 'phone-number', '0207 946 0123'],
  ['(020) 7946 0123', 'phone-number', '(020) 7946 0123'],
  ['+44 (0)20 7946 0123', 'phone-number', '+44 (0)20 7946 0123'],
  ['01632 960123', 'phone-number', '01632 960123'],
  ['0131 496 0123', 'phone-number', '0131 496 0123'],
  ['01204 52012', 'phone-number', '01204 52012'],
  ['Ask jo.bloggs@example.org.', 'email-address', 'jo.bloggs@example.org'],
  ['<jo+csp@sub.example.gov.uk>', 'email-address', 'jo+csp@sub.example.gov.uk'],
  ['The house at KT1 1EU', 'postcode', 'KT1 1EU'],
  ['SW1A 2AA', 'postcode', 'SW1A 2AA'],
  ['w1a1hq', 'postcode', 'w1a1hq'],
  ['kt6 4pe', 'postcode', 'kt6 4pe'],
  ['the man born on 12/03/1990', 'date-of-birth', 'born on 12/03/1990'],
  ['aged 36, born 12 March 1990, of no address', 'date-of-birth', 'born 12 March 1990'],
  ['DOB: 12.3.90', 'date-of-birth', 'DOB: 12.3.90'],
  ['D.O.B. 1990-03-12', 'date-of-birth', 'D.O.B. 1990-03-12'],
  ['date of birth 12th March 1990', 'date-of-birth', 'date of birth 12th March 1990'],
  ['March 12, 1990 (dob)', 'date-of-birth', 'March 12, 1990 (dob'],
  ['See 1234567/26 for it', 'crime-reference', '1234567/26'],
  ['See 01/123456/26', 'crime-reference', '01/123456/26'],
  ['CAD 1234/12MAR26', 'crime-reference', 'CAD 1234/12MAR26'],
  ['cad number 1234/12mar26', 'crime-reference', 'cad number 1234/12mar26'],
  ['CRIS 1234567', 'crime-reference', 'CRIS 1234567'],
  ['crime reference 45260001234', 'crime-reference', 'crime reference 45260001234'],
  ['Crime ref. no: KT/12345', 'crime-reference', 'Crime ref. no: KT/12345'],
  ['crime reference number is 42/12345/26', 'crime-reference', 'crime reference number is 42/12345/26'],
];

const NOBODY = [
  'Residential burglary fell from 3,156 to 2,935, by 7.0%',
  '3156 2935 12345678 1234567890 9434765918',
  '2025/26, Q3 2025/26, 2025-26 and 2010 to 2026',
  'from 31/03/2027 to 1 April 2026, 01.04.2026, 01 04 2026 31 03 2027',
  '2026-04-01T10:00:00Z, 12:30 to 14:45',
  'SI 2007/1831, regulation 12(4)(a), section 17A, S115 and schedule 9ZA',
  'https://data.police.uk/9434765919?phone=07700900123&pc=KT11EU',
  'www.example.gov.uk/07700900123',
  '01985e5c-7700-7700-9001-077009001234',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  'E09000021, E05013928, E01002965 and K02000001',
  '£1,234,567, £12.50 and 1.2 million',
  'the A3, the A307 and the M25 at 9am, junction 10',
  'the wards of KT1 and KT2, SW19, sector KT1 1',
  'the M1 2nd exit, E1 1st floor, and m1 2nd',
  'the plan was born in 2010; born out by the figures of 2025/26',
  'The meeting was on 12 March 2026. Born leaders came',
  '0300 123 4567 or 0800 1111, 101 and 999',
  'crime report 2025/26, crime report 31/03/2027, crime number 4,512, crime 12345',
  'CAD calls rose to 1,234; the CRIS extract of 12/03/2026 has 31,562 rows',
  'BG123456A, QQ123456C, DA123456B, AO123456A, AB123456E',
  '1/3, 12/26, 3156/26 and 24/7',
  'someone@home, @partnership and a@b',
];

describe('personal data in a text', () => {
  it.each(PERSONAL)('%s', (text, kind, found) => {
    expect(personalDataIn(text)).toEqual([{ kind, index: text.indexOf(found), text: found }]);
  });

  it.each(NOBODY)('is not: %s', (text) => {
    expect(personalDataIn(text)).toEqual([]);
  });

  it('is found in the order of the text, and each piece once', () => {
    const text = 'Jo (jo@example.org, 07700 900123), born 12/03/1990, of KT1 1EU: 1234567/26';
    expect(personalDataIn(text).map(({ kind }) => kind)).toEqual([
      ...['email-address', 'phone-number', 'date-of-birth', 'postcode', 'crime-reference'],
    ]);
  });

  it.each([
    '0',
    'born ',
    'a.',
    'crime ref ',
    'CAD ref ref: ',
    'E1 1AA ',
    'KT',
    '07700 ',
    'jan 1 ',
    'jan',
    '1-',
    'a@a.',
    'www.',
  ])('is found in a moment among 200,000 characters of "%s"', (piece) => {
    const text = `${piece.repeat(Math.ceil(200_000 / piece.length))}@`;
    const start = performance.now();
    personalDataIn(text);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
