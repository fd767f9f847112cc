import { ReadWaitingFile } from '@lib/importing';
import { type Partnership, PartnershipDirectory } from '@lib/partnerships';
import { Injectable, Logger } from '@nestjs/common';
import { WaitingWork } from './waiting-work.js';

/** Reads the published files that were sent. */
@Injectable()
export class ImportWorker extends WaitingWork {
  constructor(
    private readonly readWaitingFile: ReadWaitingFile,
    directory: PartnershipDirectory,
  ) {
    super(directory, new Logger('Published figures'));
  }

  protected doNext({ id }: Partnership, stop: AbortSignal): Promise<boolean> {
    return this.readWaitingFile.execute(id, stop);
  }
}
