/** Sentences about people and about looking at what others have dealt with. */

export const LOOK_TEXT = {
  reasonNeeded: "这不是您经办或复核的办件，请写明查看的原因。",
  exportReason: "清单里有他人的信息，请写明导出的原因。",
  slowDown: (seconds: number) =>
    `查找的号码多次没有找到，请核对证件，${seconds < 60 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`}后再查。`,
};

export const PEOPLE_TEXT = {
  nothingChanged: "没有改动任何内容，请核对后再提交。",
  hiddenChange: (masked: string) => `${masked}（隐去的数字有改动）`,
};
