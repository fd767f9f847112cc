import { type FindingAction, MoveFinding } from '@lib/assurance';
import type { Actor } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { FindingsQuery, type ShownFinding } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { findingInHand, saidMeanwhile } from './finding-in-hand.js';
import { FindingMoveForm } from './findings.form.js';

/** A move that asks for words only. */
interface WordsMove {
  readonly action: Exclude<FindingAction, 'answer' | 'reopen'>;
  readonly page: 'done' | 'closure' | 'sending-back' | 'withdrawal';
  /** Of the page; the number of the finding follows. */
  readonly title: string;
  readonly explanation: string;
  readonly question: string;
  readonly notice: string;
}

const DONE: WordsMove = {
  ...{ action: 'reportDone', page: 'done', title: 'Report the action done of finding' },
  explanation: 'An auditor looks at it, and closes the finding or sends it back.',
  question: 'What was done, and where can it be seen?',
  notice: 'The action is reported done.',
};

const CLOSURE: WordsMove = {
  ...{ action: 'close', page: 'closure', title: 'Close finding' },
  explanation: 'Nobody has to do anything about it any more. It stays on record and can be opened again.',
  question: 'What did you see that closes it?',
  notice: 'The finding is closed.',
};

const SENDING_BACK: WordsMove = {
  ...{ action: 'sendBack', page: 'sending-back', title: 'Send back finding' },
  explanation: 'The action counts as not done, by the same last day as before.',
  question: 'What is not done yet?',
  notice: 'The finding is sent back.',
};

const WITHDRAWAL: WordsMove = {
  ...{ action: 'withdraw', page: 'withdrawal', title: 'Withdraw finding' },
  explanation:
    'For a finding that was raised by mistake. It stays on record with its number, and nothing follows.',
  question: 'Why?',
  notice: 'The finding is withdrawn.',
};

/** What is said on a finding after its answer, and its withdrawal. */
@Controller('partnerships/:partnership/findings/:findingId')
export class FindingMovesController {
  constructor(
    private readonly findings: FindingsQuery,
    private readonly moveFinding: MoveFinding,
  ) {}

  @Get('done')
  @Access('findings.respond')
  askDone(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('findingId') findingId: string,
  ) {
    return this.ask(DONE, actor, partnership, findingId);
  }

  @Post('done')
  @Access('findings.respond')
  done(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('findingId') findingId: string,
    @Body() body: unknown,
  ) {
    return this.move(DONE, actor, partnership, findingId, body);
  }

  @Get('closure')
  @Access('findings.raise')
  askClosure(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('findingId') findingId: string,
  ) {
    return this.ask(CLOSURE, actor, partnership, findingId);
  }

  @Post('closure')
  @Access('findings.raise')
  close(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('findingId') findingId: string,
    @Body() body: unknown,
  ) {
    return this.move(CLOSURE, actor, partnership, findingId, body);
  }

  @Get('sending-back')
  @Access('findings.raise')
  askSendingBack(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('findingId') findingId: string,
  ) {
    return this.ask(SENDING_BACK, actor, partnership, findingId);
  }

  @Post('sending-back')
  @Access('findings.raise')
  sendBack(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('findingId') findingId: string,
    @Body() body: unknown,
  ) {
    return this.move(SENDING_BACK, actor, partnership, findingId, body);
  }

  @Get('withdrawal')
  @Access('findings.raise')
  askWithdrawal(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('findingId') findingId: string,
  ) {
    return this.ask(WITHDRAWAL, actor, partnership, findingId);
  }

  @Post('withdrawal')
  @Access('findings.raise')
  withdraw(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('findingId') findingId: string,
    @Body() body: unknown,
  ) {
    return this.move(WITHDRAWAL, actor, partnership, findingId, body);
  }

  private async ask(move: WordsMove, actor: Actor, partnership: Partnership, findingId: string) {
    return movePage(move, await this.find(move, actor, partnership, findingId), partnership);
  }

  private async move(
    move: WordsMove,
    actor: Actor,
    partnership: Partnership,
    findingId: string,
    body: unknown,
  ) {
    const finding = await this.find(move, actor, partnership, findingId);
    const { form, errors } = readForm(FindingMoveForm, body, { hidden: ['seen'] });
    const { reason } = form;
    if (errors) return movePage(move, finding, partnership, { errors, reason, status: 422 });
    const said = { seen: Number(form.seen), words: reason, action: move.action };
    try {
      await this.moveFinding.execute(actor, { partnershipId: partnership.id, findingId, ...said });
    } catch (error) {
      const answer = { errors: saidMeanwhile(error), reason, status: 409 };
      return movePage(move, await this.find(move, actor, partnership, findingId), partnership, answer);
    }
    return new SeeOther(pathsOf(partnership.slug).assuranceFinding(findingId), move.notice);
  }

  private find({ action }: WordsMove, actor: Actor, { id }: Partnership, findingId: string) {
    return findingInHand(this.findings, actor, id, { findingId, action });
  }
}

function movePage(
  { page, title, explanation, question }: WordsMove,
  finding: ShownFinding,
  { slug }: Partnership,
  answer?: { readonly errors: readonly PageError[]; readonly reason: string; readonly status: number },
): Page {
  const paths = pathsOf(slug);
  return new Page(
    'layouts/reason-page.njk',
    {
      pageTitle: `${title} ${finding.number}`,
      backLink: { href: paths.assuranceFinding(finding.id), text: 'Back' },
      formAction: paths.findingMove(finding.id, page),
      seen: finding.entries.length,
      ...{ explanation: `${finding.title}. ${explanation}`, question },
      ...answer,
    },
    answer?.status ?? 200,
  );
}
