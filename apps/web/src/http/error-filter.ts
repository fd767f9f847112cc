import { randomBytes } from 'node:crypto';
import { Env } from '@lib/config';
import type { PageRenderer } from '@lib/ui';
import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  Inject,
  Logger,
  UnauthorizedException,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { answerTo } from './error-mapping.js';
import { pageFrame } from './page-frame.js';
import { PAGE_RENDERER } from './render-pages.js';

/** Every error ends here. Who is not signed in is asked to sign in; everybody else gets a page with the right status. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('Errors');

  constructor(
    @Inject(PAGE_RENDERER) private readonly renderer: PageRenderer,
    @Inject(Env) private readonly env: Env,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    if (response.headersSent) {
      response.end();
      return;
    }
    if (error instanceof UnauthorizedException) {
      const next = request.method === 'GET' ? `?next=${encodeURIComponent(request.originalUrl)}` : '';
      response.redirect(303, `/sign-in${next}`);
      return;
    }
    // Also where the page would have been for caches to keep.
    response.setHeader('Cache-Control', 'no-store');
    const answer = answerTo(error);
    const reference = answer.status >= 500 ? randomBytes(4).toString('hex') : undefined;
    // The whole error for us under a reference; for whoever asked, the reference alone.
    if (reference)
      this.logger.error(
        `${reference} ${request.method} ${withoutSecret(request.path)}`,
        (error as Error)?.stack ?? error,
      );
    const html = this.renderer.render('layouts/error-page.njk', {
      ...pageFrame(request, response, this.env.DEMO),
      pageTitle: answer.heading,
      paragraphs: answer.paragraphs,
      reference,
    });
    response.status(answer.status).type('html').send(html);
  }
}

/** The address of a calendar is a key: it is in no log. */
function withoutSecret(path: string): string {
  return path.replace(/^\/calendars\/.*/, '/calendars/…');
}
