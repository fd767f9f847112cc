import { AcceptRecord } from '@lib/assurance';
import type { Actor } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { BadRequestException, Body, Controller, Param, Post } from '@nestjs/common';
import { IsUUID, Matches } from 'class-validator';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { keyIn, type OccurrenceAddress } from './occurrence-key.js';

class RecordForm {
  @IsUUID()
  record: string;

  @Matches(/^[0-9a-f]{64}$/)
  sha256: string;
}

/** Accepting a record of the partnership as evidence of an occurrence. */
@Controller('partnerships/:partnership/duties/:reference/:bearer/:slug/record')
export class AcceptRecordController {
  constructor(private readonly acceptRecord: AcceptRecord) {}

  @Post()
  @Access('evidence.review')
  async accept(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param() address: OccurrenceAddress,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const { form, errors } = readForm(RecordForm, body);
    if (errors) throw new BadRequestException();
    const occurrence = keyIn(address);
    const command = { partnershipId: id, occurrence, recordId: form.record, contentSha256: form.sha256 };
    await this.acceptRecord.execute(actor, command, once);
    return new SeeOther(pathsOf(slug).occurrence(occurrence), 'The record is accepted as evidence.');
  }
}
