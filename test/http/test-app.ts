import { Env, readEnv } from '@lib/config';
import { Clock } from '@lib/kernel';
import { createTestDatabase, SettableClock, type TestDatabase } from '@lib/testing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import request, { type Agent } from 'supertest';
import { AppModule } from '../../apps/web/src/app.module.js';
import { usePipeline } from '../../apps/web/src/http/pipeline.js';
import { DEMO_PASSWORD } from '../../seeds/demo/index.js';

/** The whole web application on a database of its own, in this process, with the world of the tests in it. */
export interface TestApp {
  readonly app: NestExpressApplication;
  readonly database: TestDatabase;
  readonly clock: SettableClock;
  readonly env: Env;
  /** A browser of its own: keeps its cookies, follows nothing. */
  browser(): Agent;
  /** A browser in which somebody has signed in. */
  signedInAs(email: string, password?: string): Promise<Agent>;
  /** Where it answers, for a real browser. */
  address(): Promise<string>;
  close(): Promise<void>;
}

/**
 * One to a test file: passport is one for the whole process, and would read people from the first app's database.
 * @param settings beside those that every test has, such as `BASE_URL`
 * @param contents of its database
 */
export async function startTestApp(
  settings: NodeJS.ProcessEnv = {},
  contents: 'empty' | 'demo' = 'demo',
): Promise<TestApp> {
  const database = await createTestDatabase(contents);
  const env = readEnv({ NODE_ENV: 'test', DATABASE_RUNTIME_URL: database.runtimeUrl, ...settings });
  const clock = new SettableClock();
  const module = await Test.createTestingModule({ imports: [AppModule.with(env)] })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const app = module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false });
  usePipeline(app);
  await app.init();

  const browser = () => request.agent(app.getHttpServer());
  return {
    app,
    database,
    clock,
    env,
    browser,
    async signedInAs(email, password = DEMO_PASSWORD) {
      const agent = browser();
      const _csrf = await csrfOn(agent, '/sign-in');
      await agent.post('/sign-in').type('form').send({ _csrf, email, password }).expect(303);
      return agent;
    },
    async address() {
      if (!app.getHttpServer().listening) await app.listen(0, '127.0.0.1');
      return (await app.getUrl()).replace('[::1]', '127.0.0.1');
    },
    async close() {
      await app.close();
      await database.drop();
    },
  };
}

/** The token in the first form of a page. */
export async function csrfOn(agent: Agent, path: string): Promise<string> {
  const { text } = await agent.get(path);
  const token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1];
  if (!token) throw new Error(`${path} has no form with a token:\n${text.slice(0, 500)}`);
  return token;
}

/** The value of a hidden field on a page. */
export function hiddenField(html: string, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];
  if (value === undefined) throw new Error(`The page has no field "${name}".`);
  return value;
}
