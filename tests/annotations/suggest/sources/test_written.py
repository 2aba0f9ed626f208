"""Papers that say something, and whose they are. All sentences are invented."""

from __future__ import annotations

import pytest

from tests.annotations.suggest.found import reports, speakers, statements


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
        # what has been issued, by a title or without one
        (
            "今年4月，中办印发关于解决困扰基层的形式主义问题的通知，提出深化治理改革为基层放权赋能。各地抓紧制定清单。",
            [("深化治理改革为基层放权赋能。", "中办")],
        ),
        (
            "8月，省委办公厅印发《关于解决困扰基层的形式主义问题为决胜小康提供坚强作风保证的通知》，明确指出，把资源下放到基层。4个月过去，船上也能办事了。",
            [("把资源下放到基层。", "省委办公厅")],
        ),
        # to whom it is addressed
        ("近日，饭店业协会、烹饪学会向会员单位发布倡议书，提出各店要主动推出小份菜，提醒客人适量点餐。", [("各店要主动推出小份菜，提醒客人适量点餐。", "饭店业协会、烹饪学会")]),
        ("两家商会上周向码头公司发出公开信，提出运费三年之内不得上调，违者要先听证。", [("运费三年之内不得上调，违者要先听证。", "两家商会")]),
        ("市气象局近日发布防寒技术意见，要求各县以护苗为重点，抢在降温之前浇水。", [("各县以护苗为重点，抢在降温之前浇水。", "市气象局")]),
        # what was just issued
        ("市里印发了《巡诊办法》，把渔村也算进来。要求各队按季节排班，不得缺岗。", [("各队按季节排班，不得缺岗。", "《巡诊办法》")]),
        ("县里出台《减负意见》，列了十二条。其中提出，不得拿开会次数当考核依据。", [("不得拿开会次数当考核依据。", "《减负意见》")]),
    ],
)  # fmt: skip
def test_a_paper_speaks_by_its_title_or_for_who_issued_it(
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
    ],
)  # fmt: skip
def test_works_and_registers_record_things(text: str, expected: list[str]) -> None:
    assert [speaker for _, speaker in reports(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the press, by what of it says something
        ("河西国《新河时报》的报道说，渡船两年没有出过事。", [("渡船两年没有出过事。", "新河时报")]),
        ("《白沙晚报》的一篇报道称，老街的井又出水了。", [("老街的井又出水了。", "白沙晚报")]),
        ("新河电视台的报道说，城里的桥修好了。", [("城里的桥修好了。", "新河电视台")]),
        # a body's own name behind its nation
        ("美国皮埃尔研究中心发布的报告显示，青年读报的时间减少。", [("青年读报的时间减少。", "皮埃尔研究中心")]),
        ("韩国《港口新闻》的社论也称，局势还会紧张。", [("局势还会紧张。", "港口新闻")]),
        # where a body tells something
        ("据国家渔业局网站消息，休渔期延长十天。", [("休渔期延长十天。", "国家渔业局")]),
        ("省水文局官网显示，水位已经回落。", [("水位已经回落。", "省水文局")]),
        ("据河口市水务局官方微博消息，供水已经恢复。", [("供水已经恢复。", "河口市水务局")]),
        ("海国港口研究所网站3月26日发表文章称，运价还会涨。", [("运价还会涨。", "海国港口研究所")]),
        # where something is issued
        ("论坛上发布的《渔业共同宣言》称，各方将继续开放海港。", [("各方将继续开放海港。", "《渔业共同宣言》")]),
        ("年会期间发布的《海塘蓝皮书》显示，险段少了三成。", [("险段少了三成。", "《海塘蓝皮书》")]),
        # whose figures they are
        ("石门古镇景区大数据显示，游客半年翻了一番。", [("游客半年翻了一番。", "石门古镇景区")]),
        ("清河口岸数据显示，过境货车每天九百辆。", [("过境货车每天九百辆。", "清河口岸")]),
        ("美联储数据也显示，去年的工业产出略降。", [("去年的工业产出略降。", "美联储")]),
    ],
)  # fmt: skip
def test_a_body_is_called_by_its_own_name_alone(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("世界气象中心上周发布的公报说，海温仍在升高。", ("海温仍在升高。", "世界气象中心", "说")),
        ("国际粮农署本月发布的报告显示，小麦减产一成。", ("小麦减产一成。", "国际粮农署", "显示")),
    ],
)  # fmt: skip
def test_when_a_body_issued_its_paper_is_no_part_of_its_name(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert statements(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("相关数据显示，夜间用电连年上升。", [("夜间用电连年上升。", "相关数据", "显示")]),
        ("有统计显示，露营人数三年翻了一番。", [("露营人数三年翻了一番。", "统计", "显示")]),
    ],
)  # fmt: skip
def test_figures_may_name_no_source(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert statements(text) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("内河航运2025领跑者榜单显示，白沙港保持第一。", "内河航运2025领跑者榜单"),
        ("白沙渡口客流排行榜显示，三号码头连续两年居首。", "白沙渡口客流排行榜"),
    ],
)
def test_a_ranking_states_something(text: str, speaker: str) -> None:
    assert [who for _, who in reports(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("航运智库蓝湾在4月发布的渡口报告中指出，船会更多。", "航运智库蓝湾"),
        ("白沙航运集团于去年发布的报告中指出，运价还会涨。", "白沙航运集团"),
    ],
)
def test_when_a_body_wrote_is_no_part_of_its_name(text: str, speaker: str) -> None:
    assert [who for _, who in reports(text)] == [speaker]


