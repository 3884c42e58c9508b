/** What somebody asks without signing in. */
export const anInquiry = (over: Record<string, unknown> = {}) => ({
  ...{
    topic: "booking",
    text: "예약한 시각을 바꿀 수 있나요?",
    name: "홍길동",
    mail: "asker@inquiry.example.com",
    locale: "ko",
    agreed: true,
  },
  ...over,
});
