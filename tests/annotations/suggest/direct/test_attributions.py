"""Attributions: who speaks a quotation, beside it or further off. All is invented."""

from __future__ import annotations

import pytest

from annotations.suggest.engine import suggest
from annotations.text.unwrap import find_joins
from annotations.text.views import LogicalView
from tests.annotations.suggest.found import speakers, speech


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # before, with a colon
        ("市水务局局长郑海川说：“管网换完，水价不动。”", [("“管网换完，水价不动。”", "郑海川")]),
        ("她在日记里写道：“今天又下雪了。”", [("“今天又下雪了。”", "")]),
        # before, with a comma or nothing
        ("护士长田小雨坦言，“夜班最怕的是电话响。”", [("“夜班最怕的是电话响。”", "田小雨")]),
        ("老工人贺长庚感慨“机器会老，手艺不会老”。", [("“机器会老，手艺不会老”", "贺长庚")]),
        # numbers of notes behind the marks
        ("郑海川要求教师“认真教授每一课，提起学生研究学问的兴味”⑧。", [("“认真教授每一课，提起学生研究学问的兴味”", "郑海川")]),
        ("郑海川提醒教师“不但研究所教的东西，还得研究教的方法”（１２），各校都照办了。", [("“不但研究所教的东西，还得研究教的方法”", "郑海川")]),
        # a few words right behind a word of saying; a term that is put forward is none
        ("对于江口与上游互赠苗木的消息，郑海川表示“乐见其成”。", [("“乐见其成”", "郑海川")]),
        ("维修师傅检查后称“主板已坏”，随后报出一串价钱。", [("“主板已坏”", "维修师傅")]),
        ("齐大年在书里提出“以桥养桥”。", []),
        # after, ending the sentence
        ("“这条路我走了三十年。”邮递员孙立本说。", [("“这条路我走了三十年。”", "孙立本")]),
        ("“票卖完了！”售票员于芳喊道。", [("“票卖完了！”", "于芳")]),
        # after, going on in the text's own words
        (
            "“试点范围太小。”江北大学经济学院教授宁致远表示，数据还不足以下结论。",
            [("“试点范围太小。”", "宁致远")],
        ),
        (
            "“鱼苗成活率翻了一番。”站在塘边，养殖户韦大江算起了账。",
            [("“鱼苗成活率翻了一番。”", "韦大江")],
        ),
        # after, by how many of a longer name feel who speak
        ("“晒场总算开了！”提起修晒场的事，柳湾县公安局民警记忆犹新。", [("“晒场总算开了！”", "柳湾县公安局民警")]),
        ("“晒场总算开了！”近日，柳湾县晒场管理处工作人员说起修场的事感慨不已。", [("“晒场总算开了！”", "柳湾县晒场管理处工作人员")]),
        ("“晒场总算开了！”柳湾县交通局工作人员打开水闸。", [("“晒场总算开了！”", "")]),
        # after, with a gesture and no reporting word
        ("木匠鲁有田是村里最老的手艺人。“榫头要留一分。”鲁有田拿起刨子。", [("“榫头要留一分。”", "鲁有田")]),
        # the sentence before
        (
            "校长闵秀兰说，孩子们最盼的是下雪。“一下雪，我们就停一节课。”",
            [("“一下雪，我们就停一节课。”", "闵秀兰")],
        ),
        (
            "药剂师石慧在窗口忙了一上午。“我们要把每一种药的吃法讲清楚。”",
            [("“我们要把每一种药的吃法讲清楚。”", "石慧")],
        ),
        # the paragraph's
        (
            "种粮大户常万有说：“天旱不怕，有井。”他指着远处的泵房。“那是去年打的。”",
            [("“天旱不怕，有井。”", "常万有"), ("“那是去年打的。”", "常万有")],
        ),
        # pronouns
        (
            "滑雪教练白露每天要上六节课。“膝盖早就抗议了。”她说。",
            [("“膝盖早就抗议了。”", "白露")],
        ),
        (
            "厨师长詹福来今年五十岁。他说：“火候是等出来的。”",
            [("“火候是等出来的。”", "詹福来")],
        ),
        # unnamed and collective
        ("“看不懂规则的人占一半。”一位不愿具名的分析师说。", [("“看不懂规则的人占一半。”", "一位不愿具名的分析师")]),
        ("业内人士直言：“价格战没有赢家。”", [("“价格战没有赢家。”", "业内人士")]),
        (
            "航运公司客服负责人表示，改签不收费。“退票也不收。”该负责人说。",
            [("“退票也不收。”", "航运公司客服负责人")],
        ),
        # bodies
        ("国家海洋局在声明中说：“搜救仍在进行。”", [("“搜救仍在进行。”", "国家海洋局")]),
        # foreign names
        (
            "“我们还有时间。”气候学家安娜·科瓦奇说，但科瓦奇也承认时间不多。",
            [("“我们还有时间。”", "科瓦奇")],
        ),
    ],
)  # fmt: skip
def test_the_speaker_stands_before_after_or_further_off(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert speech(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # nicknames, and what they are shortened to
        ("郏三叔坐在井台上。三叔磕磕烟锅：“水位又降了。”", [("“水位又降了。”", "郏三叔")]),
        ("缑大娘推开门。“快进屋暖和暖和。”大娘笑着招呼。", [("“快进屋暖和暖和。”", "缑大娘")]),
        # named only by 名叫
        ("来的是个后生，名叫端木川。小伙子挠挠头：“我来学种稻。”", [("“我来学种稻。”", "端木川")]),
        ("她真名叫仉小雨。“我不怕苦。”她说。", [("“我不怕苦。”", "仉小雨")]),
        # the sentence before names somebody
        ("村口，戢桂香放下担子。“歇会儿吧，日头太毒了。”", [("“歇会儿吧，日头太毒了。”", "戢桂香")]),
        ("工长扈铁山抹了把汗。“这活儿急不得。”", [("“这活儿急不得。”", "扈铁山")]),
        # somebody new is known by a common noun alone
        ("船长殷洪走进来。舱里坐着位白发老太太。老太太抬起头：“你们来了。”", [("“你们来了。”", "老太太")]),
        ("队长卓立民赶到时，门口站着个小伙子。小伙子红着眼：“我爸还在里面！”", [("“我爸还在里面！”", "小伙子")]),
        ("邻居劝他算了。“跟钱过不去干啥！”", [("“跟钱过不去干啥！”", "邻居")]),
        ("老伴埋怨他：“一天到晚不着家！”", [("“一天到晚不着家！”", "老伴")]),
        # a hearer's reaction names no speaker
        ("会计屠正明把单子推了回去。“这钱不能报。”厂长冯海脸上挂不住，扭头走了。", [("“这钱不能报。”", "屠正明")]),
        ("医生阚月蹲下身。“哪儿疼？”小男孩愣了一下。", [("“哪儿疼？”", "阚月")]),
        # foreign names with a character that is rare in them
        ("候选人奥尔加·库采娃则说：“结果还没有定。”", [("“结果还没有定。”", "奥尔加·库采娃")]),
        ("“我们要谈下去。”外长尼科·莱舍夫说。", [("“我们要谈下去。”", "尼科·莱舍夫")]),
    ],
)  # fmt: skip
def test_prose_names_its_people_in_passing(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert speech(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what everybody calls somebody
        ("村里人都管邢有田叫“邢犟头”。犟头眼一瞪：“这树不能砍！”", [("“这树不能砍！”", "邢有田")]),
        ("阮长河，外号“活地图”。活地图掏出烟：“往北走三里。”", [("“往北走三里。”", "阮长河")]),
        # somebody who comes up for the first time
        ("后排有个后生站起来：“我也要学！”", [("“我也要学！”", "后生")]),
        ("记得一位老石匠说过：“石头也有脾气。”", [("“石头也有脾气。”", "一位老石匠")]),
        ("坐在灶前的老伴抬起头：“饭好了，先吃吧。”", [("“饭好了，先吃吧。”", "老伴")]),
        # kin of somebody named by a pronoun
        ("谷成功要借钱。“你还要不要这个家！”他妻子一把夺过存折。", [("“你还要不要这个家！”", "他妻子")]),
        ("阚小娥不吭声。她母亲急了：“你倒是说句话呀！”", [("“你倒是说句话呀！”", "她母亲")]),
        # pronouns of two people
        ("屈原野搓着手。“进屋吧。”他说。对面坐着老师梅朵。“不急。”她说。“屋子小，您将就一下。”他说。", [("“进屋吧。”", "屈原野"), ("“不急。”", "梅朵"), ("“屋子小，您将就一下。”", "屈原野")]),
        # somebody chimes in
        ("渔民班海生走上岸。“我一夜没合眼。”旁边的志愿者接着说，热水已经烧好。", [("“我一夜没合眼。”", "班海生")]),
    ],
)  # fmt: skip
def test_people_without_a_name_of_their_own(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert speech(text) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # a title behind the name
        ("“雨季前要清完淤泥。”水利所所长闻人杰教授说。", "闻人杰"),
        ("“这批竹简最难的是缀合。”河东简牍研究所辛茂林副研究员说。", "辛茂林"),
        ("东岭医院戚安平主任医师说：“先别急着开刀。”", "戚安平"),
        ("海州师范大学教授苗青说：“图谱要重画。”", "苗青"),
        # who somebody is, as a sentence by itself
        ("邱广田是冠军的第一位教练。看到比分，他笑着说：“值了。”", "邱广田"),
        ("戴云峰是这条河的义务巡查员。他说：“一天走两遍。”", "戴云峰"),
    ],
)
def test_a_name_is_known_by_the_title_behind_it(text: str, speaker: str) -> None:
    assert [who for _, who in speech(text)] == [speaker]


