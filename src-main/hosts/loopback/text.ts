/** What the loopback host says on the terminal and on pages without the app. */
const USAGE = `npm start -- [选项]（演示用 npm run demo -- [选项]）
  --data 文件夹    数据文件夹，默认是本账户的（管理员手册第 10 节）
  --port 端口      0–65535，默认由程序选
  --no-open        不打开浏览器
  --help           这段说明`;

export const TERMINAL_TEXT = {
  usage: USAGE,
  strangeArgument: (given: string): string => `没有启动：不认识“${given}”。\n${USAGE}`,
  address: (url: string): string => `地址: ${url}`,
  opening: "正在打开浏览器。没有打开的，在本窗口按回车键得到地址。",
  setupCode: (code: string): string => `首次设置码：${code}（第一次设置本单位时在页面上输入）`,
  otherOffice: (account: string, day: string): string =>
    `注意：本机的系统账号“${account}”下已经有一个单位（最近启动 ${day}）。要用那个单位的，请换到那个账号启动；继续设置会另建一个单位。`,
  untold: "注意：本机没有各账号共用的可写位置，别的系统账号启动时不会提示这里已有单位。",
  howToRenew: "此地址只能打开一次。需要新地址时，在本窗口按回车键；结束程序按 Ctrl+C。",
  howToRenewByRestart: "此地址只能打开一次。需要新地址时，请重新启动程序。",
  portTaken: (port: number): string => `端口 ${port} 已被占用，请换一个端口，或不指定端口由程序自选。`,
  keyTravels: (file: string): string =>
    `密钥文件（${file}）和数据在同一个可移动磁盘上，丢失时别人能打开数据。请用环境变量 YIBAO_KEY_FILE 指定本机硬盘上的位置：先结束程序，把密钥文件移过去，再启动。`,
  demo: "演示模式：使用单独的数据，账号 demo，密码 demo-demo。",
  preparingDemo: "正在准备演示数据，只需一次……",
  stopping: "正在结束……",
  rescue: (problem: string): string => `${problem}\n请打开下面的地址，按页面上的提示处理。`,
};

export const PAGE_TEXT = {
  title: "医保窗口",
  notAdmitted: "这个页面不能直接打开",
  starting: "正在打开医保窗口……",
  notAdmittedHelp: "请使用程序启动时给出的地址（每个地址只能打开一次）。在启动程序的窗口按回车键可得到新地址，或重新启动程序。",
  foreignSite: "不能从其他网站打开本程序",
  foreignSiteHelp: "请把启动程序时给出的地址复制到浏览器的地址栏打开。",
  notFound: "没有这个页面",
  notFoundHelp: "请回到首页继续。",
  notBuilt: "页面文件还没有生成",
  notBuiltHelp: "请在项目目录运行 npm start，或先运行 npm run build。",
};

export const CALL_TEXT = {
  notAdmitted: "页面与程序的连接已失效，请在启动程序的窗口按回车键取得新地址后重新打开；填写的内容仍保留在草稿中。",
  elsewhere: "医保窗口已在另一个标签页或窗口中打开，请回到那里；要在这里继续，请按页面上的按钮重新登录。",
  foreign: "请求不是来自本程序的页面，已拒绝。请用程序启动时给出的地址打开。",
  tooLarge: "内容过多，无法处理，请减少内容后再试。",
  notJson: "请求格式不对，请刷新页面后再试。",
};
