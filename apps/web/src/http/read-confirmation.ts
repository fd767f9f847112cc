import type { NextFunction, Request, Response } from 'express';
import { isRecord } from './form.js';
import { screened } from './screening.js';

/** The check box with which somebody says that what was found is about nobody: see components/csrf-field.njk. */
const FIELD = 'nothingPersonal';

/** Takes the check box out of a posted body, so that forms need not know of it. */
export function readConfirmation(request: Request, _response: Response, next: NextFunction): void {
  let confirmed: unknown;
  if (isRecord(request.body)) {
    confirmed = request.body[FIELD];
    delete request.body[FIELD];
  }
  screened(request.path, typeof confirmed === 'string' ? confirmed : '', next);
}
