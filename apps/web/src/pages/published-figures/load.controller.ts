import { IMPORTERS, type ReceivedFile, ReceiveFile } from '@lib/importing';
import { type Actor, DomainError } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { SOURCES } from '@lib/published-data';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { ImportWorker } from '../../background/import-worker.js';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { isRecord, unknownField } from '../../http/form.js';
import { FileTooBig, Incoming, type IncomingFile } from '../../http/incoming-file.js';
import { Page, SeeOther } from '../../http/page.js';
import { type Paths, pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';

interface Refusal {
  readonly problem: string;
  readonly isTooBig?: boolean;
}

/** Sending a published file. It is kept as it comes and read by a worker, because it can be hundreds of megabytes. */
@Controller('partnerships/:partnership/published-figures/load')
export class LoadPublishedFileController {
  constructor(
    private readonly receiveFile: ReceiveFile,
    private readonly worker: ImportWorker,
  ) {}

  @Get()
  @Access('published-figures.load')
  ask(@CurrentPartnership() { slug }: Partnership) {
    return loadPage(pathsOf(slug));
  }

  @Post()
  @Access('published-figures.load')
  async receive(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Incoming() file: IncomingFile,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    // Where no file was chosen, some senders name its box among the texts.
    for (const name of Object.keys(isRecord(body) ? body : {})) if (name !== 'file') throw unknownField(name);
    const paths = pathsOf(slug);
    if (file.problem !== null) return loadPage(paths, file);
    try {
      const received = await this.receiveFile.execute({ actor, loadedFor: id }, file, once);
      void this.worker.look();
      return new SeeOther(paths.publishedFile(received.id), noticeOf(received));
    } catch (error) {
      return loadPage(paths, refusalOf(error));
    }
  }
}

function noticeOf({ wasSentBefore }: ReceivedFile): string {
  return wasSentBefore
    ? 'This form was sent before with the same file. This is what came of it; nothing was loaded again.'
    : 'The file has arrived and is being read.';
}

/** What is wrong with the file, for whoever sent it; any other error goes on. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof FileTooBig) return { problem: error.message, isTooBig: true };
  if (error instanceof DomainError && error.code === 'published-files.empty')
    return { problem: error.message };
  throw error;
}

function loadPage(paths: Paths, refusal?: Refusal): Page {
  return new Page(
    'pages/published-figures/load.njk',
    {
      pageTitle: 'Load a file of published figures',
      backLink: { href: paths.publishedFigures(), text: 'Back to the published figures' },
      formAction: paths.publishedFileLoad(),
      errors: refusal ? [{ text: refusal.problem, href: '#file' }] : [],
      importers: IMPORTERS.map(({ title, lookOf, source }) => ({
        ...{ title, lookOf },
        foundAt: SOURCES[source].foundAt,
      })),
    },
    statusOf(refusal),
  );
}

function statusOf(refusal: Refusal | undefined): number {
  if (!refusal) return 200;
  return refusal.isTooBig ? 413 : 422;
}
