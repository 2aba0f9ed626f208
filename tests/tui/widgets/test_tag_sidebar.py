"""Codebook and annotations at the side: what a row says, and what is drawn again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from annotations.model import Annotation, Kind, Span, Status, Tag
from tui.layout.by_place import ByPlace
from tui.layout.tints import TINTS
from tui.widgets.tag_sidebar import TagSidebar
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    import pytest
    from textual.app import ComposeResult
    from textual.geometry import Region

TAGS = (
    Tag("t1", None, "民生", "民生", "red", "", "", 0),
    Tag("t2", "t1", "交通", "民生/交通", "blue", "1", "", 7),
)
TEXT = "据统计日均车流三万辆"


def mark(number: int, kind: Kind = Kind.CLAIM, **fields: object) -> Annotation:
    return Annotation(
        id=f"a{number}",
        document_id="d",
        kind=kind,
        type="",
        spans=(Span(number, number + 4),),
        exact=("",),
        **fields,  # type: ignore[arg-type]
    )


class Side(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.heard: list[str] = []

    def compose(self) -> ComposeResult:
        yield TagSidebar()

    def show(self, ones: list[Annotation]) -> None:
        def text_of(one: Annotation) -> str:
            self.asked.append(one.id)
            return TEXT

        colours = {tag.id: tag.colour for tag in TAGS}
        self.side.set_tags(TAGS)
        self.side.set_annotations(ByPlace(ones), text_of, colours)

    def on_tag_sidebar_tag_chosen(self, event: TagSidebar.TagChosen) -> None:
        self.heard.append(event.tag_id)

    def on_tag_sidebar_annotation_chosen(
        self, event: TagSidebar.AnnotationChosen
    ) -> None:
        self.heard.append(event.annotation_id)

    @property
    def side(self) -> TagSidebar:
        return self.query_one(TagSidebar)

    def list(self, name: str) -> VirtualList:
        return self.query_one(f"#{name}", VirtualList)

    def line(self, name: str, y: int) -> str:
        return self.list(name).render_line(y).text


async def test_the_codebook_is_a_tree_with_keys_and_counts() -> None:
    app = Side()
    async with app.run_test(size=(80, 24)) as pilot:
        app.show([])
        await pilot.pause()
        assert app.line("codebook", 0) == "  ## 民生                         "
        assert app.line("codebook", 1) == "    ## 交通                [1]   7"
        colours = {
            one.style.color.name
            for one in app.list("codebook").render_line(1)
            if one.style and one.style.color and "交通" in one.text
        }
        assert colours == {TINTS["blue"]}


async def test_kind_status_speaker_and_text_of_an_annotation() -> None:
    app = Side()
    async with app.run_test(size=(80, 24)) as pilot:
        app.show(
            [
                mark(0, Kind.QUOTE, speaker="许敏"),
                mark(1, status=Status.SUGGESTED),
                mark(2, status=Status.REJECTED),
                mark(3, status=Status.FLAGGED),
                mark(4, Kind.NOTE, note="再核\n一遍"),
            ]
        )
        await pilot.pause()
        assert [app.line("annotations", y).rstrip() for y in range(5)] == [
            f" q 许敏: {TEXT}",
            f" c?{TEXT}",
            f" cx{TEXT}",
            f" c!{TEXT}",
            " n 再核 一遍",
        ]


async def test_only_texts_in_sight_are_asked_for() -> None:
    app = Side()
    async with app.run_test(size=(80, 24)) as pilot:
        app.show([mark(n) for n in range(10_000)])
        await pilot.pause()
        assert 0 < len(set(app.asked)) <= 24


async def test_going_on_draws_two_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Side()
    ones = [mark(n) for n in range(5)]
    async with app.run_test(size=(80, 24)) as pilot:
        app.show(ones)
        await pilot.pause()
        app.side.mark_current(ones[0])
        await pilot.pause()
        drawn: list[Region] = []
        for name in ("annotations", "codebook"):
            monkeypatch.setattr(
                app.list(name),
                "refresh",
                lambda *regions: drawn.extend(regions or [None]),  # type: ignore[list-item]
            )
        app.side.mark_current(ones[2])
        assert [(region.y, region.height) for region in drawn] == [(0, 1), (2, 1)]
        assert [app.line("annotations", y)[0] for y in range(3)] == [" ", " ", ">"]
        drawn.clear()
        app.side.mark_current(ones[2])
        assert drawn == []
        app.side.mark_current(None)
        assert [region.y for region in drawn] == [2]


async def test_the_tags_of_the_current_annotation_are_marked() -> None:
    app = Side()
    async with app.run_test(size=(80, 24)) as pilot:
        app.show([mark(0, tags=("t2",)), mark(1)])
        await pilot.pause()
        app.side.mark_current(mark(0, tags=("t2",)))
        assert app.line("codebook", 1).startswith(" +  ## 交通")
        app.side.mark_current(mark(1))
        assert app.line("codebook", 1).startswith("    ## 交通")


async def test_enter_says_what_was_chosen() -> None:
    app = Side()
    async with app.run_test(size=(80, 24)) as pilot:
        app.show([mark(0), mark(1)])
        app.list("codebook").focus()
        await pilot.press("down", "enter")
        app.list("annotations").focus()
        await pilot.press("down", "enter")
        assert app.heard == ["t2", "a1"]
