import { leastPay } from "./minimum-wage.ts";
import type { PostingDraft } from "./posting.ts";

/** What an employer may not ask for (`PRIVACY-SECURITY.md` 5). */
export const grounds = ["age", "sex", "looks", "marriage", "origin"] as const;
export type Ground = (typeof grounds)[number];

export type PostingFault =
  | { pointer: string; code: `no-${Ground}` }
  /** `limit`: the least pay, won in the posting's own unit. */
  | { pointer: string; code: "below-minimum-wage"; limit: number }
  | { pointer: string; code: "valid-too-short" | "valid-too-long" };

/** Words that may be lawful, such as a preference for people over 50 (고령자고용법 제4조의5): somebody has to look. */
export type PostingDoubt = { ground: Ground; words: string };

/** Said after a word, it lifts the limit instead of setting one: "연령 무관", "성별 제한 없음", "age does not matter". */
const lifted = String.raw`(?!\s*(?:에\s*)?(?:은|는|이|을|를|도)?\s*(?:제한\s*)?(?:무관|없|상관\s*없|관계\s*없|안\s*봅|보지\s*않|묻지\s*않|불문))`;
/** A number of years that limits whom one takes; from 15 to 19 "이상" is the law's own limit for work. */
const years = String.raw`(?:만\s*)?(?:[2-9]\d\s*(?:세|살)\s*(?:이상|이하|미만|까지|이내|전후)|(?<=(?:만|나이|연령)\s{0,2})[2-9]\d\s*(?:이상|이하|미만|까지)|1\d\s*(?:세|살)\s*(?:이하|미만|까지)|[2-9]\d\s*(?:세|살)?\s*[~∼-]\s*[2-9]\d\s*(?:세|살|대))`;

// biome-ignore format: a table of patterns reads better in rows
const forbidden: Record<Ground, readonly RegExp[]> = {
  age: [
    new RegExp(years), /(?<!\d)[2-6]0대(?:만|\s*(?:이하|까지|이내|초반|중반|후반|남|여))/, /(?:19|20)?\d{2}\s*년(?:도)?\s*생/,
    new RegExp(`(?:나이|연령)\\s*제한${lifted}`), /젊(?:은|고)\s*(?:분|사람|인재|여|남|피|활기|활발|패기)/,
    /\b(?:under|over|below|above)\s+(?:the age of\s+)?[2-9]\d\b(?:\s*years)?(?!\s*(?:employees|people|staff|hours|kg|%|,|\d))/i, /\byoung\s+(?:people|person|men|man|women|woman|applicants?)\b/i,
  ],
  sex: [
    /(?<![가-힣])(?:남성|여성|남자|여자)(?:만|\s*(?:직원|사원|분(?:만|을|이|은|들)?(?![가-힣])|알바|아르바이트|한정|모집|구함|구해|구합|채용)(?!\s*(?:우대|환영|적합|도)))/, /(?<![가-힣])(?:남|여)(?:직원|사원)/, /(?:아줌마|아저씨|아가씨|이모님|주부)\s*(?:구함|구해|구합|모집|채용|만|사원)/,
    new RegExp(`성별\\s*제한${lifted}`), /\b(?:only\s+)?(?:male|female|men|women)\s+only\b/i, /\bonly\s+(?:male|female|men|women)\b/i, /\b(?:fe)?male\s+(?:staff|employees?|workers?|applicants?)\b/i,
  ],
  looks: [
    /용모|외모(?!\s*(?:무관|를?\s*(?:보지|안))|\s*는?\s*상관)/, /(?<![가-힣])(?:키|신장)\s*(?:는|가)?\s*1\d{2}/, /(?:체중|몸무게)\s*(?:은|는|이|가)?\s*\d{2}/, /(?:미모|미남|미녀|훈남|훈녀|호감형|몸매)/, /(?:예쁜|이쁜|잘생긴|날씬한|키\s*큰)\s*(?:분|사람|직원|여|남)/,
    /\bgood[- ]looking\b/i, /\battractive\s+(?:appearance|people|person|staff)\b/i, /\bheight\s+(?:of\s+)?(?:at least\s+)?1\d{2}/i,
  ],
  marriage: [
    /(?:미혼|기혼|독신)(?!\s*(?:·|\/|,|과|이나|이든)?\s*(?:미혼|기혼)?\s*(?:무관|상관))/, new RegExp(`(?:결혼|혼인|임신|출산)\\s*(?:여부|유무|계획|예정)${lifted}`), /자녀(?:가|의)?\s*(?:유무|없는\s*(?:분|사람))/, /(?:임산부|임신부|임신한\s*(?:분|사람))[가-힣\s]{0,6}(?:불가|사절|제외|안\s*됨|받지\s*않)/,
    /\b(?:un)?married\s+(?:people|applicants?|only|women|men)\b/i, /\bsingle\s+(?:people|applicants?|women|men)\s*only\b/i,
  ],
  origin: [
    new RegExp(`(?:출신\\s*지역|출신지|본적|원적|고향)${lifted}`), /(?:호남|영남|전라|경상|충청|강원|제주|수도권|서울)(?:도|권|남도|북도)?\s*(?:출신|사람만)/, /(?:내국인|한국인|한국\s*국적)\s*(?:만|한정)/,
    /(?:외국인|조선족|중국\s*동포|탈북민?|북한이탈주민|다문화)[가-힣\s]{0,6}(?:불가|사절|제외|안\s*됨|받지\s*않)/, /\bKoreans?\s+only\b/i, /\bno\s+foreigners?\b/i,
  ],
};

