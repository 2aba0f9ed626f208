"""Direct quotes: which quotations are speech. All sentences are invented."""

from __future__ import annotations

import pytest

from annotations.suggest.engine import suggest
from annotations.suggest.lexicon import Lexicon
from annotations.text.unwrap import find_joins
from annotations.text.views import LogicalView
from tests.annotations.suggest.found import speech, statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“雨停了，”老船工史万春说，“可以开船。”", "“雨停了，”|“可以开船。”"),
        ("“你看，”杜小梅指着墙上的照片，“这是我姥爷。”", "“你看，”|“这是我姥爷。”"),
    ],
)
def test_a_quote_split_by_its_speaker_is_one_of_two_spans(
    text: str, expected: str
) -> None:
    assert [quote for quote, _ in speech(text)] == [expected]


@pytest.mark.parametrize(
    "quote",
    [
        "“他说‘不行’，我就走了。”",
        "「他說『不行』，我就走了。」",
        "『他说不行，我就走了。』",
        "﹃他说不行，我就走了。﹄",
        "‘他说不行，我就走了。’",
        '"他说不行，我就走了。"',
        "＂他说不行，我就走了。＂",
    ],
)
def test_all_marks_are_read(quote: str) -> None:
    assert speech(f"电工曲波说：{quote}") == [(quote, "曲波")]
    assert speech(f"{quote}电工曲波说。") == [(quote, "曲波")]


def test_half_width_punctuation_is_read_as_full() -> None:
    text = "“先试点,再推广,”区长柏青说,“急不得.”"
    assert speech(text) == [("“先试点,再推广,”|“急不得.”", "柏青")]


def test_speech_of_several_paragraphs_is_one_quote() -> None:
    text = "老支书冉大勇说：\n\n“头一件事是修渠。\n\n“第二件事还是修渠。”\n"
    quote = text[text.index("“头") : -1]
    assert speech(text) == [(quote, "冉大勇")]


def test_a_closing_mark_left_out_ends_the_quote_with_its_paragraph() -> None:
    text = "讲解员盛楠说：“这口井打了三年，井壁是整块石头。\n\n井边有碑。"
    assert speech(text) == [("“这口井打了三年，井壁是整块石头。", "盛楠")]


def test_an_opening_mark_on_the_page_before_begins_with_the_paragraph() -> None:
    text = "后来才慢慢学会和机器打交道，我也不怕出错了。”\n\n培训班还有三天结束。"
    assert speech(text) == [("后来才慢慢学会和机器打交道，我也不怕出错了。”", "")]


def test_a_print_line_break_belongs_to_the_quote() -> None:
    text = "“这批设备运行了十五年，主板已经没有备件可\n\n换。”总工程师秦望表示，更新方案将在下月公布。"
    flowing = text.replace("\n", "")
    assert speech(text) == [(flowing[: flowing.index("总")], "秦望")]


@pytest.mark.parametrize(
    "text",
    [
        # terms, scare quotes, titles, names of programmes
        "这种“先上车后补票”的做法必须叫停。",
        "所谓“零风险”，不过是把风险藏到了合同背面。",
        "项目被称为“云上粮仓”，去年入选“十大工程”。",
        "活动以“让书香飘进千家万户”为主题。",
        "“五个一”工程、“双减”政策都写进了报告。",
        "他提出的“小步快走”理念得到认可。",
        "短片《回声》获“最佳新人奖”。",
        # slogans and signs
        "墙上写着“安全第一，预防为主”。",
        "横幅上是八个大字：“众志成城，共渡难关。”",
        # sayings
        "俗话说：“三个臭皮匠，顶个诸葛亮。”",
        "古人云：“知之为知之，不知为不知。”",
        "常言道，“人勤地不懒。”",
        # laws
        "《道路交通安全法》第四十七条规定：“机动车行经人行横道时，应当减速行驶。”",
        "《物业管理条例》明确：“业主可以自行管理建筑物。”",
    ],
)
def test_what_nobody_says_is_no_speech(text: str) -> None:
    assert speech(text) == []


