"""Who speaks: the names of sources, as short as the text has them. All is invented."""

from __future__ import annotations

import pytest

from annotations.suggest.engine import suggest
from annotations.text.unwrap import find_joins
from annotations.text.views import LogicalView
from tests.annotations.suggest.found import speakers, speech


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("区农科所的缪春生研究员告诉记者，春茶会晚十天上市。", "缪春生"),
        ("市公路局的人还没到。养路工罗春早说，塌方就在前面。", "罗春早"),
    ],
)
def test_part_of_a_bodys_name_is_nobody(text: str, expected: str) -> None:
    assert speakers(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("周文清、林若愚认为，城市更新应当保留原住民。", "周文清、林若愚"),
        ("纪怀民和柳亦舟表示，将继续开展合作研究。", "纪怀民和柳亦舟"),
        ("纪怀民、噢诺轩、柳亦舟表示，将继续开展合作研究。", "纪怀民、噢诺轩、柳亦舟"),
        ("纪怀民与柳亦舟会谈后表示，双方没有分歧。", "纪怀民"),
        ("陆景行对记者和柳亦舟说，船明天就到。", "陆景行"),
    ],
)
def test_people_that_speak_together_are_one_source(text: str, expected: str) -> None:
    assert speakers(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "本报记者林晓说，桥面已经看不见了。",
        "新华社记者 卞知秋在现场看到，水已经退去。",
    ],
)
def test_whoever_writes_the_text_is_no_source(text: str) -> None:
    assert speakers(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("巡查时，民警都轻轻敲门，里面有人说：“门没锁。”", ["有人"]),
        ("项目总工程师屈海涛说，隧道将于年底贯通。", ["屈海涛"]),
        ("小区3号楼的住户洪秀珍告诉记者：“我每天都下楼。”", ["洪秀珍"]),
    ],
)
def test_words_that_look_like_names_are_none(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a noun alone before a reporting word with a mark
        ("慧慧说：“我从小就喜欢画画。”", "慧慧"),
        ("豆豆外公说：“孩子每天回家都讲学校的事。”", "豆豆外公"),
        ("德黑兰认为，谈判已经没有意义。", "德黑兰"),
        # by what they are
        ("旅游界认为，签证放宽会带来更多客源。", "旅游界"),
        ("说到价格，渔民们回应：“今年贵不了。”", "渔民们"),
        ("据当地菜农介绍，黄瓜价格涨了一倍。", "当地菜农"),
        ("这里的老百姓常说：“邻里好，赛金宝。”", "老百姓"),
    ],
)
def test_sources_without_a_personal_name(text: str, expected: str) -> None:
    assert speakers(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "今年同样提出，全部河段实行禁捕。",
        "事实表明，这条路走得通。",
        "笔者认为，监管不能缺位。",
        "目前来看，随后再次强调，要抓紧施工。",
        "船票先收上来，然后对旅客说，下一班船明早才开。",
    ],
)
def test_what_stands_before_a_reporting_word_may_be_nobody(text: str) -> None:
    assert speakers(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("围观的街坊们表示，盼着早点完工。", "街坊们"),
        ("审理此案的法官表示，平台应尽审查义务。", "法官"),
        ("船还没靠岸，就有渔民在说：“这回靠得住。”", "渔民"),
        ("难怪这里的牧民常说：“草好羊就好。”", "牧民"),
        ("有的研究认为，独处并不等于孤独。", "有的研究"),
        ("网友“山里的风”留言：“想家了。”", "山里的风"),
        ("《海峡时报》报道说，两座大桥将同时封闭。", "海峡时报"),
        ("店长摆摆手。“我们早就不卖这个了。”", "店长"),
        ("骑手小哥说：“电梯等太久了。”", "骑手小哥"),
        ("剧团成员会对票友说：“改日再唱。”", "剧团成员"),
        ("一个包装厂管理人员告诉记者，夜班已经停了。", "一个包装厂管理人员"),
    ],
)
def test_unnamed_sources_are_as_short_as_they_can_be(text: str, expected: str) -> None:
    assert speakers(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "“药要饭后吃。”县医院药师贺小舟说。\n\n挂号难在哪里\n\n“号一放出来就没了，你说怎么办呢？”",
        "船长罗一川说：“今晚不走。”\n\n渔港新貌\n\n“路灯亮了，我们也敢晚上出门了。”",
    ],
)
def test_nobody_goes_on_speaking_past_a_heading(text: str) -> None:
    assert speakers(text)[-1] == ""


