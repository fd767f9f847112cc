import { type Mark, standingAlone } from '../mark.js';

/**
 * National Insurance numbers: two letters, six digits, and A, B, C or D. Only with a prefix that is given out: no D, F,
 * I, Q, U or V, no O in the second place, and none of BG, GB, KN, NK, NT, TN and ZZ.
 *
 * Source: HMRC, National Insurance Manual, NIM39110.
 */
export const nationalInsuranceNumbers: Mark = standingAlone(
  String.raw`(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D]`,
  'i',
);
