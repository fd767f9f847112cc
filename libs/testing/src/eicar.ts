/**
 * The text that every virus scanner reports and that does no harm (eicar.org). Put together here, so that none reports
 * this file.
 */
export function eicar(): Buffer {
  return Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('-'));
}
