import { startTestApp, type TestApp } from './test-app.js';

/** Kingston 2009/10: measure, before and after, and what its page says of them. */
const JUDGED: readonly [string, string, string][] = [
  [
    'residential-burglary',
    '646 offences, against 610 the year before (+5.9%). A difference this size is common by chance.',
    'ratio 1.059 (95% range 0.947 to 1.185); E-test p 0.3099; C-test p 0.3234; √2(√after − √before) +1.016',
  ],
  [
    'robbery',
    '262 offences, against 269 the year before (−2.6%). A difference this size is common by chance.',
    'ratio 0.974 (95% range 0.818 to 1.159); E-test p 0.7622; C-test p 0.7946; √2(√after − √before) −0.304',
  ],
  [
    'theft-from-motor-vehicle',
    '656 offences, against 842 the year before (−22.1%). A fall this size is more than chance explains, for the better.',
    'ratio 0.779 (95% range 0.702 to 0.864); E-test p under 0.0001; C-test p under 0.0001; √2(√after − √before) −4.815',
  ],
  [
    'theft-or-taking-of-motor-vehicle',
    '190 offences, against 303 the year before (−37.3%). A fall this size is more than chance explains, for the better.',
    'ratio 0.627 (95% range 0.520 to 0.754); E-test p under 0.0001; C-test p under 0.0001; √2(√after − √before) −5.123',
  ],
  [
    'serious-youth-violence',
    '102 victims, against 127 the year before (−19.7%). A difference this size is common by chance.',
    'ratio 0.803 (95% range 0.613 to 1.051); E-test p 0.0988; C-test p 0.1125; √2(√after − √before) −1.655',
  ],
  [
    'knife-crime',
    '116 offences, against 137 the year before (−15.3%). A difference this size is common by chance.',
    'ratio 0.847 (95% range 0.655 to 1.092); E-test p 0.1873; C-test p 0.2085; √2(√after − √before) −1.321',
  ],
  [
    'gun-crime',
    '22 offences, against 17 the year before. A difference this size is common by chance.',
    'ratio 1.294 (95% range 0.656 to 2.596); E-test p 0.4319; C-test p 0.5224; √2(√after − √before) +0.802',
  ],
];

describe('Kingston 2009/10, judged again', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  it.each(JUDGED)('%s', async (slug, sentence, numbers) => {
    const board = await test.signedInAs('board@partnership.example');
    const { text } = await board.get(`/partnerships/kingston/measures/${slug}`).expect(200);
    expect(text).toContain(sentence);
    expect(text).toContain(numbers);
  });
});
