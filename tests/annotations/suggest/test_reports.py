"""Documents, reviews and offices as sources. All sentences are invented."""

from __future__ import annotations

import pytest

from tests.annotations.suggest.found import reports


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a paper by its title, and by what it is called for short
        ("《河道清淤三年方案》提出，两年内清完干流。", [("两年内清完干流。", "《河道清淤三年方案》")]),
        ("《意见》还强调，支教教师的津贴按月发放。", [("支教教师的津贴按月发放。", "《意见》")]),
        ("《关于修缮古井的通知》（以下简称《通知》）要求，入冬前完工。", [("入冬前完工。", "《通知》")]),
        # whoever has issued it
        ("柳林县政府近日印发《关于夜市管理的通告》（以下简称《通告》）指出，摊位一律不收押金。", [("摊位一律不收押金。", "柳林县政府")]),
        ("省粮食局日前发布《秋粮收购公告》明确，收购价不低于去年。", [("收购价不低于去年。", "省粮食局")]),
        # the wording of a law is nobody's statement
        ("《森林法》规定，任何人不得擅自采伐。", []),
        ("《养犬管理条例》明确，烈性犬不得进城。", []),
        # told by somebody who is left out, and what the text found out itself
        ("据介绍，这座粮仓能存四万吨稻谷。", [("这座粮仓能存四万吨稻谷。", "")]),
        ("另据介绍，缆车下月起停运检修。", [("缆车下月起停运检修。", "")]),
        ("据了解，这座粮仓能存四万吨稻谷。", []),
        # a view right behind a paper's name
        ("该报告认为清淤的账被算小了一半。", [("清淤的账被算小了一半。", "报告")]),
        ("报道称渡口的票价一年没有动过。", [("渡口的票价一年没有动过。", "报道")]),
    ],
)  # fmt: skip
def test_documents_say_what_they_hold(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《晚风》杂志刊登了郁守拙的《短句之美》一文。文章认为，短句更近口语。作者指出，长句多半是译文带来的。", ["郁守拙", "郁守拙"]),
        ("《灯下谈戏》登在《剧坛》上，署名晏小楼。作者认为，锣鼓不能省。他还说，水袖也不能省。", ["晏小楼", "晏小楼"]),
        ("马识途则在《山城旧话》（第三期）一文中指出，码头是城市的门脸。", ["马识途"]),
        ("岑月白虽然认为这出戏太长，但她赞同结尾的处理。她指出，最后一场最见功力。", ["岑月白", "岑月白"]),
        ("何朴则不同意上述看法，他说这出戏的毛病根本不在长短上。", ["何朴"]),
        # news of an article that somebody prints
        ("《晚江报》四日刊发评论。\n文章指出，渡口不能一关了之。", ["晚江报"]),
        ("总干事近日在一家杂志发表署名文章。\n文章强调，种子要先存起来。", ["文章"]),
        # a text's own author is nobody
        ("文章认为，短句更近口语。", []),
        ("作者指出，长句多半是译文带来的。", []),
    ],
)  # fmt: skip
def test_a_review_tells_who_wrote_what_it_speaks_of(
    text: str, expected: list[str]
) -> None:
    assert [speaker for _, speaker in reports(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an office that was named and has not spoken yet
        ("水利部发言人12日就汛情答记者问。\n这位发言人说，大堤安全。", ["水利部发言人"]),
        ("新华社海城6月2日电 港务局发言人2日发表谈话。\n这位发言人表示，航道已恢复。\n发言人强调，今夜不再封航。", ["港务局发言人", "港务局发言人"]),
        # one that has, by less of its name or by its kind
        ("某县供销社粮库负责人透露，库容不够。\n上述粮库负责人坦言，扩建没有钱。", ["某县供销社粮库负责人"] * 2),
        ("市园林局局长许知秋说，银杏不换。该负责人还表示，枯枝月底前剪完。", ["许知秋", "许知秋"]),
        ("该县一位干部坦言，账早就对不上了。", ["该县一位干部"]),
        ("该校校长说，操场下周开放。", ["该校校长"]),
    ],
)  # fmt: skip
def test_offices_are_as_the_text_introduced_them(
    text: str, expected: list[str]
) -> None:
    assert [speaker for _, speaker in reports(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县残联康复中心周晓梅介绍，今年收治三百名儿童。", "周晓梅"),
        ("青山街道执法队邓立介绍，摊位已经划线。", "邓立"),
        ("领队汤女士告诉记者，今年报名的人多了一倍。", "汤女士"),
        ("然而，如汤女士、贺先生等住户反映，电梯三天两头停。", "汤女士、贺先生"),
        ("匈牙利外长米克洛保什·雅诺什认为，谈判应当继续。", "米克洛保什·雅诺什"),
        ("法国总统马克龙当天早些时候告诉《晨报》，政府不会让步。", "马克龙"),
        ("省长刘延庆接受本报记者采访时说，今年新建五百所幼儿园。", "刘延庆"),
        ("王主任说，窗口中午不休息，材料随到随办。", "王主任"),
        ("方书记强调，修路先修沟，水不走路就不坏。", "方书记"),
        ("希腊人认识到，游客不会自己找上门来。", "希腊人"),
    ],
)  # fmt: skip
def test_names_by_their_place(text: str, expected: str) -> None:
    assert [speaker for _, speaker in reports(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        # how something is told, and what reporters find themselves
        "客观地说，这次修缮并不成功。",
        "真难相信，这些瓷器都出自一双手。",
        "晚报记者调查发现，不少秤缺斤少两。",
        # a thing that is stressed or put forward, what would be thought, who is meant
        "教研员孟凡礼强调课堂提问的重要性。",
        "两家企业提出需求，县里连夜调来货车。",
        "只要态度诚恳，顾客就会认为这家店可靠。",
        "尝过一口觉得味道不错的她，又买了两斤。",
        "老站长把时刻表讲得很清楚，末班车九点开。",
        # what was answered
        "发言人还就邻国宣布提高关税一事予以回应。",
    ],
)  # fmt: skip
def test_what_states_nothing(text: str) -> None:
    assert reports(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("园艺师顾明谦说，老树已经救不活了，这话说得很直白。", "老树已经救不活了"),
        ("《晨报》社评指出，渔港会越来越空，这种担忧随着休渔期的延长更强烈了。", "渔港会越来越空"),
        ("姜望舒虽然认为曲子太长，但没有要求删改。", "曲子太长"),
        ("闸口在管理员牛大山看来，就是全村的命脉：“我们守了它三十年。”", "就是全村的命脉"),
        # what the speaker goes on about
        ("姜望舒说，有人嫌曲子太长，这种说法没有道理。", "有人嫌曲子太长，这种说法没有道理。"),
    ],
)  # fmt: skip
def test_a_statement_ends_before_it_is_spoken_of(text: str, expected: str) -> None:
    assert [said for said, _ in reports(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("就邻县宣布停售一事，农户汤伯年说，本地不缺粮。", [("本地不缺粮。", "汤伯年")]),
        ("对于茶商方敬之日前称“要涨价”，茶农汤伯年说，茶叶卖不动才是真的。", [("茶叶卖不动才是真的。", "汤伯年")]),
        ("发言人柏松涛直指，对方毁约在先。", [("对方毁约在先。", "柏松涛")]),
        ("有住户投诉，水表走得太快。", [("水表走得太快。", "住户")]),
    ],
)  # fmt: skip
def test_what_is_answered_is_not_what_is_said(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what works and registers record, and who wrote them
        ("《海角杂录》记载，当时渔火连夜不熄。", ["《海角杂录》"]),
        ("清代汪敬之编著的《海角杂录》记载，当时渔火连夜不熄。", ["汪敬之"]),
        ("工商信息显示，这家茶行开业不到一年。", ["工商信息"]),
        ("新三年规划建议提出，要把渠修到地头。", ["新三年规划建议"]),
        # agencies, powers and offices abroad
        ("路透社说，谈判已经破裂，双方互不相让。", ["路透社"]),
        ("首尔很清楚，这笔账迟早要算。", ["首尔"]),
        ("据日本财务省17日晚间透露，税率暂时不变。", ["日本财务省"]),
        ("希腊总理卡洛斯告诉塞浦路斯《岛屿晚邮报》，渡轮不会停。", ["卡洛斯"]),
        # what follows from something else
        ("气象专家结合卫星数据发现，雨带往东偏了。", ["气象专家"]),
        ("葡萄牙人对这道菜印象不坏，认为鱼很新鲜，汤差了一点。", ["葡萄牙人"]),
        ("一位名叫萨拉提的讲解员很健谈。他说，旺季还没有到。", ["萨拉提"]),
        ("史学家诺曼·汤因斯也许最懂港口。他认为，城墙是后来才修的。", ["诺曼·汤因斯"]),
        # a thing that is put forward, and then what it is
        ("韩立秋在前人的基础上进一步提出了一个大胆的猜想：河是从北边改道来的。", ["韩立秋"]),
        ("校长江一鸣以种树为喻：根没扎稳，长得越高越险。", ["江一鸣"]),
        # words that only look like names or like saying
        ("战场上的一切问题都是粮草的问题，所以主张通过屯田来养兵，不向百姓摊派。", []),
        ("村民说事室里贴着，今年先修东头的桥。", []),
    ],
)  # fmt: skip
def test_who_states_is_known_from_more_than_a_name(
    text: str, expected: list[str]
) -> None:
    assert [speaker for _, speaker in reports(text)] == expected


