import type { Env } from '@lib/config';
import connectPgSimple from 'connect-pg-simple';
import type { RequestHandler } from 'express';
import session from 'express-session';
import type { Pool } from 'pg';

/** Signed out after this long without a request. */
export const IDLE_LIMIT_MS = 30 * 60_000;
/** Signed out this long after signing in, whatever happens. */
export const ABSOLUTE_LIMIT_MS = 8 * 60 * 60_000;

/** The cookie's name and flags: over https it is bound to this host and never sent without encryption. */
export function sessionCookie(env: Env) {
  const https = env.BASE_URL.startsWith('https:');
  return {
    name: https ? '__Host-tracker' : 'tracker',
    flags: { httpOnly: true, sameSite: 'lax', path: '/', secure: https },
  } as const;
}

/** Sessions in PostgreSQL: any web process knows them, and one that is destroyed is gone for all. */
export function sessions(env: Env, pool: Pool): RequestHandler {
  const { name, flags } = sessionCookie(env);
  const Store = connectPgSimple(session);
  return session({
    name,
    secret: env.SESSION_SECRET,
    store: new Store({
      pool,
      tableName: 'session',
      pruneSessionInterval: env.NODE_ENV === 'test' ? false : 15 * 60,
    }),
    resave: false,
    saveUninitialized: false,
    rolling: true,
    proxy: flags.secure,
    cookie: { ...flags, maxAge: IDLE_LIMIT_MS },
  });
}

/** Ends a session that has reached the absolute limit, before anybody reads who it belongs to. */
export function endOldSessions(now: () => number): RequestHandler {
  return (request, _response, next) => {
    const { signedInAt } = request.session;
    if (signedInAt === undefined || now() - signedInAt < ABSOLUTE_LIMIT_MS) return next();
    request.session.regenerate(next);
  };
}

/** Writes a session now, not when the response ends. */
export function saveSession(current: session.Session): Promise<void> {
  return new Promise((resolve, reject) => {
    current.save((error?: unknown) => (error ? reject(error as Error) : resolve()));
  });
}
