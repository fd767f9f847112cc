import { type Mark, standingAlone } from '../mark.js';

const MONTHS = '(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)';
const NUMBER_OF_IT = String.raw`(?: ?(?:reference|ref|number|no|nr|is)\b\.?| ?[:#])*`;
const NO_DAY_OR_YEAR = String.raw`(?!\d{4}[/-]\d{2}(?!\d)|\d{1,2}[/-]\d{1,2}[/-]\d{2,4}(?!\d))`;
const SOME_NUMBER = String.raw`${NO_DAY_OR_YEAR}(?:[A-Z]{1,3}[ /-]?)?\d[\d/-]{3,}\d(?:/?[A-Z]{3}\d{2,4})?|\d{1,5}/\d{1,2}${MONTHS}\d{2,4}`;

/**
 * References of one crime or one call to the police, by which the people in it can be found.
 *
 * Source: the forms that the Metropolitan Police gives out: a crime report of CRIS (`1234567/26`) and of its successor
 * (`01/123456/26`), and a call by its number of the day (`CAD 1234/12MAR26`). Other forces write theirs differently:
 * those are found where the words stand before them.
 */
export const crimeReferences: readonly Mark[] = [
  standingAlone(
    String.raw`(?:CAD ?(?:number|no\.?|ref\.?|reference)?[ :]*)?\d{1,5}/\d{1,2}${MONTHS}\d{2,4}`,
    'i',
  ),
  standingAlone(
    String.raw`(?:CRIS|CAD (?:reference|ref|number|no)\b\.?)${NUMBER_OF_IT} ?(?:${SOME_NUMBER})`,
    'i',
  ),
  standingAlone(
    String.raw`crime (?:reference|ref|report|number|no)\b\.?${NUMBER_OF_IT} ?(?:${SOME_NUMBER})`,
    'i',
  ),
  standingAlone(String.raw`\d{2}/\d{5,7}/\d{2}`),
  standingAlone(String.raw`\d{7}/\d{2}`),
];
