import type { SentEvidence } from './evidence-gate.js';
import { FILE_REFUSALS, MOST_BYTES } from '@lib/spreadsheets';
import {
  BadRequestException,
  createParamDecorator,
  type ExecutionContext,
  UnauthorizedException,
} from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import multer, { memoryStorage, MulterError } from 'multer';

/** One file as it was sent, or the sentence for whoever sent it. The name is theirs: it says the type and is shown, no more. */
export type Upload =
  { readonly name: string; readonly bytes: Buffer; readonly problem: null } | { readonly problem: string };

const FIELD = 'file';

const readMultipart = multer({
  storage: memoryStorage(),
  limits: { fileSize: MOST_BYTES, files: 1, fields: 120, fieldSize: 2000, parts: 121, headerPairs: 20 },
  defParamCharset: 'utf8',
}).single(FIELD);

/**
 * Reads a form that carries a file, before the check for forged requests, which needs the form's token. Only for
 * somebody who is signed in, and only where a route asks for a file: a multipart body that is sent elsewhere stays
 * unread, and so is refused for want of a token. A file that is too big is read to its end and thrown away as it comes,
 * so that the browser hears why.
 */
export function readUpload(request: Request, response: Response, next: NextFunction): void {
  if (!request.is('multipart/form-data')) return next();
  if (!request.user) return next(new UnauthorizedException());
  readMultipart(request, response, (error?: unknown) => {
    const { file } = request;
    if (file) response.locals.upload = { name: file.originalname, bytes: file.buffer, problem: null };
    const problem = error instanceof MulterError ? PROBLEMS[error.code] : undefined;
    if (problem) response.locals.upload = { problem };
    else if (error) return next(new BadRequestException());
    next();
  });
}

const PROBLEMS: Partial<Record<MulterError['code'], string>> = {
  LIMIT_FILE_SIZE: FILE_REFUSALS['file.too-big'],
  LIMIT_FILE_COUNT: FILE_REFUSALS['file.several'],
  LIMIT_UNEXPECTED_FILE: FILE_REFUSALS['file.several'],
};

/** The file of a form; where none was chosen, the sentence that asks for one. */
export const SentFile = createParamDecorator(
  (_: unknown, context: ExecutionContext): Upload =>
    context.switchToHttp().getResponse<Response>().locals.upload ?? { problem: FILE_REFUSALS['file.none'] },
);

export const SentEvidenceFile = createParamDecorator((): SentEvidence => ({
  file: null,
  problem: 'Select a file',
  code: 'file.none',
}));
