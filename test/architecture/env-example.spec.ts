import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Env, readEnv } from '@lib/config';
import { getMetadataStorage } from 'class-validator';

const lines = readFileSync(join(__dirname, '../../.env.example'), 'utf8').split('\n');
/** A setting, or one that is left out until somebody needs it: `# NAME=value`. */
const SETTING = /^(?<left>#\s*)?(?<name>[A-Z][A-Z_]*)=(?<value>.*)$/;
const settings = lines.flatMap((line, index) => {
  const { left, name, value } = SETTING.exec(line)?.groups ?? {};
  return name ? [{ name, value: value!, isSet: left === undefined, before: lines[index - 1] ?? '' }] : [];
});

describe('.env.example', () => {
  it('lists every setting that there is, once, and no other', () => {
    const rules = getMetadataStorage().getTargetValidationMetadatas(Env, '', false, false);
    const known = [...new Set(rules.map(({ propertyName }) => propertyName))];
    expect(known.length).toBeGreaterThan(5);
    expect(settings.map(({ name }) => name)).toEqual(known);
  });

  it('says in one line above each what it is for', () => {
    for (const { name, before } of settings)
      expect([name, before]).toEqual([name, expect.stringMatching(/^# \S.{10}/)]);
  });

  it('can be used as it stands, and then says what holds without it', () => {
    const values = settings.filter(({ isSet }) => isSet).map(({ name, value }) => [name, value]);
    const { SESSION_SECRET: _made, ...used } = readEnv(Object.fromEntries(values) as NodeJS.ProcessEnv);
    const { SESSION_SECRET: _up, ...without } = readEnv({});
    expect(used).toEqual(without);
  });

  it('has no secret that somebody could leave in place', () => {
    const secret = settings.find(({ name }) => name === 'SESSION_SECRET');
    expect(secret).toMatchObject({ isSet: false, value: '' });
  });
});
