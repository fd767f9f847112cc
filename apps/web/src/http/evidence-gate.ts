import { DomainError } from '@lib/kernel';
import { type CheckedFile, FileCheck, UPLOAD_REFUSALS } from '@lib/uploads';
import type { Request } from 'express';
import type { StorageEngine } from 'multer';

/** A file that got through the gate; or the sentence for whoever sent it, with a code that begins with `file.`. */
export type SentEvidence =
  | { readonly file: CheckedFile; readonly problem: null }
  | { readonly file: null; readonly problem: string; readonly code: string };

/** What is said of a form without a file, or with two. */
export function noSuchFile(code: 'file.none' | 'file.several'): SentEvidence {
  return { file: null, problem: UPLOAD_REFUSALS[code], code };
}

/**
 * Checks a file while it arrives. What is refused does not end the form: its other fields, the token among them, are
 * read all the same, and the handler hears what is wrong.
 */
export class EvidenceGate implements StorageEngine {
  _handleFile(
    _request: Request,
    file: Express.Multer.File,
    done: (error?: unknown, kept?: Partial<Express.Multer.File>) => void,
  ): void {
    throughTheGate(file).then((evidence) => done(null, { evidence }), done);
  }

  _removeFile(_request: Request, file: Express.Multer.File, done: (error: Error | null) => void): void {
    delete file.evidence;
    done(null);
  }
}

async function throughTheGate({ originalname, stream }: Express.Multer.File): Promise<SentEvidence> {
  try {
    const check = FileCheck.begin(originalname);
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) check.take(chunk as Buffer);
    return { file: await check.end(), problem: null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    stream.resume();
    return { file: null, problem: error.message, code: error.code };
  }
}
