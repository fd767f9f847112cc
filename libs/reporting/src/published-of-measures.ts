import { isPartOfQuarter } from './own-table-names.js';
import { FIGURES_OF_LABELS } from './published-labels.js';
import { BY_QUARTER, publishedSpans } from './published-spans.js';

/**
 * SQL of what releases say of measures within quarters: common table expressions, of which the last one, `spans`, has
 * `measure_id`, `source`, `means`, `area_code` and `released_on` beside what `publishedSpans` gives.
 *
 * @param of `measures` is a condition on the rows `m` of where measures are published; `files` a query of the files to
 *   look into, with `id`, `source`, `released_on`, `decided_at` and `extracted_on`; `figures` a condition on their
 *   figures `f`; the two parameters hold what `NOT_IN_WHOLE` and `WHOLES` do
 */
export function publishedOfMeasures(of: {
  readonly measures: string;
  readonly files: string;
  readonly figures: string;
  readonly notInWhole: `$${number}`;
  readonly wholes: `$${number}`;
}): string {
  return publishedSpans(
    `select m.measure_id, m.means, m.area_code, p.source, p.released_on, p.decided_at, p.extracted_on, p.id,
            f.period_from, f.period_until, sum(f.value) as value, min(f.mark) as mark
       from measure_published_sum m
       join (${of.files}) p on p.source = m.source
       join published_area a on a.file_id = p.id and a.code = m.area_code
       join published_series s on s.file_id = p.id
        and case when m.means is not null then s.means = any(m.means)
                 when exists (select from published_series w
                               where w.file_id = p.id and m.source || '/' || w.means = any(${of.wholes}::text[]))
                 then m.source || '/' || s.means = any(${of.wholes})
                 else s.means <> 'left-out' and m.source || '/' || s.means <> all(${of.notInWhole}::text[]) end
       ${FIGURES_OF_LABELS}
      where m.superseded_at is null and ${of.measures} and ${of.figures} and ${isPartOfQuarter('s', 'f')}
      group by m.measure_id, m.means, m.area_code, p.source, p.released_on, p.decided_at, p.extracted_on, p.id,
               f.period_from, f.period_until`,
    { by: 'measure_id, source, means, area_code, released_on', ...BY_QUARTER },
  );
}
