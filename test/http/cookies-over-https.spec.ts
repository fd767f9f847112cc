import { testsOfTheCookie } from './support/cookie-rules.js';

describe('the cookie over https', () =>
  testsOfTheCookie({
    BASE_URL: 'https://tracker.example',
    name: '__Host-tracker',
    flags: ['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure'],
  }));
