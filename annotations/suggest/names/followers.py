"""Followers: words of two characters that stand behind names and seldom within them.

Collected over 4,000 newspaper texts: what stands behind the names of several people there,
without those that more often follow a body. What begins with a character that ends a name by
itself is not among them (``STOPS``).
"""

from __future__ import annotations

FOLLOWERS = frozenset(
    # what somebody does
    "带领 带着 开始 获得 出席 参加 决定 负责 举行 转达 继续 加入 打开 选择 参与 邀请 访问 离开 知道 率领 做了 联系 带来 驾驶 打了 带队 完成 利用 "
    "面对 陪同 收到 拒绝 抵达 找到 想起 喜欢 创办 出现 准备 关注 退出 见证 翻开 涉嫌 扎根 必须 开车 带头 展示 陷入 赶到 见面 组建 牵头 放弃 "
    "描述 报名 守在 夺得 听说 听了 听到 受到 取得 参观 做出 仍在 买了 顶住 遭遇 遇到 长舒 身着 需要 记录 花了 经过 经营 签署 种植 松了 改变 收拾 操控 "
    "携手 搭乘 找来 打过 手持 开了 帮忙 学习 失去 凭借 充满 住在 家住 领着 顺着 陪着 逝世 退休 迎来 辞去 辗转 转身 试图 见到 考入 经历 练就 突破 "
    "穿上 种了 用手 生于 出生 率队 率团 演唱 比赛 收获 按下 拨打 报了 抓住 打算 手捧 手指 成长 影响 引入 帮助 展开 察觉 头戴 外出 围绕 启动 名列 "
    "笑得 显得 算了 作了 跑遍 一边 信心 胸有 热泪 笑容 语气 神情 眼含 一声 一句 一席 "
    "综合 梳理 归纳 助力 制作 创立 出身 入选 依靠 体验 举起 举报 感受 作比 "
    # how or when
    "始终 终于 当时 经常 突然 生前 共同 刚刚 长期 立即 积极 甚至 依然 高度 连续 现在 特别 当年 原本 几乎 逐渐 紧盯 立刻 目前 怎么 只能 仔细 仍然 "
    "随即 持续 只是 亲自 随后 特意 特地 专程 永远 无法 应邀 平时 常常 尤其 马上 顺利 难掩 轻声 渐渐 快步 常说 常年 完全 内心 充分 热情 时常 无奈 快速 当场 "
    "当即 只好 动情 其实 全程 倍感 依旧 似乎 难以 郑重 迅速 赶紧 耐心 现年 独自 敏锐 故意 娓娓 只得 双手 专门 事后 手把 二话 深感 深受 不由 "
    # how somebody feels
    "公开 激动 兴奋 高兴 欣慰 满是 满心 形象 记忆 印象 "
    # what is somebody's, or who belongs to them
    "心里 身上 本人 夫妇 家中 而言 眼里 手中 身边 父亲 眼中 家里 家人 父母 家属 夫妻 口中 母亲 心中 妻子 二人 身后 眼前 手里 两位 两人 丈夫".split()
)
