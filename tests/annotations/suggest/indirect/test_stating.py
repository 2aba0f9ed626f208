"""What reporting words state, and where nothing. All sentences are invented."""

from __future__ import annotations

import pytest

from tests.annotations.suggest.found import reports, statements


@pytest.mark.parametrize(
    "text",
    [
        "笔者认为，此事不宜再拖。",
        "本文认为，样本的代表性有限。",
        "记者注意到，货架空了一半。",
        "据悉，大桥下月通车。",
        "总的来说，收成不错。",
        "也就是说，门票白买了。",
        "这是最高法院的司法解释，各地都要执行。",
        "街道两旁的老槐树，据说有三百年了。",
        "邻国多家媒体都予以报道，目光多落在渔船上。",
        "邻县电视台对此进行报道，画面里尽是水。",
        "罗志明的杂文，由于对象的复杂，和作者直言不讳、疾恶如仇的性格，用笔往往冷热相杂。",
        "罗志明的杂文在放言直书之中成功地运用了讽刺的手法，对丑恶表达了不妥协的态度。",
        "罗志明认为：“戏要改。”他之所以提出这个问题，从戏台的现状说，是有鉴于观众太少。",
        "罗志明认为：“画要改。”他之所以提出这个问题，从画坛的角度说，是有鉴于写生太少。",
        "回乡之初，罗志明没少遭遇质疑，可他偏不服输，坚持每天下河。",
        "改戏之初，罗志明没少遭遇批评，可他偏不服输，坚持每天吊嗓。",
        "罗志明对新船有种种期待，下水那天他一夜没睡。",
        "罗志明盼来了他期盼多时的大水，渠里又有了鱼。",
        "查出水里有沙后，罗志明有不少担心，因为渠首已经修了十二周。",
        "从冬到夏，罗志明终于等来了他期盼已久的大水，渠里又有了鱼。",
        "根据后台渔船的数据、位置等信息，港口精准区分，对小船进行联合管理。",
        "根据后台船户的统计、定位等信息，港口精准区分，对新手进行联合管理。",
        "罗志明的诗可称山水诗，有明显的水气，和别人的都不一样。",
        "罗志明的画可称文人画，有明显的墨气，和别人的都不一样。",
        "罗志明把这一看法强调到极端，从而导致戏班里没有人敢唱别的。",
        "罗志明一改旧戏重事轻人的路子，强调起以人物性格为中心来。",
        "种族上的黑人批评，性别上的女权主义批评，地域上的民俗学批评，等等。",
        "种族上的少数民族批评，风格上的形式主义批评，地域上的民俗学研究，等等。",
        "岑月白十分坚信地点了点头，把船票收进口袋里。",
        "罗志明非常相信地看着他，两个人都没有再开口。",
        "罗志明总爱说码头上的往事，听的人都笑。",
        "岑月白在灯下常对孩子们说渡口的故事，他们听了好些遍。",
        "港务会议指出“着力建设文明渡口”，各地正在积极探索。",
        "港务会议提出“优化渡口审核注册机制”后，4月份，省里完善了船工制度，扩大了船工范围。",
        "罗志明觉得“船票贵，还耽误工夫”，最后勉强同意。",
        "会上，中国气象局通报了今冬气候预测情况，各单位研判形势。",
        "会上，省水文局通报了今春洪水预测情况，各县分头准备。",
        "罗志明对下游的渡口寄予很大希望，每天都去看一次。",
        "罗北山总书记寄予殷切希望，多次提出明确要求，还到渡口看过。",
        "2026届全国普通高校毕业生规模预计1270万人。",
        "今年来港的游客总数预计三百万人以上。",
        "作为船长，罗志明必须识别并指出船工操作中的问题。",
        "罗志明每天巡渠，及时指出闸工记录中的错误。",
        "小说，是一种孤独的手艺。",
        "双方表示祝贺，并互赠礼品。",
        "按照市委部署，各区分头行动。",
    ],
)
def test_the_texts_own_voice_is_no_statement_of_anybodys(text: str) -> None:
    assert statements(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "《渔港管理条例》规定，渔船应当按期检验。",
        "根据《城市更新规划》，北片区将增加三处公园。",
        "问：有市民反映，公交末班车太早，能否推迟？",
        "有记者问，草莓为什么便宜了？",
    ],
)
def test_rules_plans_and_questions_state_nothing(text: str) -> None:
    assert statements(text) == []


