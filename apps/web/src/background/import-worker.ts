import { ClearFiles, ReadWaitingFile } from '@lib/importing';
import { type Partnership, PartnershipDirectory } from '@lib/partnerships';
import { Injectable, Logger } from '@nestjs/common';
import { WaitingWork } from './waiting-work.js';

/** Reads the published files that were sent, and clears those that are of no more use. */
@Injectable()
export class ImportWorker extends WaitingWork {
  constructor(
    private readonly readWaitingFile: ReadWaitingFile,
    private readonly clearFiles: ClearFiles,
    directory: PartnershipDirectory,
  ) {
    super(directory, new Logger('Published figures'));
  }

  protected async doNext({ id }: Partnership, stop: AbortSignal): Promise<boolean> {
    await this.clearFiles.execute(id);
    return this.readWaitingFile.execute(id, stop);
  }
}
