import { contentHash, DomainError, isId } from '@lib/kernel';
import type { Once } from '@lib/persistence';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { isRecord } from './form.js';

export type { Once };

const FIELD = 'requestKey';

/** Takes the key out of a posted body, so that forms need not know of it. */
export function readRequestKey(request: Request, response: Response, next: NextFunction): void {
  if (!isRecord(request.body) || request.body[FIELD] === undefined) return next();
  const key = request.body[FIELD];
  delete request.body[FIELD];
  if (typeof key !== 'string' || !isId(key))
    return next(
      new DomainError('invalid', 'requests.key', 'Go back, load the page again and send it once more.'),
    );
  const { evidence } = response.locals;
  const content = {
    path: request.originalUrl,
    body: JSON.stringify(request.body),
    // The same words with another file are another request.
    ...(evidence?.file && { file: evidence.file.sha256 }),
  };
  response.locals.once = { key, contentSha256: contentHash(content) };
  next();
}

/** That a request is carried out once, however often it is sent; undefined for one that came without a key. */
export const CarriedOutOnce = createParamDecorator(
  (_: unknown, context: ExecutionContext): Once | undefined =>
    context.switchToHttp().getResponse<Response>().locals.once,
);