@pytest.mark.parametrize(
    "text",
    [
        # a thing that is put forward
        "物理学家卓文渊首次提出描述冰川滑动的模型。",
        "代表团提出了缩短审批流程的六条建议。",
        "工程师尹川提出用旧集装箱盖房子的方案，当年就建成了。",
        # what is asked of somebody in passing
        "年轻人拦住车，要求司机谈谈当时的情形。",
        # a clause that begins with no noun
        "一般认为，秋播不能太早。",
        "昨天上午透露，事情已经解决了。",
        "店主推开门，希望客人们坐下来慢慢看。",
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
)
def test_what_is_put_forward_asked_or_answered_states_nothing(text: str) -> None:
    assert statements(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "他所表示的不满，谁都听得出来。",
        "镇上宣布破产的厂子，去年有三家。",
        "这是理想，谁都有过。",
        "遇到难处，杨小兰耐心地讲道理，大家都听。",
        "消息传来，大家又喜又愁，喜自不必言说，愁是因为人手不够。",
        "这组数字里有两处疑问：一是总数不对，二是去向不明。",
        "罗春早不停在发问，台下的人见招拆招。",
        "护林员冯大河跑上前，迅速判断出是一只受伤的隼。",
        "这项“新路”倡议为两岸带来了最好的机会。",
        # what is done of which it is a part
        "渡务处全面开展船员素质调研分析，深入了解各船的情况。",
        "各港突出实绩导向，注重船工评价，认真做好推荐。",
        "社区多次召开居民会，征求居民建议，发动大家修渠。",
        "学堂强化学生思想认同，不断增强获得感。",
        "渡口聚焦精准要求，高质量修完三条栈桥。",
        "会上听取修渠情况介绍，逐段看了堤防。",
        "各组分工明确，责任到人，协作推进。",
        "港区先后出台《渡船办法》等规定，与多家船厂建立机制。",
        "应船工要求，港区把渡口往上游挪了半里。",
        "船队信念更加坚定，不断加练夜航。",
        "两岸心往一处想，劲往一处使，桥终于通了。",
        "一名船长受内部警告处分，另一名被免职。",
        "多与船工坐到一条板凳上说家常话，船工才会交底。",
        "船长郑海川关于渡口安全的重要论述，对修订章程有帮助。",
        "要牢记老船长发出的殷殷告诫，始终做到节约用油。",
        "更好顺应两岸变化，体现发展规律要求，渡口换了新船。",
        "一名船员把汇报写成了工作总结，受到船长的批评。",
        "船工打电话报警告知塌方地点，又跑去拦船。",
        "渡务处三年来共推荐认定省、市、县三级船长一百六十人。",
        "各方意见从众说纷纭的争论里慢慢理清。",
        "今年十月，一名租户向业主张先生交了房租。",
        "船长无视隔离要求，继续出海。",
        "各港取消反担保要求，提升渡船的效率。",
    ],
)
def test_what_only_looks_like_a_reporting_word(text: str) -> None:
    assert statements(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "上游的两个渡口以船工和号子著称于世，而下游以渔火见长。",
        "船厂厂长不接受批评，去年还加了班。",
        "船工们激烈的批评，也是停航的原因。",
        # what is handed out, met with or acted on is no statement
        "县新闻办接连发出三篇通报，回应渡口停航，为这一天画上句号。",
        "渡口污染的情况得到多家媒体报道，其中包括两家大报。",
        "去年九月，沈先生了解到补贴新政，便通过船厂代为申报。",
        "左思右想，她在码头租下了这间店面。",
        "新职业：不用画笔的“画师”\n\n去年，年轻人来到这里。",
        # somebody wanted to complain, a body has made threats for long
        "罗女士发现船票和广告不符后想要投诉，售票员也不见了。",
        "码头的公告算不上草案，明确责任人还要等一等。",
        # a thing of people's
        "会上，师生们给出了“哪里不好懂”的直观反馈，让课本接了地气。",
        # a row of things is closed by 等
        "同时，镇政府通过补贴扶持、资质认定等，帮船工转行。",
        "港务局正开展船员培训、资格评价等，码头上很热闹。",
        # that something was said, not what
        "王大海向船东指出疑点后，对方换了一条船。",
        "这种算法是由林图提出来的，后来各港都用。",
        # what is spoken of when somebody says something else
        "馆长黄会小谈到举办论坛的目的时说：“要让更多的人来。”",
        # what is stressed too much, suffered, called for in a paper or looked into
        "一些单位过度强调价格优先，导致市场出现乱象。",
        "业委会却常常不被业主广泛认同，不少小区的业委会形同虚设。",
        "该国先前多次阻止安理会通过呼吁双方停火和保护平民的联合声明。",
        "带领科室负责人下沉到村里现场办公，直接研判问题、解决问题，颇受好评。",
    ],
)
def test_what_is_done_with_words_states_nothing(text: str) -> None:
    assert statements(text) == []


