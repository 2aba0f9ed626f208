"""A corpus to measure on: articles whose words are as frequent as in real Chinese."""

from __future__ import annotations

import hashlib
import random
from itertools import accumulate
from typing import TYPE_CHECKING

from annotations.model import DecodedSource, Joins, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_BYTES = 5_000
"""Of an article, in UTF-8."""


def articles(count: int) -> Iterator[DecodedSource]:
    """Articles of about 5 kB, the same ones each time; every tenth is hard-wrapped."""
    import jieba

    generator = random.Random(7)
    words: list[str] = []
    weights: list[int] = []
    with jieba.Tokenizer().get_dict_file() as file:
        for line in file:
            word, weight, _ = line.decode("utf-8").split(" ")
            words.append(word)
            weights.append(int(weight))
    reach = list(accumulate(weights))
    for number in range(count):
        text = _article(generator, words, reach)
        joins = Joins()
        if number % 10 == 0:
            text, joins = _wrapped(text)
        yield DecodedSource(
            path=f"/bench/{number}.txt",
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            encoding="utf-8",
            text=text,
            title=text[:12],
            publication="基准日报",
            published=f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}",
            author="",
            joins=joins,
        )


def _article(generator: random.Random, words: list[str], reach: list[int]) -> str:
    parts: list[str] = []
    size = 0
    while size < _BYTES:
        clause = generator.choices(words, cum_weights=reach, k=generator.randint(3, 9))
        mark = generator.choices("，。、：", weights=(6, 3, 1, 1))[0]
        if mark == "。" and generator.random() < 0.25:
            mark = "。\n\n"
        parts += (*clause, mark)
        size += sum(len(word) for word in clause) * 3 + 3
    return "".join(parts)


def _wrapped(text: str) -> tuple[str, Joins]:
    lines: list[str] = []
    spans: list[Span] = []
    at = 0
    for paragraph in text.split("\n\n"):
        for start in range(0, len(paragraph), 20):
            line = paragraph[start : start + 20]
            lines.append(line)
            at += len(line) + 1
            if start + 20 < len(paragraph):
                spans.append(Span(at - 1, at))
    return "\n".join(lines), Joins(spans)