def test_reporters_ask_and_somebody_answers() -> None:
    text = (
        "院士霍西来说：“数据还在算。”\n\n又有一位年轻记者追问：“什么时候能公布？”\n\n“算完就公布，一天也不会拖。”\n\n"
        "“会不会有争议？”另一位记者问道。\n\n“有争议是好事，我欢迎。”\n"
    )
    assert [who for _, who in speech(text)] == [
        "霍西来",
        "一位年轻记者",
        "霍西来",
        "另一位记者",
        "霍西来",
    ]
    text = "“您退休以后做什么？”一位记者问。\n\n“我想去教书，哪里都行。”\n"
    assert speech(text)[0] == ("“您退休以后做什么？”", "一位记者")


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "“都进来坐。”儿媳妇腊梅端来一盘枣。腊梅笑着说：“今年枣甜。”",
            ["腊梅", "腊梅"],
        ),
        (
            "徒弟根柱把刨子递过去。“您歇会儿。”根柱说。“歇不得。”木匠冼大有说。",
            ["根柱", "冼大有"],
        ),
        # what a relative does is no name
        ("女儿出嫁那天，“别哭。”船工冼大有说。出嫁的船停在门口。", ["冼大有"]),
    ],
)
def test_a_relative_is_called_by_the_name_behind_the_kin_term(
    text: str, speakers: list[str]
) -> None:
    assert [who for _, who in speech(text)] == speakers


