/** Words of the library that no policy file has. */
export const LIBRARY_TEXT = {
  anything: "不论",
  or: "、",
  flag: (yes: boolean) => (yes ? "是" : "否"),
  number: { upTo: (high: string) => `${high} 及以下`, from: (low: string) => `${low} 及以上` },
  month: { upTo: (high: string) => `${high}及以前`, from: (low: string) => `${low}及以后` },
  between: (low: string, high: string) => `${low} 至 ${high}`,
  /** A place in a text that each case fills for itself. */
  filledIn: (title: string) => `〔${title}〕`,
  oneOf: (title: string, values: readonly string[]) => `${title}：${values.join("、")}`,
  byCase: "〔按情况〕",
};
