import type { Agent } from 'supertest';
import { mainText } from './support/html.js';
import { send } from './support/send.js';
import { startTestApp, type TestApp } from './test-app.js';

const SAC = '/partnerships/kingston/measures/serious-acquisitive-crime';

describe('the colour', () => {
  let test: TestApp;
  let analyst: Agent;
  beforeAll(async () => {
    test = await startTestApp();
    analyst = await test.signedInAs('analyst@partnership.example');
  });
  afterAll(() => test.close());

  it('is given by the rules of 2010 with its reason, beside the declared one', async () => {
    const shown = mainText((await analyst.get(SAC)).text);
    expect(shown).toContain(
      'Amber, because it is off target, but better than the year before (rules police-authority-2010, version 1)',
    );
    expect(shown).toContain('Declared status Amber, declared by Ana Example until');
  });

  it('changes with the rules, from now on', async () => {
    // 20 in 1,675 is 1.2% of the target
    await send(analyst, `${SAC}/status-rules`, {
      rules: 'tolerance',
      tolerance: '1',
      reason: 'A tighter band',
    });
    expect(mainText((await analyst.get(SAC)).text)).toContain(
      'Red, because it is off target by more than 1% of the target',
    );
    await send(analyst, `${SAC}/status-rules`, { rules: 'tolerance', tolerance: '5', reason: 'As agreed' });
    expect(mainText((await analyst.get(SAC)).text)).toContain(
      'Amber, because it is off target by at most 5% of the target',
    );
  });

  it('that is declared is shown to the board until its last day', async () => {
    const declared = { rag: 'green', year: '2010-11', reason: 'One case was counted twice' };
    await send(analyst, `${SAC}/declared-status`, { ...declared, expiresOn: '31 3 2100' });
    const board = await test.signedInAs('board@partnership.example');
    const shown = async () => mainText((await board.get('/partnerships/kingston/board?year=2010-11')).text);
    expect(await shown()).toContain('Declared green: One case was counted twice');
    expect(await shown()).toContain('Not met');
    test.clock.advance(Date.parse('2100-04-01T12:00:00Z') - test.clock.now().getTime());
    const later = await test.signedInAs('board@partnership.example');
    const text = mainText((await later.get('/partnerships/kingston/board?year=2010-11')).text);
    expect(text).not.toContain('Declared green');
  });
});
