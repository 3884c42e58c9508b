import { describe, expect, test } from "vitest";
import { countedKo, spokenCall, spokenLabel } from "../../shared/copy/spoken-number.ts";

describe("numbers said aloud in Korean", () => {
  test.each([
    [1, "일"],
    [10, "십"],
    [12, "십이"],
    [20, "이십"],
    [45, "사십오"],
    [100, "백"],
    [101, "백일"],
    [110, "백십"],
    [111, "백십일"],
    [305, "삼백오"],
    [999, "구백구십구"],
  ])("%i is %s", (number, words) => expect(countedKo(number)).toBe(words));

  test.each([
    ["A-012", "에이 십이번"],
    ["H-100", "에이치 백번"],
    ["AB-007", "에이 비 칠번"],
    ["7K3M", "칠 케이 삼 엠"],
    ["0QXW", "영 큐 엑스 더블유"],
  ])("%s is called as %s", (label, words) => expect(spokenLabel(label)).toBe(words));

  test("a call says where to go", () => {
    expect(spokenCall("A-012", "면접 1번 창구")).toBe("에이 십이번, 면접 1번 창구 쪽으로 오세요.");
  });
});
