import type { ObligationKey } from '@lib/assurance';
import type { CalendarDate } from '@lib/kernel';
import type { DutyRecords } from '@lib/reporting';
import { type BearerKey, dutiesFor } from '@lib/statutory';
import { bearerName } from '../../assurance/duty-words.js';

/** `FIS-5/strategy-group`: a duty as it falls on one bearer, as forms say it. */
export const valueOf = ({ reference, bearer }: ObligationKey): string => `${reference}/${bearer}`;

/** Reads what forms say; what is no such thing at all is left to the use case to refuse. */
export function obligationIn(value: string): ObligationKey {
  const [reference = '', bearer = ''] = value.split('/');
  return { reference, bearer: bearer as BearerKey };
}

/** Every duty that evidence can be about on a day, by Act, with those that are chosen. */
export function dutyChoices(known: DutyRecords, today: CalendarDate, chosen: readonly string[]) {
  const applying = dutiesFor(known.profile, today).flatMap((one) =>
    one.applies && one.duty.deadline ? [one] : [],
  );
  const items = applying.flatMap(({ duty, bearers }) =>
    bearers.flatMap(({ bearer }) => {
      if (bearer === 'others') return [];
      const value = valueOf({ reference: duty.reference, bearer });
      return [
        {
          ...{ value, act: duty.act.title, checked: chosen.includes(value) },
          text: `${duty.reference}, ${bearerName(bearer, known)}`,
          hint: { text: duty.wording },
        },
      ];
    }),
  );
  const acts = [...new Set(items.map(({ act }) => act))];
  return acts.map((act) => {
    const ofAct = items.filter((one) => one.act === act);
    const count = ofAct.filter(({ checked }) => checked).length;
    return { act, items: ofAct, isOpen: count > 0, summary: count > 0 ? `${act} (${count} selected)` : act };
  });
}