def test_a_name_of_two_that_keeps_coming_up_is_one() -> None:
    text = (
        "荀木会修钟。荀木也修表。荀木还修锁。村里谁家有事都找荀木。荀木从不推辞。\n\n"
        "荀木放下锤子：“修好了。”\n"
    )
    assert speech(text) == [("“修好了。”", "荀木")]


def test_who_has_finished_speaking_says_nothing_more() -> None:
    assert speech("艺人郗大娘笑了。“我剪给全世界看！”她说完，台下一片掌声。") == [
        ("“我剪给全世界看！”", "郗大娘")
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "“快点起床，都往山上跑！”凌晨三点，暴雨如注，村支书柏松涛挨家挨户敲门。",
            "柏松涛",
        ),
        ("“喂，这里是渡口。人在哪里？”伴随着铃声，值班民警马上作了记录。", "值班民警"),
        (
            "“我活了七十岁，没见过这样的旱。”6月5日，在大清河岸边，村民老孟正用水管浇地。",
            "老孟",
        ),
        (
            "“船票打折，先付一半定金。”今年2月，市民柏女士在群里看到这条消息，付了钱。",
            None,
        ),
        # a place
        (
            "“再往左一点，好，停！”海州港三号泊位施工现场，安全员罗志明举着对讲机。",
            "罗志明",
        ),
        ("“慢一点，别碰着芽。”河口镇镇西育秧大棚，村民罗志明蹲着分苗。", "罗志明"),
        ("“船来了，都往后退！”海州港城西旧渡口码头，安全员罗志明举着旗。", "罗志明"),
    ],
)
def test_whoever_comes_up_after_time_and_place_has_spoken(
    text: str, speaker: str | None
) -> None:
    found = [
        one.speaker
        for one in suggest(LogicalView(text, find_joins(text)))
        if one.type == "direct"
    ]
    assert found == ([] if speaker is None else [speaker])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a row of voices is of whoever is named behind it
        (
            "“腰疼胳膊疼是难免的”“送菜就要习惯重量，谁都一样”……多位受访的配送员向记者表示，首先要适应的是“沉”。",
            [("“腰疼胳膊疼是难免的”", "多位受访的配送员"), ("“送菜就要习惯重量，谁都一样”", "多位受访的配送员")],
        ),
        (
            "“组织这么支持，我们不能输”“家里有困难尽管说”……支部委员时常到工棚里坐坐。",
            [("“组织这么支持，我们不能输”", "支部委员"), ("“家里有困难尽管说”", "支部委员")],
        ),
        # a quoted paragraph is signed in the lines below
        ("　　“通车的日子不变，我们会赶上的。”\n　　——江口铁路公司总经理田建水\n", [("“通车的日子不变，我们会赶上的。”", "田建水")]),
        (
            "　　“工地上有三千人，一个也没有走。”\n　　——江口铁路公司\n　　建设指挥部副指挥长赖小明\n",
            [("“工地上有三千人，一个也没有走。”", "赖小明")],
        ),
        # what begins a paragraph is of whoever speaks on
        (
            "“水一直是我们连的心病。”连长姜小萍说：“七月全连就能用上自来水。”",
            [("“水一直是我们连的心病。”", "姜小萍"), ("“七月全连就能用上自来水。”", "姜小萍")],
        ),
        ("“这桥早该修了。”据郑海川介绍，图纸画了三遍。", [("“这桥早该修了。”", "郑海川")]),
        ("租金和工资两头压着，“我们真的很难做，租金只减了一成，等于没有减”，徐小姐希望区里补贴一些。", [("“我们真的很难做，租金只减了一成，等于没有减”", "徐小姐")]),
    ],
)  # fmt: skip
def test_the_speaker_is_named_behind_or_below(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert speech(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who is named right before a sentence, whoever goes on behind it
        ("大一学生黄士说，太严了。对此，学工处一工作人员回应，“新生要管得严一点。”他还表示，明年会松。", ["学工处一工作人员"]),
        ("船东李小田担心，运价还要跌。港务局长王大海指出，“泊位够用，不必担心。”李小田也说，等等看。", ["王大海"]),
        # in whose eyes
        ("在小武看来：“重的订单，平台可以多加一些配送费。”", ["小武"]),
        ("在船长柏松涛看来，“船比人更懂水，人要听船的。”", ["柏松涛"]),
        # who acts right behind it
        ("“都掉漆了。”买家当场要退款。", ["买家"]),
        ("“船是新的，没有磕碰。”卖家在电话里一再解释。", ["卖家"]),
        # who begins the clause, and not whom they turn to
        ("林小姐收到了货。“都起毛了。”买家不断催促林小姐退钱。", ["买家"]),
        ("老王陪客人看表。“可以修，请坐。”问清他们的来意，一位店员马上带着他们上了楼。", ["一位店员"]),
        ("“今天多送两斤！”不久前，在直播间里，一名知名的演员推销起老家的苹果。", ["一名知名的演员"]),
        ("村民柏小涛不肯搬。“我不走。”送走帕勒老爹，柏小涛望着窗外。", ["柏小涛"]),
        # who calls out together, and who asked
        (
            "“画上有几条鱼？”礼堂里，讲师冯一帆抛出问题。“三条！”“四条！”在孩子们此起彼伏的抢答声中，冯一帆讲起了手艺。",
            ["冯一帆", "孩子们", "孩子们"],
        ),
        ("“加油！”在乡亲们的呐喊声里，柏松涛第一个冲过终点。", ["乡亲们"]),
        # whose common mind it is
        ("“稳住产量，全看灌溉跟不跟得上。”这已成为与会代表的共识。", ["与会代表"]),
        ("“把课堂还给孩子，才是减负的本意。”这是不少家长的共同感受。", ["不少家长"]),
        # behind the number and page of a cited work
        ("秦小舟谈到：“我最怕的是套路。”[3](P12)薛文山在一封信中坦率地承认：“我从小就讨厌格律。”[4](P24-26)", ["秦小舟", "薛文山"]),
        ("秦小舟说：“镜头是冷眼，”〔5 〕薛文山说：“镜头也会说谎。”〔6〕", ["秦小舟", "薛文山"]),
        # whose work or life the sentence is about that has no reporting word
        ("在小邓一年的送货经历中，一单一般重三四公斤。“最沉的一回，我扛了六十公斤。”为了送完这趟，他歇了三次。", ["小邓"]),
        ("渡口的民警柏松涛守了二十年。\n“弯腰插秧和弯腰查船，其实很像。”柏松涛生在山村，老伴为他写下一句话：“人要经得住冲刷。”", ["柏松涛", "老伴"]),
        ("渔政站主任柏松涛直指要害：“我们一直在用旧船票养新码头”，再拖就晚了。", ["柏松涛"]),
        ("教研员薛文山一语道破了家长的心结：“谁都怕自己的孩子掉队。”", ["薛文山"]),
        # who works for whom one deals with
        ("谈起票价，对方工作人员回答：“过渡的客人少，票不能再降。”", ["工作人员"]),
        # who joins in, and who began
        (
            "“账从来不公开。”家住江北的张先生常在群里抱怨，群里的业主们也纷纷跟着“吐槽”：“物业怎么说他们就怎么干。”",
            ["张先生", "业主们"],
        ),
        # whose report the sentence in marks ends
        ("议员埃尔顿称这次罢工会让首相分心，这一结果是巴里斯乐于见到的，“我认为对手很高兴看到我们这样”。", ["埃尔顿"]),
        # who is glad, and no reporter who has found something out
        ("“本来我们陷入困难，是好法子帮了我们。”企业负责人感激之余，又添了两条船。", ["企业负责人"]),
        ("“没人去牵头，我们很挠头。”记者近来在渡口采访时了解到一些船户的难处。", [""]),
        # who lauds, and who gives notice
        ("作家刘大云点赞“这部电影有开拓式的创新”。", ["刘大云"]),
        ("会员刚办好卡，健身房就通知：“本店因经营不善关门。”", ["健身房"]),
        # everyday words of two clauses as long as each other are no maxim
        ("“过年游客多，买了点东西。”一大早，水口村村民王小新赶早市回来。", ["王小新"]),
        # what was written earlier is another matter
        ("总理欧文斯发布视频称，这三种办法都行不通。“我们没有义务支持这场战争。”此前，冯德里安曾致信各国。", ["欧文斯"]),
        # what somebody is, and what the one is of whom there are marks
        ("在渔政站工作的段海平，现在是码头上的一名法官：“我们把法庭搬到了船上。”", ["段海平"]),
        ("“渡船越来越新。”同样入选“最美码头”的“飞跃江面”主理人介绍，“明年我们还要添两条。”", ["“飞跃江面”主理人"]),
        # a sentence in marks ends its paragraph, whatever the next one begins with
        ("站长董小琴笑了。“我说，住在渡口就是渡口的人。”\n与董小琴做过搭档的柏松涛说，她守了十五年。", ["董小琴"]),
        # whom it strikes, and for whom it is so
        ("线路图让渡口站长柏松涛倍感震撼：“这是打开了一个新世界！”", ["柏松涛"]),
        ("对于大学生小李来说，“捕捉小确幸”是花钱的动力：“抽到喜欢的徽章，我能开心一整周。”", ["小李"]),
        # who is pointed to, whatever is told of them
        ("江上有一条旧船。这位会说几句汉语的老人说：“我每天出船一两趟。”", ["老人"]),
        # who threatens
        ("王大海要退票，对方竟威胁“不补钱就别想下船”。", ["对方"]),
        ("船东李小田威胁说：“明天不修好，就换人。”", ["李小田"]),
        # a row of calls
        ("几位船长在码头上不断敲响警钟：“有人掉下去了，”“穿好救生衣，”“离船舷远一点。”", ["几位船长"] * 3),
        # who tells how something is made, and people called by what they do
        ("一名博主讲解怎么拍船。该博主讲述制作“爆款逻辑”称：“跟我学，一天能拍二十条。”", ["博主"]),
        ("一位老师傅收了徒弟。该师傅演示收“活扣”说：“绳头要留够一拃，别急着拉紧。”", ["师傅"]),
        ("“船穿过了另一条船，这在行业里叫穿帮。”资深图像技术人员蓝天说。", ["蓝天"]),
        ("“样本隔夜就不能用了。”水文站研究人员高远说。", ["高远"]),
    ],
)  # fmt: skip
def test_who_is_nearest_to_a_sentence_speaks_it(text: str, expected: list[str]) -> None:
    assert [speaker for _, speaker in speech(text)] == expected


