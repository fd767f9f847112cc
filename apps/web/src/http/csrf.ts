import { csrfSync } from 'csrf-sync';
import type { NextFunction, Request, Response } from 'express';
import { ForbiddenException } from '@nestjs/common';
import { isRecord } from './form.js';

const FIELD = '_csrf';

/** A change that was not asked for from a page of ours, or from one whose session is over. */
export class ForgedRequest extends ForbiddenException {}

const { csrfSynchronisedProtection, generateToken } = csrfSync({
  getTokenFromRequest: (request: Request) => {
    const body: unknown = request.body;
    const token = isRecord(body) ? body[FIELD] : undefined;
    return typeof token === 'string' ? token : undefined;
  },
});

/** The token of this session, for every form of a page. */
export function csrfToken(request: Request): string {
  return generateToken(request);
}

/** Refuses a change that was not sent from a page of ours, twice over: by the browser's word and by the token. */
export function refuseForgedRequests(request: Request, response: Response, next: NextFunction): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return next();
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return next(new ForgedRequest());
  csrfSynchronisedProtection(request, response, (error?: unknown) => {
    if (error) return next(new ForgedRequest());
    if (isRecord(request.body)) delete request.body[FIELD];
    next();
  });
}