@pytest.mark.parametrize(
    ("paper", "speaker"),
    [
        ("水利部《节水工作指引（2026年版）》", "水利部"),
        ("海平市卫生健康委《村卫生室管理办法》", "海平市卫生健康委"),
        ("《海平用水报告》", "《海平用水报告》"),
        ("韩国《东江日报》", "东江日报"),
    ],
)
def test_a_paper_with_its_body_in_front_is_the_bodys(paper: str, speaker: str) -> None:
    text = f"{paper}明确提出，各地每年核查不少于两次。"
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "新版白皮书沿用去年的表述，称两岸的河运正在明显复苏。",
            [("两岸的河运正在明显复苏。", "白皮书")],
        ),
        (
            "与往年相比，白皮书单列“小型码头”部分，强调渡口不能少。",
            [("渡口不能少。", "白皮书")],
        ),
        ("起诉书列出七处损失，指出堤岸年久失修。", [("堤岸年久失修。", "起诉书")]),
    ],
)
def test_a_paper_does_something_before_it_says_something(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("省水产体系青山综合试验站发现，鱼苗成活率高了一成。", "省水产体系青山综合试验站"),
        ("市环境监测站表示，水质达标。", "市环境监测站"),
    ],
)  # fmt: skip
def test_a_station_for_trials_is_a_body_and_no_trial(text: str, speaker: str) -> None:
    assert reports(text)[0][1] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "暂停适用办法部分条款的，要及时评估论证，并修改有关规定。",
        "七月，降低进口关税与部分消费税；九月，宣布，明年再降。",
    ],
)
def test_a_part_is_no_department(text: str) -> None:
    assert not any(speaker.endswith("部") for _, speaker in reports(text))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # journals by their titles
        ("英国《冰川》杂志近日报道称，雪线还在上移。", "《冰川》"),
        ("《海洋与我们》期刊报道说，珊瑚在变白。", "《海洋与我们》"),
        # firms by their names
        ("5月19日，四方泰公告称，拟建一条产线。", "四方泰"),
        ("江口科技昨日公告称，拟建一座船坞。", "江口科技"),
        ("青禾达年报显示，去年营收翻番。", "青禾达"),
        ("Sail数据显示，运价跌了三成。", "Sail"),
        ("据Tide数据统计，今年新增四十条航线。", "Tide"),
        # bodies, whatever of their site it is
        ("市城管局网站处罚名单显示，有九家工地超时施工。", "市城管局"),
        ("省药监局官网公示信息显示，三批药材不合格。", "省药监局"),
        # which a kind of notice is not
        ("减持公告显示，股东卖出一成。", "减持公告"),
    ],
)
def test_journals_and_firms_are_told_by_their_names(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # who says something in a paper
        ("易江成长在四季报中认为，流动性日益充沛。", "易江成长"),
        ("云泽社近日在公告中表示，新船下月下水。", "云泽社"),
        # whose data are told
        ("理阳的数据显示，去年多了三十条船。", "理阳"),
        ("同时，天濠最新统计数据却显示，船价跌了。", "天濠"),
        ("来自Tide资讯的统计数据显示，船价跌了。", "Tide资讯"),
        ("Sail统计数据显示，船价跌了。", "Sail"),
        ("据Wave统计显示，船价跌了。", "Wave"),
        ("天濠统计显示，船价跌了。", "天濠"),
        ("据Tide数据不完全统计显示，船价跌了。", "Tide"),
        # of nobody
        ("今年的数据显示，船价跌了。", "今年的数据"),
        ("最新测算数据显示，船价跌了。", "最新测算数据"),
        # a centre is no paper of a bank's, and a fund no body by itself
        ("银江证券基金研究中心的数据显示，船价跌了。", "银江证券基金研究中心"),
        ("根据江口信息公司的统计数据，船价跌了。", "江口信息公司"),
        # with the day, and what they have sold
        ("银江基金管理公司前日发布公告称，船价跌了。", "银江基金管理公司"),
        ("江口基金周三公告称，船价跌了。", "江口基金"),
        ("云投摩根上周公告称，船价跌了。", "云投摩根"),
        ("人民渔业出版社的销售和阅读数据显示，船书在回归。", "人民渔业出版社"),
        ("江口教育出版社的数据显示，船价跌了。", "江口教育出版社"),
        ("来自德江基金研究中心最新仓位监测报告显示，船价跌了。", "德江基金研究中心"),
        ("中江基金债券研究小组表示，船价跌了。", "中江基金债券研究小组"),
        ("实际上年报却显示，船价跌了。", "年报"),
        ("据之前好江基金研究中心统计，船价跌了。", "好江基金研究中心"),
        ("上周江口证券网的调查结果显示，船价跌了。", "江口证券网"),
        ("但刚刚发布的一季报却显示，船价跌了。", "一季报"),
        ("刚刚披露的今年一季报显示，船价跌了。", "一季报"),
        # a site, a magazine
        ("云国投的网站显示，三月造了九条船。", "云国投"),
        ("据《新渔业》的研究显示，鱼价在涨。", "《新渔业》"),
    ],
)
def test_data_are_whose_they_are(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]