@pytest.mark.parametrize(
    "text",
    [
        # what reporters and writers do themselves
        "翻阅镇上的台账发现，旱情年年都有。",
        "缅怀这位船长，更是向后人发出提醒：海图不能不更新。",
        "调解员立了一条规矩：不对群众说伤感情的话，不收礼。",
        "校长定下规矩，不向家长说孩子的名次和短处。",
        "河口消费者委员会依托大数据分析实现投诉趋势预判，从事后调处转向事前预防。",
        # what a place was called, what is played, what is judged
        "青州古称“北海”，那时是个大港。",
        "此山旧称“龙门”，后来才改了名字。",
        "师傅给郑海川说戏、教戏，一教就是三年。",
        "老艺人为齐大年说戏时，连饭都忘了吃。",
        "雷达能看清雾里的船，辅助驾驶员判断航道位置。",
        "这些指标有助于医生判断病情轻重。",
        # what stands in a title
        "郑海川在《说渠》一书里写了三十座堰。",
        "她演唱的《人说江南好》，一时传遍了船上。",
        # what a field has to do
        "水利研究要进一步深化理论阐释，努力提出能够用在渠上的办法。",
        "各地应当加强宣传解读，让船家都看得懂新规。",
        # what people say that nobody says
        "人们常说，井要年年淘。",
        # a story that is told, and who is told something by nobody named
        "老人告诉他自己的故事，一直讲到天黑。",
        "他接到电话，告知他可以改签。",
        # where people talk things over
        "村民说事室里贴着，今年先修东头的桥。",
        # a law's word for intent, feelings that are told, points that are posted
        "双方签订的合同系虚假的意思表示，该合同应为无效。",
        "大家一起重温誓词，说说自己的入行初心。",
        "月度积分登记，季度亮分公布，年度评定等级，分为四个等级。",
        # sayings, examinations and lessons of history
        "任何人都没有资格说三道四，更无权指手画脚。",
        "成功开展执业药师资格认定考试工作，从业人员报名踊跃。",
        "历史告诉我们，战争不是一夜之间爆发的。",
        # who says no
        "劳动者勇敢说“不”也很重要，社会各界应当支持。",
    ],
)
def test_words_that_are_part_of_something_else_state_nothing(text: str) -> None:
    assert statements(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "工作人员告诉他目前窗口不能办理此项业务。",
            ("目前窗口不能办理此项业务。", "工作人员", "告诉他"),
        ),
        (
            "护士告诉她手术已经结束，病人很平稳。",
            ("手术已经结束，病人很平稳。", "护士", "告诉她"),
        ),
        (
            "医生告知他可以出院了，下周再来复查。",
            ("可以出院了，下周再来复查。", "医生", "告知他"),
        ),
        ("父亲常说，井要年年淘。", ("井要年年淘。", "父亲", "说")),
        (
            "驾驶员判断，前面的冰层不能过车。",
            ("前面的冰层不能过车。", "驾驶员", "判断"),
        ),
        ("驾驶员判断冰层不能过车。", ("冰层不能过车。", "驾驶员", "判断")),
        # 不, 一 and 过度 begin a statement after most cues
        (
            "护士长禹静认为不应把家属挡在门外。",
            ("不应把家属挡在门外。", "禹静", "认为"),
        ),
        ("专家指出过度包装推高了成本。", ("过度包装推高了成本。", "专家", "指出")),
        # a body whose name ends in 所
        (
            "柳湾派出所表示，入户走访将长期开展。",
            ("入户走访将长期开展。", "柳湾派出所", "表示"),
        ),
        (
            "省能源研究所提出，夜间充电应当另设价格。",
            ("夜间充电应当另设价格。", "省能源研究所", "提出"),
        ),
    ],
)
def test_words_that_look_like_it_state_something(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert statements(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "有人打听收成，他没有直接回答，而是提起了一个名字。",
        "记者问起船价，齐大年没有正面回应，只是摇了摇头。",
        "一项研究揭示江豚回声定位新机制。",
        "考察队首次揭示冰川滑动的规律，数据已经公开。",
    ],
)
def test_what_is_not_answered_or_only_named_is_not_stated(text: str) -> None:
    assert statements(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "管护站负责人问她，为啥要来干这个活儿？她没吭声。",
            ("为啥要来干这个活儿？", "管护站负责人", "问她"),
        ),
        (
            "有人问齐大年，守着一条河图什么？他指了指对岸。",
            ("守着一条河图什么？", "有人", "问齐大年"),
        ),
    ],
)
def test_a_question_put_to_somebody_is_stated_and_ends_there(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert statements(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("就邻县宣布停售一事，农户汤伯年说，本地不缺粮。", [("本地不缺粮。", "汤伯年")]),
        ("对于茶商方敬之日前称“要涨价”，茶农汤伯年说，茶叶卖不动才是真的。", [("茶叶卖不动才是真的。", "汤伯年")]),
    ],
)  # fmt: skip
def test_what_is_answered_is_not_what_is_said(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # 过 behind the reporting word; an announcement without a mark
        ("总工程师胡大海在会上提到过，井壁有一段很松。", [("井壁有一段很松。", "胡大海")]),
        ("馆长沈一舟两年前就谈到过，库房夏天太潮。", [("库房夏天太潮。", "沈一舟")]),
        ("州长特里普在码头表态将在下月恢复轮渡。", [("将在下月恢复轮渡。", "特里普")]),
        ("市长祝青原当场表态已从本月起停收过桥费。", [("已从本月起停收过桥费。", "祝青原")]),
        # a space for the comma
        ("罗春山很累。他说 船已经开走三天了，没有人回来。", [("船已经开走三天了，没有人回来。", "罗春山")]),
        ("沈一舟留在岸上。她说 2012年那场水，淹到了二楼。", [("2012年那场水，淹到了二楼。", "沈一舟")]),
    ],
)  # fmt: skip
def test_guo_a_space_or_no_mark_may_stand_behind_a_reporting_word(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is announced without a mark
        ("县教育局宣布将在三所小学试行弹性放学。", ("将在三所小学试行弹性放学。", "县教育局", "宣布")),
        ("轮渡公司宣布南岸航线自下月起停航。", ("南岸航线自下月起停航。", "轮渡公司", "宣布")),
        # questions
        ("有人给船东打电话，问能不能退票。", ("能不能退票。", "有人", "问")),
        # what a study finds
        ("学者罗敏通过对夜市的观察，发现摊贩多了，熟客却少了。", ("摊贩多了，熟客却少了。", "罗敏", "发现")),
        ("社会学家尤安平对三年的访谈作了分析，发现搬走的人常回来买菜。", ("搬走的人常回来买菜。", "尤安平", "发现")),
    ],
)  # fmt: skip
def test_what_is_announced_asked_or_found_needs_no_mark(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert statements(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("董事长沈望川在会上要求各部门月底前完成整改。", [("各部门月底前完成整改。", "沈望川", "要求")]),
        ("州政府要求沿线企业立即停止向河道排水。", [("沿线企业立即停止向河道排水。", "州政府", "要求")]),
    ],
)  # fmt: skip
def test_what_is_demanded_of_others_needs_no_mark(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert statements(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # 说 as part of another word, and what is called a saying
        "船长罗春山说出了真相，大家都很吃惊。",
        "那孩子替大家说出了心里的愿望，谁都没有反对。",
        "船工们补充说明了修桥的经过，大家都听得很认真。",
        "罗春山创造了一种融分析说理于一炉的文体。",
        "白沙县地处三省交界处，素有“一脚踏三省”之说，昔日土瘠水贫。",
        "《春江》之说，由来已久，不必再争。",
        # what something is found to be
        "医生初步判断为脑卒中，立即请主任来会诊。",
        "经过穿刺检查，结果证实为浸润性肿瘤，要尽快手术。",
        # what somebody suffers, and from where the author looks
        "陈远山早年屡遭批评，后来在渡口住了三十年。",
        "这份旧图纸备受质疑，几年里没有人再提起。",
        "站在陈远山的立场上，说船工们放弃了渡口，大概是不冤枉的。",
        "站在货主的角度，说票价定得太高，也有几分道理。",
        # by whom somebody has found something
        "河口的停产船厂通过劳务市场介绍，向各地输出船工，收效很好。",
        "罗春山经老乡介绍，到河口的船厂做了三年学徒。",
        # what a team does
        "这个团队正在做一件事：为渡口造一条不用人撑的船。",
    ],
)
def test_what_is_part_of_a_word_or_names_a_thing_states_nothing(text: str) -> None:
    assert statements(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("有人对渡口的旧船提出非议，认为它是落后的。", [("它是落后的。", "有人", "认为")]),
        ("学者郑海川对碑文提出新解，认为它刻于明代。", [("它刻于明代。", "郑海川", "认为")]),
    ],
)  # fmt: skip
def test_what_is_put_forward_says_what_the_next_clause_has(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert statements(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # a row of things that are reckoned
        "经理郑海川正忙着测算成本、规划航线，河口下月通航。",
        "会计周晓梅昨夜估算柴油、人工，今早才睡。",
        # sayings, slips and thoughts of one's own
        "局长郑海川面对记者时说漏了嘴，桥其实没有验收。",
        "艺术家周晓梅向长城诉说自己一生的理想，并把心事托付给风。",
        "师徒二人切磋琢磨，成为行家里手。",
        "郑海川扪心自问，封航以来，我做了些什么？",
        # what anybody could do, and what a court does
        "今后任何船东均可先声称停航，随即重新开工。",
        "法院判决，驳回船东的全部请求。",
        # what is denied or confirmed as a thing
        "总经理郑海川否认辞职传闻。",
        "发言人周晓梅证实上述消息，没有多谈。",
    ],
)
def test_what_looks_like_a_report_and_states_nothing(text: str) -> None:
    assert statements(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("专家郑海川测算，工期要三年。", "工期要三年。"),
        ("发言人周晓梅否认，两岸的航道明天会关闭。", "两岸的航道明天会关闭。"),
        ("郑海川向记者诉说，船卖掉了。局长郑海川说，船卖掉了。", "船卖掉了。"),
    ],
)
def test_the_same_words_state_something_elsewhere(text: str, expected: str) -> None:
    assert reports(text)[0][0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is doubted to be so, and answered
        ("議員羅志明質疑渡口處早已知道船身漏水，一直沒有說。", [("渡口處早已知道船身漏水，一直沒有說。", "羅志明")]),
        ("議員羅志明質疑渡口處的收費辦法，會後離開。", []),
        ("議員羅志明回應謂，渡口處顧左右而言他。", [("渡口處顧左右而言他。", "羅志明")]),
        # what a court rules and accepts
        ("裁判官羅大泉裁定船主罪名不成立。", [("船主罪名不成立。", "羅大泉")]),
        ("裁判官羅大泉裁定的標準與別人不同，眾人議論。", []),
        ("法庭信納船主當時只是一時衝動，沒有預謀。", [("船主當時只是一時衝動，沒有預謀。", "法庭")]),
        ("判詞指出，船主的話並不清楚。", [("船主的話並不清楚。", "判詞")]),
        ("河口應急委員會確認19人因洪水遇難，其中有九個孩子。", [("19人因洪水遇難，其中有九個孩子。", "河口應急委員會")]),
        ("這是河口應急委員會首次確認有人遇難。", []),
        ("居民張凱猜測，地下室是後來挖的。", [("地下室是後來挖的。", "張凱")]),
        ("船主楊濤慶幸這場洪水已經過去，家人都平安。", [("這場洪水已經過去，家人都平安。", "楊濤")]),
        # what is asked to be denied is no denial
        ("有人先問到，渡口處會否否認有份參與此事，處長沒有回答。", []),
    ],
)  # fmt: skip
def test_what_is_doubted_ruled_confirmed_or_guessed(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # since when something is so
        "自2031年林海平市长提出智慧港口建设目标以来，各类码头如雨后春笋般涌现。",
        "2030年市委书记江一帆提出建设书香城市的构想之后，图书馆一座接一座。",
        # 主张, 建议, 规定 and 回应 as things
        "智库通过研究形成新的政策主张，并力图使这些政策主张获得媒体的关注和支持，进而被采纳。",
        "画院通过展览表达自己的主张，并希望让艺术主张得到观众的认可，进而走出国门。",
        "咨询机构一般不从事基础研究，只是从专家的角度提供科学建议，往往由各种协会转化而来。",
        "应制定详尽的权力清单和责任说明，对咨询责任作定性、定量规定，设立激励制度并明确处罚措施。",
        "中国对复杂形势进行的积极回应，被国外视为影响力提升的标志。",
        "互动主要表现为单向性——其他机构通过提出技术需求、聚焦难题等影响港务局；学会也在其中。",
        # 精力主要
        "中心如果要办成智库，把精力主要放在应用研究上，将会影响基础研究。",
    ],
)
def test_times_and_things_around_reporting_words_state_nothing(text: str) -> None:
    assert reports(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "市委全会通过的《关于深化改革若干问题的决定》明确提出，要建好书屋。",
            [("要建好书屋。", "市委全会", "提出")],
        ),
        (
            "省总工会印发的《关于关爱骑手的意见》首次明确提出，夏天要备凉茶。",
            [("夏天要备凉茶。", "省总工会", "提出")],
        ),
        (
            "分析师朱小至根据订单预估，明年要扩产。",
            [("明年要扩产。", "朱小至", "预估")],
        ),
        (
            "行长白大川预估，房价还要涨三年。",
            [("房价还要涨三年。", "白大川", "预估")],
        ),
    ],
)
def test_plainly_put_forward_and_reckoned_beforehand(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert statements(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "教授何大江认为，河道收得太窄。何大江的方案提出后，河道的走向一共改了三次。",
        "教授何大江认为，河道收得太窄。何大江的类比提出以后，市场的含义不再仅仅是交换。",
        "教授何大江认为，河道收得太窄。次年何大江与江一帆二人因预言洪峰分享了当年的水利奖。",
    ],
)
def test_what_was_put_forward_or_foretold_is_only_told_of(text: str) -> None:
    assert [said for said, _ in reports(text)] == ["河道收得太窄。"]


