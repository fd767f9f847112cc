import { dirname, join } from 'node:path';
import nunjucks from 'nunjucks';
import { formatCount } from './filters/format-count.js';
import { formatDate } from './filters/format-date.js';
import { formatDateTime } from './filters/format-date-time.js';

/** Turns a template and its values into a whole HTML page. */
export interface PageRenderer {
  /**
   * @param template path below one of the template roots, such as `returns/enter-figures.njk`;
   *   always a name written in our source, never text that came from a request
   * @param context the values the template reads: a {@link PageContext} and what the page itself needs
   */
  render(template: string, context: object): string;
}

export interface PageRendererOptions {
  /** Folders that hold the application's own pages, searched first, in this order. */
  readonly templateRoots: readonly string[];
  /**
   * Keep compiled templates in memory (the default). Switch it off while developing,
   * so that a saved template shows on the next request.
   */
  readonly keepCompiledTemplates?: boolean;
}

/** Layouts and components of this library. The build copies them beside the compiled file. */
const ownTemplates = join(__dirname, 'templates');

/** GOV.UK Frontend's templates, which are named `govuk/...` below this folder. */
const govukTemplates = join(dirname(require.resolve('govuk-frontend/package.json')), 'dist');

/**
 * Creates the one door to nunjucks.
 *
 * Every value is escaped unless a template says `| safe`, so a page cannot be made to run
 * what somebody typed. A missing value renders as nothing: a page reads optional slots
 * (a notice, a back link) without testing each one first.
 */
export function createPageRenderer(options: PageRendererOptions): PageRenderer {
  const loader = new nunjucks.FileSystemLoader([...options.templateRoots, ownTemplates, govukTemplates], {
    noCache: options.keepCompiledTemplates === false,
  });
  const environment = new nunjucks.Environment(loader, {
    autoescape: true,
    throwOnUndefined: false,
    trimBlocks: true,
    lstripBlocks: true,
  });

  environment.addFilter('formatCount', formatCount);
  environment.addFilter('date', formatDate);
  environment.addFilter('dateTime', formatDateTime);

  return {
    render: (template, context) => environment.render(template, context),
  };
}
