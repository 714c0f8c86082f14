/** How long a client may take and how many may come, for one door. */
export interface DoorLimits {
  /** For the whole head of a request, from the first moment of the connection or of the request, in milliseconds. */
  readonly headersTimeoutMs: number;
  /** For the whole request with its body, in milliseconds; at least `headersTimeoutMs`. The answer may take as long as it needs. */
  readonly requestTimeoutMs: number;
  /** For which a connection may stay without a request after its last answer, in milliseconds. */
  readonly keepAliveTimeoutMs: number;
  /** Between two looks for clients that are too slow, in milliseconds: each limit is late by up to this much. */
  readonly timeoutCheckMs: number;
  /** Connections at one time; for one more, the oldest that waits goes (see `limitConnections`). */
  readonly maxConnections: number;
}

/**
 * For one hall: 6 desks, 2 boards, 5 booths and 5 trustees hold about 80 connections (a browser opens at most 6 to one
 * door). Requests are small and the LAN is near, so nobody honest needs seconds for one.
 */
export const HALL_LIMITS: DoorLimits = {
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 30_000,
  keepAliveTimeoutMs: 30_000,
  timeoutCheckMs: 2_000,
  maxConnections: 256,
};
