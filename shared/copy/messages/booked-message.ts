import type { Booking } from "../../domain/booking.ts";

/** Which message confirms a booking. */
export const bookedMessageOf = ({ kind, service }: Pick<Booking, "kind" | "service">) => {
  if (kind === "interview") return "interview_booked";
  if (kind === "ceo_talk") return "ceo_talk_booked";
  return service === "startup" || service === "finance" ? "startup_booked" : "counselling_booked";
};
