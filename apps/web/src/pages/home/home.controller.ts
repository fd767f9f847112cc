import { may, type Permission } from '@lib/access';
import type { Actor } from '@lib/kernel';
import { type Partnership, PartnershipDirectory } from '@lib/partnerships';
import { Controller, Get } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership, SignedIn } from '../../http/access.js';
import { Page, SeeOther } from '../../http/page.js';
import { type Paths, pathsOf } from '../../http/paths.js';

/** Where each begins: the first of these they may do. */
const HOMES: readonly [Permission, (paths: Paths) => string][] = [
  ['returns.edit', (paths) => paths.returnsOwed()],
  ['returns.approve', (paths) => paths.approvals()],
  ['people.manage', (paths) => paths.people()],
  ['duties.assess', (paths) => paths.duties()],
  ['performance.view', (paths) => paths.board()],
];

@Controller()
export class HomeController {
  constructor(private readonly directory: PartnershipDirectory) {}

  /** Straight to one's partnership; who works in several chooses. */
  @Get()
  @SignedIn()
  async choosePartnership(@CurrentActor() actor: Actor) {
    const ids = [...new Set(actor.grants.map(({ partnershipId }) => partnershipId))];
    const partnerships = await this.directory.byIds(ids);
    const [only] = partnerships;
    if (only && partnerships.length === 1) return new SeeOther(pathsOf(only.slug).home());
    return new Page('pages/home/choose-partnership.njk', {
      pageTitle: 'Choose a partnership',
      partnerships: partnerships.map(({ name, slug }) => ({ name, href: pathsOf(slug).home() })),
    });
  }

  @Get('partnerships/:partnership')
  @Access('performance.view')
  home(@CurrentActor() actor: Actor, @CurrentPartnership() { id, slug }: Partnership) {
    const home = HOMES.find(([permission]) => may(actor, permission, { partnershipId: id }));
    return new SeeOther(home![1](pathsOf(slug)));
  }
}
