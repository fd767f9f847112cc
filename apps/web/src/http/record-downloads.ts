import { RecordDownload } from '@lib/audit-trail';
import { isId } from '@lib/kernel';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { mergeMap, type Observable } from 'rxjs';

/**
 * Every file that a handler of a partnership hands out is an event of its audit trail; no route can forget to say so.
 * That is all that a link to a file changes: it was handed out to whoever was signed in, whoever made them follow it.
 */
@Injectable()
export class RecordDownloads implements NestInterceptor {
  constructor(private readonly recordDownload: RecordDownload) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const { method, user, partnership, params, originalUrl } = http.getRequest<Request>();
    return next.handle().pipe(
      mergeMap(async (result: unknown) => {
        // A HEAD hears about a file and gets none of it.
        if (!(result instanceof StreamableFile) || method === 'HEAD' || !user || !partnership) return result;
        const record = Object.values(params).findLast((one) => typeof one === 'string' && isId(one));
        await this.recordDownload.execute(user, partnership.id, {
          subjectId: (record as string | undefined) ?? partnership.id,
          file: nameOf(result, http.getResponse<Response>()),
          address: originalUrl,
        });
        return result;
      }),
    );
  }
}

/** The name the browser is told: the file's own, or what the handler set beside it. */
function nameOf(file: StreamableFile, response: Response): string {
  const said = [file.getHeaders().disposition, response.getHeader('Content-Disposition')].join(' ');
  const beyondAscii = /filename\*=UTF-8''(\S+)/.exec(said)?.[1];
  if (beyondAscii) return decodeURIComponent(beyondAscii);
  return /filename="?([^";]+)/.exec(said)?.[1] ?? 'a file without a name';
}
