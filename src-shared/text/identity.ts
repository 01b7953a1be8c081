/** What the clerk reads about a wrong identity number. */
import type { IdentityProblem } from "../domain/identity-number.ts";

export function identityProblemText(problem: IdentityProblem): string {
  switch (problem.part) {
    case "characters":
      return `第 ${problem.position} 位“${problem.found}”不是数字，请对照证件重新输入（只有最后一位可以是 X）。`;
    case "region":
      return `前两位“${problem.found}”不是省级地区代码，请核对第 1–2 位。`;
    case "birth-date":
      return {
        "no-such-day": `第 7–14 位“${problem.found}”不是真实日期，请核对出生日期。`,
        future: `第 7–14 位“${problem.found}”晚于今天，请核对出生日期。`,
        "too-old": `第 7–14 位“${problem.found}”早于 1900 年，请核对出生日期。`,
      }[problem.reason];
    case "check-digit":
      return `校验码不符：按前 17 位计算应为“${problem.expected}”，输入的是“${problem.found}”。前面某一位可能有误，请逐位核对。`;
    case "length":
      return `身份证号码应为 18 位，现为 ${problem.found} 位。`;
  }
}