@pytest.mark.parametrize(
    "text",
    [
        "出于公司管理要求，罗女士留下了照片。",
        "用西文说，前者是people，后者是individual。",
        "翻看规划建议，写进去的数字比上一个五年多。",
    ],
)
def test_what_only_leads_on_speaks_not(text: str) -> None:
    assert not [
        one
        for one in suggest(LogicalView(text, find_joins(text)))
        if one.kind == "quote"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # in whatever state somebody speaks
        ("河港执法队某大队负责人被立案后追悔莫及：“当时我觉得问题不大，就给了证。”", "河港执法队某大队负责人"),
        ("“新政是好事，大家都等着。”忙着为市民解读政策的税务干部自豪地说。", "税务干部"),
        ("“今年能卖三十万元。”河湾村党总支书记何锁川满脸欣喜地说。", "何锁川"),
        ("“吃住条件都好了，家长们特别放心。”校长傅平海高兴地说。", "傅平海"),
        # what they do, hold or wear
        ("“网购的人多，这两天更忙了。”工作人员成石雁戴着口罩扫码过秤。", "成石雁"),
        ("“今天在牧场等着老师来。”今年35岁的小组村民吹丹望着驶来的车说。", "吹丹"),
        ("“江豚改变了许多家庭的生活。”60多岁的船工曾经载过许多游客。", "船工"),
        ("“早发现、早报告是最重要的。”河港疾控部门专家介绍了新病的病理。", "河港疾控部门专家"),
        # as what they speak
        ("“每一份建议都是沉甸甸的责任。”作为一名返乡青年，陈雨川坚持深耕一线。", "陈雨川"),
        ("“每一网都是沉甸甸的。”作为一位老渔民，周满仓舍不得卖船。", "周满仓"),
        # whom they tell it
        ("黄林对《河港周刊》介绍，这已是第四次发现铁箭。他感到十分后怕：“幸好没打中牛，不然损失就大了。”", "黄林"),
        ("“一晚上能打二十多头，从前只能捕两三头。”参与行动的飞手之一渝航对《河港周刊》透露。", "渝航"),
        # a title that only some have
        ("驻外使馆李立川公参发表致辞。他表示，“文字是传承文明的载体。”", "李立川"),
        ("“党员在台上比干劲。”该站教导员介绍说。", "该站教导员"),
        ("河港大学马知海老教授站在讲坛上讲述：“让我们去哪里，我们就去哪里。”", "马知海"),
        # whom the clause before is about
        ("新船让两岸乡亲觉得安心，他们纷纷表示“过河再也不怕了”！", "两岸乡亲"),
        ("灯塔令渔民十分欣喜，他们说：“夜里也敢回来了。”", "渔民"),
        # who is reported around it
        ("船长郑海川说，“渡口”撑起了两岸，向乡亲“交上了一份合格的答卷。”", "郑海川"),
        ("江口渡运协会公布了数字。该会负责人表示，“三月以后，情况更加不好。”", "该会负责人"),
        ("“岗位多了，月薪也涨了。”江口招工网负责人严清3日在受访时表示，船员紧缺。", "严清"),
        ("“花椒卖出好价钱，多亏了在夜校学到的。”指着村里的花椒园，村书记毛海川满脸笑容。", "毛海川"),
        ("“时间一长，大家就熟了。”江口的一位渡务工作者说。", "一位渡务工作者"),
        # as somebody has it
        ("结果正如费尔巴哈所揭示的：“渡口之被许可，是为了使渡口继续存在。”", "费尔巴哈"),
        ("管理出实效。正如伍绍川所说“越来越多的人认为，这是一个管理的时代。”", "伍绍川"),
        ("按照学者科克里克的说法：“不修桥，就无法过河。”", "科克里克"),
        # behind the quotation, though a colon stands before it
        ("镜头：“我在家门口开了一家农家乐，收入比以前多多了。”沙美村村民何忠川说。", "何忠川"),
        # a young one
        ("“戴上口罩都变好看了，这是不是错觉？”文艺青年小姜发了条朋友圈。", "小姜"),
        ("村干部高隆川更忙了，“东乡羊是希望，咱宁可多跑几趟，也不能让大家吃亏。”", "高隆川"),
    ],
)  # fmt: skip
def test_whoever_speaks_in_passing(text: str, expected: str) -> None:
    assert speakers(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whoever does something, known by their trade alone
        ("“别怕，船快到了！”护士把孩子抱进舱里。", ["护士"]),
        ("“别怕，船快到了！”赶到码头后，消防员一边安抚家长，一边抱过孩子。", ["消防员"]),
        ("“别怕，船快到了！”护士边走边解释。", ["护士"]),
        # whose remark it was
        (
            "“现在还有人这样想，必须整改。”7月29日，渡口街道书记徐会先的精彩点评，让台下的人红了脸。",
            ["徐会先"],
        ),
        ("“孩子挺懂事的，还给我擦雨水。”一名消防员解开上衣，把孩子裹在衣服里。", ["一名消防员"]),
        (
            "“我管过三次船，可不能退缩！”眼看浪头就要打上甲板，船长吴宜明毫不犹豫跳进舱里。",
            ["吴宜明"],
        ),
        # 学 before a reporting word is mostly a part of it, but not of 同学
        ("班会上，姚远同学问：“实习船什么时候到？”", ["姚远"]),
        ("三年级2班姚远同学说：“实习船很新。”", ["姚远"]),
        # several people say one thing each; of one person only the last is sure
        (
            "“为什么一河之隔，他们就好？”“都是渡口，咱们怎么守着好水过穷日子？”许多村干部说。",
            ["许多村干部", "许多村干部"],
        ),
        (
            "“这船还能修吗？”“龙骨没坏就能修，你放心。”船匠徐会先说。",
            ["", "徐会先"],
        ),
    ],
)  # fmt: skip
def test_whoever_acts_behind_a_quotation(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "老师说：“上课了。”\n\n我问：“今天讲什么？”\n\n他说：“讲渡口。”",
            ["老师", "我", "老师"],
        ),
        ("女儿说：“字真好看。”我找来一块玻璃板，我说：“是收入。”", ["女儿", "我"]),
        ("“你怎么来了？”谢琼说。\n\n我忍不住问他：“哪来的船？”", ["谢琼", "我"]),
        ("妻子说：“回来了。”我记得父亲说过：“画坏了能补。”", ["妻子", "父亲"]),
        (
            "谢琼说：“来船上唱吧。”我心里发虚，但还是硬着头皮回答：“不会。”",
            ["谢琼", "我"],
        ),
        (
            "谢琼住在城里。我又拨通了谢琼的电话，问了一直想问的问题：“还招船工吗？”",
            ["我"],
        ),
        (
            "谢琼说：“来吧。”我直奔最关心的问题，“你们招人的标准是什么？”谢琼的回答是，只要爱唱。",
            ["谢琼", "我"],
        ),
        (
            "邻居说：“人老了就怕黑。”\n\n“没事，有我呢。”我总是用笃定的口吻安抚她。",
            ["邻居", "我"],
        ),
        ("谢琼说：“来吧。”我好奇：“码头上还有石碑吗？”", ["谢琼", "我"]),
        # whose relatives and neighbours speak
        ("我妈有点怀疑地问：“你认不认识船谱？”", ["我妈"]),
        (
            "谢琼说：“来吧。”我对面的东港大哥附和道：“我是外地人，住这里真好！”",
            ["谢琼", "东港大哥"],
        ),
        (
            "谢琼说：“来吧。”另一位老船工还想和我说码头的事，“你知道船上的饭为什么香吗？”",
            ["谢琼", "另一位老船工"],
        ),
        (
            "谢琼说：“来吧。”旁边一位老船工表示赞同，“来船上住吧。”",
            ["谢琼", "一位老船工"],
        ),
        ("谢琼说：“来吧。”隔壁几位船工也附和道：“我们都来。”", ["谢琼", "几位船工"]),
        # whoever does something and has no name
        (
            "化妆师说：“笑一个。”生日过后，我又去了医院。医生检查完又一次皱起眉：“牙还没长好。”",
            ["化妆师", "医生"],
        ),
        (
            "“别怕。”医生说。我们吃过饭，妻子就对我说：“你在这里守一晚上吧！”",
            ["医生", "妻子"],
        ),
        (
            "“别怕。”医生说。岳父没有睡，老船工给我递了一杯水：“你在这里守着吧！”",
            ["医生", "老船工"],
        ),
        # whoever goes on in between is not who was named last
        ("我递上茶，谢琼认真地说：“好茶。”", ["谢琼"]),
        # who is warned speaks not
        ("门卫警告我说：“别进去。”", [""]),
    ],
)
def test_who_tells_the_story_speaks_as_i(text: str, speakers: list[str]) -> None:
    assert [who for _, who, *_ in speech(text)] == speakers


