export { foundPartnership, KINGSTON } from './found-partnership.js';
export { DEMO_PASSWORD, DEMO_PEOPLE, type DemoPerson, demoPerson } from './people.js';
export { recordAssurance } from './record-assurance.js';
export { recordDuties } from './record-duties.js';
export { recordEvidence } from './record-evidence.js';
export { recordMeetings } from './record-meetings.js';
export { type PlanFacts, recordPlan } from './record-plan.js';
export { seedDemo } from './seed-demo.js';
export type { UseCases } from './use-cases.js';
