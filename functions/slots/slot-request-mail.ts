import { refusalGroundWords } from "../../shared/copy/codes.ts";
import { placeTextOf } from "../../shared/domain/place.ts";
import { seoulDateOf, seoulTimeOf } from "../../shared/domain/seoul-time.ts";
import { spansOf } from "../../shared/domain/slot-times.ts";
import { findEmployer } from "../employers/employer-reads.ts";
import { consoleLinks } from "../mail/mail-links.ts";
import { renderMail } from "../mail/render-mail.ts";
import { type Post, sendMail } from "../mail/send-mail.ts";
import type { Deps } from "../platform/deps.ts";
import { slotRequestKey } from "../platform/keys.ts";
import { findPosting } from "../postings/posting-reads.ts";
import { findVisit } from "../visits/visit-reads.ts";
import type { SlotRequestEvent } from "./slot-request-events.ts";

/** Tells an employer that its times are published, or why not; in Korean. */
export const mailAboutSlotRequest = async (deps: Deps, post: Post, { kind, request }: SlotRequestEvent): Promise<void> => {
  const { slotRequestId, employerId, visitId, postingId, pattern, mode, deskIds, refusalReason, refusalGround } = request;
  const [employer, planned, posting] = await Promise.all([
    findEmployer(deps.db, employerId),
    findVisit(deps.db, visitId),
    findPosting(deps.db, employerId, postingId),
  ]);
  if (!employer || !planned || !posting) return;
  const { visit, place } = planned;
  const { origin, centrePhone } = post.settings;
  const links = consoleLinks(origin, employerId);
  const { titleKo: jobTitle, headcount, validUntil } = posting.draft;
  const { nameKo: companyName, contact } = employer.profile;
  const about = { companyName, jobTitle, visitOn: visit.date, centrePhone };
  const isApproved = kind === "slot-request.approved";
  const message = isApproved ? "employer_posting_open" : "employer_request_refused";
  const approved = () => {
    const spans = spansOf(visit.date, pattern);
    const [first, last] = [spans[0], spans.at(-1)];
    if (!first || !last) throw new Error(`${slotRequestId} was approved without a time.`);
    return renderMail("employer_posting_open", "ko", {
      ...about,
      headcount,
      validUntil,
      placeName: placeTextOf(place, "ko"),
      firstTime: seoulTimeOf(first.startsAt),
      lastTime: seoulTimeOf(last.startsAt),
      seats: pattern.seats,
      mode,
      deskLabels: deskIds.map((deskId) => visit.desks.find((desk) => desk.deskId === deskId)?.label ?? deskId),
      isVisitOpen: visit.state === "open",
      listOn: seoulDateOf(visit.deadlines.listAt),
      link: links.posting(postingId),
    });
  };
  const refused = () =>
    renderMail("employer_request_refused", "ko", {
      ...about,
      reason: [refusalGround && refusalGroundWords[refusalGround].ko, refusalReason].filter(Boolean).join(". "),
      link: links.askForTimes,
    });
  const mail = await (isApproved ? approved() : refused());
  // Decided once. Names the employer, too: two of them may have minted the same id.
  await sendMail(deps, post, {
    ...{ mailId: `${employerId}.${slotRequestId}.decided`, message, to: contact.mail, mail },
    about: { employerId, visitId, cause: { key: slotRequestKey(employerId, slotRequestId), event: { kind } } },
  });
};
