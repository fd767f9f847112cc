import { FILE_REFUSALS, MOST_BYTES } from '@lib/spreadsheets';
import {
  BadRequestException,
  createParamDecorator,
  type ExecutionContext,
  UnauthorizedException,
} from '@nestjs/common';
import type { RequestHandler, Response } from 'express';
import multer, { memoryStorage, MulterError, type StorageEngine } from 'multer';
import { EvidenceGate, noSuchFile, type SentEvidence } from './evidence-gate.js';
import { screen } from './screening.js';

/** One file as it was sent, or the sentence for whoever sent it. The name is theirs: it says the type and is shown, no more. */
export type Upload =
  { readonly name: string; readonly bytes: Buffer; readonly problem: null } | { readonly problem: string };

const FIELD = 'file';

interface FormWithFile {
  readonly storage: StorageEngine;
  /** Bytes, where the storage does not count them itself. */
  readonly fileSize?: number;
  /** Keeps what came for the handler. */
  keep(file: Express.Multer.File, response: Response): void;
  /** Keeps what is wrong with what came. */
  refuse(code: 'file.too-big' | 'file.several', response: Response): void;
}

/**
 * Reads a form that carries a file, before the check for forged requests, which needs the form's token. Only for
 * somebody who is signed in, and only where a route asks for a file: a multipart body that is sent elsewhere stays
 * unread, and so is refused for want of a token. A file that is refused is read to its end and thrown away as it comes,
 * so that the browser hears why.
 */
function reading({ storage, fileSize = Infinity, keep, refuse }: FormWithFile): RequestHandler {
  const readMultipart = multer({
    storage,
    limits: { fileSize, files: 1, fields: 120, fieldSize: 2000, parts: 121, headerPairs: 20 },
    defParamCharset: 'utf8',
  }).single(FIELD);
  return (request, response, next) => {
    if (!request.is('multipart/form-data')) return next();
    if (!request.user) return next(new UnauthorizedException());
    readMultipart(request, response, (error?: unknown) => {
      if (request.file) keep(request.file, response);
      const code = error instanceof MulterError ? CODES[error.code] : undefined;
      if (code) refuse(code, response);
      else if (error) return next(new BadRequestException());
      next();
    });
  };
}

const CODES: Partial<Record<MulterError['code'], 'file.too-big' | 'file.several'>> = {
  LIMIT_FILE_SIZE: 'file.too-big',
  LIMIT_FILE_COUNT: 'file.several',
  LIMIT_UNEXPECTED_FILE: 'file.several',
};

/** A file that is read for its figures, or kept beside one: whatever it is, whole. */
export const readUpload: RequestHandler = reading({
  storage: memoryStorage(),
  fileSize: MOST_BYTES,
  keep({ originalname, buffer }, response) {
    response.locals.upload = { name: originalname, bytes: buffer, problem: null };
  },
  refuse(code, response) {
    response.locals.upload = { problem: FILE_REFUSALS[code] };
  },
});

/** A file that is kept as evidence: only what gets through the gate. */
export const readEvidence: RequestHandler = reading({
  storage: new EvidenceGate(),
  keep({ evidence }, response) {
    if (evidence) response.locals.evidence = evidence;
  },
  refuse(_, response) {
    response.locals.evidence = noSuchFile('file.several');
  },
});

/** The file of a form; where none was chosen, the sentence that asks for one. */
export const SentFile = createParamDecorator(
  (_: unknown, context: ExecutionContext): Upload =>
    context.switchToHttp().getResponse<Response>().locals.upload ?? { problem: FILE_REFUSALS['file.none'] },
);

const NAME_OF_FILE = 'The name of the file';

/** The file of a form that is kept beside figures, as `SentFile`; its name is looked through for personal data. */
export const SentExtract = createParamDecorator((_: unknown, context: ExecutionContext): Upload => {
  const upload = context.switchToHttp().getResponse<Response>().locals.upload;
  if (upload === undefined) return { problem: FILE_REFUSALS['file.none'] };
  const problem = upload.problem === null ? screen(NAME_OF_FILE, upload.name) : null;
  return problem === null ? upload : { problem };
});

/** The checked file of a form of evidence, or what is wrong with it or its name; where none was chosen, `file.none`. */
export const SentEvidenceFile = createParamDecorator(
  (_: unknown, context: ExecutionContext): SentEvidence => {
    const sent = context.switchToHttp().getResponse<Response>().locals.evidence ?? noSuchFile('file.none');
    const problem = sent.file && screen(NAME_OF_FILE, sent.file.name);
    return problem ? { file: null, problem, code: 'file.personal-data' } : sent;
  },
);
