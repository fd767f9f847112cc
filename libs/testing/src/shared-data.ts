import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Where the published files lie that tests read and the project does not hold; null where they are absent. */
function folder(): string | null {
  const places = [process.env['SHARED_DATA'], path.resolve(process.cwd(), '..', 'shared', 'data')];
  return places.find((place) => place !== undefined && existsSync(place)) ?? null;
}

/** A file as its publisher issued it, by its path within the folder of published files. */
export interface SharedFile {
  readonly path: string;
  readonly bytes: () => Buffer;
}

/**
 * Tests that read files of `../shared/data` (or of the folder that SHARED_DATA names). Where one of them is absent they
 * are skipped, and a line says so: a test that nobody missed has not passed.
 *
 * @param files by a short name, the path within the folder
 */
export function describeWithSharedData<Name extends string>(
  title: string,
  files: Readonly<Record<Name, string>>,
  tests: (files: Readonly<Record<Name, SharedFile>>) => void,
): void {
  const data = folder();
  const paths = Object.entries<string>(files).map(
    ([name, file]) => [name, data && path.join(data, file)] as const,
  );
  const absent = paths.filter(([, file]) => !file || !existsSync(file));
  if (absent.length > 0)
    console.warn(
      `SKIPPED: ${title}. Not found in ../shared/data: ${absent.map(([name]) => files[name as Name]).join(', ')}`,
    );
  const shared = Object.fromEntries(
    paths.map(([name, file]) => [name, { path: file ?? '', bytes: () => readFileSync(file ?? '') }]),
  ) as Record<Name, SharedFile>;
  (absent.length > 0 ? describe.skip : describe)(title, () => tests(shared));
}
