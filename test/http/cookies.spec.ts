import { testsOfTheCookie } from './support/cookie-rules.js';

describe('the cookie over http', () =>
  testsOfTheCookie({
    BASE_URL: 'http://tracker.example',
    name: 'tracker',
    flags: ['HttpOnly', 'Path=/', 'SameSite=Lax'],
  }));
