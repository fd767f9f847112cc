import { Env } from '@lib/config';
import type { PageRenderer } from '@lib/ui';
import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { mergeMap, type Observable } from 'rxjs';
import { Page, SeeOther } from './page.js';
import { pageFrame } from './page-frame.js';
import { saveSession } from './session.js';

export const PAGE_RENDERER = Symbol('PageRenderer');

/** Turns what a handler returns into the response: a Page into HTML, a SeeOther into a redirect. */
@Injectable()
export class RenderPages implements NestInterceptor {
  constructor(
    @Inject(PAGE_RENDERER) private readonly renderer: PageRenderer,
    @Inject(Env) private readonly env: Env,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    return next.handle().pipe(
      mergeMap(async (result: unknown) => {
        if (result instanceof SeeOther) {
          if (result.notice) await keepNotice(request, result.notice);
          response.status(303).setHeader('Location', result.path);
          return '';
        }
        if (!(result instanceof Page)) return result;
        response.status(result.status).type('html');
        return this.renderer.render(result.template, {
          ...pageFrame(request, response, this.env.DEMO),
          ...result.context,
        });
      }),
    );
  }
}

/** Before the answer is on its way: the next page may be asked for at once. */
async function keepNotice(request: Request, notice: string): Promise<void> {
  request.session.notice = notice;
  await saveSession(request.session);
}
