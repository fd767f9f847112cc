/** Hands out the use cases; a Nest application context is one. */
export interface UseCases {
  get<T>(type: abstract new (...args: never[]) => T): T;
}
