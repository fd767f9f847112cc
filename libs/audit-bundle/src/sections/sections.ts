import { duties } from './duties.section.js';
import { evidence } from './evidence.section.js';
import { findings } from './findings.section.js';
import { meetings } from './meetings.section.js';
import { plans } from './plans.section.js';
import { returns } from './returns.section.js';
import type { Section } from './section.js';
import { trail } from './trail.section.js';

/** What is in a bundle, in the order of its README. */
export const SECTIONS: readonly Section[] = [returns, plans, duties, evidence, findings, meetings, trail];
