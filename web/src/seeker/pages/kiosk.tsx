import { useCallback, useEffect, useState } from "preact/hooks";
import { kioskWords } from "../../../../shared/copy/pages-kiosk.ts";
import { type Locale, locales } from "../../../../shared/domain/locale.ts";
import { call } from "../../platform/api.ts";
import { LocaleContext, useLocale, useWords } from "../../platform/use-locale.ts";
import { keepScreenOn } from "../../platform/wake-lock.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Loading } from "../../ui/states.tsx";
import { keptKiosk } from "../kiosk/kept-kiosk.ts";
import { KioskForm } from "../kiosk/kiosk-form.tsx";
import { useIdle } from "../kiosk/use-idle.ts";
import { codeIn, PairForm } from "../pairing/pair-form.tsx";
import "../pairing/pairing.css";

type Screen = "loading" | "unpaired" | "ended" | "start" | "form" | "done";

/**
 * A device at the bus on which people register by themselves. It is connected by staff for the day, shows nothing of anybody, and forgets each form. The language is
 * each person's own and changes without loading anything: the network may be gone.
 */
export const KioskPage = () => {
  const own = useLocale();
  const [locale, setLocale] = useState<Locale>(own);
  const [screen, setScreen] = useState<Screen>("loading");
  // Whoever comes with a code wants to connect it, whatever it was connected to before.
  useEffect(() => setScreen(keptKiosk.read() && !codeIn(location.hash) ? "start" : "unpaired"), []);
  useEffect(keepScreenOn, []);
  const reset = useCallback(() => {
    setLocale(own);
    setScreen("start");
  }, [own]);
  const begin = (chosen: Locale) => {
    setLocale(chosen);
    setScreen("form");
  };
  const end = () => {
    keptKiosk.clear();
    setScreen("ended");
  };
  return (
    <LocaleContext.Provider value={locale}>
      <div lang={locale}>
        {screen === "loading" && <Waiting />}
        {(screen === "unpaired" || screen === "ended") && (
          <Unpaired
            wasPaired={screen === "ended"}
            onPaired={() => {
              keptKiosk.write(true);
              reset();
            }}
          />
        )}
        {screen === "start" && <Start onBegin={begin} />}
        {screen === "form" && <KioskForm onDone={() => setScreen("done")} onStop={reset} onEnded={end} />}
        {screen === "done" && <Done onNext={reset} />}
      </div>
    </LocaleContext.Provider>
  );
};

const Waiting = () => (
  <Page title={useWords(kioskWords).title} narrow>
    <Loading />
  </Page>
);

const Unpaired = ({ wasPaired, onPaired }: { wasPaired: boolean; onPaired: () => void }) => {
  const words = useWords(kioskWords);
  return (
    <Page title={words.title} lead={words.pairLead} narrow focus={wasPaired}>
      {wasPaired && (
        <Notice tone="warn" title={words.ended} live>
          <p>{words.endedHint}</p>
        </Notice>
      )}
      <PairForm words={words} send={(body) => call("POST /api/kiosk/pairing", { body })} onPaired={onPaired} />
    </Page>
  );
};

const Start = ({ onBegin }: { onBegin: (locale: Locale) => void }) => {
  const words = useWords(kioskWords);
  const own = useLocale();
  const inOrder = [own, ...locales.filter((one) => one !== own)];
  return (
    <Page title={words.title} lead={words.startLead} narrow focus>
      {inOrder.map((locale) => (
        <Button key={locale} kind={locale === own ? "main" : "plain"} wide lang={locale} onClick={() => onBegin(locale)}>
          {kioskWords[locale].start}
        </Button>
      ))}
      {inOrder.map((locale) => (
        <p key={locale} lang={locale}>
          {kioskWords[locale].booked}
        </p>
      ))}
    </Page>
  );
};

const Done = ({ onNext }: { onNext: () => void }) => {
  const words = useWords(kioskWords);
  useIdle(onNext);
  return (
    <Page title={words.doneTitle} narrow focus>
      <Notice tone="good" title={words.doneDetail}>
        <p>{words.doneMore}</p>
      </Notice>
      <Button kind="main" wide onClick={onNext}>
        {words.next}
      </Button>
    </Page>
  );
};
