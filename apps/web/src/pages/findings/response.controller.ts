import { MoveFinding } from '@lib/assurance';
import { type Actor, DomainError } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { FindingsQuery, type ShownFinding } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { RESPONSE_WORDS } from '../../assurance/finding-words.js';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { besideItsBox, readDay } from '../../http/form-days.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { findingInHand, saidMeanwhile } from './finding-in-hand.js';
import { ResponseForm } from './findings.form.js';

/** Beside which box a refusal is put right. */
const BOX_OF = {
  'assurance.action-missing': 'action',
  'assurance.action-not-agreed': 'action',
  'assurance.action-day': 'dueOn',
};

/** What management answers to a finding. */
@Controller('partnerships/:partnership/findings/:findingId/response')
export class FindingResponseController {
  constructor(
    private readonly findings: FindingsQuery,
    private readonly moveFinding: MoveFinding,
  ) {}

  @Get()
  @Access('findings.respond')
  async ask(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('findingId') findingId: string,
  ) {
    return responsePage(await this.find(actor, partnership, findingId), new ResponseForm(), partnership);
  }

  @Post()
  @Access('findings.respond')
  async answer(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('findingId') findingId: string,
    @Body() body: unknown,
  ) {
    const finding = await this.find(actor, partnership, findingId);
    const { form, errors } = readForm(ResponseForm, body, { hidden: ['seen'] });
    if (errors) return responsePage(finding, form, partnership, errors);
    const { response, words, action, owner, dueOn } = form;
    const saysAction = [action, owner, dueOn].some((text) => text.trim() !== '');
    const day = dueOn.trim() === '' ? null : readDay(dueOn, 'dueOn', 'The last day');
    if (day && 'error' in day) return responsePage(finding, form, partnership, [day.error]);
    try {
      await this.moveFinding.execute(actor, {
        ...{ partnershipId: partnership.id, findingId, seen: Number(form.seen), action: 'answer', words },
        answer: { response, action: saysAction ? actionIn(form, day) : null },
      });
    } catch (error) {
      if (error instanceof DomainError && Object.hasOwn(BOX_OF, error.code))
        return responsePage(finding, form, partnership, besideItsBox(error, BOX_OF));
      const newest = await this.find(actor, partnership, findingId);
      return responsePage(newest, form, partnership, saidMeanwhile(error), 409);
    }
    return new SeeOther(pathsOf(partnership.slug).assuranceFinding(findingId), 'The finding is answered.');
  }

  private find(actor: Actor, { id }: Partnership, findingId: string) {
    return findingInHand(this.findings, actor, id, { findingId, action: 'answer' });
  }
}

/** An action without its last day is none that anybody could hold somebody to. */
function actionIn({ action, owner }: ResponseForm, day: ReturnType<typeof readDay> | null) {
  return day && 'date' in day ? { what: action, owner, dueOn: day.date } : null;
}

function responsePage(
  finding: ShownFinding,
  form: ResponseForm,
  { slug }: Partnership,
  errors: readonly PageError[] = [],
  status = 422,
): Page {
  const paths = pathsOf(slug);
  return new Page(
    'pages/findings/response.njk',
    {
      pageTitle: `Answer finding ${finding.number}`,
      backLink: { href: paths.assuranceFinding(finding.id), text: 'Back' },
      formAction: paths.findingResponse(finding.id),
      finding,
      seen: finding.entries.length,
      responses: Object.entries(RESPONSE_WORDS).map(([value, text]) => ({ value, text })),
      ...{ form, errors },
    },
    errors.length > 0 ? status : 200,
  );
}
