/** Sentences about cities, matters whose data are faulty, and the working calendar. */

export const SERVED_TEXT = {
  unknownCity: "没有这个城市的政策数据，请从列表中选择。",
  cityTwice: "同一个城市选了两次，请从列表中重新选择。",
};

export const cityNotServedText = (city: string): string =>
  `${city}不在本单位的办理范围内，只能查阅政策和比较；需要办理时请管理员在“单位”中增加这个城市。`;

export const faultyMatterText = (matter: string): string =>
  `“${matter}”的政策数据有误，暂时不能办理，其他事项不受影响；请告诉管理员：“诊断”里写着错在哪个文件哪一行。`;

export const CALENDAR_TEXT = {
  missing: (years: readonly number[]) =>
    `还没有 ${years.join("、")} 年的放假安排，涉及该年的期限不能推算；国务院办公厅发布通知后请更新程序。`,
};