@pytest.mark.parametrize(
    "text",
    [
        # what two say in turn
        "谢琼说：“坐吧。”以下是我俩的对话：\n“看了这么久吗？”“他是大夫，号约不到。”“那你怎么办？”“我等。”",
        "谢琼点点头。\n“船还修吗？”“修，钱不够。”",
        # what stands in marks is no body that speaks, nor is one that is told of
        "记者：你说记忆是“不断变形的幻想博物馆”，“在记忆面前，我们都是不可靠叙事者”，你怎么看？",
        "码头离城很远，银行和超市都往东部搬，“住在这里的人，都是我们这些老船工”。",
        "记者：你说渡口是“没有人看守的老船博物馆”，“在老船面前，我们都是不可靠的过客”，对吗？",
        "码头离石坝河很远，高档小区和商场都往东部建，“选择住在这里的人，都是我们这些新移民”。",
        # voices and what is read
        "住在隔壁的谢琼被惊醒了。楼下传来喊叫声，“船要沉了！”",
        "谢琼写完材料，在网上看到一段评论，瞬间破防：“我真不敢相信，我只能去上班。”",
        "谢琼刚收到一条短信：“我在码头等你，快来。”",
    ],
)
def test_a_name_that_was_told_before_may_be_none_of_the_speakers(text: str) -> None:
    assert [who for _, who, *_ in speech(text)][-1] == ""


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # whom it is told of
        ("谢小龙住在五楼。李小军说，谢小龙已经在看城里的房子，“他攒了些钱，想给女儿换个学校。”", "李小军"),
        ("罗北山表示，贺信的话说到了船工心里。“对我们来说，这是实在的支持。”", "罗北山"),
        # in words of their own
        ("谢琼说，她受够了。她交了辞职信，飞去海岛。用她的原话来说：“身体从未这样轻快。”", "谢琼"),
        ("谢琼说，她受够了。用她自己的话说，“身体从未这样轻快。”", "谢琼"),
        ("谢琼不爱出门，用谢琼的比喻来说，“海上是一张没人睡的床。”", "谢琼"),
        ("谢琼不爱出门，套用谢琼的话说，“海上比街上清静。”", "谢琼"),
    ],
)  # fmt: skip
def test_who_is_reported_speaks_and_not_whom_they_tell_of(
    text: str, speaker: str
) -> None:
    assert [who for _, who, *_ in speech(text)][-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # manner behind a foreign name that ends in its characters
        ("议员亚当·史密特无奈地表示：“船不会等人。”", "亚当·史密特"),
        # a paper of this year
        ("今年中央一号文件部署了渡运，强调“把渡口纳入乡村规划统筹实施”。", "中央一号文件"),
        # voices in a row, of people who are no one person
        ("“有意思！”“好可爱！”路过的游客一边看船一边说。", "游客"),
        ("“这里的鱼很新鲜”“今年的船票，不算贵”“夜里码头也有灯”……在卡罗多将军学校采访时，孩子们七嘴八舌。", "孩子们"),
        # paragraphs whose line breaks are lost
        ("船工罗北山很受鼓舞，“今年又添了船。”　　码头经理谢钦说，停靠费不涨。", "罗北山"),
        # what somebody does before they speak
        ("“剧本难写。”\n老韩放下键盘继续说：“人们看电影时，心里早有了结局。”", "老韩"),
        ("灯亮了。\n舅公推开舱门说：“人都到齐了吧？”", "舅公"),
        # whoever has listened to something first
        ("“我们更有信心了。”现场聆听罗北山的报告，船工会副会长杨昆备受鼓舞。", "杨昆"),
        # a place and a school that are called like a foreigner
        ("卡罗多将军学校校长马科·塔诺说，操场修好了。\n\n“现在不怕晒了。”他说。", "马科·塔诺"),
        # a parent before the full name of a child
        ("“那时候觉得这辈子就这样了。”金大叔一度绝望。\n\n女儿金小禾跑遍了医院。", "金大叔"),
        # whom somebody speaks to, with a word that is a family name as well
        ("几户村民向盛栋说：“来水变浑浊了。”盛栋马上去看水源。", "几户村民"),
        # a deputy whose family name makes another with the end of the title
        ("县资源局副局长孙青禾介绍：“养殖户都退出来了。”", "孙青禾"),
        # family names that are parts of foreign names
        ("农林部副部长占塔·布拉潘表示：“平台搭好了。”", "占塔·布拉潘"),
        ("某国驻华使馆一秘钢巴特尔表示：“论坛开得及时。”", "钢巴特尔"),
        # people of old
        ("北宋温如玉曾在《种橘帖》中写道：“当作一亭。”", "温如玉"),
        ("清代袁石农说：“诗要有味。”", "袁石农"),
        # what is done in public
        ("“我最担心的是吓到了大家。”近日，船厂首席执行官黄仁孝公开表示。", "黄仁孝"),
    ],
)  # fmt: skip
def test_speakers_as_newspapers_name_them(text: str, speaker: str) -> None:
    assert speech(text)[0][1] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "“先把人散开！”同事也开始协助疏散人群。",
        "“缆绳收紧！”船员们应声跑向船头。",
    ],
)
def test_who_does_as_they_are_told_has_not_spoken(text: str) -> None:
    assert [who for _, who in speech(text)] in ([], [""])


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "船家们招着手。“缆绳要常看啊！”“灯里要添油，夜里别睡死。”孙立本一一叮嘱。",
            ["孙立本", "孙立本"],
        ),
        (
            "孩子们围了上来。“这盏灯真亮！”“夜里也照得见路。”郑海川连声夸赞。",
            ["郑海川", "郑海川"],
        ),
        # kin and others whom a pronoun only belongs to
        ("船工汪大有没有回来。他妹妹说：“雾太大了。”", ["他妹妹"]),
        ("教师于芳请了假。“她太累了。”她同事说。", ["她同事"]),
        # what 该 points to, and how old somebody unnamed is
        ("“线路一夜都没断。”该连政治指导员说。", ["该连政治指导员"]),
        ("“工钱月月都发。”该旅一名战士说。", ["该旅一名战士"]),
        ("“船票太贵了。”一名受访的30多岁渔民说。", ["一名受访的30多岁渔民"]),
        ("一位60岁的老船工说：“水比往年浅。”", ["一位60岁的老船工"]),
    ],
)
def test_rows_relatives_and_strangers_have_their_own_speaker(
    text: str, speakers: list[str]
) -> None:
    assert [who for _, who in speech(text)] == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # a family name that is a word, and a name that comes up again and acts
        (
            "院子里，黄静莹正忙得不可开交。“客人都订满了。”她说。黄静莹口中的客人来自邻县。",
            "黄静莹",
        ),
        (
            "码头上，高水生正在收网。“今年鱼少。”他说。高水生身边的竹篓还是空的。",
            "高水生",
        ),
    ],
)
def test_a_doubtful_name_is_one_if_it_acts_like_a_person(
    text: str, speaker: str
) -> None:
    assert [who for _, who in speech(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # behind a place that ends in 内, and behind an honour
        ("“阀门一个也不能漏。”调控中心内，高级工程师于芳和同事检查着设备。", "于芳"),
        ("“缆绳要拉紧……”船坞内，教练郑海川做着示范。", "郑海川"),
        ("“后顾之忧少了。”全国劳动模范郑海川是一名船工，天天出海。", "郑海川"),
        ("“名次不要紧，船要稳。”技术标兵于芳每天第一个到。", "于芳"),
        # to whom somebody calls or what they come across is not who speaks
        ("郑海川冷笑一声，朝正在收网的同伴喊道：“在这！”", "郑海川"),
        ("船长于芳跑出舱门，朝大家喊：“靠岸了！”", "于芳"),
        ("调解员郑海川把东西推回去，宽慰大家：“礼不收，事照办。”", "郑海川"),
        ("船长于芳回过头，数落两个徒弟：“缆绳又没收好。”", "于芳"),
        # whose words move somebody
        ("于芳笑了。郑海川的话令她记忆犹新：“船小也要有灯，有灯才有路。”", "郑海川"),
        ("于芳站了很久。郑海川的叮嘱一直让她难忘：“风大时不要逞强，要等。”", "郑海川"),
    ],
)
def test_who_speaks_is_not_whoever_is_nearest(text: str, speaker: str) -> None:
    assert [who for _, who in speech(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the sentence before is about both sides, and reported all the same
        (
            "法官卫思表示，边界的案子拖了多年，双方的地图也不相同，当年的证人多已不在。"
            "尽管双方的传统不同，但双方仍要遵守同一条约，不能各说各话。“水源必须一起管。”",
            "卫思",
        ),
        (
            "会长骆远认为，两家公司的账目应当公开，查账的人要由行会来请，费用各出一半。"
            "商户和货主要坐到一起，不能再拖到明年。“市场不能没有规矩。”",
            "骆远",
        ),
    ],
)
def test_speech_behind_what_is_reported_is_the_same_speakers(
    text: str, expected: str
) -> None:
    assert [one for one in speakers(text) if one] == [expected] * 2


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("屠大荷是个话题人物，她被很多人认为“不够淡泊名利，性子又拗”。", "很多人"),
        ("何小江的新戏上演三天，他被一些网友批评“演什么都像在念稿子”。", "一些网友"),
    ],
)
def test_what_is_held_of_somebody_is_not_said_by_them(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "摘要：［目的／意义」当前港口建设普遍存在定位模糊的问题，值得再论。",
        "[3]陈大仁．获奖之争令人深思[J」．海洋导报，2016(4):14-19.",
    ],
)
def test_a_mark_that_closes_a_bracket_closes_no_speech(text: str) -> None:
    assert speech(text) == []


