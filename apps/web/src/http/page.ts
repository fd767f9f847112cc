/** What a handler returns to show a page: the template, what it reads, and the status. */
export class Page {
  constructor(
    /** Path below apps/web/src, such as `pages/board/board.njk`. */
    readonly template: string,
    readonly context: { readonly pageTitle: string; readonly [name: string]: unknown },
    readonly status: number = 200,
  ) {}
}

/** What a handler returns after something was done: see another page (303), with a word on what was done. */
export class SeeOther {
  constructor(
    readonly path: string,
    readonly notice?: string,
  ) {}
}
