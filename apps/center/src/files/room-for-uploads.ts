import { mkdir, statfs } from 'node:fs/promises';
import { sql } from 'kysely';
import type { SignedIn } from '../accounts/sessions.ts';
import type { Transaction } from '../database/connect.ts';

const MB = 1024 * 1024;
/** The largest file that anybody may send: 450,000 voters as CSV have about 80 MB. */
export const UPLOAD_LIMIT_BYTES = 256 * MB;
/** What one account may have begun and not finished: two of the largest files, or a day's photos on a bad line. */
const OF_ACCOUNT = { bytes: 2 * UPLOAD_LIMIT_BYTES, uploads: 100 } as const;

interface Room {
  readonly ofVillage: number;
  readonly ofSubDistrict: number;
  readonly ofAll: number;
}

/** A sheet's photo, at most. */
const SMALL_BYTES = 12 * MB;
/**
 * What all accounts of an area may have begun and not finished, small files apart from large ones: whoever begins lists stops no photos, and one
 * village or sub-district never has more than a quarter of what is above it, however many accounts were made in it.
 */
const SMALL: Room = { ofVillage: 256 * MB, ofSubDistrict: 1024 * MB, ofAll: 4096 * MB };
const LARGE: Room = { ofVillage: 512 * MB, ofSubDistrict: 1024 * MB, ofAll: 4096 * MB };

/** What accounts of one village, and of one sub-district with its villages, may send within a day, finished or not. */
const OF_A_DAY = { village: 1024 * MB, subDistrict: 4096 * MB } as const;

/** Length of the code of a sub-district, and of a village. */
const [SUB_DISTRICT, VILLAGE] = ['16.07.01'.length, '16.07.01.2001'.length];

/**
 * Whether this account may begin a file of so many bytes. Asked by one request at a time, until its transaction ends: two that begin at once do
 * not pass each other.
 * @param since a day ago: what was begun before is over
 */
export async function isRoomForUpload(
  transaction: Transaction,
  { account, area }: Pick<SignedIn, 'account' | 'area'>,
  bytes: number,
  since: Date,
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended('upload', 0))`.execute(transaction);
  const isSmall = bytes <= SMALL_BYTES;
  const { rows } = await sql<{
    uploads: number;
    ofAccount: number;
    ofVillage: number;
    ofSubDistrict: number;
    ofAll: number;
    villageDay: number;
    subDistrictDay: number;
  }>`
    select count(*) filter (where account = ${account} and is_begun)::integer as uploads,
      coalesce(sum(bytes) filter (where account = ${account} and is_begun), 0)::float8 as "ofAccount",
      coalesce(sum(bytes) filter (where is_alike and is_of_village), 0)::float8 as "ofVillage",
      coalesce(sum(bytes) filter (where is_alike and is_of_sub_district), 0)::float8 as "ofSubDistrict",
      coalesce(sum(bytes) filter (where is_alike), 0)::float8 as "ofAll",
      coalesce(sum(bytes) filter (where is_of_village), 0)::float8 as "villageDay",
      coalesce(sum(bytes) filter (where is_of_sub_district), 0)::float8 as "subDistrictDay"
    from (
      select account, bytes, not is_finished as is_begun, area = ${area} as is_of_village,
        left(area, ${SUB_DISTRICT}) = left(${area}, ${SUB_DISTRICT}) as is_of_sub_district,
        not is_finished and (bytes <= ${SMALL_BYTES}) = ${isSmall} as is_alike
      from uploads_since(${since})
    ) as sent`.execute(transaction);
  const [begun] = rows;
  if (begun === undefined) throw new Error('a count without grouping gives one row');
  const room = isSmall ? SMALL : LARGE;
  return (
    begun.uploads < OF_ACCOUNT.uploads &&
    begun.ofAccount + bytes <= OF_ACCOUNT.bytes &&
    (area.length < VILLAGE ||
      (begun.ofVillage + bytes <= room.ofVillage && begun.villageDay + bytes <= OF_A_DAY.village)) &&
    (area.length < SUB_DISTRICT ||
      (begun.ofSubDistrict + bytes <= room.ofSubDistrict &&
        begun.subDistrictDay + bytes <= OF_A_DAY.subDistrict)) &&
    begun.ofAll + bytes <= room.ofAll
  );
}

/** What the disk keeps for the database and for sealed results, which no upload may take. */
export const DISK_RESERVE_BYTES = 1024 * MB;

/** Whether a disk takes a file of so many bytes beside that. @param folder on this disk, made when it is not there */
export async function hasDiskRoom(folder: string, bytes: number): Promise<boolean> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize - bytes >= DISK_RESERVE_BYTES;
}
