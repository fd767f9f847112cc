import type { Actor } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { ReadExtract } from '@lib/returns';
import { Controller, Get, Param, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';

/** The file a figure was taken from, as it was attached. */
@Controller('partnerships/:partnership/extracts/:extractId')
export class ExtractController {
  constructor(private readonly readExtract: ReadExtract) {}

  @Get()
  @Access('returns.view')
  async download(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id }: Partnership,
    @Param('extractId') extractId: string,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { name, bytes } = await this.readExtract.execute(actor, id, extractId);
    // Whatever it is, a browser saves it and shows nothing of it: it is somebody's file, not a page of ours.
    response.attachment(name);
    response.type('application/octet-stream');
    return new StreamableFile(bytes);
  }
}
