import type { Locale } from "../domain/locale.ts";

/** Words of the pages about who may act for an employer. Korean defines the keys. */
const ko = {
  title: "함께 일하는 사람",
  lead: "초대받은 사람은 우리 기업의 공고와 면접을 함께 볼 수 있습니다. 누가 무엇을 보았는지 기록됩니다.",
  members: "구성원",
  owner: "대표 담당자",
  you: "나",
  since: (date: string) => `${date}부터`,
  remove: "빼기",
  leave: "나가기",
  removed: (mail: string) => `${mail}: 뺐습니다. 지금부터 아무것도 볼 수 없습니다.`,
  invitations: "보낸 초대",
  until: (moment: string) => `${moment}까지 쓸 수 있음`,
  takeBack: "초대 거두기",
  tookBack: (mail: string) => `${mail}: 초대를 거두었습니다.`,
  invite: "동료 초대하기",
  inviteLead: "7일 안에 이 주소로 로그인해야 받을 수 있고, 한 번만 쓸 수 있습니다.",
  mail: "동료의 전자우편 주소",
  send: "초대 보내기",
  sent: (mail: string) => `${mail}: 초대를 보냈습니다.`,
  acceptTitle: "기업 초대",
  acceptLead: (mail: string) => `지금 ${mail} 주소로 로그인해 있습니다. 받으면 그 기업의 공고와 면접을 함께 볼 수 있습니다.`,
  accept: "초대 받기",
  accepted: "이제 이 기업의 구성원입니다.",
};
type MembersWords = typeof ko;

const en: MembersWords = {
  title: "People who work with you",
  lead: "Whoever is invited sees the firm’s postings and interviews with you. Who looks at what is kept.",
  members: "Members",
  owner: "Owner",
  you: "You",
  since: (date) => `Since ${date}`,
  remove: "Remove",
  leave: "Leave",
  removed: (mail) => `${mail}: removed. They can see nothing from now on.`,
  invitations: "Invitations sent",
  until: (moment) => `Can be used until ${moment}`,
  takeBack: "Take back",
  tookBack: (mail) => `${mail}: the invitation was taken back.`,
  invite: "Invite a colleague",
  inviteLead: "They sign in with this address within 7 days to accept it. It can be used once.",
  mail: "Mail address of your colleague",
  send: "Send the invitation",
  sent: (mail) => `${mail}: invited.`,
  acceptTitle: "Invitation to a firm",
  acceptLead: (mail) => `You are signed in as ${mail}. If you accept, you see that firm’s postings and interviews.`,
  accept: "Accept the invitation",
  accepted: "You are now a member of this firm.",
};

export const membersWords: Record<Locale, MembersWords> = { ko, en };
