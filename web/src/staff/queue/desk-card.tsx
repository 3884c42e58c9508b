import type { ComponentChildren } from "preact";
import type { WalkIn } from "../../../../shared/contract/check-in.ts";
import { staffNotesWords } from "../../../../shared/copy/pages-staff-notes.ts";
import { staffQueueWords } from "../../../../shared/copy/pages-staff-queue.ts";
import type { Subject } from "../../../../shared/domain/check-in-event.ts";
import { type Due, type InLine, isSoon } from "../../../../shared/domain/desk-board.ts";
import { phoneText } from "../../../../shared/domain/phone-text.ts";
import type { Instant } from "../../../../shared/domain/seoul-time.ts";
import { isTicketIndex } from "../../../../shared/domain/ticket-token.ts";
import { clockText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Tag } from "../../ui/card.tsx";
import { DeskLabel } from "../../ui/desk-label.tsx";
import type { DeskActionKind } from "../offline/desk-events.ts";
import { Whats } from "../what.tsx";
import type { DeskLine, Standing } from "./desk-queue.ts";
import type { NamesView } from "./walk-in-names.tsx";

export type OnAct = (kind: Exclude<DeskActionKind, "send-on">, subject: Subject) => void;

type Props = {
  desk: DeskLine;
  now: Instant;
  /** What is known of a walk-in, where it was asked for. */
  noteOf: NamesView["noteOf"];
  /** Left out while this device may not act. */
  onAct?: OnAct;
  onSend?: (who: Standing) => void;
  /** Where the note of the talk with whoever sits there is written; left out for who does not counsel. */
  noteOn?: (subject: Subject) => string;
};

/** One desk: who sits there, who is called and who is next, and whom it still expects. */
export const DeskCard = ({ desk, now, noteOf, onAct, onSend, noteOn }: Props) => {
  const words = useWords(staffQueueWords);
  const locale = useLocale();
  const { title: noteTitle } = useWords(staffNotesWords);
  const { serving, missed, late, expected, hosts } = desk;
  // Whoever is called is on the way: they stand with who sits there, and the rest waits.
  const called = desk.line.filter(({ state }) => state === "called");
  const line = desk.line.filter(({ state }) => state === "waiting");
  const turnOf = (one: InLine, isNext: boolean) => (
    <Turn who={one} note={noteOf(one.subject)} called={one.state === "called"} soon={isSoon(one, now)} when={<Whens {...one} />}>
      {onAct && <LineActs one={one} isNext={isNext} onAct={onAct} />}
      {onSend && <Act name={words.sendOn} who={one} onPress={() => onSend(one)} />}
    </Turn>
  );
  return (
    <section class="desk-card" aria-labelledby={`desk-${desk.deskId}`}>
      <header class="desk-card-head">
        <h2 id={`desk-${desk.deskId}`}>
          <DeskLabel label={desk.deskLabel} />
        </h2>
        {hosts.length > 0 && (
          <p>
            <Whats names={hosts} />
          </p>
        )}
        <p>{words.freeAt(desk.freeInMinutes)}</p>
      </header>

      <div class={serving || called.length > 0 ? "desk-now" : "desk-now desk-now-free"}>
        <h3>{words.serving}</h3>
        {serving && (
          <Turn who={serving} note={noteOf(serving.subject)} when={words.servingSince(clockText(serving.since, locale))}>
            {onAct && <Act name={words.done} who={serving} main onPress={() => onAct("done", serving.subject)} />}
            {onSend && <Act name={words.sendOn} who={serving} onPress={() => onSend(serving)} />}
            {noteOn && (
              <ButtonLink href={noteOn(serving.subject)}>
                {noteTitle} <span class="unseen">{serving.label}</span>
              </ButtonLink>
            )}
          </Turn>
        )}
        {called.map((one) => (
          <div key={one.subject}>{turnOf(one, true)}</div>
        ))}
        {!serving && called.length === 0 && <p>{words.nobody}</p>}
      </div>

      <h3>{words.line}</h3>
      {line.length === 0 ? (
        <p class="soft">{words.lineNone}</p>
      ) : (
        <ol class="turns" role="list">
          {line.map((one, i) => (
            <li key={one.subject}>{turnOf(one, i === 0 && called.length === 0)}</li>
          ))}
        </ol>
      )}

      {missed.length > 0 && (
        <>
          <h3>{words.missed}</h3>
          <ul class="turns" role="list">
            {missed.map((one) => (
              <li key={one.subject}>
                <Turn who={one} note={noteOf(one.subject)} when={clockText(one.since, locale)}>
                  {onAct && <Act name={words.callAgain} who={one} onPress={() => onAct("call", one.subject)} />}
                </Turn>
              </li>
            ))}
          </ul>
        </>
      )}
      {late.length > 0 && <Dues title={words.late} dues={late} warn />}
      {expected.length > 0 && (
        <details class="desk-expected">
          <summary>{words.expected(expected.length)}</summary>
          <Dues dues={expected} />
        </details>
      )}
    </section>
  );
};

