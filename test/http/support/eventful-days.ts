import { FinancialQuarter } from '@lib/kernel';
import { type KingstonAtWork, MEASURE, Q3 } from './kingston-at-work.js';

const COMPOSITE = 'serious-acquisitive-crime';
const Q4 = FinancialQuarter.of(2010, 4);
/** The quarter that everybody owes at first. */
const OPEN = FinancialQuarter.of(2011, 1);

/** What happens on each of the days, in this order. */
export const EVENTFUL_DAYS: readonly (readonly [string, (kingston: KingstonAtWork) => Promise<unknown>])[] = [
  ['nothing has happened yet', async () => {}],
  [
    'figures are approved',
    async (kingston) => {
      await kingston.send(OPEN, 1, 150);
      await kingston.decide(OPEN, 1, 'approve');
    },
  ],
  ['an approved return is handed back', (kingston) => kingston.decide(Q4, 1, 'handBack')],
  ['it is said why', (kingston) => kingston.comment(Q4, 1, 'Two were counted twice')],
  ['it is said otherwise', (kingston) => kingston.comment(Q4, 1, 'Two were counted thrice')],
  ['it is sent again with another figure', (kingston) => kingston.send(Q4, 1, 164)],
  [
    'it is approved, and another accepted',
    async (kingston) => {
      await kingston.decide(Q4, 1, 'approve');
      await kingston.decide(Q3, 1, 'accept');
    },
  ],
  ['the board decides something', ({ planning }) => planning.decided()],
  ['a target takes the place of another', (kingston) => kingston.setTarget(600)],
  ['and another the place of that one', (kingston) => kingston.setTarget(590)],
  ['a break is marked on the chart', (kingston) => kingston.mark('Counted anew')],
  ['a break is marked on another', (kingston) => kingston.mark('Counted by others', 'knife-crime')],
  ['a correction is begun', (kingston) => kingston.restate(Q3)],
  [
    'it is approved',
    async (kingston) => {
      await kingston.send(Q3, 2, 200);
      await kingston.decide(Q3, 2, 'approve');
    },
  ],
  ['it is handed back', (kingston) => kingston.decide(Q3, 2, 'handBack')],
  [
    'and approved again',
    async (kingston) => {
      await kingston.send(Q3, 2, 201);
      await kingston.decide(Q3, 2, 'approve');
    },
  ],
  ['a status is declared', (kingston) => kingston.declare('red')],
  ['another status is declared', (kingston) => kingston.declare('green')],
  ['a past year is published again', (kingston) => kingston.recordAnnualCount(640)],
  [
    'a quarter is given another date, and one is planned',
    async (kingston) => {
      await kingston.plan(OPEN, '2011-09-15');
      await kingston.plan(OPEN.next, '2011-11-01');
    },
  ],
  ['a quarter is closed', (kingston) => kingston.close(OPEN, true)],
  ['it is reopened for the police', (kingston) => kingston.reopen(OPEN, 'Late figures')],
  ['again, for another reason', (kingston) => kingston.reopen(OPEN, 'Later figures')],
  ['it is opened again for everybody', (kingston) => kingston.close(OPEN, false)],
  ['the next quarter is opened', (kingston) => kingston.open(OPEN.next)],
  ['a revision of the plan is begun', ({ planning }) => planning.beginRevision()],
  ['a priority of it gets another title', ({ planning }) => planning.retitle('Fewer burglaries')],
  ['a measure less stands under it', ({ planning }) => planning.chooseFewerMeasures()],
  ['an action under it is written otherwise', ({ planning }) => planning.changeAction('Walk the streets')],
  ['it goes out for consultation', ({ planning }) => planning.consult()],
  ['somebody says what is needed', ({ planning }) => planning.find('Homes are broken into at night')],
  ['another finding is taken out', ({ planning }) => planning.remove('finding')],
  ['a priority is taken out', ({ planning }) => planning.remove('priority')],
  ['a senior person is named', ({ planning }) => planning.nameSeniorPerson('Zoe Example')],
  ['another is named for the same day', ({ planning }) => planning.nameSeniorPerson('Zara Example')],
  ['a plan above is recorded', ({ planning }) => planning.recordUpperPlan()],
  ['regard to it is noted', ({ planning }) => planning.noteRegard('It serves the first aim')],
  ['it is noted anew', ({ planning }) => planning.noteRegard('It serves the second aim')],
  ['another takes its place', ({ planning }) => planning.replaceUpperPlan('A newer plan')],
  ['the revision is adopted', ({ planning }) => planning.adopt()],
  ['a measure is defined anew', (kingston) => kingston.defineAnew(MEASURE, 'Burglary of homes')],
  [
    'a composite gets another part',
    (kingston) => kingston.defineAnew(COMPOSITE, 'Crime with knives', 'knife-crime'),
  ],
];
