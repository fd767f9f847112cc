import { plainFileName } from '@lib/uploads';
import {
  BadRequestException,
  createParamDecorator,
  type ExecutionContext,
  UnauthorizedException,
} from '@nestjs/common';
import type { Request, RequestHandler, Response } from 'express';
import multer, { MulterError } from 'multer';
import { screen } from './screening.js';

/** The largest file that is taken in as it comes: the largest that is published is a little over half of it. */
export const MOST_STREAMED_BYTES = 500 * 1024 * 1024;
/** For what a form carries beside its file. */
const FORM_BYTES = 100 * 1024;

/** Thrown by the content of a file that goes on for longer than it may. */
export class FileTooBig extends Error {
  constructor() {
    super('The file must be smaller than 500MB. If it holds several years or areas, upload them one by one.');
  }
}

/** A file that is still on its way: nothing of it was read yet, and nothing is kept unless somebody reads it. */
export type IncomingFile =
  | { readonly name: string; readonly content: AsyncIterable<Buffer>; readonly problem: null }
  | { readonly problem: string; readonly isTooBig?: true };

const NONE: IncomingFile = { problem: 'Choose a file.' };
const SEVERAL: IncomingFile = { problem: 'Choose one file. Files are loaded one by one.' };

/**
 * Reads a form as far as its file and hands the file on as it comes. So everything that is asked of a form is asked
 * before the file is taken in: where it was sent from, the token, which comes before the file on our pages, and the
 * right to send it. Whatever of the file nobody has read is thrown away once the answer is out, so that the browser
 * hears it. Fields behind the file are not read.
 */
export const readIncomingFile: RequestHandler = (request, response, next) => {
  if (!request.is('multipart/form-data')) return next();
  if (!request.user) return next(new UnauthorizedException());
  const end: { settle?: (error?: unknown) => void } = {};
  const whole = new Promise<void>((resolve, reject) => {
    end.settle = (error) => (error ? reject(error as Error) : resolve());
  });
  // Where nobody reads the file, nobody asks either.
  whole.catch(() => undefined);
  let isHandedOn = false;
  const handOn = (file?: IncomingFile) => {
    isHandedOn = true;
    response.locals.incoming = file;
    next();
  };
  const readMultipart = multer({
    storage: {
      _handleFile(_request, { originalname, stream }, done) {
        const sent = { request, stream, done: () => done(null, {}), whole };
        response.once('close', () => {
          stream.resume();
          sent.done();
        });
        const name = plainFileName(originalname);
        handOn(tooBigByItsOwnWord(request) ?? { name, content: contentOf(sent), problem: null });
      },
      _removeFile: (_request, _file, done) => done(null),
    },
    limits: {
      fileSize: MOST_STREAMED_BYTES,
      files: 1,
      fields: 10,
      fieldSize: 2000,
      parts: 11,
      headerPairs: 20,
    },
    defParamCharset: 'utf8',
  }).single('file');
  readMultipart(request, response, (error?: unknown) => {
    end.settle?.(error);
    if (isHandedOn) return;
    if (!error) return handOn();
    const isSeveral = error instanceof MulterError && error.code === 'LIMIT_UNEXPECTED_FILE';
    if (isSeveral) handOn(SEVERAL);
    else next(new BadRequestException());
  });
};

interface Sent {
  readonly request: Request;
  readonly stream: Express.Multer.File['stream'];
  /** Tells that the file was read. */
  readonly done: () => void;
  /** Once all of the form is here; fails where it broke off. */
  readonly whole: Promise<void>;
}

async function* contentOf({ stream, done, whole }: Sent): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) yield chunk as Buffer;
    if ('truncated' in stream && stream.truncated === true) throw new FileTooBig();
  } catch (error) {
    if (error instanceof FileTooBig) throw error;
    throw brokenOff(error);
  }
  done();
  // Behind the file comes the end of the form: without it, the file may have been cut.
  await whole.catch((error: unknown) => {
    throw brokenOff(error);
  });
}

/** Nobody is there any more to hear it; it is no fault of ours. */
function brokenOff(cause: unknown): BadRequestException {
  return new BadRequestException('The file did not arrive as a whole.', { cause });
}

function tooBigByItsOwnWord(request: Request): IncomingFile | null {
  const said = Number(request.headers['content-length'] ?? 0);
  return said > MOST_STREAMED_BYTES + FORM_BYTES ? tooBig() : null;
}

function tooBig(): IncomingFile {
  return { problem: new FileTooBig().message, isTooBig: true };
}

/** The file of a form, which is yet to be read; its name is looked through for personal data. */
export const Incoming = createParamDecorator((_: unknown, context: ExecutionContext): IncomingFile => {
  const file = context.switchToHttp().getResponse<Response>().locals.incoming ?? NONE;
  const problem = file.problem === null ? screen('The name of the file', file.name) : null;
  return problem === null ? file : { problem };
});
