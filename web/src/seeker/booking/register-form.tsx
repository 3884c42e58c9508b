import type { MyRegistration } from "../../../../shared/contract/bookings.ts";
import type { Me } from "../../../../shared/contract/sign-in.ts";
import { currentConsentVersion } from "../../../../shared/domain/consents.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useForm } from "../../ui/use-form.ts";
import { CoreNotice } from "./core-notice.tsx";
import { type Person, PersonFields, personIn } from "./person-fields.tsx";

type Props = {
  visitId: VisitId;
  person: Me["person"];
  /** A booking follows: its confirmation mail then speaks for both. */
  beforeBooking: boolean;
  /** What the button says. */
  send: string;
  onRegistered: (registration: MyRegistration, person: Person) => void | Promise<void>;
  onRefused: (problem: ClientProblem) => Promise<boolean>;
};

/** Who is coming. Filled in with what the person gave last time. */
export const RegisterForm = ({ visitId, person, beforeBooking, send, onRegistered, onRefused }: Props) => {
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({
      ...personIn(data),
      noticeVersion: currentConsentVersion.service_core,
      beforeBooking,
    }),
    send: (body) => call("PUT /api/me/visits/{visitId}/registration", { params: { visitId }, body }),
    onDone: (registration, { name, birthYear, phone = null, locale }) => onRegistered(registration, { name, birthYear, phone, locale }),
    onRefused,
  });
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <PersonFields person={person} errorAt={errorAt} />
      <CoreNotice />
      <Button type="submit" kind="main" wide busy={busy}>
        {send}
      </Button>
    </form>
  );
};
