import type { PartnershipDirectory } from '@lib/partnerships';
import { NotFoundException } from '@nestjs/common';
import type { RequestHandler } from 'express';

/**
 * The colour of each partnership, `/assets/brand/kingston.css`, for the one stylesheet of everybody. Before any session:
 * it is the same for all, and a cache may keep it.
 */
export function brandStylesheets(directory: PartnershipDirectory): RequestHandler {
  return (request, response, next) => {
    const slug = /^\/([a-z][a-z0-9-]*)\.css$/.exec(request.path)?.[1];
    if (!slug) return next(new NotFoundException());
    directory.bySlug(slug).then((partnership) => {
      if (!partnership) return next(new NotFoundException());
      response.setHeader('Cache-Control', 'public, max-age=3600');
      response.type('css').send(`:root { --govuk-brand-colour: ${partnership.brandColour}; }\n`);
    }, next);
  };
}
