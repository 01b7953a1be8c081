export const planText = {
  sound: "每一块都读过，与校验值一致，可以恢复。",
  damaged: "这份备份不完整或已损坏，不能恢复。",
  otherKey: (office: string | null) =>
    `这份备份属于${office === null ? "另一个窗口或单位" : `“${office}”的另一份数据`}，这里没有打开它的密钥，所以读不出内容；它没有因此损坏，请不要删除。`,
  otherKeyHelp:
    "要在一台电脑上用它：信息人员把那台电脑上的数据文件夹改名另存（新电脑上没有的不用改），启动程序，在“首次使用”页面选“从备份恢复”，用那份数据的恢复码。",
  age: (at: string, age: string) => `这份备份做于 ${at}（${age}）。`,
  fromTheFuture: (at: string) => `这份备份的时间（${at}）晚于本机时间，请核对本机的日期和时间。`,
  lastWork: (receipt: string | null, at: string | null) =>
    `${receipt === null ? "里面还没有受理号" : `里面最后一个受理号是 ${receipt}`}${at === null ? "" : `，最后一次办理在 ${at}`}。此后办理的业务都不在里面，请准备按纸质材料补录。`,
  otherStore: "这份备份不是由现在的数据产生的（可能来自另一台电脑或另一个单位），恢复后现在的数据全部被它代替。",
  unsigned: (office: string) =>
    `这份备份没有本单位的签名（由旧版本程序制作，或被改动过），里面写的单位是“${office}”。请核对它从哪里来，再决定是否恢复。`,
  holds: "备份里有",
  present: "现在的数据",
  rows: {
    office: "单位",
    clerks: "人员",
    people: "办事人",
    cases: "办件",
    attachments: "附件",
    span: "起止时间",
    lastReceipt: "最后受理号",
  },
  unknown: "读不出",
  lost: "恢复后会失去",
  nothingLost: "备份以后没有新的写入，什么也不会失去。",
  lostCases: (cases: number, events: number, writes: number) => `${cases} 个办件、${events} 条办理记录（共 ${writes} 次写入）`,
  lostReceipts: (count: number) => `这些受理号已经发出，恢复后程序里查不到（${count} 个${count >= 200 ? "以上" : ""}）：`,
  lostHelp: "请先抄下或打印，恢复后按纸质材料补录。",
} as const;