/** When it is about their turn, and what for. */
const Whens = ({ subject, dueAt, expectedAt, state, calls }: InLine) => {
  const words = useWords(staffQueueWords);
  const locale = useLocale();
  return (
    <>
      {state === "called" ? (
        <Tag tone="sign">{words.called(calls)}</Tag>
      ) : (
        // At their time: it is said once.
        dueAt !== expectedAt && <strong>{words.about(clockText(expectedAt, locale))}</strong>
      )}{" "}
      {dueAt ? words.booked(clockText(dueAt, locale)) : isTicketIndex(subject) ? words.registered : words.walkIn}
    </>
  );
};

/** What follows next is one press: call, then sit down. */
const LineActs = ({ one: { subject, label, state }, isNext, onAct }: { one: InLine; isNext: boolean; onAct: OnAct }) => {
  const words = useWords(staffQueueWords);
  const who = { subject, label };
  if (state === "waiting") return <Act name={words.call} who={who} main={isNext} onPress={() => onAct("call", subject)} />;
  return (
    <>
      <Act name={words.serve} who={who} main onPress={() => onAct("serve", subject)} />
      <Act name={words.callAgain} who={who} onPress={() => onAct("call", subject)} />
      <Act name={words.didNotCome} who={who} onPress={() => onAct("missed", subject)} />
    </>
  );
};

type TurnProps = {
  who: Standing;
  note: WalkIn["note"] | undefined;
  when: ComponentChildren;
  called?: boolean;
  /** It is their turn shortly: whoever gave a number is called. */
  soon?: boolean;
  children?: ComponentChildren;
};

const Turn = ({ who, note, when, called = false, soon = false, children }: TurnProps) => {
  const words = useWords(staffQueueWords);
  return (
    <div class={called ? "turn turn-called" : "turn"}>
      <span class="turn-label">{who.label}</span>
      <span class="turn-when">
        {when}
        {note && <span class="turn-name">{note.name}</span>}
        {note === null && <span class="turn-name">{words.nameUnread}</span>}
        {note?.phone && <HeadsUp label={who.label} phone={note.phone} soon={soon} />}
      </span>
      <span class="turn-actions">{children}</span>
    </div>
  );
};

/** A number to call before their turn, or when they did not come; messages to phones are not connected. */
const HeadsUp = ({ label, phone, soon }: { label: string; phone: string; soon: boolean }) => {
  const words = useWords(staffQueueWords);
  return (
    <span class="turn-phone">
      {soon && <Tag tone="sign">{words.soonTurn}</Tag>}{" "}
      <a href={`tel:${phone}`}>
        {words.phoneCall(phoneText(phone))}
        <span class="unseen"> {label}</span>
      </a>
    </span>
  );
};

const Act = ({ name, who, main = false, onPress }: { name: string; who: Standing; main?: boolean; onPress: () => void }) => (
  <Button {...(main && { kind: "main" as const })} onClick={onPress}>
    {name}
    <span class="unseen"> {who.label}</span>
  </Button>
);

const Dues = ({ title, dues, warn = false }: { title?: string; dues: readonly Due[]; warn?: boolean }) => {
  const locale = useLocale();
  return (
    <div class={warn ? "dues dues-late" : "dues"}>
      {title && <h3>{title}</h3>}
      <ul role="list">
        {dues.map((one) => (
          <li key={`${one.subject} ${one.startsAt}`}>
            <strong>{one.label}</strong> {clockText(one.startsAt, locale)}
          </li>
        ))}
      </ul>
    </div>
  );
};
