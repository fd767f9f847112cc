import { type Mark, standingAlone } from '../mark.js';

/** The 124 areas with people in them, from Aberdeen to Shetland, and the islands. */
const AREAS = (
  'AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY ' +
  'G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR ' +
  'NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA ' +
  'WC WD WF WN WR WS WV YO ZE'
).split(' ');

const DISTRICT = String.raw`(?:${AREAS.join('|')})(?:\d[A-HJKMNPR-Y]|\d{1,2})`;
/** A sector and a unit, in which C, I, K, M, O and V are not used. */
const UNIT = String.raw`\d[ABD-HJLNP-UW-Z]{2}`;

const inCapitals = standingAlone(`${DISTRICT} ?${UNIT}`);
/** In small letters, `m1 2nd` is a road and a place in a row. */
const inSmallLetters = standingAlone(`${DISTRICT} ?(?!\\d(?:st|nd|rd|th))${UNIT}`.toLowerCase());

/**
 * Full postcodes: some fifteen addresses, and of a house that stands alone one. A district such as KT1, or a sector such
 * as KT1 1, is an area and nobody.
 *
 * Source: Royal Mail, postcode formats (PAF Programmers' Guide).
 */
export const postcodes: readonly Mark[] = [inCapitals, inSmallLetters];
