/**
 * SQL that joins the figures of a series in an area of a file, as `f`, to labels that are picked already: by their key,
 * one lookup for each. Left to itself the planner, which does not know how many figures are in a line, goes through the
 * lines of all areas.
 *
 * @param series alias of the series; that of the file is `p`, and that of the area `a`
 */
export function figuresOfLabels(series = 's'): string {
  return `cross join lateral (
    select * from published_figure
     where file_id = p.id and area = a.number and series = ${series}.number offset 0) f`;
}
