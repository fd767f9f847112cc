import { readEnv } from './read-env.js';

describe('settings', () => {
  it('needs none outside production', () => {
    expect(readEnv({})).toMatchObject({ PORT: 3000, BASE_URL: 'http://localhost:3000', DEMO: true });
  });

  it('lists everything that is wrong at once', () => {
    expect(() => readEnv({ NODE_ENV: 'production', PORT: 'x', DATABASE_RUNTIME_URL: 'mysql://x' })).toThrow(
      /PORT[\s\S]*DATABASE_RUNTIME_URL[\s\S]*SESSION_SECRET/,
    );
  });

  it('never makes up a secret, or shows the demonstration, in production', () => {
    const secret = 's'.repeat(32);
    expect(readEnv({ NODE_ENV: 'production', SESSION_SECRET: secret })).toMatchObject({
      SESSION_SECRET: secret,
      DEMO: false,
    });
  });
});
