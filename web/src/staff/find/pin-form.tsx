import { useEffect, useState } from "preact/hooks";
import { staffFindWords } from "../../../../shared/copy/pages-staff-find.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { textIn } from "../../ui/use-form.ts";
import { busOf } from "../offline/bus-of.ts";
import type { FoundRow, LookUpAnswer } from "../offline/look-up.ts";
import { PinField } from "./pin-field.tsx";

const pointer = "/pin";

type Props = { visitId: VisitId; isOpen: boolean; onOpen: (rows: FoundRow[]) => void; onClose: () => void };

/** Opens the list of this device. It closes when the page is left or hidden: whoever finds the phone has to know the PIN. */
export const PinForm = ({ visitId, isOpen, onOpen, onClose }: Props) => {
  const words = useWords(staffFindWords);
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<LookUpAnswer["state"]>();
  const [left, setLeft] = useState(0);
  useEffect(() => {
    void busOf()
      .then((bus) => bus?.findPack(visitId))
      .then((atHand) => {
        if (!atHand?.pack.lookUp) setAnswer("none");
      });
  }, [visitId]);
  useEffect(() => {
    const hide = () => document.visibilityState === "hidden" && onClose();
    document.addEventListener("visibilitychange", hide);
    return () => document.removeEventListener("visibilitychange", hide);
  }, [onClose]);
  const open = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const pin = textIn(new FormData(form), pointer);
    if (busy || pin === "") return;
    setBusy(true);
    const said = await (await busOf())?.openLookUp(visitId, pin).catch(() => undefined);
    setBusy(false);
    form.reset();
    setAnswer(said?.state ?? "none");
    if (said?.state === "open") onOpen(said.rows);
    if (said?.state === "wrong") setLeft(said.left);
  };
  if (isOpen)
    return (
      <>
        <p class="soft">{words.offline}</p>
        <div>
          <Button onClick={onClose}>{words.close}</Button>
        </div>
      </>
    );
  if (answer === "wiped")
    return (
      <Notice tone="bad" live focus>
        <p>{words.wiped}</p>
      </Notice>
    );
  if (answer === "none")
    return (
      <Notice tone="warn" live>
        <p>{words.noList}</p>
        <div>
          <ButtonLink href={`/staff/visits/${visitId}/ready`}>{words.toReady}</ButtonLink>
        </div>
      </Notice>
    );
  return (
    <form class="stack" onSubmit={open} noValidate>
      <Notice tone="warn">
        <p>{words.offline}</p>
      </Notice>
      <PinField pointer={pointer} label={words.pin} hint={words.pinHint} error={answer === "wrong" ? words.wrong(left) : undefined} />
      <Button type="submit" kind="main" wide busy={busy}>
        {words.open}
      </Button>
    </form>
  );
};
