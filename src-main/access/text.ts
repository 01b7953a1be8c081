/** What keeps the program from the folder of its data. */
export const ACCESS_TEXT = {
  notShared: (folder: string, group: string): string =>
    `数据文件夹在全机共用的位置，还没有设置谁可以使用。请电脑的管理员先运行 counter share "${folder}"，再把使用人员的账户加入 ${group} 组。`,
};
