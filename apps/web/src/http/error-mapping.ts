import { DomainError, type RefusalKind } from '@lib/kernel';
import { HttpException } from '@nestjs/common';
import { ForgedRequest } from './csrf.js';

/** What an error becomes for whoever asked: a status that is always right, and a page that says what to do next. */
export interface ErrorAnswer {
  readonly status: number;
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

const STATUS_OF: Record<RefusalKind, number> = {
  invalid: 400,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-many': 429,
};

const PAGES: Record<number, Omit<ErrorAnswer, 'status'>> = {
  400: {
    heading: 'This could not be understood',
    paragraphs: ['Go back, load the page again and send it once more.'],
  },
  403: {
    heading: 'You may not do this',
    paragraphs: ['Ask your partnership administrator if you should be able to.'],
  },
  404: {
    heading: 'Page not found',
    paragraphs: [
      'If you typed the address, check it. If you followed a link, what it led to may not be yours to see.',
    ],
  },
  409: {
    heading: 'This has changed meanwhile',
    paragraphs: ['Look at it again and decide what to do.'],
  },
  413: {
    heading: 'This is too much at once',
    paragraphs: ['What you sent is larger than the form can be. Nothing was saved. Go back and send less.'],
  },
  429: {
    heading: 'Too many attempts',
    paragraphs: ['Wait 15 minutes and try again.'],
  },
  500: {
    heading: 'Sorry, there is a problem with the service',
    paragraphs: ['What you were doing was not saved. Try again later.'],
  },
};

const FORGED: ErrorAnswer = {
  status: 403,
  heading: 'This page is no longer current',
  paragraphs: [
    'You may have signed out, or been away for more than 30 minutes. What you sent was not saved.',
    'Sign in, go back to the page, and send it again.',
  ],
};

/** The one table from errors to answers. What we did not foresee is a 500 that gives nothing away. */
export function answerTo(error: unknown): ErrorAnswer {
  if (error instanceof DomainError) {
    const status = STATUS_OF[error.kind];
    const page = PAGES[status] ?? PAGES[500]!;
    return { status, heading: page.heading, paragraphs: [error.message] };
  }
  if (isForged(error)) return FORGED;
  const status = statusOf(error);
  const known = PAGES[status] ? status : status >= 500 ? 500 : 400;
  return { status: known, ...PAGES[known]! };
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  // Express and its middleware put the status of a bad request on the error.
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

function isForged(error: unknown): boolean {
  return error instanceof ForgedRequest;
}
