/** Why a file was not looked at. Never a reason to take it for clean: it waits until it was. */
export type NotScanned = 'no-scanner' | 'no-answer' | 'too-slow' | 'too-large' | 'unclear';

export type ScanVerdict =
  | { readonly verdict: 'clean' }
  /** @property signature the scanner's name for what it found, such as `Win.Test.EICAR_HDB-1` */
  | { readonly verdict: 'infected'; readonly signature: string }
  | { readonly verdict: 'not-scanned'; readonly why: NotScanned };

/** What each means, for whoever looks after the service. */
export const NOT_SCANNED: Readonly<Record<NotScanned, string>> = {
  'no-scanner': 'no virus scanner is set up (CLAMD_ADDRESS)',
  'no-answer': 'the virus scanner does not answer',
  'too-slow': 'the virus scanner did not answer in time',
  'too-large': 'the file is more than the virus scanner takes (StreamMaxLength, MaxFileSize, MaxScanSize)',
  unclear: 'the virus scanner gave an answer that says neither',
};

/** Looks into files for what does harm. A class, so that it can be asked for; a test puts another in its place. */
export abstract class VirusScanner {
  /** Never throws: where it cannot tell, it says that and why. */
  abstract scan(bytes: Buffer): Promise<ScanVerdict>;
}