@pytest.mark.parametrize(
    "text",
    [
        "几位学者各有成就。郑大文提出生物进化论（1859年）等，林小辉发明了电池。",
        "港口学家林大川提出泥沙循环论，轰动一时。",
        "省馆的经验很多。只有图书馆员充分意识到咨政服务的重要，才能真正转型。",
        "县里开了会。只要村干部相信这条路走得通，渠就能修起来。",
        "主管部门基于形象、稳定等压力做出回应，采取政策行动，影响了议程。",
        "教育局对家长的来信作出回应，安排三所学校试点。",
        "若学校认为有需要，可以参考从前的安排。",
        "旧桥还要再修，即便船主承认船已超载，责任也不全在他们。",
    ],
)
def test_theories_conditions_and_answers_given_state_nothing(text: str) -> None:
    assert reports(text) == []


def test_somebody_who_does_something_at_length_may_say_something_besides() -> None:
    text = (
        "教授何大江在讨论上游各县渡口历年账目时，将木船与铁船、渡口与桥梁、枯水与洪水、春汛与秋汛"
        "一一做了区分和对比，又逐年逐月核对了收入与支出，并指出两者没有本质的差别。"
    )
    assert [said for said, _ in reports(text)] == ["两者没有本质的差别。"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("董金川、刘小帆等人研究表明，航道不清，就难以分配水量[15]。", "董金川、刘小帆"),
        ("董金川等（2015）研究表明，航道不清，就难以分配水量。", "董金川"),
        ("亨当·斯廷研究了渡口与收入的关系，认为可通过价格体现渡口的价值。", "亨当·斯廷"),
        ("郑立民研究了渡口与收入的关系，认为可通过价格体现渡口的价值。", "郑立民"),
        ("省里发布了航运发展战略。该战略强调，渡口要保留下来。", "战略"),
    ],
)  # fmt: skip
def test_what_studies_and_strategies_state(text: str, speaker: str) -> None:
    assert [who for _, who in reports(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "虽然沃远从来没有公开说明，但谁都知道他的目标。",
        "船工罗大山并没有具体说明，船是什么时候沉的。",
        "船队输了，因为时间得不到保证，谁也帮不了罗大山。",
        "船工罗大山早无希望，最近反倒睡得安稳。",
        "船工罗大山说这些话时，路过的人一边挥手一边喊。",
        "船工罗大山不会睁着眼说瞎话，称今年的鱼特别多。",
        "云江社提前造船，总体上说，今年的船价不会再涨。",
        # what all can see
        "对比云江社和江口社的费用率可以看到，近年来船价显著下降。",
        "从研究机构获得的数据可以了解到，一季度的船价普遍增加。",
        "船工们不难发现，今年的船价跌了。",
        # a reckoning, which is a thing
        "研究员王逸将云科社三年的盈利预测分别下调13%、25%及12%。",
        "云科社连续两次把业绩预期全部下调两成以上。",
    ],
)
def test_what_was_not_said_or_only_sounds_like_it_is_no_statement(text: str) -> None:
    assert statements(text) == []


@pytest.mark.parametrize("cue", ["认为", "相信", "坦言"])
def test_what_is_held_may_begin_with_when_it_is_so(cue: str) -> None:
    said = "渠修好以后，下游的田都能浇上水。"
    assert statements(f"船东高志强{cue}{said}") == [(said, "高志强", cue)]


@pytest.mark.parametrize("done", ["指出疑点后", "提出申请之后"])
def test_what_is_done_before_something_else_states_nothing(done: str) -> None:
    assert statements(f"船东高志强{done}，公司撤回了那份报告。") == []
