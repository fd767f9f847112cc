import { NOT_SCANNED, type VirusScanner } from '@lib/gateways';
import type { Scan } from '../persistence/evidence.repository.js';

/** What a scanner says of a file, in the words that are kept with it. */
export async function scanFile(scanner: VirusScanner, bytes: Buffer): Promise<Scan> {
  const said = await scanner.scan(bytes);
  switch (said.verdict) {
    case 'clean':
      return { verdict: 'clean', detail: null };
    case 'infected':
      return { verdict: 'infected', detail: said.signature };
    case 'not-scanned':
      return { verdict: 'not-scanned', detail: NOT_SCANNED[said.why] };
  }
}
