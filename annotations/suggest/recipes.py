"""Recipes: steps by which something is made or done, which nobody claims or states."""

from __future__ import annotations

import re

from annotations.suggest.patterns import led

PROCEDURE = re.compile(
    led(
        "浸泡|搅拌|加热|切成|切割|放入|蘸|油炸|蒸|碾磨|过筛|倒入|沥|泡好|压平|复炸|摄氏度|工序|点击|登录|填写|进行(?:人工)?筛选"
    )
)
