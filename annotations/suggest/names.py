"""Names: how people, bodies and unnamed sources are called in Chinese news."""

from __future__ import annotations

import re

from annotations.suggest.cues import alternation
from annotations.suggest.patterns import led
from annotations.suggest.titles import TITLES
from annotations.text.surnames import COMPOUND, SINGLE

HAN = "[\u4e00-\u9fff]"

_GENERIC = f"{HAN}{{2}}(?:学家|作家|专家|长|员|师|家|者|手|人)"

TITLE = f"(?:{alternation(TITLES)}|{_GENERIC})"

JAPANESE = (
    "佐藤 铃木 高桥 田中 渡边 伊藤 中村 小林 加藤 吉田 山田 山本 山口 松本 井上 木村 青木 佐佐木 藤田 冈田 石川 前田 小川 长谷川 村上 近藤 石井 坂本 远藤 藤井 西村 福田 太田 三浦 藤原 中岛 "
    "安倍 岸田 石破 菅原 大江 宫崎 黑泽"
).split()

SURNAME = "(?:" + "|".join((*COMPOUND, *JAPANESE)) + f"|[{''.join(sorted(SINGLE))}])"
_DOUBLE = frozenset((*COMPOUND, *JAPANESE))

TRANSLITERATION = (
    "阿埃艾安奥巴白班邦贝本比彼宾波伯博布查达大戴丹德登邓迪丁杜多顿厄恩尔法范菲费芬丰弗夫福富盖甘冈高戈格根贡古哈海汉豪赫亨"
    "胡怀惠霍基吉加贾杰金卡凯坎康考科克肯库奎拉莱兰朗劳勒雷里利莉丽列林隆卢鲁伦罗洛吕马玛迈麦曼梅门蒙米密明摩莫姆穆纳娜南瑙内尼"
    "宁纽努诺欧帕派庞佩皮平普其奇齐乔琴切热日荣瑞萨塞赛桑瑟森沙莎山什圣施史舒斯丝松苏索塔泰坦汤唐陶特腾提廷图土托瓦万旺威维韦温"
    "文沃乌伍西希席夏欣辛休许雅亚杨耶叶伊依英尤于约泽詹珍朱兹佐茨蒂翁茜黛蕾薇芙"
    "冯卫兰彭蓬谭巫亨敏尹盖格蒙默墨慕穆奈内尼柯苛寇葛戈根桂郭果廓路鲁洛箩骆吕蔻裘珀帕佩舍采婕妲芭锡勃措可得涅鲍赖斐旺梭昂哥朵黎耐妮珊娅琳缪瓜孔钦扎季谢娃绍契诸仑瑙圭狄堡策瓦姬苔韩仁坎佛兹卓尚基缇"
)

LATIN_NAME = r"[A-Z][a-zé]+(?:[ -][A-Z][a-zé]+|[ ]et al\.?){0,2}"

STOPS = frozenset(
    "蹲扛搬捡推躺跪跑跳喘瞧瞅掰拧捂咽进作任担主接端捧扶递伸擦抹拍挥皱苦咧搓瞪盯握攥掏每在以对向就从和与及同跟将把被让给为是也还则都曾便又却并均说道称讲问答表指认强坦直透提建介解补回分评预总感写的地得了着过等，。、；：！？"
    "“”（）…— 　站坐笑拿看走抬摇点叹边一正已先最不没有这那他她于因如此近日今去来到中里上下前后第由首不再多要会能可所后之至结据"
    "算告宣声重承否主呼倡相坚深确觉希期断警注观留意担怀估测推判设惊通披谈交供反抱规明查发阐申叮嘱勉诺保致陈自追归概剖论称揭证显"
)
"""Characters at which a name of two has ended, as far as one can tell from one."""

