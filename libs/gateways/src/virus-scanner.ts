export abstract class VirusScanner {
  abstract scan(
    bytes: Buffer,
  ): Promise<{ verdict: 'clean' | 'infected' | 'not-scanned'; detail: string | null }>;
}
