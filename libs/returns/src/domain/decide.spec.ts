import { type Actor, Decimal, FinancialQuarter, unreachableStates } from '@lib/kernel';
import { decide, type ReturnCase } from './decide.js';
import { counted } from './figure-entry.js';
import type { Commentary, EnteredFigure, ReturnLine, ReturnState } from './quarterly-return.js';
import { returnContentHash } from './return-content.js';
import { RETURN_TRANSITIONS } from './return-transitions.js';

const person = (personId: string): Actor => ({ personId, name: personId, grants: [] });
const line = (number: number): ReturnLine => ({
  id: `line-${number}`,
  number,
  measureId: `measure-${number}`,
  definitionId: `definition-${number}`,
  targetId: null,
  label: `Measure ${number}`,
  unit: 'offences',
  wording: '',
  countedBy: 'quarter',
});
const figure = (number: number, value: string, enteredBy = 'officer'): EnteredFigure => ({
  lineId: `line-${number}`,
  entry: counted(new Decimal(value)),
  enteredBy,
  rightBecause: null,
  found: null,
});

function returnCase(state: ReturnState, figures: EnteredFigure[], submitted = figures): ReturnCase {
  const lines = [line(1), line(2)];
  const quarterlyReturn = {
    id: 'return',
    partnershipId: 'kingston',
    authorityId: 'police',
    formId: 'form',
    formVersionId: 'version',
    quarter: FinancialQuarter.of(2010, 1),
    revision: 1,
    restates: null,
    state,
    version: 3,
  };
  const contentSha256 = returnContentHash(quarterlyReturn, lines, submitted, []);
  return {
    quarterlyReturn,
    lines,
    figures,
    commentary: [],
    submission: state === 'draft' ? null : { leadsTo: 'submitted', by: 'sender', contentSha256 },
  };
}

const BOTH = [figure(1, '126'), figure(2, '0')];
const seen = (subject: ReturnCase) => ({ contentSha256: subject.submission!.contentSha256 });

describe('the lifecycle of a return', () => {
  it('has no state that cannot be reached', () => {
    expect(unreachableStates(RETURN_TRANSITIONS, 'draft')).toEqual([]);
  });

  it('is sent when every line says something; zero says something', () => {
    expect(decide(returnCase('draft', BOTH), { action: 'submit', by: person('officer') }).to).toBe(
      'submitted',
    );
  });

  it('is not sent with a blank line, and says which', () => {
    const submit = () =>
      decide(returnCase('draft', [figure(1, '126')]), { action: 'submit', by: person('officer') });
    expect(submit).toThrow('Enter a figure, or say why there is none, for: Measure 2.');
  });

  it('is approved by another person, on the content that was sent', () => {
    const subject = returnCase('submitted', BOTH);
    expect(decide(subject, { action: 'approve', by: person('approver'), ...seen(subject) }).to).toBe(
      'approved',
    );
  });

  it.each(['sender', 'officer'])('is not decided by %s, who sent it or entered a figure', (who) => {
    const subject = returnCase('submitted', BOTH);
    for (const action of ['approve', 'sendBack'] as const)
      expect(() => decide(subject, { action, by: person(who), comment: 'x', ...seen(subject) })).toThrow(
        'You entered or sent figures of this return',
      );
  });

  it('is not approved when a figure is not what was sent, or not what the approver saw', () => {
    const changed = returnCase('submitted', [figure(1, '125'), figure(2, '0')], BOTH);
    const approve = { action: 'approve', by: person('approver') } as const;
    expect(() => decide(changed, { ...approve, ...seen(changed) })).toThrow('This is not the content');
    expect(() => decide(returnCase('submitted', BOTH), { ...approve, contentSha256: 'old' })).toThrow(
      'This is not the content',
    );
  });

  it('is not approved when a figure was changed after it was sent, though the approver saw the change', () => {
    const changed = returnCase('submitted', [figure(1, '125'), figure(2, '0')], BOTH);
    const contentSha256 = returnContentHash(changed.quarterlyReturn, changed.lines, changed.figures, []);
    expect(() => decide(changed, { action: 'approve', by: person('approver'), contentSha256 })).toThrow(
      'This is not the content',
    );
  });

  it('is sent back only with a comment', () => {
    const subject = returnCase('submitted', BOTH);
    const sendBack = { action: 'sendBack', by: person('approver'), ...seen(subject) } as const;
    expect(() => decide(subject, { ...sendBack, comment: '  ' })).toThrow('Say what has to be put right.');
    expect(decide(subject, { ...sendBack, comment: 'March is missing' }).to).toBe('returned');
  });

  it.each<[ReturnState, 'submit' | 'approve' | 'accept', string]>([
    ['submitted', 'submit', 'waiting for approval'],
    ['approved', 'submit', 'is approved'],
    ['draft', 'approve', 'is a draft'],
    ['accepted', 'approve', 'is accepted'],
    ['submitted', 'accept', 'waiting for approval'],
  ])('that is %s refuses to %s, saying why', (state, action, why) => {
    expect(() => decide(returnCase(state, BOTH), { action, by: person('anybody') })).toThrow(why);
  });
});

describe('the content an approval covers', () => {
  const hash = (figures: EnteredFigure[], lines = [line(1), line(2)], commentary: Commentary[] = []) =>
    returnContentHash(returnCase('draft', figures).quarterlyReturn, lines, figures, commentary);

  it('does not depend on the order in which lines or figures are loaded', () => {
    expect(hash([...BOTH].reverse(), [line(2), line(1)])).toBe(hash(BOTH));
  });

  it('tells a zero from a blank, and one number from another', () => {
    const hashes = [BOTH, [figure(1, '126')], [figure(1, '127'), figure(2, '0')]].map((figures) =>
      hash(figures),
    );
    expect(new Set(hashes).size).toBe(3);
  });

  it('covers the definition and the target a figure was asked under', () => {
    expect(hash(BOTH, [{ ...line(1), targetId: 'another' }, line(2)])).not.toBe(hash(BOTH));
    expect(hash(BOTH, [{ ...line(1), definitionId: 'another' }, line(2)])).not.toBe(hash(BOTH));
  });
});