@pytest.mark.parametrize("indent", ["　　", "  ", "\u2003\u2003", "\u00a0　　"])
def test_a_lost_line_break_parts_two_speakers(indent: str) -> None:
    text = f"船工都笑了。“货走得快。”{indent}站长罗北山说，“船票不涨。”"
    assert [who for _, who, *_ in speech(text)] == ["船工", "罗北山"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("渡口乱了一夜。警员不断恐吓：“有人扔船板、堵路、放水！”", "警员"),
        ("女士没有走。男警再说：“出来，搜查！快走！”", "男警"),
        ("警员在渡口截查一批船工。有大叔看到大骂：“又拉年轻人！走开！”", "大叔"),
        (
            "他的女儿也曾跟同学提到，“家里墙上有个很大的裂口，被白色油漆盖住了”。",
            "他的女儿",
        ),
        ("岸上都是人。一名刑警告诉他，“船里没有人。”", "一名刑警"),
    ],
)
def test_officers_and_strangers_speak(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“渠修到头了。”罗大江说。修渠的人睡在岸上，“白天晒得慌，夜里又冷得睡不着”。",
            ["罗大江", "罗大江"],
        ),
        (
            "“船太小。”马国平说。“渠修到头了。”罗大江说。马国平决定，等水退了再走，“趁着还有船赶快走，不然没办法”。",
            ["马国平", "罗大江", "马国平"],
        ),
        (
            "“渠修到头了。”罗大江说。下游的学堂周一才开课，“但每个班都有几个孩子没能来”。",
            ["罗大江", "罗大江"],
        ),
        # no verse, and nothing where nobody has spoken
        (
            "“渠修到头了。”罗大江说。渠口刻着一副字，“山高云自在，水远不曾还”。",
            ["罗大江"],
        ),
        ("修渠的人睡在岸上，“白天晒得慌，夜里又冷得睡不着”，这样过了一年。", []),
    ],
)
def test_what_is_told_between_is_told_by_whoever_has_spoken(
    text: str, expected: list[str]
) -> None:
    assert [who for _, who in speech(text)] == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # whose words it is said to be, behind where that was
        ("“技术是桥，人才是岸。”研讨会上，教授钱守拙的一句话引起共鸣。", "钱守拙"),
        ("“等我老了，还回来种树。”这是方晓明在日记里写下的话。", "方晓明"),
        ("“这座桥不能拆。”这是岑月白的心愿。", "岑月白"),
        ("“这座桥不能拆。”这是全社会的共识。", ""),
        # what somebody does before a colon, named nowhere else
        ("鲁建平沉默了几秒：“等这批蜜卖完就回。”", "鲁建平"),
        ("岑月白放下了茶杯：“这出戏还得再改。”", "岑月白"),
        ("鲁建平常对徒弟说：“手艺是饭碗，也是脸面。”", "鲁建平"),
        ("岑月白常跟学生讲：“戏要一句一句地磨。”", "岑月白"),
        # somebody new behind where they are from
        ("市民孙女士说：“质量要好。”在附近上班的小李则说：“我会少买一些。”", "小李"),
        ("船东孙女士说：“质量要好。”在码头修船的鲁平也说：“船也要结实。”", "鲁平"),
        # two clauses of one length that are no verse
        ("“不是不想修，是没有钱修。”物业经理罗盼显得很无奈。", "罗盼"),
        ("“不是不让进，是没有人管。”保安队长严海显得很为难。", "严海"),
    ],
)  # fmt: skip
def test_who_speaks_is_told_by_whose_words_and_what_they_do(
    text: str, speaker: str
) -> None:
    assert speech(text)[-1][1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“现在是‘知天而作’的时候。”方晓明点开手机，土壤墒情一目了然。", "方晓明"),
        ("“水温还差两度。”高志强翻着记录本，皱起了眉。", "高志强"),
        ("“办法总比困难多。”这是鲁建平的口头禅。", "鲁建平"),
        ("“吃亏不是坏事。”这是罗家的家训，也是岑月白的座右铭。", ""),
        ("“不愧是老师傅！”围观的工友们竖起大拇指。", "工友们"),
        ("“总算修好了！”在场的村民乐得合不拢嘴。", "村民"),
        # who is asked, and does something before the answer
        ("船东鲁建平来得最早。有人问他图什么，他嘿嘿一笑：“图个心安。”", "鲁建平"),
        ("有人问鲁建平图什么，他嘿嘿一笑：“图个心安。”", ""),
    ],
)  # fmt: skip
def test_who_speaks_is_told_by_a_gesture_or_a_motto(text: str, speaker: str) -> None:
    assert [one for _, one in speech(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "“要让数据多跑路，让群众少跑腿。”走进服务中心，墙上的标语格外醒目。",
        "“我们一起守护这条河。”河堤上拉起的横幅迎风招展。",
    ],
)
def test_what_is_read_off_a_wall_is_nobodys_speech(text: str) -> None:
    assert speech(text) == []


