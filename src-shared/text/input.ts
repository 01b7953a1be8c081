/** What the contract itself says of what it is given, before any rule of the desk. */
export const INPUT_TEXT = {
  loginCharacters: "登录名只能用汉字、字母、数字和 . _ - @",
  mostFacts: (most: number): string => `最多 ${most} 项`,
};
