import type { PartnerLink, PartnerLinks } from "../../../../shared/contract/partner-links.ts";
import { partnerWords } from "../../../../shared/copy/partners.ts";
import { uiWords } from "../../../../shared/copy/ui.ts";
import { phoneText } from "../../../../shared/domain/phone-text.ts";
import { dateText, seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Facts } from "../../ui/card.tsx";
import { Page } from "../../ui/page.tsx";

type Props = { person: PartnerLinks; link: PartnerLink; onClose: () => void };

/** What the partner gets, on paper: in Korean whatever the page speaks: what the consent names and nothing else. */
export const PartnerSlip = ({ person: { name, phone }, link: { partner, what, agreedAt, byName }, onClose }: Props) => {
  const own = useWords(partnerWords);
  const words = partnerWords.ko;
  return (
    <Page title={own.slipTitle} narrow focus>
      <div class="card stack partner-slip" lang="ko">
        <Facts
          long
          rows={[
            [words.slipTo, `${partner.nameKo} (${phoneText(partner.phone)})`],
            [words.slipName, name],
            [words.slipPhone, phone ? phoneText(phone) : words.slipNoPhone],
            [words.slipWhat, what],
            [words.slipAgreed, dateText(seoulDateOf(agreedAt), "ko")],
            [words.slipBy, `${uiWords.ko.brand} ${byName ?? ""}`],
          ]}
        />
        <p>{words.slipNote}</p>
      </div>
      <div class="row actions no-print">
        <Button kind="main" onClick={() => print()}>
          {own.print}
        </Button>
        <Button onClick={onClose}>{own.close}</Button>
      </div>
    </Page>
  );
};
