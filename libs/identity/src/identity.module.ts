import { AuditTrailModule } from '@lib/audit-trail';
import { PartnershipsModule } from '@lib/partnerships';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarAddressRepository } from './persistence/calendar-address.repository.js';
import { CalendarAddressRow } from './persistence/calendar-address.row.js';
import { PasswordCredentialRow } from './persistence/password-credential.row.js';
import { PersonRepository } from './persistence/person.repository.js';
import { PersonRow } from './persistence/person.row.js';
import { RoleAssignmentRow } from './persistence/role-assignment.row.js';
import { SignInEventRow } from './persistence/sign-in-event.row.js';
import { CreatePerson } from './use-cases/create-person.js';
import { DelegateRole } from './use-cases/delegate-role.js';
import { EndDelegation } from './use-cases/end-delegation.js';
import { EndRole } from './use-cases/end-role.js';
import { FindCalendarAddress } from './use-cases/find-calendar-address.js';
import { FindPerson } from './use-cases/find-person.js';
import { GiveRole } from './use-cases/give-role.js';
import { LoadActor } from './use-cases/load-actor.js';
import { MakeCalendarAddress } from './use-cases/make-calendar-address.js';
import { SignIn } from './use-cases/sign-in.js';
import { SuspendPerson } from './use-cases/suspend-person.js';
import { WithdrawCalendarAddress } from './use-cases/withdraw-calendar-address.js';

const USE_CASES = [
  CreatePerson,
  DelegateRole,
  EndDelegation,
  EndRole,
  FindCalendarAddress,
  FindPerson,
  GiveRole,
  LoadActor,
  MakeCalendarAddress,
  SignIn,
  SuspendPerson,
  WithdrawCalendarAddress,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([
      CalendarAddressRow,
      PersonRow,
      PasswordCredentialRow,
      RoleAssignmentRow,
      SignInEventRow,
    ]),
    AuditTrailModule,
    PartnershipsModule,
  ],
  providers: [CalendarAddressRepository, PersonRepository, ...USE_CASES],
  exports: USE_CASES,
})
export class IdentityModule {}
