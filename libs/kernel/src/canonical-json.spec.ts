import { canonicalJson, contentHash } from './canonical-json.js';

describe('canonical JSON', () => {
  it('has one text whatever the order of keys', () => {
    expect(canonicalJson({ b: ['1', null], a: { d: true, c: 'x' } })).toBe(
      '{"a":{"c":"x","d":true},"b":["1",null]}',
    );
    expect(canonicalJson({ a: undefined, b: 'é' })).toBe('{"b":"é"}');
  });

  it('hashes as any tool would: printf \'{"a":"1"}\' | sha256sum', () => {
    expect(contentHash({ a: '1' })).toBe('9afeb0f2b203f254312ec8ded441d0318b7c34c57f8695ede42d2215a30c0960');
  });
});
