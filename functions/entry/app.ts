import type { Hono } from "hono";
import { applicationOperations } from "../../shared/contract/applications.ts";
import { assistanceOperations } from "../../shared/contract/assistance.ts";
import { bookingOperations } from "../../shared/contract/bookings.ts";
import { careOperations } from "../../shared/contract/care.ts";
import { checkInOperations } from "../../shared/contract/check-in.ts";
import { employerOperations } from "../../shared/contract/employers.ts";
import { enrolmentOperations } from "../../shared/contract/enrolments.ts";
import { kioskOperations } from "../../shared/contract/kiosk.ts";
import { memberOperations } from "../../shared/contract/members.ts";
import { helpedDataOperations, myDataOperations } from "../../shared/contract/my-data.ts";
import { planOperations } from "../../shared/contract/plans.ts";
import { publicOperations } from "../../shared/contract/public.ts";
import { reconcileOperations } from "../../shared/contract/reconcile.ts";
import { referralOperations } from "../../shared/contract/referrals.ts";
import { resultOperations } from "../../shared/contract/results.ts";
import { samePeopleOperations } from "../../shared/contract/same-people.ts";
import { seasonOperations } from "../../shared/contract/season.ts";
import { signInOperations } from "../../shared/contract/sign-in.ts";
import { staffOperations } from "../../shared/contract/staff.ts";
import { supportOperations } from "../../shared/contract/support.ts";
import { tableOperations } from "../../shared/contract/table.ts";
import { waitlistOperations } from "../../shared/contract/waitlist.ts";
import { refuse } from "../../shared/problem/catalogue.ts";
import { applicationRoutes } from "../applications/routes.ts";
import { assistanceRoutes } from "../assistance/routes.ts";
import { bookingRoutes } from "../bookings/routes.ts";
import { reconcileRoutes } from "../check-ins/reconcile-routes.ts";
import { checkInRoutes } from "../check-ins/routes.ts";
import { careRoutes } from "../consultations/routes.ts";
import { memberRoutes } from "../employers/member-routes.ts";
import { employerRoutes } from "../employers/routes.ts";
import { enrolmentRoutes } from "../enrolments/routes.ts";
import { identifyByKiosk } from "../kiosk/identify-kiosk.ts";
import { kioskRoutes } from "../kiosk/routes.ts";
import { accessNoter } from "../ledger/note-access.ts";
import { helpedDataRoutes, myDataRoutes } from "../my-data/routes.ts";
import { planRoutes } from "../plans/routes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { serve } from "../platform/serve.ts";
import { referralRoutes } from "../referrals/routes.ts";
import { resultRoutes } from "../results/routes.ts";
import { samePeopleRoutes } from "../same-people/routes.ts";
import { identifyBySession } from "../sign-in/identify.ts";
import { signInRoutes } from "../sign-in/routes.ts";
import { staffRoutes } from "../staff/routes.ts";
import { supportRoutes } from "../support/routes.ts";
import { supportKeysOf } from "../support/support-reads.ts";
import { identifyByPairing } from "../table/identify-device.ts";
import { tableRoutes } from "../table/routes.ts";
import { seasonRoutes } from "../teams/routes.ts";
import { publicRoutes } from "../visits/routes.ts";
import { waitlistRoutes } from "../waitlist/routes.ts";
import { bareApp } from "./bare-app.ts";

export type AppSettings = {
  origin: string;
  from: string;
  signInPepper: string;
  ticketSealKey: Uint8Array<ArrayBuffer>;
  supportSealKey: Uint8Array;
  edgeSecrets: readonly string[];
};

/** The whole API: every operation of the contract, mounted once; but for the second step and the office, which are apps of their own (`second-step-app.ts`, `office-app.ts`). */
export const createApp = (deps: LedgerDeps, settings: AppSettings): Hono => {
  const app = bareApp(deps, settings.edgeSecrets);
  const surroundings = {
    ...{
      identify: identifyBySession(deps),
      identifyDevice: identifyByPairing(deps),
      identifyKiosk: identifyByKiosk(deps),
      identifySystem: async () => refuse("key-needed"),
      origin: settings.origin,
    },
    ...{ noteAccess: accessNoter(deps, settings.signInPepper), log: deps.log },
  };
  const supportKeys = supportKeysOf(settings);
  serve(app, publicOperations, publicRoutes(deps), surroundings);
  serve(app, signInOperations, signInRoutes(deps, settings.signInPepper), surroundings);
  serve(app, bookingOperations, bookingRoutes(deps, settings), surroundings);
  serve(app, myDataOperations, myDataRoutes(deps, supportKeys), surroundings);
  serve(app, helpedDataOperations, helpedDataRoutes(deps, supportKeys), surroundings);
  serve(app, waitlistOperations, waitlistRoutes(deps), surroundings);
  serve(app, applicationOperations, applicationRoutes(deps), surroundings);
  serve(app, employerOperations, employerRoutes(deps), surroundings);
  serve(app, memberOperations, memberRoutes(deps), surroundings);
  serve(app, staffOperations, staffRoutes(deps), surroundings);
  serve(app, assistanceOperations, assistanceRoutes(deps), surroundings);
  serve(app, careOperations, careRoutes(deps), surroundings);
  serve(app, enrolmentOperations, enrolmentRoutes(deps), surroundings);
  serve(app, referralOperations, referralRoutes(deps), surroundings);
  serve(app, checkInOperations, checkInRoutes(deps, settings.ticketSealKey), surroundings);
  serve(app, reconcileOperations, reconcileRoutes(deps), surroundings);
  serve(app, planOperations, planRoutes(deps), surroundings);
  serve(app, tableOperations, tableRoutes(deps, settings.signInPepper, supportKeys), surroundings);
  serve(app, kioskOperations, kioskRoutes(deps, settings.signInPepper), surroundings);
  serve(app, samePeopleOperations, samePeopleRoutes(deps), surroundings);
  serve(app, supportOperations, supportRoutes(deps, supportKeys), surroundings);
  serve(app, resultOperations, resultRoutes(deps), surroundings);
  serve(app, seasonOperations, seasonRoutes(deps), surroundings);
  return app;
};
