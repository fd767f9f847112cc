import { type CalendarDate, calendarDate, contains, type DateRange } from '@lib/kernel';
import type { CouncilKind, FireAuthorityKind, PartnershipProfile, Seat } from '../partnership-profile.js';

/** A body, in the days in which it sat in a seat. */
export interface Holder extends DateRange {
  readonly name: string;
}

/** Each from a day until the next one takes over. */
function inTurn(...turns: readonly (readonly [from: string, name: string])[]): Holder[] {
  return turns.map(([from, name], index) => {
    const next = turns[index + 1];
    return { name, from: calendarDate(from), until: next ? calendarDate(next[0]) : null };
  });
}

const COUNCILS: Readonly<Record<CouncilKind, string>> = {
  'london-borough': 'London borough council',
  metropolitan: 'Metropolitan district council',
  unitary: 'Unitary council',
  district: 'District council and county council',
  county: 'County council',
};

const FIRE_AUTHORITIES: Readonly<Record<FireAuthorityKind, string>> = {
  'london-fire-commissioner': 'London Fire Commissioner',
  county: 'County council as fire and rescue authority',
  combined: 'Fire and rescue authority',
  commissioner: 'Police, fire and crime commissioner',
  mayor: 'Mayor, for fire and rescue',
};

/**
 * Who sat in a seat, one after the other and without a gap, since there were duties for it. First days before 2010
 * and that of the Probation Service are from general knowledge; no deadline of today rests on them.
 *
 * Police authorities, in the seat of the policing body until 2012, were responsible authorities as well; that is over.
 */
export function holdersOf(seat: Seat, profile: PartnershipProfile): readonly Holder[] {
  const inLondon = profile.council === 'london-borough';
  switch (seat) {
    case 'council':
      return inTurn(['1998-09-30', COUNCILS[profile.council]]);
    case 'police':
      return inTurn([
        '1998-09-30',
        inLondon ? 'Commissioner of Police of the Metropolis' : 'Chief officer of police',
      ]);
    case 'fire':
      return inLondon
        ? inTurn(
            ['2003-04-01', 'London Fire and Emergency Planning Authority'],
            ['2018-04-01', FIRE_AUTHORITIES['london-fire-commissioner']],
          )
        : inTurn(['2003-04-01', FIRE_AUTHORITIES[profile.fireAuthority]]);
    case 'probation':
      return inTurn(
        ['2010-04-01', 'Probation trust or provider of probation services'],
        ['2021-06-26', 'Probation Service'],
      );
    case 'health':
      return profile.nation === 'wales'
        ? inTurn(['2003-04-01', 'Local health board'])
        : inTurn(
            ['2004-04-30', 'Primary care trust'],
            ['2013-04-01', 'Clinical commissioning group'],
            ['2022-07-01', 'Integrated care board'],
          );
    case 'local-policing-body':
      return policingBodies(profile);
  }
}

function policingBodies(profile: PartnershipProfile): readonly Holder[] {
  switch (profile.policingBody) {
    case 'mopac':
      return inTurn(
        ['2003-04-01', 'Metropolitan Police Authority'],
        ['2012-01-16', 'Mayor’s Office for Policing and Crime'],
      );
    case 'commissioner':
      return inTurn(['2003-04-01', 'Police authority'], ['2012-11-22', 'Police and crime commissioner']);
    case 'mayor':
      // When a mayor took over from a commissioner differs from place to place and changes no duty.
      return inTurn(
        ['2003-04-01', 'Police authority'],
        ['2012-11-22', 'Mayor with the functions of a police and crime commissioner'],
      );
  }
}

/** Those of a list who sat on a day. */
export function namesOn(holders: readonly Holder[], day: CalendarDate): string[] {
  return holders.filter((holder) => contains(holder, day)).map(({ name }) => name);
}
