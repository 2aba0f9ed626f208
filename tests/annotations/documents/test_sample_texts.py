"""The sample texts: each keeps what it is there to show."""

from __future__ import annotations

import re
import resource
import signal
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from annotations.documents.loading import load
from annotations.documents.sample_project import sample_files, write_samples
from annotations.errors import StorageError
from annotations.text.paragraphs import ParagraphKind
from annotations.text.punctuation import NEVER_FIRST
from annotations.text.views import LogicalView

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotations.model import DecodedSource
    from annotations.text.paragraphs import Paragraph

WIRE, REPRINT, COLUMN, PAGE, PAPER, OPINION = range(6)


@pytest.fixture
def samples(tmp_path: Path) -> list[DecodedSource]:
    return [load(path) for path in write_samples(tmp_path / "demo")]


def _paragraphs(source: DecodedSource) -> Iterator[Paragraph]:
    view = LogicalView(source.text, source.joins)
    paragraph: Paragraph | None = view.paragraph_at(0)
    while paragraph is not None:
        yield paragraph
        paragraph = view.after(paragraph)


def _said(text: str) -> set[str]:
    """What stands in quotation marks, without its marks and line breaks."""
    flat = re.sub(r"\s", "", text)
    return {re.sub(r"[^\w]", "", one) for one in re.findall("“([^”]{9,})”", flat)}


def test_all_are_clean_utf8_and_told_apart_by_title(
    samples: list[DecodedSource],
) -> None:
    assert len({one.title for one in samples}) == 6
    for one in samples:
        assert one.encoding == "utf-8"
        assert one.text.endswith("\n")
        assert not {
            mark
            for mark in one.text
            if mark != "\n" and unicodedata.category(mark) in ("Cc", "Cf", "Co", "Cn")
        }


def test_every_sample_is_as_long_as_an_article() -> None:
    names = [one.name[:2] for one in sample_files()]
    assert names == ["01", "02", "03", "04", "05", "06"]
    for one in sample_files():
        assert 800 <= len(one.read_text("utf-8")) <= 2500


def test_the_reprint_repeats_the_wire_story_with_small_changes(
    samples: list[DecodedSource],
) -> None:
    wire, reprint = _said(samples[WIRE].text), _said(samples[REPRINT].text)
    assert len(wire & reprint) >= 2
    assert reprint - wire
    assert "，" not in samples[REPRINT].text


def test_the_reprint_breaks_inside_a_quotation_and_flows_again(
    samples: list[DecodedSource],
) -> None:
    reprint = samples[REPRINT]
    broken = [one for one in re.findall("“[^”]*”", reprint.text) if "\n" in one]
    assert broken
    shown = [paragraph.text for paragraph in _paragraphs(reprint)]
    for one in broken:
        assert any(re.sub(r"\s", "", one) in text for text in shown)


def test_the_column_obeys_kinsoku_and_flows_in_paragraphs(
    samples: list[DecodedSource],
) -> None:
    column = samples[COLUMN]
    lines = [line.strip() for line in column.text.split("\n") if len(line) > 2]
    assert not [line for line in lines if line[0] in NEVER_FIRST]
    assert sum(not after for after in column.text.split("\n")[1::2]) >= 30
    prose = [
        paragraph.text
        for paragraph in _paragraphs(column)
        if paragraph.text.startswith("\u3000")
    ]
    assert len(prose) >= 6
    assert all(text.rstrip()[-1] in "。”？！" for text in prose)


def test_the_vertical_headline_is_one_line(samples: list[DecodedSource]) -> None:
    column = samples[COLUMN]
    headlines = [
        paragraph
        for paragraph in _paragraphs(column)
        if paragraph.kind is ParagraphKind.HEADING
    ]
    assert any("﹃" in one.text and "﹄" in one.text for one in headlines)
    for one in headlines:
        set_in = column.text[one.start : one.end].split("\n")
        assert {len(line) for line in set_in} == {1}


def test_the_page_is_cut_by_a_sidebar(samples: list[DecodedSource]) -> None:
    paragraphs = [one for one in _paragraphs(samples[PAGE]) if one.text.strip()]
    assert any(
        before.text[-1] not in "。”？?!！" and after.text.startswith("#")
        for before, after in pairwise(paragraphs)
        if not before.text.startswith("#")
    )
    assert re.search("“[^”]+,”[^“”]{2,8},“", samples[PAGE].text)


def test_the_english_abstract_flows(samples: list[DecodedSource]) -> None:
    abstract = [
        one.text
        for one in _paragraphs(samples[PAPER])
        if one.text.startswith("Abstract")
    ]
    assert len(abstract) == 1
    assert len(abstract[0]) > 300
    assert "  " not in abstract[0]


def test_the_opinion_repeats_the_opening_mark_of_a_long_quote(
    samples: list[DecodedSource],
) -> None:
    text = samples[OPINION].text
    assert text.count("“") == text.count("”") + 1
    assert text.count("\n“") >= 2


def test_only_what_is_missing_is_written(tmp_path: Path) -> None:
    first, second, *_ = write_samples(tmp_path)
    first.write_text("批过了", "utf-8")
    second.unlink()
    write_samples(tmp_path)
    assert first.read_text("utf-8") == "批过了"
    assert second.exists()


def test_a_text_that_found_no_room_is_written_the_next_time(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        with pytest.raises(StorageError, match="cannot be written"):
            write_samples(folder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)
    assert list(folder.iterdir()) == []
    written = write_samples(folder)
    sizes = [len(one.read_bytes()) for one in sample_files()]
    assert [one.stat().st_size for one in written] == sizes


def test_a_folder_that_cannot_be_is_one_clear_line(tmp_path: Path) -> None:
    taken = tmp_path / "文件"
    taken.write_text("占了", "utf-8")
    with pytest.raises(StorageError, match="cannot be written"):
        write_samples(taken)
    assert taken.read_text("utf-8") == "占了"
