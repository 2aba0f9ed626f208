"""Who a clause names as a source: bodies, papers, unnamed people. All is invented."""

from __future__ import annotations

import pytest

from tests.annotations.suggest.found import reports


def sources(text: str) -> list[str]:
    return [source for _, source in reports(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # in quotation marks
        ("咨询机构“河口洞察”预测，明年的运价会回落。", "河口洞察"),
        ("某国“湖区安全委员会”在年度报告中建议邻国修改航道。", "湖区安全委员会"),
        # meetings, working parties, departments of departments
        ("此外，会议指出，要及时公布水质。", "会议"),
        ("全市最新召开的防汛工作会议要求，各县今晚到岗。", "全市最新召开的防汛工作会议"),
        ("该专家组介绍，两周来走访了九座水库。", "专家组"),
        ("市委组织部干部监督科回应称，公示期还有三天。", "市委组织部干部监督科"),
        ("市委社会工委、市民政局相关负责人表示，值守人员已经到位。", "市委社会工委、市民政局相关负责人"),
        ("国际赛艇奥委会进一步解释称，赛期由各国商定。", "国际赛艇奥委会"),
        # when it was said is no part of a name
        ("最高检同日还发布消息称，会加强对未成年人的保护。", "最高检"),
        ("海关总署及时发布公告要求，各地海关加快验放。", "海关总署"),
        ("邻国国务院上周三表示，谈判会继续下去。", "邻国国务院"),
        ("江银11月初预测，粮价明年会稳住。", "江银"),
        # a note behind the name, who is told, when
        ("河运企业联合会(RTA)当地时间25日公布数据显示，运量跌了一成。", "河运企业联合会"),
        ("县卫健委负责人回应新江报记者称，感染渠道正在调查。", "县卫健委负责人"),
        ("使馆工作人员向记者透露，他们还会发一批药包。", "使馆工作人员"),
        ("多名专家3月30日接受中江社记者采访时表示，来源不明的病例不多。", "多名专家"),
        ("接受江青报·江青网记者采访的几位船长都认为，油价还会涨。", "几位船长"),
        ("新江机械有限公司负责人称，他们看中的是这里的水路。", "新江机械有限公司负责人"),
        ("记者从援外医疗专家组处了解到，新方案已经见效。", "援外医疗专家组"),
        ("县公安局一位老水警说，这段河夏天最险。", "县公安局一位老水警"),
        ("后排业主拿到钥匙后，表示房子比样板间小。", "后排业主"),
        ("(抗旱进行时)江口县水利局：三座水库开闸放水", "江口县水利局"),
    ],
)  # fmt: skip
def test_bodies_and_unnamed_people(text: str, expected: str) -> None:
    assert sources(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("有关调研显示，渡口一半的船工过了六十岁。", "有关调研"),
        ("县里出了名单。通报称，涉事干部已经停职。", "通报"),
        ("有评论称，这座桥早该修了，谁都知道。", "有评论"),
        ("《江口日报》评论亦指出，渡船的票价三年没有变过。", "江口日报"),
        ("《报告》分析指出，老桥撑不过下一个汛期。", "《报告》"),
        ("年报还表示，公司会保留两条旧航线。", "年报"),
        ("江口日报发表社论。文章指出，渡口不能一关了之。", "江口日报"),
        ("正如江事通信社分析指出的，丑闻一桩接着一桩，政府备受批判。", "江事通信社"),
        ("总干事屈小玉日前撰写署名文章，呼吁各国立即行动，防止种子断供。", "屈小玉"),
        # what a body asks for, what a plan sets out
        ("按照省交通厅要求，渡船满载率不超过五成。", "省交通厅"),
        ("县里公布了治河的规划。根据规划，到后年底，三条支流全部清完。", "规划"),
        ("然而据邻国外务省17日晚间透露，谈判还没有结果。", "邻国外务省"),
        ("他们中的学者孟小瑾举例，同样是渡口，有的越来越忙。", "孟小瑾"),
    ],
)  # fmt: skip
def test_papers_and_frames(text: str, expected: str) -> None:
    assert sources(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an account inside of what somebody says is a part of it
        ("局长郑海川表示，据港方了解，新船下月到港。", [("据港方了解，新船下月到港。", "郑海川")]),
        ("局长田小雨说，据省厅透露，补贴年内到账。", [("据省厅透露，补贴年内到账。", "田小雨")]),
        # somebody else who says something as well
        (
            "船东认为，运价已经到底，港务局也表示，明年不会再降。",
            [("运价已经到底", "船东"), ("明年不会再降。", "港务局")],
        ),
        (
            "媒体评价称，新桥解了燃眉之急，县政府也认为，这是十年来最好的工程。",
            [("新桥解了燃眉之急", "媒体"), ("这是十年来最好的工程。", "县政府")],
        ),
        # shares of those who were asked
        (
            "66.0%的受访孩子希望多些户外活动，22.4%的受访家长认为作业可以再少一点。",
            [("多些户外活动", "受访孩子"), ("作业可以再少一点。", "受访家长")],
        ),
        ("42.3%的受访居民表示，电梯每月至少坏一次。", [("电梯每月至少坏一次。", "受访居民")]),
        # marks in a title end no clause
        ("潘大涌在《渡口：一条河的半生》一文中认为，桥修好了人反而散了。", [("桥修好了人反而散了。", "潘大涌")]),
        ("晏小楼在《修桥，还是修船？》里指出，两样都不能停。", [("两样都不能停。", "晏小楼")]),
    ],
)  # fmt: skip
def test_whose_each_part_of_a_sentence_is(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # a reporting word that is a thing: the clause's object
        "集中排查要跟上，落实各项防汛规定，抓好值守和巡查。",
        "县里介绍治水经验，阐述本地主张，做出应有的贡献。",
        "教室换了新灯，让人充满期待，学生自己布置展台。",
        "心若在，路就在。因为心怀希望，我们没有被洪水打垮。",
        "现场条件、水位和既往记录都要综合判断，符合条件的当场放行。",
        "根据县里要求，各村月底前清完沟渠。",
        "按照计划，首批两座桥九月动工，工期十四个月。",
        "南方各港赞赏卓主席提出的四大航运倡议，愿同各方密切协作。",
        "综合各种分析，比较突出的有两点。",
        # the press about itself
        "《江口日报》记者近日调查发现，渡口的票还是手撕的。",
        "进一步调查发现，旧船大多没有年检。",
    ],
)
def test_what_states_nothing(text: str) -> None:
    assert reports(text) == []
