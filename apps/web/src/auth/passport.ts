import { LoadActor, SignIn } from '@lib/identity';
import { type Actor, type Id } from '@lib/kernel';
import { Injectable } from '@nestjs/common';
import { PassportSerializer, PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { Strategy } from 'passport-local';

/** E-mail address and password. Answers false for whatever is wrong, and the page says one thing for all of it. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  constructor(
    private readonly signIn: SignIn,
    private readonly loadActor: LoadActor,
  ) {
    super({ usernameField: 'email', passwordField: 'password', passReqToCallback: true });
  }

  async validate(request: Request, email: string, password: string): Promise<Actor | false> {
    const signedIn = await this.signIn.execute({ email, password, address: request.ip ?? 'unknown' });
    return (signedIn && (await this.loadActor.execute(signedIn.personId))) ?? false;
  }
}

/** The session keeps an id and nothing else: who that is, and what they may do, is read on every request. */
@Injectable()
export class ActorSerializer extends PassportSerializer {
  constructor(private readonly loadActor: LoadActor) {
    super();
  }

  serializeUser(actor: Actor, done: (error: unknown, id?: Id) => void): void {
    done(null, actor.personId);
  }

  deserializeUser(id: Id, done: (error: unknown, actor?: Actor | false) => void): void {
    this.loadActor.execute(id).then(
      (actor) => done(null, actor ?? false),
      (error: unknown) => done(error),
    );
  }
}
