import { IdentityModule } from '@lib/identity';
import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { ActorSerializer, PasswordStrategy } from './passport.js';
import { sessionPool } from './session-pool.js';
import { CalendarLimit } from './calendar-limit.js';
import { SignInLimit } from './sign-in-limit.js';
import { SignInController } from './sign-in.controller.js';

@Module({
  imports: [IdentityModule, PassportModule.register({ session: true })],
  controllers: [SignInController],
  providers: [sessionPool, CalendarLimit, SignInLimit, PasswordStrategy, ActorSerializer],
  exports: [sessionPool, CalendarLimit],
})
export class AuthModule {}
