import { randomInt } from 'node:crypto';
import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, type Id, newId } from '@lib/kernel';
import { type Once, UnitOfWork } from '@lib/persistence';
import { AsAt, figurePopulation } from '@lib/reporting';
import { Injectable } from '@nestjs/common';
import { requireIndependence } from '../domain/independence.js';
import { drawSample } from '../domain/sample.js';
import { requireWorkpaper, type WrittenWorkpaper } from '../domain/workpaper.js';
import { WorkpaperRepository } from '../persistence/workpaper.repository.js';

export interface BeginWorkpaperCommand extends WrittenWorkpaper {
  readonly partnershipId: Id;
}

/** Begins a workpaper: writes down what it is to show, and draws a sample of reported figures for it. */
@Injectable()
export class BeginWorkpaper {
  constructor(
    private readonly work: UnitOfWork,
    private readonly workpapers: WorkpaperRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the new workpaper */
  execute(actor: Actor, { partnershipId, ...command }: BeginWorkpaperCommand, once?: Once): Promise<Id> {
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        authorise(actor, 'workpapers.keep', { partnershipId });
        requireIndependence(actor, partnershipId);
        requireWorkpaper(command);
        const { firstQuarter, lastQuarter, sampleSize } = command;
        const quarters = { from: firstQuarter.firstDay, until: lastQuarter.until };
        const population = await figurePopulation(tx, partnershipId, quarters, AsAt.now);
        const seed = command.seed ?? String(randomInt(100_000_000)).padStart(8, '0');
        const sample = drawSample(population, seed, sampleSize);
        const id = newId();
        const written = { ...command, id, seed, objective: command.objective.trim() };
        const recorded = { by: actor.personId, at: this.clock.now() };
        await this.workpapers.add(tx, partnershipId, written, sample, recorded);
        await this.trail.record(tx, actor, partnershipId, {
          type: 'WorkpaperBegun',
          subjectId: id,
          data: {
            ...{ objective: written.objective, seed, size: String(sampleSize) },
            ...{ from: firstQuarter.name, until: lastQuarter.name },
            ...{ population: String(sample.populationSize), populationSha256: sample.populationSha256 },
            drawn: sample.drawn,
          },
        });
        return id;
      },
      once,
    );
  }
}