_SAFE_THIRD = frozenset(
    "强建坚承重主表自保致陈确希期意声直坦总预论解介相一明先中上前后里自表评思意来去如有为将成之会能可多要再深希期保致诺显确追申首至发第最正已解归云陈主宣重承此道是文发"
)
"""Of those, the ones that end a name of three often enough."""

OWN_VOICE = re.compile(
    "(?:记者|笔者|编者|本文|本研究|本报|本刊|本台|(?<![你他它])我们?|俺们?|咱们?)$|"
    "^(?:[也还则并再]|此外|同时)?(?:作者|文章|该文|论文|全文|人们|你们?|谁|什么|哪怕|所谓)$"
)
"""Who tells the text itself: no source."""

_HEADS = (
    "专家 学者 人士 网友 市民 居民 村民 游客 顾客 旅客 乘客 家长 学生 老师 教师 医生 读者 观众 用户 消费者 业主 车主 店主 商户 商家 老板 代表 委员 成员 队员 从业者 从业人员 工作人员 办案人员 "
    "办案民警 民警 调查人员 研究人员 科研人员 技术人员 管理人员 负责人 发言人 官员 领导 同事 邻居 朋友 家属 家人 亲属 父母 嫌疑人 被告人 辩护人 公诉人 公诉机关 检察机关 办案机关 原告 被告 当事人 "
    "受害人 目击者 知情者 受访者 分析师 经济学家 科学家 观察家 评论员 评论人士 分析人士 消息人士 知情人士 业内人士 有关人士 权威人士 法律人士 医学专家 群众 老乡 干部 职工 员工 工人 农民 司机 志愿者 "
    "主办方 承办方 校方 院方 警方 军方 官方 美方 中方 俄方 日方 韩方 欧方 英方 法方 德方 双方 对方 厂方 店方 平台方 资方 媒体 舆论 外界 论者 同行 粉丝 影迷 球迷 患者 病人 嘉宾 选手 作家 老人 "
    "老者 小伙子 姑娘 女孩 男孩 男子 女子 中年人 年轻人 青年 大妈 大爷 大娘 阿姨 主任 院长 校长 教授 经理 主管 书记 村支书 队长 法官 律师 检察官 船长 编辑 有人 居民 旅客 "
    "店家 辩护律师 代理人 与会者 参会者 保安 店员 摊主 乡亲 老乡 听众 球员 教练 主持人 设计师 工程师 开发者 供应商 经销商 种植户 养殖户 客户 投资者 股东 创业者 议会 反对党 执政党 师傅 父亲 "
    "母亲 妻子 丈夫 爷爷 奶奶 儿子 女儿 哥哥 姐姐 弟弟 妹妹 大家 老太太 老太 老爷子 老奶奶 老大爷 大姐 大哥 大叔 小姑娘 孩子 妇女 男士 女士 农妇 百姓 老百姓 老伴 外甥 侄子 徒弟 徒儿 婆婆 公公 儿媳 媳妇 女婿 嫂子 老爹 老友 战友 工友 同伴 伙伴 路人 店主 房东 总统 总理 首相 外长 防长 市长 省长 县长 镇长 乡长 村长 局长 部长 馆长 所长 会长 厂长 董事长 总裁 主席 大使 导演 "
    "夫妇 夫妻 父子 母子 父女 母女 兄弟 姐妹 兄妹 姐弟 师徒 祖孙 一家人 "
    "分析人士 知情人士 志工 居民 教授"
).split()
COLLECTIVE = f"{alternation(_HEADS)}们?"
"""What an unnamed source's name ends in."""

