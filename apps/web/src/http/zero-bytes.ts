import { BadRequestException, NotFoundException } from '@nestjs/common';
import type { RequestHandler } from 'express';

/** PostgreSQL has no text with a zero byte in it, and nobody types one: there is no such address and no such text. */
export const refuseZeroBytes: RequestHandler = (request, _response, next) => {
  if (/%00/.test(request.url)) return next(new NotFoundException());
  // In JSON a zero byte is written as an escape, which no other text is.
  if (/(^|[^\\])(\\\\)*\\u0000/.test(JSON.stringify(request.body ?? {})))
    return next(new BadRequestException());
  next();
};
