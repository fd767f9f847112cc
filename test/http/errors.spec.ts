import { BoardQuery } from '@lib/reporting';
import { Logger } from '@nestjs/common';
import { startTestApp, type TestApp } from './test-app.js';

const BOARD = '/partnerships/kingston/board';

describe('an error of ours', () => {
  let test: TestApp;
  let logged: jest.SpyInstance;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());
  beforeEach(() => {
    logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => {});
  });
  afterEach(() => jest.restoreAllMocks());

  it('gives nothing away but a reference, under which the log has everything', async () => {
    const agent = await test.signedInAs('board@partnership.example');
    const error = new Error('relation "figure" does not exist at 10.0.0.7');
    jest.spyOn(test.app.get(BoardQuery), 'run').mockRejectedValueOnce(error);
    const { text } = await agent.get(`${BOARD}?year=2010-11`).expect(500);
    expect(text).toContain('Sorry, there is a problem with the service');
    for (const secret of ['relation', '10.0.0.7', 'BoardQuery', 'node_modules', 'Error:', '    at '])
      expect(text).not.toContain(secret);
    const [, reference] = /reference: <strong>([0-9a-f]{8})<\/strong>/.exec(text)!;
    expect(logged).toHaveBeenCalledTimes(1);
    expect(logged.mock.calls[0]).toEqual([`${reference} GET ${BOARD}`, error.stack]);
  });

  it('gives every error a reference of its own', async () => {
    const agent = await test.signedInAs('board@partnership.example');
    jest.spyOn(test.app.get(BoardQuery), 'run').mockRejectedValue(new Error('again'));
    const references = new Set<string>();
    for (let round = 0; round < 3; round += 1)
      references.add(/reference: <strong>(\w+)/.exec((await agent.get(BOARD).expect(500)).text)![1]!);
    expect(references.size).toBe(3);
  });

  it('is none of ours when the address or the form was wrong: nothing is logged, and no reference given', async () => {
    const agent = await test.signedInAs('board@partnership.example');
    for (const path of ['/nowhere', '/partnerships/kingston/people', '/partnerships/elsewhere/board'])
      expect((await agent.get(path)).text).not.toContain('reference');
    expect(logged).not.toHaveBeenCalled();
  });

  it.each(['9999-00', '0000-01', '2010-12', '2010', '', 'x', '%00', '2010-11&year=2010-11'])(
    'is no year of the board: %s',
    async (year) => {
      const agent = await test.signedInAs('board@partnership.example');
      await agent.get(`${BOARD}?year=${year}`).expect(404);
    },
  );

  it('is no page of the trail that there is not', async () => {
    const agent = await test.signedInAs('auditor@partnership.example');
    const trail = '/partnerships/kingston/audit-trail';
    for (const before of ['0', '1', '-1', '1e9', '999999999999999', '9'.repeat(400), 'x', '1&before=2'])
      expect([before, (await agent.get(`${trail}?before=${before}`)).status]).toEqual([before, 200]);
  });
});
