export type SentEvidence =
  | {
      readonly file: {
        readonly name: string;
        readonly mediaType: string;
        readonly size: number;
        readonly sha256: string;
        readonly bytes: Buffer;
      };
      readonly problem: null;
    }
  | { readonly file: null; readonly problem: string; readonly code: string };
