import { AnswerQuestions, ApplyFile } from '@lib/importing';
import type { Actor, Id } from '@lib/kernel';
import { OwnTablesQuery, PublishedFilesQuery } from '@lib/reporting';
import { ImportWorker } from '../../../apps/web/src/background/import-worker.js';
import type { TestApp } from '../test-app.js';
import { monthly, ownCsv } from './own-tables.js';
import { fileReadBy } from './published-files.js';

const ROLES = ['series', 'area-code', 'from', 'value'];

/** Has a file of a table that is new loaded, behind the pages. @returns the table as it is kept */
export async function ownTableKept(
  test: TestApp,
  actor: Actor,
  partnershipId: Id,
  name: string,
): Promise<{ readonly id: Id; readonly fileId: Id }> {
  const headings = ['What is counted here', 'Ward code', 'Month', `${name}: how many`];
  const bytes = ownCsv(monthly(name, 2024, [1, 2, 3]), headings);
  const fileId = await fileReadBy(test, actor, partnershipId, { name: 'table.csv', bytes });
  const loader = { actor, loadedFor: partnershipId };
  const sheet = () => test.app.get(PublishedFilesQuery).one(actor, partnershipId, fileId);
  // Which table it is, where others are kept; then what it is.
  for (let file = await sheet(); file.state === 'asking'; file = await sheet()) {
    const said: Readonly<Record<string, string>> = { table: 'new', name, figures: 'count' };
    const roles = [...ROLES];
    const answers = new Map(
      file.questions.map(({ number, kind }) => [number, kind === 'columns' ? roles.shift()! : said[kind]!]),
    );
    await test.app.get(AnswerQuestions).execute(loader, { fileId, answers });
    await test.app.get(ImportWorker).look();
  }
  await test.app.get(ApplyFile).execute(loader, fileId);
  const tables = await test.app.get(OwnTablesQuery).run(actor, partnershipId);
  return { id: tables.find((table) => table.name === name)!.id, fileId };
}
