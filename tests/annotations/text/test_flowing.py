"""A text that is read on when it is asked for shows what the whole text shows."""

from __future__ import annotations

import re
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Joins, SourceText, Span
from annotations.text import views
from annotations.text.flowing import FlowingText
from annotations.text.views import LogicalView

TEXT = "第一段。\n\n第二段。\n\n第三段。\n\n第四段。"
_PARTS = st.sampled_from(
    ["字" * 90, "他说。", "“ok”", "news ", "é👨‍👩‍👧", " ", "　", "\n", "\n \n", "\n\n"]
)


class Begun:
    """A text of which so many code points are read; counts how often it is read whole."""

    def __init__(self, text: str, cut: int, joins: Joins | None = None) -> None:
        self.times = 0
        self._whole = SourceText("d", text, joins or Joins())
        self.flowing = FlowingText(self._whole._replace(text=text[:cut]), self._read)

    def _read(self) -> SourceText:
        self.times += 1
        return self._whole


@st.composite
def begun(draw: st.DrawFn) -> tuple[str, Joins, int]:
    """A text, some of its line breaks and margins as joins, and how much is read."""
    text = "".join(draw(st.lists(_PARTS, max_size=40)))
    breaks = [
        one.span()
        for one in re.finditer(
            draw(st.sampled_from((r"\s*\n\s*", r"(?<=\n)[^\S\n]+(?=\S)"))), text
        )
    ]
    joins = Joins(Span(*one) for one in breaks if draw(st.booleans()))
    return text, joins, draw(st.integers(0, len(text)))


@given(begun(), st.data())
def test_every_paragraph_is_that_of_the_whole_text(
    case: tuple[str, Joins, int], data: st.DataObject
) -> None:
    text, joins, cut = case
    # Long enough that no cluster reaches from one portion over the next.
    with patch.object(views, "_CAP", 256):
        whole = LogicalView(text, joins)
        flowing = Begun(text, cut, joins).flowing
        offset = data.draw(st.integers(0, len(text)))
        found = flowing.paragraph_at(offset)
        assert found == whole.paragraph_at(offset)
        assert flowing.before(found) == whole.before(found)
        while (following := flowing.after(found)) is not None:
            assert following == whole.after(found)
            assert flowing.before(following) == whole.before(following)
            found = following
        assert whole.after(found) is None


def test_what_the_beginning_can_answer_has_nothing_read() -> None:
    text = Begun(TEXT, TEXT.index("四"))
    first = text.flowing.paragraph_at(2)
    assert text.flowing.before(first) is None
    second = text.flowing.after(first)
    assert second == text.flowing.paragraph_at(TEXT.index("二"))
    assert text.flowing.up_to(TEXT.index("四")).text == TEXT[: TEXT.index("四")]
    assert text.times == 0


def test_what_it_cannot_answer_has_the_whole_text_read_once() -> None:
    text = Begun(TEXT, TEXT.index("第三"))
    # More of the second paragraph may stand behind what is read.
    assert text.flowing.paragraph_at(TEXT.index("二")).text == "第二段。"
    assert text.times == 1
    assert text.flowing.up_to(TEXT.index("四")).text == TEXT
    assert text.flowing.source == text.flowing.whole().text == TEXT
    assert text.flowing.paragraph_at(len(TEXT)).text == "第四段。"
    assert text.times == 1


def test_words_beyond_the_beginning_are_read() -> None:
    text = Begun(TEXT, 10)
    assert text.flowing.up_to(10).text == TEXT[:10]
    assert text.flowing.up_to(11).text == TEXT
