/**
 * SQL that joins the figures of a series `s` in an area `a` of a file `p`, as `f`, to labels that are picked already: by
 * their key, one lookup for each. Left to itself the planner, which does not know how many figures are in a line, goes
 * through the lines of all areas.
 */
export const FIGURES_OF_LABELS = `cross join lateral (
  select * from published_figure
   where file_id = p.id and area = a.number and series = s.number offset 0) f`;