BODIES = (
    "部 委 局 院 厅 署 办 社 总公司 办事处 管理处 代表处 监管处 事务所 司法所 卫生所 馆 工作站 气象站 气象台 天文台 电台 网 报 厂 店 公司 总会 分会 理事会 董事会 联合会 研究会 促进会 居委会 业委会 消协 足协 议会 国会 公会 红十字会 组织部 法学会 集团 大学 学院 学校 中学 小学 法院 检察院 政府 银行 中心 组织 联盟 协会 学会 研究院 研究所 实验室 机构 警方 部门 方面 "
    "机关 单位 企业 平台 基金会 委员会 组委会 秘书处 办公室 外交部 公安部 教育部 商务部 国务院 白宫 五角大楼 克里姆林宫 联合国 世卫组织 欧盟 党委 支部 总队 支队 大队 派出所 课题组 调查组 专案组 "
    "团队 媒体 工会 妇联 团委 商会 学派 机构 智库 央行 证监会 日报 晚报 时报 通讯社 电视台 杂志 医院 门诊 诊所 科室 急诊科 社区 村委会 街道办 交易所 地铁 铁路 航空 机场 公交 邮政 电网 港口 码头 车站 火车站 汽车站 客运站 消防 海关 边检 "
    "博物院 图书馆 出版社 动物园 植物园 监狱 看守所 仲裁委 审判庭 合议庭 审判团队 党组 使馆 领馆 军区 舰队 气象部门 交警部门 平台方 车企 药企 房企 院方"
).split()
BODY = alternation(BODIES)
"""What the name of a body ends in."""

PAPERS = (
    "报告 蓝皮书 白皮书 绿皮书 公报 公告 通报 通告 通知 声明 文件 意见 决议 判决书 起诉书 社论 评论 文章 论文 研究 调查 民调 报道 消息 新闻 公约 方案 纲要 规划 指南 来信 书信 简报 快报 研报 "
    "预案 裁决书 裁定书 决定书 认定书 鉴定书 意见书 通知书 检讨书 倡议书 公开信 帖子 微博 说明 材料 讣告 声明书 智库报告 数据 统计 统计数据 结果 指数 监测 普查 年报 财报 报表 模型 实验 试验 问卷 抽样 资料 档案 史料 卷宗 台账"
).split()
PAPER = alternation(PAPERS)
"""What the name of a written source ends in."""

NAMELESS_PAPERS = frozenset(
    (
        "数据 统计 统计数据 结果 指数 监测 模型 实验 试验 资料 档案 史料 卷宗 台账 问卷 抽样 材料"
    ).split()
)
"""Written sources that say nothing of who stands behind them."""

SAYINGS = re.compile(
    "俗话|俗语|常言|古人|古语|古话|古训|古诗|老话|谚语|民谚|农谚|歇后语|格言|名言|箴言|座右铭|"
    "诗云|诗曰|诗句|诗中|词云|有道是|正所谓|所谓|成语|民谣|歌谣|顺口溜|歌词|歌中唱|子曰|曰[：，]?$|云[：，]$|"
    "前人说|先哲|圣人|有句话|一句话叫|谚云|流行语|民间有|老祖宗"
)
"""What introduces a saying and not somebody's words."""

LAWS = re.compile(
    "(?:法|条例|规定|办法|章程|宪法|细则|法典|准则|守则|规则|公约|解释|通则|规范|标准|条款|条|款)》?(?:第[^，。]{1,12}[条款项])*"
    "[^，。；：“”《》]{0,10}(?:规定|明确|写明|写得|指出|要求|载明|明示|写道|写着|所称|定义)[^，。；“”]{0,6}$"
)
"""What introduces the wording of a law."""

SIGNS = re.compile(
    led(
        "(?:标语|横幅|口号|条幅|牌匾|匾额|对联|上联|下联|广告语|宣传语|(?:门口|墙上|牌子上?)[^，。；”]{0,4}[写挂贴刷印着]|题目|标题|主题(?:是|为)?|书名|题为|名为|名叫|取名|叫做|叫作|称为|称作|誉为|视为|"
        "称之为|号称|简称|俗称|戏称|自称|人称|喻为|冠以|命名|字样|大字|招牌|被评为|荣获|授予|写着|印着|刻着|挂着|贴着|打着|题着|题写)[^，。；”]{0,12}$"
    )
)
"""What introduces a title, a slogan or what is written on a wall."""


