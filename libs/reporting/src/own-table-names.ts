/**
 * What the table of one's own is called that a source is, by its newest row: also once it is forgotten. Null for every
 * other source.
 *
 * @param source the column that holds it
 */
export function ownTableName(source: string): string {
  return `(select t.name from published_table t where ${source} = 'own-table:' || t.table_id
            order by t.decided_at desc limit 1)`;
}

/** What the series of a table of one's own are called in its newest file, by what they mean; null for any other source. */
export function ownSeriesLabels(source: string): string {
  return `(select jsonb_object_agg(l.means, l.label) from (
             select distinct on (q.means) q.means, q.label
               from published_file p join published_series q on q.file_id = p.id
              where p.source = ${source} and ${source} like 'own-table:%' and q.means is not null
                and p.state = 'applied' and p.withdrawn_at is null
              order by q.means, p.released_on desc, p.decided_at desc) l)`;
}

/**
 * Whether a figure can be a part of a quarter: what is counted is added up, and a percentage or a rate says something of
 * its own time alone.
 *
 * @param series the alias of its published_series
 * @param figure the alias of its published_figure
 */
export function isPartOfQuarter(series: string, figure: string): string {
  return `(${series}.unit in ('count', 'amount', 'people')
           or ${figure}.period_until = (${figure}.period_from + interval '3 months')::date)`;
}
