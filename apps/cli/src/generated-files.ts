import { accessMatrixMarkdown } from '@lib/access';

/** Documents made from the code, committed so that they can be read, and checked so that they stay true. */
export const GENERATED_FILES = [{ path: 'docs/access-matrix.md', text: accessMatrixMarkdown }] as const;
