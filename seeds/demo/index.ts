export { DEMO_PASSWORD, DEMO_PEOPLE, type DemoPerson, demoPerson } from './people.js';
export { seedDemo, type UseCases } from './seed-demo.js';
