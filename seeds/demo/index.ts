export { DEMO_PASSWORD, DEMO_PEOPLE, type DemoPerson, demoPerson } from './people.js';
export { seedDemo } from './seed-demo.js';
export type { UseCases } from './use-cases.js';