def test_what_is_ordered_is_in_the_next_paragraph() -> None:
    text = "如何稳步复工？总书记柏松涛主持会议，作出精准部署：\n“要分区分级推进复工，大幅提高供应”。"
    assert speech(text) == [("“要分区分级推进复工，大幅提高供应”", "柏松涛")]


def test_a_quoted_paragraph_under_a_heading_is_whose_the_next_one_begins_with() -> None:
    text = (
        "慢病怎么管\n\n"
        "　　“很多病人有多次就诊记录，开始都当感冒治，后来才发现不是。”\n\n"
        "　　水城医院主任医师孟小娟强调，要看片子才分得清。\n\n"
        "什么人要当心\n\n"
        "　　“矿工、木匠要先查，早一年和晚一年差得很远，我见得太多了。”\n\n"
        "　　疾控中心研究员罗一舟说，粉尘是头一个原因。\n"
    )
    assert [speaker for _, speaker in speech(text)] == ["孟小娟", "罗一舟"]


def test_questions_in_a_row_are_one_persons() -> None:
    text = "“工作累不累？”“收入怎么样？”“过年回不回家？”市长陈远山问得十分细致。"
    assert [speaker for _, speaker in speech(text)] == ["陈远山"] * 3


def test_questions_that_are_listed_are_nobodys() -> None:
    text = "书里回答了“大国如何相处？”“河港向何处去？”等时代之问。"
    assert {speaker for _, speaker in speech(text)} <= {""}


