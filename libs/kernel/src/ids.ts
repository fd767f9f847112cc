import { v7, validate } from 'uuid';

/** A UUID. New ones are version 7, so rows made together lie together in an index. */
export type Id = string;

/** A new identifier, made by the process so that a record knows its name before it is saved. */
export function newId(): Id {
  return v7();
}

/** True for text that can be looked up as an Id; anything else cannot name a record of ours. */
export function isId(text: unknown): text is Id {
  return typeof text === 'string' && validate(text);
}
