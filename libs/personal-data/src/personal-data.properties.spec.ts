import { assert, constantFrom, date, integer, property, tuple } from 'fast-check';
import { personalDataIn } from './personal-data.js';

const kindsIn = (text: string) => personalDataIn(text).map(({ kind }) => kind);

/** The first nine digits, and the digit that checks them; none for about one in eleven. */
const numbered = integer({ min: 0, max: 999_999_999 })
  .map((number) => String(number).padStart(9, '0'))
  .map((nine) => ({ nine, check: checkOf(nine) }))
  .filter(({ check }) => check < 10);
const written = constantFrom<(ten: string) => string>(
  (ten) => ten,
  (ten) => ten.replace(/(...)(...)(....)/, '$1 $2 $3'),
  (ten) => ten.replace(/(...)(...)(....)/, '$1-$2-$3'),
);
const sentence = constantFrom<(text: string) => string>(
  (text) => text,
  (text) => `Seen under ${text}, twice.`,
  (text) => `No.${text}`,
  (text) => `In 2026 (${text})`,
);

/** Written another way than in the code that is tested: the ten digits, so weighed, add up to a multiple of 11. */
function checkOf(nine: string): number {
  for (let check = 0; check < 10; check++) {
    let sum = 0;
    for (const [index, digit] of Array.from(`${nine}${check}`).entries()) sum += Number(digit) * (10 - index);
    if (sum % 11 === 0) return check;
  }
  return 10;
}

describe('personal data in a text, whatever is written', () => {
  it('always has a valid NHS number in it', () => {
    assert(
      property(numbered, written, sentence, ({ nine, check }, write, say) => {
        expect(kindsIn(say(write(`${nine}${check}`)))).toEqual(['nhs-number']);
      }),
      { numRuns: 2000 },
    );
  });

  it('never has one whose last digit is wrong', () => {
    assert(
      property(
        numbered,
        integer({ min: 1, max: 9 }),
        written,
        sentence,
        ({ nine, check }, off, write, say) => {
          expect(kindsIn(say(write(`${nine}${(check + off) % 10}`)))).not.toContain('nhs-number');
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is never a figure, a share or money', () => {
    const figure = integer({ min: 0, max: 999_999_999 });
    assert(
      property(figure, figure, (one, other) => {
        const [a, b] = [one.toLocaleString('en-GB'), other.toLocaleString('en-GB')];
        const texts = [
          `${a} to ${b}`,
          `${one} ${other}`,
          `£${a}`,
          `${one / 10}%`,
          `${a}, ${b}`,
          `${one}; ${other}`,
        ];
        for (const text of texts) expect([text, kindsIn(text)]).toEqual([text, []]);
      }),
      { numRuns: 2000 },
    );
  });

  it('is never a day, a quarter or a year', () => {
    const day = date({ min: new Date('1990-01-01'), max: new Date('2049-12-31'), noInvalidDate: true });
    assert(
      property(tuple(day, day), (days) => {
        const [one, other] = days.map((given) => given.toISOString().slice(0, 10));
        const [year, month, number] = one!.split('-') as [string, string, string];
        const next = String(Number(year) + 1).slice(2);
        const texts = [
          ...[one!, `${one} ${other}`, `${number}/${month}/${year}`, `${number}.${month}.${year}`],
          ...[`${number} ${month} ${year}`, `${Number(number)} ${Number(month)} ${year} ${number} ${month}`],
          ...[
            `${year}/${next}`,
            `Q3 ${year}/${next}`,
            `${year}-${next}`,
            `${number}/${month}/${year.slice(2)}`,
          ],
        ];
        for (const text of texts) expect([text, kindsIn(text)]).toEqual([text, []]);
      }),
      { numRuns: 2000 },
    );
  });

  it('is never a reference of the law', () => {
    const section = tuple(
      integer({ min: 1, max: 999 }),
      constantFrom('', 'A', 'B', 'ZA'),
      integer({ min: 1, max: 20 }),
    );
    assert(
      property(
        section,
        integer({ min: 1987, max: 2049 }),
        integer({ min: 1, max: 4000 }),
        (parts, year, number) => {
          const [of, letter, sub] = parts;
          const texts = [
            ...[
              `section ${of}${letter}(${sub})`,
              `s${of}${letter}`,
              `S${of} ${sub}A`,
              `regulation ${of}(${sub})(a)`,
            ],
            ...[
              `SI ${year}/${number}`,
              `S.I. ${year} No. ${number}`,
              `${year} c. ${of}`,
              `Act ${year}, sch ${sub}`,
            ],
          ];
          for (const text of texts) expect([text, kindsIn(text)]).toEqual([text, []]);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