def is_double(text: str) -> bool:
    """Whether a name begins with a family name of two characters."""
    return text[:2] in _DOUBLE


WORDS = frozenset(
    (
        "高度 高校 高速 高兴 高位 高端 高手 高级 高考 高铁 高温 高中 高层 方法 方面 方案 方向 方式 方便 安全 安排 安装 安静 安定 平均 平时 平台 平安 平静 平等 成为 成立 成功 成员 成本 成果 成长 "
        "成绩 成都 于是 关于 关注 关切 关照 关怀 关联 关节 关头 关口 关系 关键 应该 应当 应对 应急 应用 时间 时候 时代 时期 万元 万人 能力 能够 全国 全市 全部 全面 全体 全球 全省 全县 全年 全家 全程 马上 马路 黄金 白天 白色 金融 "
        "金额 金属 石油 石头 水平 江苏 江西 江河 温州 温度 温暖 常常 常务 常见 常态 常委 文化 文章 文明 文艺 文件 文物 文学 文旅 明确 明显 明年 任务 任何 任职 任期 任意 向前 向上 项目 解决 解放 "
        "解释 解读 管理 计划 计算 包括 包装 包容 和平 和谐 从事 从而 从中 从来 车辆 车间 车站 车主 车企 连续 连接 连日 连同 古代 古老 广大 广告 单位 单独 单一 强调 施工 施行 施展 谈到 谈起 谈话 "
        "谈判 谈及 严格 严重 严厉 易于 通过 路线 路上 路边 程度 程序 景区 景色 景观 习惯 习俗 曾经 曾在 曾任 许多 许可 许久 何时 何况 何以 余元 余万 余名 商业 商务 商品 商场 商量 商户 商家 商圈 "
        "支持 支付 支撑 支部 双方 左右 钱财 花园 花钱 花费 华人 华侨 游客 游戏 游览 水果 国家 国内 国际 经济 经过 经验 经营 相关 相信 相互 相当 相比 相对 后来 时光 农业 农村 农民 农户 农家 房屋 "
        "房子 房价 房产 房租 边境 牛羊 牛奶 童年 童话 梅花 景象 党员 党委 党组 党中央 党支部 费用 费力 米饭 宗旨 宗教 席位 盛大 盛会 阳光 阳台 龙头 龙舟 雷达 雷电 白酒 毛巾 毛病 钟头 万里 万一 "
        "万物 万亿 余年 余人 温馨 温泉 强大 元旦 元素 元宵 季节 季度 司机 司法 司令 顾客 顾问 陆续 陆地 海外 海关 海洋 欧洲 欧盟 欧美 欧元 英国 法国 德国 美国 俄国 韩国 日本 韩方 韩元 伊朗 印度 "
        "越南 泰国 柬埔寨 巴西 埃及 古巴 阿里 乌克兰 俄罗斯 意大利 西班牙 葡萄牙 加拿大 马来西亚 新加坡 墨西哥 澳大利亚 巴基斯坦 阿富汗 以色列 沙特 土耳其 希腊 瑞士 瑞典 丹麦 芬兰 荷兰 波兰 爱尔兰 "
        "冰岛 肯尼亚 南非 尼泊尔 哈萨克斯坦 罗马 伦敦 巴黎 柏林 莫斯科 华盛顿 纽约 洛杉矶 旧金山 东京 大阪 首尔 曼谷 马尼拉 雅加达 日内瓦 布鲁塞尔 苏黎世 乐观 乐趣 乐于 乐意 乐队 安心 安徽 安慰 "
        "江南水乡 都市 都是 都会 都有 都在 都要 都能 都不 薄弱 储蓄 储备 巩固 赫然 莫名 莫非 莫不 项链 项上 汤圆 屈指 焦点 焦虑 柴油 蒙古 辛苦 辛勤 池塘 管道 官方 官员 官兵 封闭 封面 查处 查看 "
        "查询 沙漠 沙滩 麻烦 原来 原因 原本 原则 原先 原料 练习 权利 权威 井然 祖国 祖先 祖父 祖辈 丰富 丰收 宣布 宣传 晋升 普通 普及 普遍 伏击 伍佰 易拉罐 申请 申报 苗木 苗头 谷物 盛夏 "
        "曲折 曲线 路面 路程 骆驼 蓝天 蓝色 蓝图 蓝领 游泳 柏油 宫殿 符合 符号 景气 凌晨 项下 舒适 舒服 尚未 尚无 尚需 关心 关爱 关闭 关税 关停 关乎 相继 相应 门口 查明 计生 金钱 金牌 金山 石化 "
        "石材 史上 史料 史学 史书 陶瓷 陶器 毛坯 龚自 万事 白领 白银 白发 白条 白菜 方才 方言 方针 石桥 石板 常年 常规 常用 常人 常说 温饱 文字 文本 文献 文旅局 文创 文体 牛皮 樊笼 安置 安保 "
        "安检 安居 齐全 齐心 齐备 易地 易懂 乔迁 聂耳 鲁莽 翟天 殷切 殷实 申诉 申领 欧式 耿直 关机 关口 兰花 俞敏 左边 左手 柳树 柳州 甘肃 甘愿 甘甜 祝福 祝贺 祝愿 包裹 包围 包揽 包干 宁波 "
        "宁夏 宁愿 宁可 宁静 尚好 成年 成人 成熟 成效 成品 成交 成片 涂料 涂鸦 毕业 毕竟 毕生 单纯 单方 单身 单价 单车 单日 单项 季军 霍乱 曲艺 路口 路过 路径 辛亥 管控 管用 管护 柴火 鲍鱼 华夏 "
        "华丽 华东 华南 华北 蒲公英 房地产 饶有 解除 解答 解渴 解困 解体 艾滋 尤其 尤为 阳性 农历 农田 农产品 农药 古镇 古城 古村 古人 古典 古迹 车票 车道 车厢 车展 车里 连忙 连年 连夜 连线 连锁 "
        "连带 丁点 应聘 应邀 应战 时常 时刻 时不时 时而 时装 时下 时隔 时效 时长 明天 明星 明白 明明 明亮 明代 明清 明知 计入 计时 计件 伏天 成批 戴上 谈谈 谈论 谈不上 宋代 宋朝 唐代 唐朝 汉代 "
        "元代 元朝 清代 金代 夏天 夏季 夏日 秦岭 秦代 周边 周末 周年 周围 周期 周一 周二 周三 周四 周五 周六 周日 江水 江边 江湖 黄河 黄土 黄色 黄昏 林业 林区 林场 林地 马拉松 马匹 高原 高山 "
        "高大 高温天 高质量 高标准 高水平 高品质 何等 何处 何必 何为 梁上 郑重 罗列 徐徐 胡同 胡乱 朱红 孙子 孙女 孙辈 曹操 彭城 曾几 肖像 田野 田间 田地 田里 董事 董事会 袁世凯 潘家 蒋介石 蔡伦 "
        "余下 余额 余震 杜绝 叶子 叶片 程式 苏州 苏北 苏醒 魏晋 吕布 任凭 任由 任教 任命 沈阳 姚明 卢沟桥 姜片 崔嵬 钟表 钟楼 钟情 谭嗣 汪洋 范围 范畴 范例 金秋 金色 石器 廖若 贾宝玉 夏粮 韦编 "
        "付出 付款 付费 白白 白手 邹城 孟子 熊猫 秦汉 邱少云 尹始 江浙 闫氏 段落 段时间 雷同 雷锋 侯鸟 龙江 龙门 史无 陶冶 黎明 贺岁 贺词 贺信 顾及 顾虑 毛利 毛利率 郝摇 龚雪 邵氏 万众 万象 万分 "
        "万户 钱包 严肃 严谨 严打 严防 武器 武术 武汉 武警 戴着 莫大 孔子 孔雀 向来 向往 向着 汤里 温和 温情 康复 康养 康熙 施肥 施策 施压 牛市 樊篱 葛根 邢台 安放 安家 安抚 齐鲁 易发 易燃 乔木 "
        "伍家 庞大 颜色 颜值 倪氏 庄稼 庄园 庄严 章程 章节 鲁班 岳父 岳母 翟氏 殷商 詹姆斯"
    ).split()
)
_ADVERBS = frozenset(
    (
        "当场 当庭 当即 随即 首先 最后 普遍 一致 纷纷 明确 再次 多次 反复 曾经 已经 同时 随后 进一步 特别 公开 分别 共同 均已 还曾 一再 不断 当天 当日 近日 日前 昨天 今天 昨日 昨晚 早前 此前 "
        "事后 私下 坦率 诚恳 激动 高兴 笑着 哭着 急忙 连忙 立即 马上 之后 之前 也都 都曾 大都 大多 会上 会后 现场 书面 口头 联合 集体 自豪 动情 无奈 直接 主动 坚决 严肃 郑重 热情 介绍 表示 建议 "
        "认为 指出"
    ).split()
)
"""Words that begin like a personal name."""
AMBIGUOUS = frozenset(
    "羊幸简敬揭蔚展靖籍房都应成关于从连单向常高方金石万项安平时明计全水白路经何程段温季司谈易尚解官马左原后能强查管相通施严景余任文包许江国黄花宗支商双元梅符项莫当练"
)
"""Family names that are commoner as words of their own."""
_NEVER_LAST = frozenset(
    "部局委厅署省县市区镇村乡院厂司网报队馆站所们者员性化率度量型类"
)


