/** How often chance alone sets off a warning at 95% ("watch") and at 99.8% ("alert"). */
const FALSE_ALARM = { watch: 0.05, alert: 0.002 } as const;

/**
 * How many false alarms to expect by chance alone: 30 measures looked at in 4 quarters make 6 at 95% and 0.24 at
 * 99.8%. Printed on the exception page, so that nobody chases them all.
 */
export function expectedFalseAlarms(looks: number): { watch: number; alert: number } {
  if (!Number.isInteger(looks) || looks < 0) throw new RangeError('Looks are counted.');
  return { watch: looks * FALSE_ALARM.watch, alert: looks * FALSE_ALARM.alert };
}
