/** Made-up people, up to six million, always the same ones: region 210299, generated serials, valid check digits. */
import type { PersonInput } from "../../src-shared/domain/case.ts";
import { checkDigit } from "../../src-shared/domain/identity/resident-number.ts";

const SURNAMES = Array.from(
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤",
);
const GIVEN = Array.from(
  "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰玉华建国志红文斌凤宁辉海波鹏宇浩凯秋雨欣怡婷雪琳晶佳慧颖梅春燕云莲荣鑫晨旭东亮峰成龙飞彬林森楠枫松柏青山川源泉润泽沛霖瑞祥福禄寿康安乐和顺达昌盛兴旺",
);

/** Random numbers that are the same in every run. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export function* people(count: number): Generator<PersonInput> {
  const random = randomNumbers(20_250_715);
  for (let index = 0; index < count; index++) {
    const given = Array.from({ length: random(4) === 0 ? 1 : 2 }, () => GIVEN[random(GIVEN.length)]).join("");
    // a thousand order codes to each birth date
    const day = Math.floor(index / 1000);
    const month = String(1 + (Math.floor(day / 40) % 12)).padStart(2, "0");
    const birth = `${1950 + (day % 40)}${month}${15 + Math.floor(day / 480)}`;
    const first17 = `210299${birth}${String(index % 1000).padStart(3, "0")}`;
    yield { identityNumber: first17 + checkDigit(first17), name: `${SURNAMES[random(SURNAMES.length)]}${given}`, phone: "" };
  }
}
