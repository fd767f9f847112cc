import type { Command } from '../command.js';
import { checkGenerated } from './check-generated.js';
import { demoSignIns } from './demo-sign-ins.js';
import { migrate } from './migrate.js';
import { seedDemoCommand } from './seed-demo.js';
import { verifyTrail } from './verify-trail.js';
import { writeGenerated } from './write-generated.js';

export const COMMANDS: readonly Command[] = [
  migrate,
  seedDemoCommand,
  demoSignIns,
  verifyTrail,
  writeGenerated,
  checkGenerated,
];
