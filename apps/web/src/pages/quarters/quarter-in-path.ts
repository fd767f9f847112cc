import { FinancialQuarter, notFound } from '@lib/kernel';
import { Injectable, type PipeTransform } from '@nestjs/common';

/** Reads the quarter of an address, such as `2010-q1`; anything else is not found. */
@Injectable()
export class QuarterInPath implements PipeTransform<string, FinancialQuarter> {
  transform(slug: string): FinancialQuarter {
    const quarter = FinancialQuarter.read(slug);
    if (!quarter) throw notFound('quarter');
    return quarter;
  }
}
