import type { Lease } from "../../shared/domain/event-doubt.ts";
import { AccountId, SignInId, type VisitId } from "../../shared/domain/ids.ts";
import { addMinutes, type Instant } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { ItemType } from "../../shared/wiring.ts";
import type { SignedIn } from "../platform/actor.ts";
import { type Db, findItem, type Item, queryPartition } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { deviceKey, deviceLettersKey, devicePrefix, visitPartition } from "../platform/keys.ts";
import { transact, updateIfHolds, type Write } from "../platform/transact.ts";
import { endSignIn } from "../sign-in/sign-in-writes.ts";

/** A phone at a visit. While its lease lasts it scans without a network and without a sign-in; what it uploads is taken as it comes. */
export type DeviceItem = Item &
  Lease & {
    visitId: VisitId;
    deviceId: string;
    /** Who loaded the pack last. */
    staffId: AccountId;
    /** The sign-ins that it was used under, each as `signInName` says it; none on a phone of before. */
    signIns?: ReadonlySet<string>;
  };

/** Who uses a phone, signed in as. */
export type PhoneUser = { staffId: AccountId; signInId: SignInId };

export const phoneUserOf = ({ accountId, session: { signInId } }: SignedIn): PhoneUser => ({ staffId: accountId, signInId });

const signInName = ({ staffId, signInId }: PhoneUser): string => `${staffId} ${signInId}`;

export const phoneUsersOf = ({ signIns = new Set() }: DeviceItem): PhoneUser[] =>
  [...signIns].map((name) => {
    const [staffId, signInId] = name.split(" ");
    return { staffId: AccountId.parse(staffId), signInId: SignInId.parse(signInId) };
  });

/** Keeps with a phone who uses it, so that all of them are signed out once it is lost; written once a sign-in. Reported lost in this moment, this one is, too. */
export const noteUser = async (deps: Deps, device: DeviceItem, user: PhoneUser): Promise<void> => {
  if (device.signIns?.has(signInName(user))) return;
  const noted = await updateIfHolds<DeviceItem>(deps.db, {
    Update: {
      Key: deviceKey(device.visitId, device.deviceId),
      UpdateExpression: "ADD signIns :user, version :one",
      ConditionExpression: "attribute_exists(pk)",
      ExpressionAttributeValues: { ":user": new Set([signInName(user)]), ":one": 1 },
    },
  });
  if (noted?.revokedAt && !device.revokedAt) await endSignIn(deps, user.staffId, user.signInId);
};

/** `CHECKIN.md`: 18 hours at most. */
const leaseMinutes = 18 * 60;

/** When a phone last loaded its pack: a lease is renewed with each load. */
export const lastSeenAt = ({ until }: Pick<DeviceItem, "until">): Instant => addMinutes(until, -leaseMinutes);

export const findDevice = (db: Db, visitId: VisitId, deviceId: string): Promise<DeviceItem | undefined> =>
  findItem<DeviceItem>(db, deviceKey(visitId, deviceId));

/** A phone that was lost; refused when it is not known, or was reported before. */
export const giveUpDevice = (visitId: VisitId, deviceId: string, revokedAt: Instant): Write => ({
  Update: {
    Key: deviceKey(visitId, deviceId),
    UpdateExpression: "SET revokedAt = :now ADD version :one",
    ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(revokedAt)",
    ExpressionAttributeValues: { ":now": revokedAt, ":one": 1 },
  },
});

export const listDevices = (db: Db, visitId: VisitId): Promise<DeviceItem[]> =>
  queryPartition<DeviceItem>(db, visitPartition(visitId), devicePrefix);

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/** The letters of the n-th phone of a visit, from 0: A to Z, AA to ZZ, AAA. */
const letterOf = (n: number): string =>
  `${n < alphabet.length ? "" : letterOf(Math.floor(n / alphabet.length) - 1)}${alphabet[n % alphabet.length]}`;

/** The next letter: counted by the table, so that phones which load at one moment never wait for each other. One that was counted in vain is left out. */
const takeLetter = async (db: Db, visitId: VisitId): Promise<string> => {
  // A visit whose letters were given before they were counted goes on after them.
  const given = (await listDevices(db, visitId)).length;
  const counted = await updateIfHolds<{ given: number }>(db, {
    Update: {
      Key: deviceLettersKey(visitId),
      UpdateExpression: "SET #type = :type, given = if_not_exists(given, :given) + :one ADD version :one",
      ExpressionAttributeNames: { "#type": "type" },
      ExpressionAttributeValues: { ":type": "counter" satisfies ItemType, ":given": given, ":one": 1 },
    },
  });
  if (!counted) throw new Error("Counting has no condition.");
  return letterOf(counted.given - 1);
};

/** A lease from now on. What has run out by now stays so: nothing that was written meanwhile comes to count by a look at the server. */
const renewLease = (
  { visitId, deviceId, until: before }: DeviceItem,
  { until, ...user }: PhoneUser & Pick<DeviceItem, "until">,
  now: Instant,
): Write => {
  const hasLapsed = before < now;
  return {
    Update: {
      Key: deviceKey(visitId, deviceId),
      UpdateExpression: `SET staffId = :staff, #until = :until${hasLapsed ? ", lapses = list_append(if_not_exists(lapses, :none), :lapse)" : ""} ADD signIns :user, version :one`,
      ConditionExpression: `attribute_exists(pk) AND attribute_not_exists(revokedAt)${hasLapsed ? " AND #until = :before" : ""}`,
      ExpressionAttributeNames: { "#until": "until" },
      ExpressionAttributeValues: {
        ...{ ":staff": user.staffId, ":user": new Set([signInName(user)]), ":until": until, ":one": 1 },
        ...(hasLapsed && { ":before": before, ":none": [], ":lapse": [{ from: before, until: now }] }),
      },
    },
  };
};

/** Gives a phone its letter, once, and a lease from now on. */
export const leaseDevice = async (
  { db, clock }: Pick<Deps, "db" | "clock">,
  { visitId, deviceId, ...user }: PhoneUser & { visitId: VisitId; deviceId: string },
): Promise<Outcome<DeviceItem>> => {
  const now = clock.now();
  const until = addMinutes(now, leaseMinutes);
  const known = await findDevice(db, visitId, deviceId);
  if (known) {
    const renewed = await transact(db, { device: renewLease(known, { ...user, until }, now) });
    if (renewed.ok) return done({ ...known, staffId: user.staffId, until });
    if (renewed.before.device?.revokedAt) return refuse("device-revoked");
    // Another page of the same phone has renewed what had run out.
    return leaseDevice({ db, clock }, { visitId, deviceId, ...user });
  }
  const device: DeviceItem = {
    ...deviceKey(visitId, deviceId),
    ...{ type: "device", version: 1, visitId, deviceId, letter: await takeLetter(db, visitId), leasedAt: now },
    ...{ staffId: user.staffId, until, signIns: new Set([signInName(user)]) },
  };
  const taken = await transact(db, { device: { Put: { Item: device, ConditionExpression: "attribute_not_exists(pk)" } } });
  // The same phone asked twice at once: it has the letter of the other request.
  return taken.ok ? done(device) : leaseDevice({ db, clock }, { visitId, deviceId, ...user });
};