def no_name(
    text: str, *, after_title: bool = False, before_title: bool = False
) -> bool:
    """Whether what begins like a personal name is a word, a place or a body.

    Right after a title a name may be a word as well: 教授田野. Right before one it may
    end like a body: 文志委教授.
    """
    may_be_both = text[:2] in WORDS and text[0] not in AMBIGUOUS
    if after_title and may_be_both and 2 <= len(text) <= 3:
        return text[-2:] in _ADVERBS or text[-1] in _NEVER_LAST
    return (
        text in WORDS
        or text[:2] in WORDS
        or text[:2] in _ADVERBS
        or text[-2:] in _ADVERBS
        or (text[-1] in _NEVER_LAST and not before_title)
        or (len(text) == 2 and text[1] in _NEVER_SECOND)
        or text[1:] in _CALLED
        or text[1:] in _BODIES_OF_TWO
        or _HEAD_FIRST.match(text) is not None
        or _HEAD_ONLY.fullmatch(text) is not None
    )


def may_end_name(character: str, *, before_verb: bool = False) -> bool:
    """Whether a character that mostly follows a name is often the last of one.

    Args:
        character: the third of what begins like a name.
        before_verb: what comes next can follow a name, but says little.
    """
    if before_verb and character in "有为会能可要多再最已发第将是":
        return False
    return character in _SAFE_THIRD


_CALLED = frozenset((*TITLES, "先生", "小姐", "师傅", "大夫", "总"))
"""What makes a form of address with a family name, which is no name of its own."""
_BODIES_OF_TWO = frozenset(body for body in BODIES if len(body) == 2) - {"学会", "报业"}
"""What makes no given name after a family name: 范 + 大学 is cut from 师范大学."""
_NEVER_SECOND = frozenset("叫有是在会能要说想做到把被给让去来得了着过不也的")
_HEAD_FIRST = re.compile(COLLECTIVE)
_HEAD_ONLY = re.compile(f"(?:{COLLECTIVE}|{BODY}|{PAPER})")
