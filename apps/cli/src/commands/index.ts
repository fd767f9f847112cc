import type { Command } from '../command.js';
import { checkGenerated } from './check-generated.js';
import { checkpointTrail } from './checkpoint-trail.js';
import { createPerson } from './create-person.js';
import { demoSignIns } from './demo-sign-ins.js';
import { giveRole } from './give-role.js';
import { importCommand } from './import.js';
import { migrate } from './migrate.js';
import { openQuarter } from './open-quarter.js';
import { openScheduledQuarters } from './open-scheduled-quarters.js';
import { remembered } from './remembered.js';
import { seedDemoCommand } from './seed-demo.js';
import { unverifiedDuties } from './unverified-duties.js';
import { verifyTrail } from './verify-trail.js';
import { writeGenerated } from './write-generated.js';

export const COMMANDS: readonly Command[] = [
  migrate,
  seedDemoCommand,
  demoSignIns,
  createPerson,
  giveRole,
  importCommand,
  remembered,
  openQuarter,
  openScheduledQuarters,
  verifyTrail,
  unverifiedDuties,
  checkpointTrail,
  writeGenerated,
  checkGenerated,
];