// biome-ignore format: a table of patterns reads better in rows
const doubtful: Record<Ground, readonly RegExp[]> = {
  age: [/(?:청년|중장년|고령자|준고령자|시니어|장년|[2-6]0대)[가-힣\s]{0,4}(?:우대|환영)/, /\d{2}\s*세[가-힣\s]{0,4}우대/],
  sex: [/(?<![가-힣])(?:남성|여성|남자|여자|주부|경력보유여성)[가-힣\s]{0,6}(?:우대|환영|적합)/, /\b(?:women|men)\s+(?:preferred|welcome)\b/i],
  looks: [/인상\s*(?:이|가)?\s*좋은|단정한\s*(?:분|사람)|깔끔한\s*(?:분|사람|외)/],
  marriage: [/가정이\s*(?:있|안정)|가족\s*관계/],
  origin: [/한국어가?\s*모국어|거주자\s*우대|인근\s*거주/],
};

const texts = [
  ...(["titleKo", "titleEn", "occupationNameKo", "contractKo", "workTimeKo", "certificatesKo", "preferredKo", "legalCheckKo"] as const),
  ...(["tasksKo", "tasksEn", "benefitsKo", "vehicleKo", "accessKo", "workplaceKo", "stationKo", "documentsKo"] as const),
];

/** Every text of a posting that job seekers read; full-width digits are read like plain ones. */
const textsOf = (draft: PostingDraft): readonly [pointer: string, text: string][] =>
  texts.flatMap((field) => {
    const text = draft[field];
    return text === undefined ? [] : [[`/${field}`, text.normalize("NFKC")] as const];
  });

/**
 * What stands against a posting: limits by age (고령자고용법 제4조의4), sex, looks or marriage (남녀고용평등법 제7조), origin (채용절차법 제4조의3), and pay below
 * the minimum wage of the year in which the work is offered (최저임금법 제6조; 직업안정법 제8조 lets the centre refuse it). Reads words, not meaning: the
 * manager reads every posting too.
 *
 * @param year of Seoul
 */
export const postingFaults = (draft: PostingDraft, year: number): PostingFault[] => {
  const worded = textsOf(draft).flatMap(([pointer, text]) =>
    grounds
      .filter((ground) => forbidden[ground].some((pattern) => pattern.test(text)))
      .map((ground): PostingFault => ({ pointer, code: `no-${ground}` })),
  );
  const least = leastPay(draft, year);
  return draft.pay.min < least ? [...worded, { pointer: "/pay/min", code: "below-minimum-wage", limit: least }] : worded;
};

/** What somebody should look at before a posting is approved. */
export const postingDoubts = (draft: PostingDraft): PostingDoubt[] =>
  textsOf(draft).flatMap(([, text]) =>
    grounds.flatMap((ground) =>
      doubtful[ground].flatMap((pattern) => {
        const words = pattern.exec(text)?.[0];
        return words === undefined ? [] : [{ ground, words }];
      }),
    ),
  );