def test_the_users_words_count() -> None:
    text = "“味道变了。”老饕秃笔翁吐露。所谓“味道变了。”"
    assert speech(text, Lexicon(cues=("吐露",), names=("秃笔翁",)))[0] == (
        "“味道变了。”",
        "秃笔翁",
    )
    assert speech("刘江说：“稳了。”", Lexicon(stop_terms=("稳了。",))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who does something right after it
        ("“证据已经够了。”主审法官拿着卷宗走回座位。“明天就开庭。”", [("“证据已经够了。”", "主审法官"), ("“明天就开庭。”", "主审法官")]),
        ("“先救孩子。”老校长指着教学楼。", [("“先救孩子。”", "老校长")]),
        # who speaks in a paper or under it
        ("“我家楼下也这样。”有网友在报道后面留言。", [("“我家楼下也这样。”", "网友")]),
        ("「菜價漲得太快了。」有網友在文章下面說。", [("「菜價漲得太快了。」", "網友")]),
        # a noun that nothing but its place tells for a source
        ("教练丁一说：“输得不冤。”星澜俱乐部随后回应：“我们会复盘。”", [("“输得不冤。”", "丁一"), ("“我们会复盘。”", "星澜俱乐部")]),
        ("蓝鲸出行在微博上通报：“涉事车辆已经停运。”", [("“涉事车辆已经停运。”", "蓝鲸出行")]),
        # a paragraph in quotation marks, and one quotation right after another
        ("“水管修了三回，三回都漏，到底什么时候能彻底换掉。”\n\n热线里这样的电话不少。", [("“水管修了三回，三回都漏，到底什么时候能彻底换掉。”", "")]),
        ("“我家也断水了！”“楼上楼下都一样。”业主群里炸了锅。", [("“我家也断水了！”", ""), ("“楼上楼下都一样。”", "")]),
        # as somebody says
        ("正如园艺家汤可久所说，“修剪是和树商量”，急不得。", [("“修剪是和树商量”", "汤可久")]),
        ("正如德里科指出的：“修剪是和树商量。”", [("“修剪是和树商量。”", "德里科")]),
        # a sentence of its own that only tells who has spoken
        ("学院不收学费，“只要肯来就教”。院长郑海川说。", [("“只要肯来就教”", "郑海川")]),
        ("“渡口不会关，票价一年不涨”。港务局长田小雨日前在接受本报记者采访时表示。", [("“渡口不会关，票价一年不涨”", "田小雨")]),
        ("学院挂着“只要肯来就教”。院长郑海川不这样说。", []),
        # what a share of those who were asked has chosen or said
        ("36.4%的受访孩子“觉得考试太多，不喜欢考试”，这很常见。", [("“觉得考试太多，不喜欢考试”", "受访孩子")]),
        ("59.9%的受访家长认为“没有找对学习的方法”是主要原因。", [("“没有找对学习的方法”", "受访家长")]),
        ("41.5%的家长来自“新城花园小区”，另有一成不详。", []),
        ("船工罗大柳想戒烟，在船上发文求助：“真的不想再抽了，求大家想想办法。”", [("“真的不想再抽了，求大家想想办法。”", "罗大柳")]),
        # several voices of one kind
        ("许多市民说：“我的朋友们还好吗？”“口罩对预防有用，我们邮寄一些吧。”", [("“我的朋友们还好吗？”", "许多市民"), ("“口罩对预防有用，我们邮寄一些吧。”", "许多市民")]),
        # whoever stands alone before the reporting word, of any length
        ("“想用画来给孩子们打气”，大宫绘里表示。", [("“想用画来给孩子们打气”", "大宫绘里")]),
        ("“想用画来给孩子们打气，”玛姬说。", [("“想用画来给孩子们打气，”", "玛姬")]),
        ("“我们从严惩处。”港务局相关负责人称。", [("“我们从严惩处。”", "港务局相关负责人")]),
        ("不少居民询问“渡口还开不开？”结果是不开。", [("“渡口还开不开？”", "不少居民")]),
        ("“本来只要一杯茶，又买了一盒饼。”江口白领吴小芬，为了凑单花钱比平时多。", [("“本来只要一杯茶，又买了一盒饼。”", "吴小芬")]),
        ("如汤可久所言：“修剪是和树商量。”", [("“修剪是和树商量。”", "汤可久")]),
        ("正如园艺协会的报告所指出的：\n　　“修剪是和树商量，急不得。”", [("“修剪是和树商量，急不得。”", "园艺协会")]),
        ("正如汤可久所说的：\n　　“修剪是和树商量，急不得。”", [("“修剪是和树商量，急不得。”", "汤可久")]),
        ("诚如兰伯特夫妇所说的那样，“房子会记住住过它的人”。", [("“房子会记住住过它的人”", "兰伯特夫妇")]),
    ],
)  # fmt: skip
def test_speech_without_a_plain_reporting_word(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert speech(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "鎮公所主任鄔曉棠說：「這條溪以前沒有魚。」",
            [("「這條溪以前沒有魚。」", "鄔曉棠")],
        ),
        (
            "「孩子們願意來，就是最好的肯定。」圖書館館長賀雲帆笑著說。",
            [("「孩子們願意來，就是最好的肯定。」", "賀雲帆")],
        ),
        # marks as some keyboards have them, and a character that looks like another
        (
            "船員羅志明憶述︰「那天浪很大﹗」眾人都怕。",
            [("「那天浪很大﹗」", "羅志明")],
        ),
        ("河口巿長馬國平說﹕「渡口會修。」", [("「渡口會修。」", "馬國平")]),
        ("談到價格，旅客們回應：「今年貴不了。」", [("「今年貴不了。」", "旅客們")]),
    ],
)
def test_traditional_characters_are_read_and_given_back(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert speech(text) == expected


def test_a_users_words_may_be_written_either_way() -> None:
    told = Lexicon(cues=("吐露",))
    assert speech("漁會會長聞人傑吐露：「船員難找。」", told) == [
        ("「船員難找。」", "聞人傑")
    ]


@pytest.mark.parametrize(
    ("text", "quote", "speaker"),
    [
        # somebody whom no rule can name
        ("“今年的雨水够了。”区水文中心高级统计师噢冬月说。", "“今年的雨水够了。”", ""),
        ("“网要收得慢。”船队里年纪最大的那位说，水底有桩。", "“网要收得慢。”", ""),
        # by itself behind what somebody has said
        (
            "果农们说，果子还挂在树上。“这雨像是下进了自己心里，凉透了”。",
            "“这雨像是下进了自己心里，凉透了”",
            "果农们",
        ),
        # behind what somebody is or does
        (
            "教师王小辉也爱逛集市，“我到外地总要先去两个地方，一个是集市”，一去就是半天。",
            "“我到外地总要先去两个地方，一个是集市”",
            "王小辉",
        ),
    ],
)
def test_quotations_without_a_known_name_or_word_beside_them(
    text: str, quote: str, speaker: str
) -> None:
    assert (quote, speaker) in [
        (text[one.start : one.end], one.speaker)
        for one in suggest(LogicalView(text, find_joins(text)))
        if one.type == "direct"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "柏松涛「船票現在在降」 船東：沒有的事！\n縣長柏松涛說，船票會降。",
            ["柏松涛"],
        ),
        ("林若愚“我从没想过上岸”\n船长林若愚说，明天出海。", ["林若愚"]),
        ("柏松涛“蓝湾号”下水\n县长柏松涛说，这是第一条电船。", []),
        ("船长林若愚经历了最难的日子，“油钱都付不起，船天天停着。”", ["林若愚"]),
    ],
)
def test_headlines_and_hard_times(text: str, expected: list[str]) -> None:
    found = [
        one.speaker
        for one in suggest(LogicalView(text, find_joins(text)))
        if one.type == "direct"
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a sentence of today's words, whoever calls
        (
            "雨下到半夜。“水漫进来了，快把粮食搬上楼！”整条街都醒了。",
            [("“水漫进来了，快把粮食搬上楼！”", "")],
        ),
        (
            "“我们什么时候能回家？”安置点的墙上，孩子们贴了一张画。",
            [("“我们什么时候能回家？”", "")],
        ),
        # several clauses, whatever leads to them
        (
            "校方给出的解释很短，“名额由上级分配，学校只负责公示，不参与评审过程”。",
            [("“名额由上级分配，学校只负责公示，不参与评审过程”", "校方")],
        ),
        (
            "旧志里“山势自北而南，至此忽断，行旅必由水路而入”，写的正是这里。",
            [("“山势自北而南，至此忽断，行旅必由水路而入”", "")],
        ),
        # more of the same
        (
            "馆长聂小川说，“写作是件慢事，它不迁就谁的日程表”；“我只管还没有写出来的”。",
            [
                ("“写作是件慢事，它不迁就谁的日程表”", "聂小川"),
                ("“我只管还没有写出来的”", "聂小川"),
            ],
        ),
        # voices side by side
        (
            "“再等两天看看雨情”“别等了，先把人撤下来”……堤上的意见分成两派。",
            [("“再等两天看看雨情”", ""), ("“别等了，先把人撤下来”", "")],
        ),
        ("展区里有“一村一品示范工程”“万家灯火便民行动”……看得人眼花。", []),
        # what is handed down
        ("“天下无难事，只怕有心人。”进了车间才知道，难事不少。", []),
        ("“言必信，行必果。”承诺是信用的抵押品。", []),
        ("“渡虽狭，不修不通；桥虽短，不建不成”，做事就是这个道理。", []),
        ("“入村里，观渔网，则一乡之勤惰可知也。”近几年的文件里不乏这样的要求。", []),
        (
            "碑上多是“一河春水，两岸桃花，三更渔火，四季人家”；“十里长堤杨柳绿，一江秋水稻花香”，说的是乡愁。",
            [],
        ),
        (
            "会长权海川说，渡口的新规“无视船工的难处、违反两岸约定”，是“一纸空文”。",
            [("“无视船工的难处、违反两岸约定”", "权海川")],
        ),
        # laws, one article after the other
        (
            "渡口法明确规定，“行人落水的，船主应当施救”，“船只损坏他人财物的，船主应当承担责任”。",
            [],
        ),
        # what is done, and not said
        ("据介绍，河港人力局通过“摸需求、拓平台、强特色”，建立了沟通机制。", []),
        ("全程做到“清淤完成一百，护岸施工一百”，确保汛期安全。", []),
        # lists and names
        ("通告要落实“谁主管、谁负责，谁审批、谁监管，层层签订责任书”等规定。", []),
        ("会议提出“抓重点、补短板、强弱项，推动工作再上新台阶”的思路。", []),
    ],
)
def test_what_is_in_it_makes_a_quotation_speech(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert speech(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what a sentence says that is then told of
        ("队长猛打舵轮，停在礁石前半米。“咱们手里的舵，连着一船人的命。”这句话他记了一辈子。", [("“咱们手里的舵，连着一船人的命。”", "队长")]),
        ("老校长站上讲台。“你们要比我走得远。”这番话后来写进了校史。", [("“你们要比我走得远。”", "老校长")]),
        ("“一寸光阴一寸金。”这句话挂在墙上。", []),
        # a clause that goes on from the text's own words
        ("总裁约翰·格林说，这笔交易将“让公司的业务彻底变样”。", [("“让公司的业务彻底变样”", "约翰·格林")]),
        ("站长柏松涛表示，明年将“把所有渡船都换成电动的”。", [("“把所有渡船都换成电动的”", "柏松涛")]),
        ("市厅将“金牌渡船评选活动”延长了一个月。", []),
        # what somebody feels, and what they tell others to do
        ("做花木生意的侯小明，最近明显感到“买卖没有从前好做了”。", [("“买卖没有从前好做了”", "侯小明")]),
        ("县委书记柏松涛来村里慰问，叮嘱干部要“让住老房子的人也能过上新日子”。", [("“让住老房子的人也能过上新日子”", "柏松涛")]),
        ("店员要求上传“一张能看清日期的购买凭证”，她照办了。", []),
        ("前船长田小雨说，当前的困难“源于几年前的轻率”。", [("“源于几年前的轻率”", "田小雨")]),
        # whom somebody blames, and what they call for at once
        ("总统卓大山曾指责邻国“像对手一样对付我们”。", [("“像对手一样对付我们”", "卓大山")]),
        ("国务卿庞小奥与外长通电话，并要求其“尽快与邻国缓和紧张关系”。", [("“尽快与邻国缓和紧张关系”", "庞小奥")]),
        ("国务卿庞小奥称，已与外交部长通电话传达了不满，并要求其“尽快与邻国缓和关系”。", [("“尽快与邻国缓和关系”", "庞小奥")]),
        # what somebody in office has set out, after which something is done
        ("在3月份港务局局长罗志明提出“优化渡口审核注册机制”后，4月份，省里完善了船工制度。", [("“优化渡口审核注册机制”", "罗志明")]),
        ("县长卓大山要求“加强渡口夜间值守”，各乡都派了人。", [("“加强渡口夜间值守”", "卓大山")]),
        # reasons in the words of whoever is reported
        ("苏小木回忆，当初选这家店，是因为“这里的泳池赛道大，环境也不错”。", [("“这里的泳池赛道大，环境也不错”", "苏小木")]),
        # whose words a clause is said to be
        ("“有盼头、有温度，渡口值得再等等”是不少船户的心声。", [("“有盼头、有温度，渡口值得再等等”", "不少船户")]),
        ("“工钱没有拖过一天”是老船工的评价，镇上也这么看。", [("“工钱没有拖过一天”", "老船工")]),
        # who cannot but say something
        ("新船下水，让许多网友直呼“惊喜多到反应不过来”。", [("“惊喜多到反应不过来”", "许多网友")]),
        ("水位一夜退了两米，令船户们惊叹“三十年没有见过”。", [("“三十年没有见过”", "船户们")]),
        # a view in marks, and where it is printed
        ("因此，林图认为“自传不可信，回忆也不可信，账簿才可信”（同前第225页）。", [("“自传不可信，回忆也不可信，账簿才可信”", "林图")]),
        ("林图因此认为“河是会改道的，人也得跟着走”①，并搬了家。", [("“河是会改道的，人也得跟着走”", "林图")]),
    ],
)  # fmt: skip
def test_a_clause_in_marks_is_its_owners(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert speech(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # side by side behind one reporting word
        ("会议强调，“要用好用足渡运补贴”“要把老船工留住”。", ["“要用好用足渡运补贴”", "“要把老船工留住”"]),
        ("孟书记指出，“加强堤防、码头、航标规划建设”“推动条件成熟的渡口开工”。",
         ["“加强堤防、码头、航标规划建设”", "“推动条件成熟的渡口开工”"]),
        # all that somebody says, though no word of it tells a clause
        ("水文站站长罗青松指出，“上游三县连续十二天暴雨”。", ["“上游三县连续十二天暴雨”"]),
    ],
)  # fmt: skip
def test_what_stands_behind_a_reporting_word_and_a_comma(
    text: str, expected: list[str]
) -> None:
    assert [said for said, _ in speech(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "渡口规划纲要提出，“加快建设三座新码头”。",
            [("“加快建设三座新码头”", "渡口规划纲要")],
        ),
        (
            "《渔港发展意见》明确“健全船只检修长效机制”“支持青年船工学手艺”。",
            [
                ("“健全船只检修长效机制”", "《渔港发展意见》"),
                ("“支持青年船工学手艺”", "《渔港发展意见》"),
            ],
        ),
        # a term that is put forward, and what is only a part of what is said
        ("渡口规划纲要提出“双码头”。", []),
        ("规划提出“推进码头建设行动”的三个阶段。", []),
    ],
)
def test_what_a_plan_sets_out_word_for_word_is_its_own(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert speech(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "报告分为“我们身处何时？”“共识是否可能？”“未来怎样建设？”3个部分，共六万字。",
        "展览设有“船从哪里来？”“水往哪里去？”等五个单元。",
        "论坛围绕“桥怎么修？”“路怎么走？”两个主题展开。",
    ],
)
def test_titles_of_parts_are_no_speech(text: str) -> None:
    assert not speech(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # words behind a colon, cut out of a sentence
        ("画家邬砚秋住在渡口。他又有“意超笔外”的说法：“是惟意在笔先，始能意超笔外”。", [("“是惟意在笔先，始能意超笔外”", "邬砚秋")]),
        ("诗人康遥坦率地表露心迹：“我不讳言我喜欢这条河，我也怕它”，众人默然。", [("“我不讳言我喜欢这条河，我也怕它”", "康遥")]),
        ("画师石岸在题款里也用了这两句：“山高云自住，水远船不归”。", [("“山高云自住，水远船不归”", "石岸")]),
        # the first of several things that somebody says, and no things they put forward
        ("船工石岸走到岸上，对着他大骂：“我不欠你什么”、“你走开”，众人默然。", [("“我不欠你什么”", "石岸")]),
        ("石岸在会上提出：“修渠护岸”、“清淤通航”，众人默然。", []),
        # of somebody whom nothing else names
        ("此事不是笑话。庄太量在节目中亦说：“其实只有几个位置，如渡口等塞”，众人默然。", [("“其实只有几个位置，如渡口等塞”", "")]),
        # but no term, and none whose owner is a thing
        ("画师石岸只有一个字：“静”。", []),
        ("这幅画的题签写得清楚：“山高云住，水远船归”。", []),
    ],
)  # fmt: skip
def test_a_clause_behind_a_colon_may_be_cut_out(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(said, who) for said, who in speech(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("船工丁可风明确提出：“渡口必须先修！ ”至于怎样修，他没有说。", "“渡口必须先修！ ”"),
        ("剧作家温静曾说过：“台上的伟大与深刻是永久的。 ”台下坐满了人。", "“台上的伟大与深刻是永久的。 ”"),
    ],
)  # fmt: skip
def test_space_before_a_closing_mark(text: str, expected: str) -> None:
    assert [said for said, _ in speech(text)] == [expected]
    assert not statements(text)