def test_somebody_elses_speech_behind_a_semicolon_is_no_part_of_a_report() -> None:
    text = "镇里一位会计员坦言，一年要填四百张表；一名站长苦笑着说，“光盖章就要盖一天。实在忙不过来。”"
    assert [said for said, _ in reports(text)] == ["一年要填四百张表"]


def test_whom_a_body_wants_to_believe_something_states_nothing() -> None:
    text = "美联社说，总统方大海的演讲想让议员汤姆森相信，税不会再涨。"
    assert [speaker for _, speaker in reports(text)] == ["美联社"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # told by nobody that the text names
        ("据统计，全镇43户把老屋租了出去，屋主就近上工。", [("全镇43户把老屋租了出去，屋主就近上工。", "")]),
        ("据预测，到2031年，渡口的客流还会再少一成。", [("到2031年，渡口的客流还会再少一成。", "")]),
        # a row of things is closed by 等
        ("同时，镇政府通过补贴扶持、资质认定等，帮船工转行。", []),
        ("港务局正开展船员培训、资格评价等，码头上很热闹。", []),
        # a demand after what else a body did
        ("省卫生委对巡诊提出了更高要求，要求每支队伍不少于八人。", [("每支队伍不少于八人。", "省卫生委")]),
        ("港务局对值守作出调整，要求各泊位夜里至少留两人。", [("各泊位夜里至少留两人。", "港务局")]),
        # what was just issued
        ("市里印发了《巡诊办法》，把渔村也算进来。要求各队按季节排班，不得缺岗。", [("各队按季节排班，不得缺岗。", "《巡诊办法》")]),
        ("县里出台《减负意见》，列了十二条。其中提出，不得拿开会次数当考核依据。", [("不得拿开会次数当考核依据。", "《减负意见》")]),
        # 过 behind the reporting word; an announcement without a mark
        ("总工程师胡大海在会上提到过，井壁有一段很松。", [("井壁有一段很松。", "胡大海")]),
        ("馆长沈一舟两年前就谈到过，库房夏天太潮。", [("库房夏天太潮。", "沈一舟")]),
        ("州长特里普在码头表态将在下月恢复轮渡。", [("将在下月恢复轮渡。", "特里普")]),
        ("市长祝青原当场表态已从本月起停收过桥费。", [("已从本月起停收过桥费。", "祝青原")]),
        # who is for or against something
        ("禁渔令的支持者认为，三年就能看到鱼回来。", [("三年就能看到鱼回来。", "禁渔令的支持者")]),
        ("有关方案的反对者指出，绕行要多走四十里。", [("绕行要多走四十里。", "有关方案的反对者")]),
        # where a body sits is no part of its name
        ("总部位于河口的江南公司说，前三个月运量下降一成。", [("前三个月运量下降一成。", "江南公司")]),
        ("总部设在首府的海岸银行预计，利率不会再动。", [("利率不会再动。", "海岸银行")]),
        # somebody else says otherwise, or has been heard before
        ("船东王大海说，运价不会涨，但货主们认为，三季度就会变。", [("运价不会涨", "王大海"), ("三季度就会变。", "货主们")]),
        ("虽然站里有关负责人表示会帮忙清理，但公园工作人员明确告诉记者，湖不归他们管。", [("会帮忙清理", "站里有关负责人"), ("湖不归他们管。", "公园工作人员")]),
        ("船东王大海说，运价定得太早，而货主们已反复强调要等新船。", [("运价定得太早，而货主们已反复强调要等新船。", "王大海")]),
        # whom a reporter asked
        ("近日，记者在河口采访多位配送员了解到，生鲜的货物往往更大。", [("生鲜的货物往往更大。", "多位配送员")]),
        ("本报记者走访港务局后获悉，三号泊位下月开。", [("三号泊位下月开。", "港务局")]),
        # that something was said, not what
        ("王大海向船东指出疑点后，对方换了一条船。", []),
        ("这种算法是由林图提出来的，后来各港都用。", []),
        # who is against something; who is told of with 是
        ("而持反对意见者则认为，分得太细会误船期。", [("分得太细会误船期。", "持反对意见者")]),
        ("一方面是学生家长及社区内各种团体，他们主张课本应该审查。", [("课本应该审查。", "学生家长及社区内各种团体")]),
        # what is made of an announcement
        ("同年11月，港务局宣布，夜航在三个泊位试行，这项改动让船期短了半天。", [("夜航在三个泊位试行", "港务局")]),
        ("昨天，交通厅宣布，渡口停收过桥费，这标志着收费年代过去了。", [("渡口停收过桥费", "交通厅")]),
        # somebody somewhere, and views that are told apart
        ("在码头值守的一位胡姓工作人员说，开门的铺子有一百家。", [("开门的铺子有一百家。", "一位胡姓工作人员")]),
        ("在渡口卖票的几位老人介绍，船票三年没有涨。", [("船票三年没有涨。", "几位老人")]),
        ("第一种观点认为，河是自己改道的。第二种观点认为是挖沙挖的。", [("河是自己改道的。", "第一种观点"), ("是挖沙挖的。", "第二种观点")]),
        ("一种意见认为，应该先修码头；另一种则认为，先买新船。", [("应该先修码头", "一种意见"), ("先买新船。", "另一种")]),
        ("商户饶平反馈，竹袋用着很顺手，不容易破。", [("竹袋用着很顺手，不容易破。", "饶平")]),
        ("有乘客反馈：末班船太早，下了夜班赶不上。", [("末班船太早，下了夜班赶不上。", "乘客")]),
        # who speaks for a firm that is called like a person
        ("阿尔顿相关负责人介绍，新船只听口令。", [("新船只听口令。", "阿尔顿相关负责人")]),
        ("特里普公司发言人表示，船坞已经复工。", [("船坞已经复工。", "特里普公司发言人")]),
        ("美联储数据也显示，去年的工业产出略降。", [("去年的工业产出略降。", "美联储")]),
    ],
)  # fmt: skip
def test_what_is_reported_of_whom(text: str, expected: list[tuple[str, str]]) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # by the original of a name
        (
            "韦伯与科林斯（Weber & Collins，1999）推测群居行为可能导致产业群；而麦基（McKee，1993）则提出，代理问题藏在后面。",
            [("群居行为可能导致产业群", "韦伯与科林斯"), ("代理问题藏在后面。", "麦基")],
        ),
        (
            "威斯勒(Wessler)的研究建立在一个概念之上。他争辩道，角色取决于背景。他的结论是，角色会换。",
            [("角色取决于背景。", "威斯勒"), ("角色会换。", "威斯勒")],
        ),
        # what a body is called by again, and what it is
        (
            "海国预算办公室(OBR)测算，税收占比将升至38%。该机构同时指出，纳税人会更多。",
            [("税收占比将升至38%。", "海国预算办公室"), ("纳税人会更多。", "海国预算办公室")],
        ),
        ("海国智库财税研究所评价称，这项增税是明智之举。", [("这项增税是明智之举。", "财税研究所")]),
        # what is given out
        (
            "巴克银行在预算公布前的分析也指出，增长动力不均。也有专家发出警示，预算高度依赖油价回落。",
            [("增长动力不均。", "巴克银行"), ("预算高度依赖油价回落。", "专家")],
        ),
        ("也有业内人士发出呼吁，尽快统一充电接口的标准。", [("尽快统一充电接口的标准。", "业内人士")]),
        (
            "港城银行认为情况还将恶化，此前其发出警告称今年的通胀率将达到11%。",
            [("情况还将恶化", "港城银行"), ("今年的通胀率将达到11%。", "港城银行")],
        ),
        (
            "总理府当晚发表声明，证实双方通过电话，但强调将继续在边境的军事行动。",
            [("双方通过电话", "总理府"), ("将继续在边境的军事行动。", "总理府")],
        ),
        # what an office has found out
        (
            "经省政府事故调查组认定，这起塌方是一起责任事故。经调查，直接原因是支护不足。\n调查查明，施工单位管理不到位。",
            [
                ("这起塌方是一起责任事故。", "省政府事故调查组"),
                ("直接原因是支护不足。", "省政府事故调查组"),
                ("施工单位管理不到位。", "省政府事故调查组"),
            ],
        ),
        ("经市场监管局核查，该店所售牛肉丸不含牛肉成分。", [("该店所售牛肉丸不含牛肉成分。", "市场监管局")]),
        ("经调查，直接原因是支护不足。", []),
        ("事故调查组总结了两个方面的主要教训：风险防范失守；长期冒险掘进。", [("风险防范失守；长期冒险掘进。", "事故调查组")]),
        # what has been issued, by a title or without one
        (
            "今年4月，中办印发关于解决困扰基层的形式主义问题的通知，提出深化治理改革为基层放权赋能。各地抓紧制定清单。",
            [("深化治理改革为基层放权赋能。", "中办")],
        ),
        (
            "8月，省委办公厅印发《关于解决困扰基层的形式主义问题为决胜小康提供坚强作风保证的通知》，明确指出，把资源下放到基层。4个月过去，船上也能办事了。",
            [("把资源下放到基层。", "省委办公厅")],
        ),
        # who turns to the press, and what a reporter asks about
        ("最近，本报记者接到多名消费者反映，称他们办卡后突然遭遇闭店。", [("他们办卡后突然遭遇闭店。", "多名消费者")]),
        ("本台热线接到船户投诉称，渡口的灯半年没有亮过。", [("渡口的灯半年没有亮过。", "船户")]),
        ("记者近来在渡口采访调研时了解到一些船户存在困难。", []),
        ("记者从省会各大影院了解到，暑期几乎每周都有新片上映。", [("暑期几乎每周都有新片上映。", "省会各大影院")]),
        # whom the press reports
        ("另据多家媒体报道，港口联盟28日发表声明说，未收到任何新的提议。", [("未收到任何新的提议。", "港口联盟")]),
        # what a few words outside the marks make a report
        ("副总统万斯特表示“谨慎乐观”，并警告，谈判“可能会在最后一刻脱轨”。", [("谈判“可能会在最后一刻脱轨”。", "万斯特")]),
        ("很快，水务局发来回复，称“管道已经修复”，水压恢复正常。", [("“管道已经修复”，水压恢复正常。", "水务局")]),
        # whom the press reports, who does something first
        ("据海联社22日报道，总统卓大山在官邸强势发声，表示本国在许多领域已经反超。", [("本国在许多领域已经反超。", "卓大山")]),
        # what ends before somebody speaks for themselves, and before what was left out
        (
            "据海联社报道，总统卓大山19日向媒体透露，邻国希望他出面调停，他表示“若双方都有此意愿，我可能会介入”。",
            [("邻国希望他出面调停", "卓大山")],
        ),
        (
            "总统卓大山曾表示不打算介入，17日他在访问邻国时强调，将认真对待纠纷，但没有详细阐明将采取何种措施。",
            [("不打算介入", "卓大山"), ("将认真对待纠纷", "卓大山")],
        ),
        ("日方称原因是出口管理存在问题，而韩方指责这是对判决的报复。", [("原因是出口管理存在问题", "日方"), ("这是对判决的报复。", "韩方")]),
        # by whose count, and not by what class
        ("沙湾县水利局统计，灌区内已成立一百五十家用水社。", [("灌区内已成立一百五十家用水社。", "沙湾县水利局")]),
        ("按产品类别统计，检测鸡蛋样品两千批，超标八批。", []),
        # what is expected of somebody, and what somebody suffers
        ("反对派遭到党首李小明的严厉批评，李小明是热门人选。李小明预计将采取和解的路线。", []),
        ("正如海联社所称，两国的信任始终未能修补。", [("两国的信任始终未能修补。", "海联社")]),
        # whom somebody warns, and the work between a reporting word and what it says
        ("警方提醒广大市民，不要出借银行卡。", [("不要出借银行卡。", "警方")]),
        ("气象台告诫船户们，雾散之前不要出海。", [("雾散之前不要出海。", "气象台")]),
        ("规范焦点理论认为(Cassel, Reno, & Kale, 1990)，注意会诱发行为。", [("注意会诱发行为。", "规范焦点理论")]),
        # whoever was asked, and whoever works where somebody speaks
        (
            "市医院教授黄荷小介绍，指标还不全。\n这位专家指出，随访要满一年。",
            [("指标还不全。", "黄荷小"), ("随访要满一年。", "黄荷小")],
        ),
        ("对于这场争论，政治研究所余永小进行了评论，他认为定义不必再争。", [("定义不必再争。", "余永小")]),
        # what the text says of a view
        ("郭远山认为有河自然会有桥，这是他早年的一个看法。", [("有河自然会有桥", "郭远山")]),
        # what shares of people choose is a figure
        ("56%的受访者依然认为夜里的票价偏高。在渡口，老船工也更会算账。", [("夜里的票价偏高。", "受访者")]),
        ("市场调研显示，86.4%的受访青年感觉骑车的人多了。", [("86.4%的受访青年感觉骑车的人多了。", "市场调研")]),
        ("调查中，45.4%的受访青年建议融入更多时尚元素，27.9%的受访青年建议多用新媒体。", []),
        # no statements
        ("劳动者勇敢说“不”也很重要，社会各界应当支持。", []),
        ("一些单位过度强调价格优先，导致市场出现乱象。", []),
        ("业委会却常常不被业主广泛认同，不少小区的业委会形同虚设。", []),
        ("该国先前多次阻止安理会通过呼吁双方停火和保护平民的联合声明。", []),
        ("带领科室负责人下沉到村里现场办公，直接研判问题、解决问题，颇受好评。", []),
    ],
)  # fmt: skip
def test_who_has_found_issued_or_told_what(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


_DIGEST = """海闻网12月16日报道 据《东方经济新闻》12月15日报道，两国外交即将陷入停滞。此前关系曾有改善。
报道称，总统的职务已被中止。会谈要看下月。
报道说，防务沟通也陷入混乱。
《东方经济新闻》12月15日发表社论称，事态还将持续一段时间。
另据英国《港口时报》网站12月11日报道，去年三国举行了首次峰会。会谈并不容易。"""


def test_a_digest_of_the_press_goes_on_with_an_article_and_names_its_paper() -> None:
    assert reports(_DIGEST) == [
        ("两国外交即将陷入停滞。此前关系曾有改善。", "东方经济新闻"),
        ("总统的职务已被中止。会谈要看下月。", "东方经济新闻"),
        ("防务沟通也陷入混乱。", "东方经济新闻"),
        ("事态还将持续一段时间。", "东方经济新闻"),
        ("去年三国举行了首次峰会。会谈并不容易。", "港口时报"),
    ]


def test_one_article_that_is_passed_on_makes_no_digest() -> None:
    assert reports(
        "据《东方经济新闻》报道，两国外交即将陷入停滞。此前关系曾有改善。\n船队今天出海。"
    ) == [("两国外交即将陷入停滞。", "东方经济新闻")]


def test_a_report_is_of_who_printed_it_and_not_of_whoever_spoke_last() -> None:
    text = "据海国媒体报道，邮轮昨天靠港。\n海国总理府表示，乘客已经下船。\n报道称，船员都在隔离。"
    assert reports(text)[-1] == ("船员都在隔离。", "海国媒体")


def test_a_paper_goes_on_with_a_cited_view_up_to_the_next_one() -> None:
    views = "易小纲（1999）认为，投资过多造成了过剩。新的产能没有淘汰旧的。刘宪小（1998）认为，工资涨得太慢。"
    text = f"【摘要】通货紧缩有两种解释[1]，[2]，[3]。\n{views}"
    assert reports(text) == [
        ("投资过多造成了过剩。新的产能没有淘汰旧的。", "易小纲"),
        ("工资涨得太慢。", "刘宪小"),
    ]


def test_a_paper_speaks_for_itself_behind_the_last_cited_view() -> None:
    text = "【摘要】通货紧缩有两种解释[1]，[2]，[3]。\n易小纲（1999）认为，投资过多造成了过剩。工厂的库存逐年增加。"
    assert reports(text) == [("投资过多造成了过剩。", "易小纲")]


def test_a_paper_reckons_by_itself() -> None:
    text = (
        "关键词：市镇；档案\n\n　　据统计，市镇的数目百年间增加了一倍。[3]\n\n"
        "参考文献\n[3] 蒲新月. 市镇与铁路. 2004."
    )
    assert not reports(text)