@pytest.mark.parametrize("how", ["谆谆", "殷殷", "反复"])
def test_how_somebody_urges_is_not_who_does(how: str) -> None:
    text = f"市长陈远山牵挂船工。{how}叮嘱“同新船相配的规矩也不能来迟”。"
    assert how not in {speaker for _, speaker in speech(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the reporter is no source
        (
            "“这里不靠港口，为何选它？”面对记者的提问，启明汽车负责人说，“看重预期。”",
            [("“看重预期。”", "启明汽车负责人")],
        ),
        (
            "“这么小的厂能行吗？”面对笔者的疑惑，厂长赵国强说，“订单排到年底了。”",
            [("“订单排到年底了。”", "赵国强")],
        ),
        (
            "“为什么不早点修？”面对村民的追问，村支书赵国强说，“钱没到位。”",
            [("“为什么不早点修？”", "村民"), ("“钱没到位。”", "赵国强")],
        ),
    ],
)
def test_who_asks_is_told_behind_the_question(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert speech(text) == expected


@pytest.mark.parametrize(
    "told", ["有关负责人道出对角色的理解", "有关负责人道破其中缘由"]
)
def test_what_somebody_brings_out_is_theirs(told: str) -> None:
    text = f"“既要当规划师，也要当服务员。”海平市发展改革委{told}。"
    assert speakers(text) == ["海平市发展改革委有关负责人"]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        (
            "“这些问题都要解决。”石油公司总裁谢辛说，村支书罗有田曾强调，“饭碗要端在自己手里”。",
            "罗有田",
        ),
        (
            "“水渠年年要清。”村民李二顺说，老支书王守田常说，“人勤地不懒，地里会长出金子来”。",
            "王守田",
        ),
    ],
)
def test_who_has_spoken_tells_what_somebody_else_says(text: str, other: str) -> None:
    assert [speaker for _, speaker in speech(text)][1] == other
    assert len(speech(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "罗有田主席在贺信中强调“推动建设更加公平的灌溉体系”。",
        "省长唐渡在会议上提出“加快修建通往山里的公路”。",
    ],
)
def test_offices_set_out_plans_in_letters(text: str) -> None:
    assert len(speech(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "技术来自邮电大学王健团队。入职学校后，王健在转化上遇到过困难，“以前总觉得手脚被捆着。”",
        "机器出自农科院罗丰课题组。去年春天，罗丰在田里试过三回，“以前总觉得它太笨重了。”",
    ],
)
def test_who_leads_a_team_is_somebody(text: str) -> None:
    assert speech(text)[0][1] in ("王健", "罗丰")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "“这村子扎实修渠，是水利工程显著成效的一个缩影”。去年9月，省长唐渡在村里考察时称赞道。",
            "唐渡",
        ),
        ("“守住这条堤，就守住了半个县的粮仓”。临走前，老局长何远舟叮嘱说。", "何远舟"),
        # how somebody says it, behind who they are
        ("还有农民这样描述：“起早贪黑赚钞票，垃圾堆里数钞票，医院花钞票。”", "农民"),
        ("不少船工如此形容：“早上雾特别大，走一步，看一步，喊一声。”", "不少船工"),
        # who holds the highest office, wherever it is said
        (
            "唐渡总统在江边察看。10月12日，总统在座谈会上回顾历程，感慨：“做就要做好。”",
            "唐渡",
        ),
        (
            "女王罗安娜来了。次日，女王在船厂里走了很久，感叹：“船比宫殿好看。”",
            "罗安娜",
        ),
    ],
)
def test_who_is_named_far_from_the_word_that_tells(text: str, speaker: str) -> None:
    assert [who for _, who in speech(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # who does not tell their name
        (
            "“这是均衡的路子，拖累了船价。”一位不愿透露姓名的船厂人士说。",
            "一位不愿透露姓名的船厂人士",
        ),
        (
            "“这是典型的路子。”一名不肯公布真实身份的船厂老师傅说。",
            "一名不肯公布真实身份的船厂老师傅",
        ),
        # whose view the words are
        ("“读书让我学到许多知识。”这是5岁的佳遇小朋友对读书的理解。", "佳遇小朋友"),
        ("“船要慢慢划。”这是老船工罗大山对行船的体会。", "罗大山"),
        # whom the sentence is about so far
        (
            "律师张远程发起声讨。对于张远程的声讨，一位船厂总经理表示支持，他说，“按照契约来分红最要紧。”",
            "一位船厂总经理",
        ),
        (
            "船史家罗大山到了。一位老村民摇摇头，他说，“船不行了，真的不行了。”",
            "一位老村民",
        ),
        (
            "罗大山到了。罗大山对一位老村民摇摇头，他说，“船不行了，真的不行了。”",
            "罗大山",
        ),
    ],
)
def test_one_person_of_no_name_is_told_by_the_whole_phrase(
    text: str, speaker: str
) -> None:
    assert [who for _, who in speech(text)] == [speaker]
