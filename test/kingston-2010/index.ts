export { seedKingston2010 } from './seed-kingston-2010.js';
