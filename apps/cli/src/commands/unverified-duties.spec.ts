import { DUTIES } from '@lib/statutory';
import { unverifiedDuties } from './unverified-duties.js';

describe('npm run cli -- unverified-duties', () => {
  const lines: string[] = [];
  beforeAll(() =>
    unverifiedDuties.run([], {
      env: {} as never,
      application: () => Promise.reject(new Error('It needs no database.')),
      print: (line) => lines.push(line),
    }),
  );

  it('lists every row that is not verified, with what is to be checked, and no other', () => {
    const open = DUTIES.filter(({ verification }) => verification.mark !== 'verified');
    const checks = open.map(
      ({ verification }) => 'toCheck' in verification && `    [ ] ${verification.toCheck}`,
    );
    expect(lines.filter((line) => line.startsWith('    [ ] '))).toEqual(checks);
    for (const { reference } of open)
      expect(lines.filter((line) => line.startsWith(`  ${reference}, `))).toHaveLength(1);
  });

  it('lists the first days that are from general knowledge', () => {
    expect(lines).toContain('  [ ] 1998-09-30  CDA-5-INV, section 5(3), Crime and Disorder Act 1998');
    expect(lines.join('\n')).not.toContain('CDA-17-1D');
  });
});
