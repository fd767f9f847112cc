import type { Mark } from '../mark.js';

const MONTH = String.raw`(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?`;
const DATE = [
  String.raw`\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})`,
  String.raw`\d{1,2} \d{1,2} \d{4}`,
  String.raw`\d{4}-\d{2}-\d{2}`,
  String.raw`\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH},? \d{4}`,
  String.raw`${MONTH} \d{1,2}(?:st|nd|rd|th)?,? \d{4}`,
].join('|');
const WORD = String.raw`(?:born|d\.?o\.?b\.?|dates? of birth|birth ?date|birthday)`;
/** A few words, within a sentence. */
const NEAR = String.raw`[^.!?\n]{0,30}?`;

/**
 * Dates that are said to be somebody's birth: a full date near `born`, `DOB`, `date of birth` or `birthday`. What is
 * found is the words together with the date; a date alone is one of the many that a return is full of.
 */
export const datesOfBirth: readonly Mark[] = [
  String.raw`(?<![\p{L}\p{N}-])${WORD}(?![\p{L}\p{N}])${NEAR}(?<!\p{N})(?:${DATE})(?!\p{N})`,
  String.raw`(?<![\p{N}/])(?:${DATE})(?!\p{N})[^\p{L}\p{N}.!?\n]{0,3}${WORD}(?![\p{L}\p{N}])`,
].map((pattern) => {
  const date = new RegExp(pattern, 'giu');
  return (text) => [...text.matchAll(date)].map((match) => ({ index: match.index, text: match[0] }));
});
