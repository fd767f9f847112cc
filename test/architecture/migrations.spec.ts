import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MIGRATIONS } from '../../migrations/index.js';

const FOLDER = join(__dirname, '../../migrations');
const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.ts') && name !== 'index.ts' && !name.includes('spec'))
  .sort();
const migrations = MIGRATIONS.map((Migration) => ({ className: Migration.name, name: new Migration().name }));

describe('the migrations', () => {
  it('are files numbered from 1 without a gap, each number once', () => {
    expect(files.map((name) => Number(/^(\d{4})-[a-z0-9-]+\.ts$/.exec(name)?.[1]))).toEqual(
      files.map((_, index) => index + 1),
    );
  });

  it('are all listed, in the order of the files', () => {
    const classOf = (file: string) =>
      /export class (\w+) implements MigrationInterface/.exec(readFileSync(join(FOLDER, file), 'utf8'))?.[1];
    expect(migrations.map(({ className }) => className)).toEqual(files.map(classOf));
  });

  it('are run in the order they are listed in: their names end with rising times', () => {
    // TypeORM sorts by the last 13 digits of the name.
    const times = migrations.map(({ name }) => Number(/\d{13}$/.exec(name)?.[0]));
    expect(times.every((time) => time > 0)).toBe(true);
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
  });

  it('have the name of their class, and no name twice', () => {
    for (const { className, name } of migrations) expect(name.replace(/\d+$/, '')).toBe(className);
    expect(new Set(migrations.map(({ name }) => name)).size).toBe(migrations.length);
  });

  it('are written for the future: none goes back', async () => {
    for (const Migration of MIGRATIONS)
      await expect(new Migration().down()).rejects.toThrow('Migrations go forward');
  });
});
