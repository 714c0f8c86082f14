import type { Generated } from 'kysely';
import type { Moment } from '../database/base-tables.ts';
import type { Role } from './roles.ts';

/** What migrations 0010 and 0085 make. */
export interface AccountTables {
  readonly account: {
    id: string;
    area: string;
    role: Role;
    name: string;
    password: string | null;
    totp: string | null;
    totp_step: Generated<number>;
    invitation: string | null;
    invitation_ends: Moment | null;
    closed_at: Moment | null;
    created_at: Moment;
    /** Who read its invitation; null: whoever holds the machine. */
    invited_by: string | null;
  };
  readonly account_session: {
    token: string;
    account: string;
    begun_at: Moment;
    ends_at: Moment;
    ended_at: Moment | null;
  };
  readonly sign_in_pause: { subject: string; wrong: number; last_at: Moment };
}
