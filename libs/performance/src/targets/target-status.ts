/** How a target stands. "No target" and "cannot tell" never count as on track. */
export type TargetStatus =
  'met' | 'on-course' | 'at-risk' | 'off-course' | 'not-met' | 'no-target' | 'cannot-tell';
