import type { Actor } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import type { Once } from '@lib/persistence';
import type { SentEvidence } from './evidence-gate.js';
import type { IncomingFile } from './incoming-file.js';
import type { Upload } from './upload.js';
import 'express-session';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Express {
    /** Whom passport puts on the request: who asks, read anew each time. */
    interface User extends Actor {}
    interface Request {
      /** Set by the access guard where the address names a partnership the actor belongs to. */
      partnership?: Partnership;
    }
    interface Locals {
      /** Of this response's content security policy. */
      cspNonce: string;
      /** Of a form that is carried out once, however often it is sent. */
      once?: Once;
      /** Of a form that carries a file. */
      upload?: Upload;
      /** Of a form that carries a file of evidence. */
      evidence?: SentEvidence;
      /** Of a form whose file is yet to be read. */
      incoming?: IncomingFile | undefined;
    }
    // eslint-disable-next-line @typescript-eslint/no-namespace
    namespace Multer {
      interface File {
        /** What the gate says of it. */
        evidence?: SentEvidence;
      }
    }
  }
}

declare module 'express-session' {
  interface SessionData {
    /** When this person signed in, for the absolute limit; milliseconds. */
    signedInAt: number;
    /** What was just done, shown once on the next page. */
    notice: string;
  }
}
