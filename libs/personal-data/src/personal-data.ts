import type { Mark, Place } from './mark.js';
import { crimeReferences } from './marks/crime-reference.js';
import { datesOfBirth } from './marks/date-of-birth.js';
import { emailAddresses } from './marks/email-address.js';
import { nationalInsuranceNumbers } from './marks/national-insurance-number.js';
import { nhsNumbers } from './marks/nhs-number.js';
import { phoneNumbers } from './marks/phone-number.js';
import { postcodes } from './marks/postcode.js';

/** What is looked for, in words that follow "looks like". */
export const PERSONAL_DATA_KINDS = {
  'email-address': 'an e-mail address',
  'date-of-birth': 'a date of birth',
  'crime-reference': 'a crime reference',
  'nhs-number': 'an NHS number',
  'national-insurance-number': 'a National Insurance number',
  'phone-number': 'a phone number',
  postcode: 'a full postcode',
} as const;

export type PersonalDataKind = keyof typeof PERSONAL_DATA_KINDS;

export interface PersonalData extends Place {
  readonly kind: PersonalDataKind;
}

/** In the order in which they are looked for: what one has found, no other finds again. */
const MARKS: Readonly<Record<PersonalDataKind, readonly Mark[]>> = {
  'email-address': [emailAddresses],
  'date-of-birth': datesOfBirth,
  'crime-reference': crimeReferences,
  'nhs-number': [nhsNumbers],
  'national-insurance-number': [nationalInsuranceNumbers],
  'phone-number': [phoneNumbers],
  postcode: postcodes,
};

/** Written by machines, and full of digits that are nothing by themselves. */
const NOT_LOOKED_AT =
  /\b(?:https?:\/\/|www\.)[^\s<>"]+|\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b|\b[\da-f]{32,}\b/giu;

/**
 * What in a text looks like something that says who a person is, in the order of the text.
 *
 * It knows forms, not people: it finds no names, and what it finds may be the number of an office. So it is for asking
 * the writer, never for refusing. Web addresses, UUIDs and hashes are not looked at.
 */
export function personalDataIn(text: string): PersonalData[] {
  // Places stay what they are; a hyphen and a blank are one, whichever of the many they are.
  let rest = text
    .replaceAll(NOT_LOOKED_AT, (match) => '_'.repeat(match.length))
    .replaceAll(/[\u00a0\u2007\u202f\t]/g, ' ')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-');
  const found: PersonalData[] = [];
  for (const kind of Object.keys(MARKS) as PersonalDataKind[])
    for (const mark of MARKS[kind]) {
      const places = mark(rest);
      for (const {
        index,
        text: { length },
      } of places)
        found.push({ kind, index, text: text.slice(index, index + length) });
      rest = without(rest, places);
    }
  return found.sort((one, other) => one.index - other.index);
}

/** The text with places of it struck out, as long as before. */
function without(text: string, places: readonly Place[]): string {
  let rest = '';
  for (const place of places) rest += text.slice(rest.length, place.index) + '_'.repeat(place.text.length);
  return rest + text.slice(rest.length);
}
