import { may } from '@lib/access';
import { ChangeAnswer, ChangeOwnTable, ForgetAnswer, ForgetOwnTable } from '@lib/importing';
import { type Actor, DomainError, notFound } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { OwnTablesQuery, type ShownMeaning, type ShownOwnTable } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { answeredView, type AnswerFrame, answerView, questionsOf } from './answered.view.js';
import { readAnswers } from './answers.form.js';

/** What is remembered of published files, so that it is asked once; and another answer to it, or none. */
@Controller('partnerships/:partnership/published-figures/answered')
export class AnsweredController {
  constructor(
    private readonly ownTables: OwnTablesQuery,
    private readonly changeAnswer: ChangeAnswer,
    private readonly changeOwnTable: ChangeOwnTable,
    private readonly forgetAnswer: ForgetAnswer,
    private readonly forgetOwnTable: ForgetOwnTable,
  ) {}

  @Get()
  @Access('performance.view')
  async list(@CurrentActor() actor: Actor, @CurrentPartnership() partnership: Partnership) {
    const view = answeredView(
      await this.ownTables.remembered(actor, partnership.id),
      mayChange(actor, partnership),
      pathsOf(partnership.slug),
    );
    return new Page('pages/published-figures/answered.njk', view);
  }

  @Get(':answerId')
  @Access('performance.view')
  async see(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('answerId') answerId: string,
  ) {
    return answerPage(await this.find(actor, partnership, answerId), actor, partnership);
  }

  @Post(':answerId')
  @Access('published-figures.load')
  async change(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('answerId') answerId: string,
    @Body() body: unknown,
  ) {
    const remembered = await this.find(actor, partnership, answerId);
    const questions = questionsOf(remembered);
    const { typed, answers, errors } = readAnswers(questions, body, true);
    const shown = (said: readonly PageError[], status: number) =>
      answerPage(remembered, actor, partnership, { typed, errors: said, status });
    if (errors.length > 0) return shown(errors, 422);
    const loader = { actor, loadedFor: partnership.id };
    const said = questions.map(({ number }) => answers.get(number)!);
    try {
      await ('tableId' in remembered
        ? this.changeOwnTable.execute(loader, { keptId: remembered.id, answers: said })
        : this.changeAnswer.execute(loader, { answerId: remembered.id, means: said[0]! }));
    } catch (error) {
      if (!(error instanceof DomainError) || (error.kind !== 'conflict' && error.kind !== 'invalid'))
        throw error;
      return shown([{ text: error.message, href: boxOf(error) }], error.kind === 'conflict' ? 409 : 422);
    }
    return new SeeOther(
      pathsOf(partnership.slug).publishedAnswers(),
      'The answer is changed, for files that are applied from now on.',
    );
  }

  @Post(':answerId/forgetting')
  @Access('published-figures.load')
  async forget(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('answerId') answerId: string,
  ) {
    const remembered = await this.find(actor, partnership, answerId);
    const loader = { actor, loadedFor: partnership.id };
    await ('tableId' in remembered
      ? this.forgetOwnTable.execute(loader, remembered.id)
      : this.forgetAnswer.execute(loader, remembered.id));
    return new SeeOther(
      pathsOf(partnership.slug).publishedAnswers(),
      'It is forgotten: the next file asks about it again.',
    );
  }

  /** @throws DomainError `not-found` for what is not remembered, or not any more */
  private async find(
    actor: Actor,
    { id }: Partnership,
    answerId: string,
  ): Promise<ShownMeaning | ShownOwnTable> {
    const { tables, meanings } = await this.ownTables.remembered(actor, id);
    const found = [...tables, ...meanings].find((one) => one.id === answerId);
    if (!found) throw notFound('answer');
    return found;
  }
}

function mayChange(actor: Actor, { id }: Partnership): boolean {
  return may(actor, 'published-figures.load', { partnershipId: id });
}

/** The box that what was refused is about. */
function boxOf({ code }: DomainError): string | undefined {
  if (code === 'published-tables.columns') return '#answer-3';
  return code.startsWith('published-tables.') || code === 'published-files.answer' ? '#answer-1' : undefined;
}

function answerPage(
  remembered: ShownMeaning | ShownOwnTable,
  actor: Actor,
  partnership: Partnership,
  { status = 200, ...said }: Pick<AnswerFrame, 'typed' | 'errors'> & { readonly status?: number } = {},
): Page {
  const view = answerView(remembered, {
    ...{ paths: pathsOf(partnership.slug), mayChange: mayChange(actor, partnership) },
    ...said,
  });
  return new Page('pages/published-figures/answer.njk', view, status);
}
