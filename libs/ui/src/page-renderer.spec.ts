import type { PageContext } from './page-context.js';
import { createPageRenderer } from './page-renderer.js';
import { renderSnippet } from './testing/render-snippet.js';

const PAGE = `
{% extends "layouts/page.njk" %}
{% block content %}<h1 class="govuk-heading-l">{{ pageTitle }}</h1><p>{{ body }}</p>{% endblock %}
`;

describe('a page', () => {
  const signedIn: PageContext = {
    pageTitle: 'What you owe this quarter',
    serviceName: 'Community safety tracker',
    partnershipName: 'Safer Kingston Partnership',
    homeHref: '/home',
    cspNonce: 'n0nce',
    csrfToken: 't0ken',
    currentUser: { name: 'Sam Okoro' },
    navigation: [
      { text: 'Returns', href: '/returns', current: true },
      { text: 'Approvals', href: '/approvals', badge: 1203 },
    ],
  };
  const render = (context: Partial<PageContext> & { body?: string } = {}) =>
    renderSnippet(PAGE, { ...signedIn, ...context });
  const titleOf = (html: string) => /<title>(.*?)<\/title>/s.exec(html)?.[1];

  it('is titled by page, service and partnership', () => {
    expect(titleOf(render())).toBe(
      'What you owe this quarter – Community safety tracker – Safer Kingston Partnership',
    );
  });

  it('is titled without a partnership where there is none', () => {
    const { partnershipName: _, ...withoutPartnership } = signedIn;
    const html = renderSnippet(PAGE, withoutPartnership);
    expect(titleOf(html)).toBe('What you owe this quarter – Community safety tracker');
    expect(html).not.toContain('undefined');
  });

  it('names the partnership in the header and the service below it', () => {
    const html = render();
    expect(html).toMatch(/govuk-generic-header__homepage-link">\s*Safer Kingston Partnership/);
    expect(html).toMatch(
      /<a href="\/home" class="govuk-service-navigation__link">\s*Community safety tracker/,
    );
  });

  it('marks the current link and counts what waits behind another', () => {
    const html = render();
    expect(html).toMatch(/href="\/returns" aria-current="page"/);
    expect(html).toContain('<span class="tracker-badge">1,203<span class="govuk-visually-hidden"> waiting');
  });

  it('signs out by a posted form that carries the token', () => {
    expect(render()).toMatch(
      /<form[^>]*method="post" action="\/sign-out"[^>]*>\s*<input type="hidden" name="_csrf" value="t0ken">/,
    );
  });

  it('shows no way out to somebody who is not in', () => {
    expect(render({ currentUser: null })).not.toContain('/sign-out');
  });

  it('gives its one script the nonce of the policy, and takes everything else from files', () => {
    const scripts = render().match(/<script[^>]*>/g);
    expect(scripts).toEqual(['<script nonce="n0nce">', '<script type="module" src="/assets/start.js">']);
    expect(render()).not.toMatch(/\sstyle=|\son\w+=/);
  });

  it('lists errors first, says so in the title, and keeps the notice for later', () => {
    const html = render({
      errors: [{ text: 'Enter the number of burglaries', href: '#figure-1' }],
      notice: 'Your return was saved.',
    });
    expect(titleOf(html)).toMatch(/^Error: What you owe/);
    expect(html).toContain('There is a problem');
    expect(html).toContain('<a href="#figure-1">Enter the number of burglaries</a>');
    expect(html).not.toContain('Your return was saved.');
  });

  it('says what has just been done', () => {
    expect(render({ notice: 'Your return was saved.' })).toMatch(
      /govuk-notification-banner--success[\s\S]*Your return was saved\./,
    );
  });

  it('fills the remaining slots when asked and leaves them out when not', () => {
    const full = render({
      demoNotice: 'Invented figures. Do not use.',
      backLink: { href: '/returns', text: 'Back to returns' },
      brandStylesheet: '/assets/brands/safer-kingston.css',
      themeColor: '#123456',
      openGovernmentLicence: true,
    });
    const slots = [
      'Invented figures. Do not use.',
      'Back to returns',
      '<link rel="stylesheet" href="/assets/brands/safer-kingston.css">',
      'content="#123456"',
      'Open Government Licence v3.0',
    ];
    const bare = render();
    for (const slot of slots) {
      expect(full).toContain(slot);
      expect(bare).not.toContain(slot);
    }
  });

  it('escapes what people wrote, wherever it is shown', () => {
    const attack = '<img src=x onerror=alert(1)>';
    const html = render({
      body: attack,
      pageTitle: attack,
      partnershipName: attack,
      serviceName: attack,
      currentUser: { name: attack },
      notice: attack,
      demoNotice: attack,
      backLink: { href: '/', text: attack },
      navigation: [{ text: attack, href: attack, badge: 2 }],
    });
    expect(html).not.toContain('<img');
    expect(render({ errors: [{ text: attack }] })).not.toContain('<img');
  });

  it('carries no mark of GOV.UK', () => {
    const html = render({ openGovernmentLicence: true, demoNotice: 'Demo' });
    for (const mark of ['GOV.UK', 'crown', 'crest', 'logotype', 'GDS Transport']) {
      expect(html).not.toContain(mark);
    }
  });

  it('says what happened and what to do when it is an error page', () => {
    const html = createPageRenderer({ templateRoots: [] }).render('layouts/error-page.njk', {
      ...signedIn,
      pageTitle: 'Page not found',
      paragraphs: ['If you typed the address, check it is right.'],
      nextSteps: [{ text: 'Go to your home page', href: '/home' }, { text: 'Ask <b>us</b>' }],
      reference: '7F3K',
    });
    expect(html).toContain('<h1 class="govuk-heading-l">Page not found</h1>');
    expect(html).toContain('<a class="govuk-link" href="/home">Go to your home page</a>');
    expect(html).toContain('Ask &lt;b&gt;us&lt;/b&gt;');
    expect(html).toContain('7F3K');
  });
});
