import { Controller, Get } from '@nestjs/common';
import { Public } from '../../http/access.js';
import { Page } from '../../http/page.js';

/** The pages that the footer of every page leads to. */
@Controller()
export class InformationController {
  @Get('help')
  @Public()
  help() {
    return new Page('pages/information/help.njk', { pageTitle: 'Help' });
  }

  @Get('accessibility')
  @Public()
  accessibility() {
    return new Page('pages/information/accessibility.njk', { pageTitle: 'Accessibility statement' });
  }

  @Get('cookies')
  @Public()
  cookies() {
    return new Page('pages/information/cookies.njk', { pageTitle: 'Cookies' });
  }

  @Get('privacy')
  @Public()
  privacy() {
    return new Page('pages/information/privacy.njk', { pageTitle: 'Privacy' });
  }
}