def test_whoever_points_at_a_banner_may_speak() -> None:
    text = "“我们一起守护这条河。”鲁建平指着河堤上的横幅说。"
    assert [one for _, one in speech(text)] == ["鲁建平"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # whoever the next paragraph begins with
        ("“今年的考题灵活多了。”\n\n刚走出考场的罗盼告诉记者，作文题她很喜欢。", "罗盼"),
        ("“桥墩还得再加固。”\n\n工程师鲁建平说，汛期就要到了。", "鲁建平"),
        # whoever comes to speak of something at the end of the one before
        ("谈到未来，钱守拙院士充满信心。\n\n“再给我们五年，成本一定能降下来。”", "钱守拙"),
        ("说起修桥，工程师鲁建平打开了话匣子。\n\n“桥墩是连夜浇的，天亮才收工。”", "鲁建平"),
        ("“三、二、一，起吊！”随着总指挥严海一声令下，桥梁稳稳落位。", "严海"),
        ("“降下来，再降一点！”随着船长方晓明一声令下，船帆缓缓落下。", "方晓明"),
    ],
)  # fmt: skip
def test_who_speaks_stands_in_the_paragraph_before_or_behind(
    text: str, speaker: str
) -> None:
    assert [one for _, one in speech(text)] == [speaker]
