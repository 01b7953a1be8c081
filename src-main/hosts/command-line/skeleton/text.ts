/** What the commands say that write skeletons. */
export const SKELETON_TEXT = {
  noCheckout: (root: string) =>
    `“${root}”不是源代码目录（没有 src-main/rules）；用 --policy 指定源代码目录里的 resources/policy。`,
  badCity: "城市代号应为小写字母和数字，例如 shenyang。",
  badMatter: "事项代号应为 城市.事项，小写字母、数字和连字符，例如 shenyang.enrolment。",
  noTitle: "请用 --title 写明名称。",
  badRule: "请用 --rule 写明规则编号：两个大写字母（这个城市自己的）和两位数字，例如 SY-01。",
  inTheWay: (files: readonly string[]) => `已经有了，不覆盖；或者要补写的文件没有找到：${files.join("、")}`,
  noCity: (city: string) => `没有“${city}”这个城市，先用 counter new-city 建立。`,
  cityNext: (city: string) => `
下一步：counter new-matter ${city}.事项 --title 名称 --rule 编号（写法见 docs/new-city.md）`,
  matterNext: (matter: string) => `
内容都是示例，逐项换成文件里的规定（写法见 docs/new-city.md），然后：
  node src-main/launcher/run.mjs generate-words           字词的类型
  npm run -s counter -- verify                            装入并证明
  node src-main/launcher/run.mjs vitest run --project main test/policy/golden.test.ts test/laws -t ${matter.split(".")[0]}
  npm run record-decisions ${matter}
  npm run -s counter -- library                           docs/policy
README.md 和 docs/clerk-manual.md 里的事项数，由 test/layers/cities.test.ts 核对。`,
} as const;
