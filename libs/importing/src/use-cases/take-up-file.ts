import { Clock, type Id } from '@lib/kernel';
import { Injectable } from '@nestjs/common';
import { type Loader, Loading } from '../loading.js';
import { PublishedFileRepository } from '../persistence/published-file.repository.js';

/** Takes a file up again whose columns were asked about and are known now. */
@Injectable()
export class TakeUpFile {
  constructor(
    private readonly loading: Loading,
    private readonly files: PublishedFileRepository,
    private readonly clock: Clock,
  ) {}

  async execute(loader: Loader, fileId: Id): Promise<void> {
    await this.loading.run(loader, (tx) =>
      this.files.change(tx, fileId, ['waiting'], { state: 'reading', heartbeatAt: this.clock.now() }),
    );
  }
}
