import { DUTIES, type Duty, linkTo } from '@lib/statutory';
import type { Command } from '../command.js';

const MARKS = { partly: 'partly verified', unverified: 'not verified' } as const;

export const unverifiedDuties: Command = {
  name: 'unverified-duties',
  summary: 'Lists for a lawyer what is to be checked in the catalogue of duties',
  async run(_, { print }) {
    const open = DUTIES.filter(({ verification }) => verification.mark !== 'verified');
    for (const act of new Set(open.map((duty) => duty.act))) {
      print(`${act.title}\nText read: ${act.textRead}.\n`);
      for (const duty of open.filter((one) => one.act === act)) printRow(duty, print);
      print('');
    }

    const starts = DUTIES.filter(({ inForce }) => inForce.is !== 'never' && inForce.isStartToCheck);
    print('In force since this day? It is from general knowledge; no deadline of today rests on it.\n');
    for (const { act, reference, provision, inForce } of starts)
      if (inForce.is !== 'never') print(`  [ ] ${inForce.from}  ${reference}, ${provision}, ${act.title}`);

    print(`\n${open.length} of ${DUTIES.length} provisions to check, and the first day of ${starts.length}.`);
  },
};

function printRow(duty: Duty, print: (line: string) => void): void {
  const { reference, provision, wording, verification } = duty;
  if (verification.mark === 'verified') return;
  print(`  ${reference}, ${provision}, ${MARKS[verification.mark]}: ${wording}`);
  print(`    [ ] ${verification.toCheck}`);
  const link = linkTo(duty);
  if (link) print(`    ${link}`);
}