@pytest.mark.parametrize("words", ["已经成为惯例", "每次至少半天", "街上很热闹"])
def test_a_few_words_that_end_a_report_are_somebodys(words: str) -> None:
    text = f"一位家长告诉记者，扫地、擦窗、搬桌椅都要轮流来，“{words}”。"
    assert (f"“{words}”", "一位家长") in speech(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "镇长郑海川来到码头，关切询问“鱼好不好卖吗”“有没有自己的船队”；又去看冷库。",
            ["“鱼好不好卖吗”", "“有没有自己的船队”"],
        ),
        ("老师周晓梅询问“作业写完了吗”。", ["“作业写完了吗”"]),
    ],
)
def test_questions_are_asked_in_words(text: str, expected: list[str]) -> None:
    assert [said for said, _ in speech(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "副校长郑海川介绍，学校依托“县乡村三级一体化视频会议系统”。",
        "白皮书指出，航道还将谋求“极端天气应急通航能力”，明年动工。",
    ],
)
def test_a_thing_that_holds_a_word_like_a_verb_is_no_speech(text: str) -> None:
    assert speech(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("浮动码头”：内河渡口的一种建法\n\n郑海川 周晓梅", []),
        ("内河航运高层论坛”在临江召开\n\n论坛共有九十人参加。", []),
        (
            "船都卖了，谁还打鱼？”郑海川没有再说下去。",
            ["船都卖了，谁还打鱼？”"],
        ),
    ],
)
def test_a_name_without_its_opening_mark_is_no_speech(
    text: str, expected: list[str]
) -> None:
    assert [said for said, _ in speech(text)] == expected
