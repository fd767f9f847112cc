import { Env } from '@lib/config';
import { SignIn } from '@lib/identity';
import { type Actor, Clock } from '@lib/kernel';
import { Body, Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import passport from 'passport';
import { Public } from '../http/access.js';
import { readForm } from '../http/form.js';
import { Page, SeeOther } from '../http/page.js';
import { saveSession, sessionCookie } from '../http/session.js';
import { SignInLimit } from './sign-in-limit.js';
import { safeNext, SignInForm } from './sign-in.form.js';

const WRONG = {
  text: 'The email address or the password is not right. Check both and try again.',
  href: '#email',
};

@Controller()
export class SignInController {
  constructor(
    private readonly limit: SignInLimit,
    private readonly signIn: SignIn,
    private readonly clock: Clock,
    @Inject(Env) private readonly env: Env,
  ) {}

  @Get('sign-in')
  @Public()
  show(@Query('next') next: unknown, @Req() request: Request) {
    if (request.user) return new SeeOther(safeNext(next));
    return signInPage({ next: safeNext(next) });
  }

  @Post('sign-in')
  @Public()
  async signInWithPassword(
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { form, errors } = readForm(SignInForm, body);
    const email = typeof form.email === 'string' ? form.email : '';
    const next = safeNext(form.next);
    if (errors) return signInPage({ email, next, errors }, 422);

    const address = request.ip ?? 'unknown';
    await this.limit.count(email, address).catch(async (refusal: unknown) => {
      await this.signIn.log('too-many', null, address);
      throw refusal;
    });
    const actor = await authenticate(request, response);
    if (!actor) return signInPage({ email, next, errors: [WRONG] }, 422);
    await this.limit.forget(email, address);
    await startSession(request, actor);
    request.session.signedInAt = this.clock.now().getTime();
    await saveSession(request.session);
    return new SeeOther(next);
  }

  @Post('sign-out')
  @Public()
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    const personId = request.user?.personId;
    await new Promise<void>((resolve, reject) => {
      request.session.destroy((error?: Error) => (error ? reject(error) : resolve()));
    });
    const { name, flags } = sessionCookie(this.env);
    response.clearCookie(name, flags);
    if (personId) await this.signIn.log('signed-out', personId, request.ip ?? 'unknown');
    return new SeeOther('/signed-out');
  }

  @Get('signed-out')
  @Public()
  signedOut() {
    return new Page('auth/signed-out.njk', { pageTitle: 'You have signed out' });
  }
}

function signInPage(
  values: { email?: string; next: string; errors?: readonly { text: string; href?: string | undefined }[] },
  status = 200,
): Page {
  return new Page('auth/sign-in.njk', { pageTitle: 'Sign in', ...values }, status);
}

function authenticate(request: Request, response: Response): Promise<Actor | false> {
  return new Promise((resolve, reject) => {
    const answer = (error: unknown, actor?: Actor | false) =>
      error ? reject(error as Error) : resolve(actor || false);
    passport.authenticate('password', { session: false }, answer)(request, response, reject);
  });
}

/** A new session id at sign-in: one that somebody planted before is worth nothing. */
function startSession(request: Request, actor: Actor): Promise<void> {
  return new Promise((resolve, reject) => {
    request.logIn(actor, (error?: unknown) => (error ? reject(error as Error) : resolve()));
  });
}
