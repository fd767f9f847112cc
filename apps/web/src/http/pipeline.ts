import { resolve } from 'node:path';
import { Env } from '@lib/config';
import { Clock } from '@lib/kernel';
import { PartnershipDirectory } from '@lib/partnerships';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';
import passport from 'passport';
import { SESSION_POOL } from '../auth/session-pool.js';
import { brandStylesheets } from './brand-stylesheets.js';
import { refuseForgedRequests } from './csrf.js';
import { readIncomingFile } from './incoming-file.js';
import { readConfirmation } from './read-confirmation.js';
import { readRequestKey } from './request-key.js';
import { readEvidence, readUpload } from './upload.js';
import { securityHeaders } from './security-headers.js';
import { endOldSessions, sessions } from './session.js';
import { refuseZeroBytes } from './zero-bytes.js';
import './request.js';

const LONGEST_REQUEST_MS = 30 * 60 * 1000;

/** What every request passes, in this order. Who may come is asked after it, by the access guard. */
export function usePipeline(app: NestExpressApplication): void {
  const env = app.get(Env);
  const clock = app.get(Clock);
  app.set('trust proxy', env.TRUSTED_PROXIES);
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  // A file of hundreds of megabytes takes longer than five minutes on a line that many have.
  app.getHttpServer().requestTimeout = LONGEST_REQUEST_MS;

  app.use(securityHeaders({ https: env.BASE_URL.startsWith('https:') }));
  app.use('/health', (_request: express.Request, response: express.Response) => {
    response.type('text').send('ok');
  });
  app.use('/assets/brand', brandStylesheets(app.get(PartnershipDirectory)));
  app.use(
    '/assets',
    express.static(resolve('dist/assets'), { maxAge: '1h', fallthrough: false, index: false }),
  );
  app.use((_request: express.Request, response: express.Response, next: express.NextFunction) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.use(express.urlencoded({ extended: true, limit: '200kb', parameterLimit: 2000 }));
  app.use(sessions(env, app.get(SESSION_POOL)));
  app.use(endOldSessions(() => clock.now().getTime()));
  app.use(passport.initialize());
  app.use(passport.session());
  for (const form of ['upload', 'sources'])
    app.use(`/partnerships/:partnership/returns/:returnId/${form}`, readUpload);
  for (const form of ['new', ':evidenceId/versions'])
    app.use(`/partnerships/:partnership/evidence/${form}`, readEvidence);
  // As far as the file: it is taken in last, by the page itself, once all that follows has let it pass.
  app.use('/partnerships/:partnership/published-figures/load', readIncomingFile);
  app.use(refuseZeroBytes);
  app.use(refuseForgedRequests);
  app.use(readConfirmation);
  app.use(readRequestKey);
}
