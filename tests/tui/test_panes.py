"""Panes and the mouse: what is chosen at the side happens in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.model import Kind, ReadStatus, Span, Status
from tests.conftest import source
from tests.tui.conftest import NARROW, WIDE, screen_of, stored
from tui.app import PizhuApp
from tui.settings import Settings
from tui.widgets.file_list import ORDERS
from tui.widgets.key_hints import KeyHints
from tui.widgets.status_line import StatusLine, Where
from tui.widgets.tag_sidebar import TagSidebar
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from annotations.model import Document
    from annotations.session import Session

LEFT = 34 + 4
"""Cells before the text: the file list and the margin."""


def lines(widget: VirtualList | StatusLine) -> list[str]:
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]


async def test_a_drag_selects_and_a_click_drops(
    app: PizhuApp, session: Session, document: Document
) -> None:
    text = session.documents.text(document.id).text
    async with app.run_test(size=WIDE) as pilot:
        reader = app.screen.query_one("#reader")
        await pilot.mouse_down(offset=(LEFT + 4, 2))
        await pilot.hover(offset=(LEFT + 12, 2))
        await pilot.mouse_up(offset=(LEFT + 12, 2))
        start = text.index("本报讯") + 2
        assert reader.selection == Span(start, start + 5)  # type: ignore[attr-defined]
        await pilot.click(offset=(LEFT, 0))
        assert reader.selection is None  # type: ignore[attr-defined]
        assert reader.cursor == 0  # type: ignore[attr-defined]


async def test_the_wheel_scrolls_and_keeps_the_cursor_in_sight(
    session: Session,
) -> None:
    session.documents.add(source("\n\n".join(f"第{n}段。" for n in range(200))))
    app = PizhuApp(session, Settings())
    async with app.run_test(size=WIDE) as pilot:
        reader = app.screen.query_one("#reader")
        for _ in range(5):
            reader.on_mouse_scroll_down()  # type: ignore[attr-defined]
        await pilot.pause()
        assert reader.cursor > 0  # type: ignore[attr-defined]
        assert reader.render_line(0).text.strip() != "第0段。"


async def test_the_sidebar_shows_codebook_and_annotations(
    app: PizhuApp, session: Session, document: Document
) -> None:
    session.codebook.add("民生/交通", key="1")
    tag = session.codebook.by_path("民生/交通")
    assert tag is not None
    session.annotations.create(
        document.id, Kind.QUOTE, [Span(0, 6)], speaker="许敏", tags=[tag.id]
    )
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        sidebar = app.screen.query_one(TagSidebar)
        codebook, ones = sidebar.query(VirtualList)
        shown = lines(codebook)
        assert shown[0].split() == ["##", "民生"]
        assert shown[1].split() == ["+", "##", "交通", "[1]", "1"]
        assert lines(ones)[0] == ">q 许敏: 河埠新桥通车"


async def test_choosing_at_the_side(
    app: PizhuApp, session: Session, document: Document
) -> None:
    tag = session.codebook.add("桥梁")
    for span in (Span(0, 4), Span(12, 20)):
        session.annotations.create(document.id, Kind.CLAIM, [span])
    async with app.run_test(size=WIDE) as pilot:
        reader = app.screen.query_one("#reader")
        await pilot.press("tab")
        assert app.focused is not None
        assert app.focused.id == "annotations"
        await pilot.press("down", "enter")
        assert reader.cursor == 12  # type: ignore[attr-defined]
        assert app.focused is reader
        app.screen.query_one("#codebook").focus()
        await pilot.press("enter")
        assert session.annotations.of_document(document.id)[1].tags == (tag.id,)


async def test_the_list_says_how_far_one_is(
    app: PizhuApp, session: Session, document: Document
) -> None:
    session.annotations.create(document.id, Kind.QUOTE, [Span(0, 4)])
    async with app.run_test(size=WIDE) as pilot:
        rows = app.screen.query_one("#documents", VirtualList)
        await pilot.press("M")
        assert lines(rows)[0].split()[:4] == [">*", "河埠新桥通车", "河埠日报", "1q"]
        assert session.documents.summary(document.id).status is ReadStatus.READ
        await pilot.press("M", "c")
        assert lines(rows)[0].split() == [">~", "河埠新桥通车", "河埠日报", "1q", "1c"]


async def test_every_order_sorts(session: Session) -> None:
    for number, title in enumerate(("丙 2", "乙 10", "甲 1")):
        session.documents.add(
            source(
                f"正文{number}",
                path=f"/{number}.txt",
                title=title,
                published=f"2026-0{3 - number}-01",
            )
        )
    app = PizhuApp(session, Settings())
    async with app.run_test(size=WIDE) as pilot:
        files = app.screen.query_one("#files")
        app.screen.query_one("#documents").focus()
        seen = {}
        for name in [*list(ORDERS)[1:], "added"]:
            await pilot.press("ctrl+s")
            seen[name] = [one.document.title for one in files.shown]  # type: ignore[attr-defined]
        assert seen["added"] == ["丙 2", "乙 10", "甲 1"]
        assert seen["date"] == ["甲 1", "乙 10", "丙 2"]
        assert seen["title"] == sorted(seen["added"])


async def test_long_lists_draw_only_what_is_seen(app: PizhuApp) -> None:
    asked: list[int] = []

    class Many:
        def __len__(self) -> int:
            return 100_000

        def row(self, index: int, cells: int) -> list[tuple[str, str]]:
            asked.append(index)
            return [(f"row {index}", "")]

    async with app.run_test(size=WIDE) as pilot:
        rows = app.screen.query_one("#documents", VirtualList)
        rows.set_source(Many())
        rows.focus()
        await pilot.press("end", "up", "pageup")
        assert rows.highlighted < 99_998
        assert len(set(asked)) < 200


async def test_the_status_line_draws_only_what_changed(app: PizhuApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        line = app.screen.query_one(StatusLine)
        line.show(Where("题目", "", "1/2", "", "10%"))
        drawn = []
        line.refresh = lambda *regions, **_: drawn.extend(regions)  # type: ignore[method-assign,assignment]
        line.show(Where("题目", "", "1/2", "", "20%"))
        assert [(region.x, region.width) for region in drawn] == [(75, 5)]
        line.tell("已保存")
        assert lines(line)[0].split()[0] == "已保存"


async def test_copying_says_what_was_copied(app: PizhuApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("v", "l", "l", "y")
        assert app.clipboard == "河埠新"
        status = app.screen.query_one(StatusLine)
        assert status.message == "Copied 3 characters: 河埠新"


async def test_all_panes_stand_where_there_is_room(app: PizhuApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = screen_of(app)
        assert screen.files.display
        assert screen.tags.display
        assert app.focused is screen.reader
        await pilot.resize_terminal(*NARROW)
        await pilot.pause()
        assert not screen.files.display
        assert not screen.tags.display
        await pilot.press("f2")
        await pilot.pause()
        assert screen.files.display
        assert app.focused is not screen.reader
        await pilot.press("escape")
        assert not screen.files.display
        assert app.focused is screen.reader


async def test_tab_goes_round_the_panes(app: PizhuApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        seen = []
        for _ in range(3):
            await pilot.press("tab")
            await pilot.pause()
            seen.append(app.focused.id if app.focused else None)
        assert seen == ["annotations", "documents", "reader"]


async def test_typing_filters_the_file_list(
    app: PizhuApp, session: Session, document: Document
) -> None:
    other = session.documents.add(source("别的正文。", path="/b.txt", title="旱塬新水"))
    async with app.run_test(size=WIDE) as pilot:
        files = screen_of(app).files
        files.query_one("#documents").focus()
        await pilot.press("h", "y", "x", "s")
        assert [one.document.id for one in files.shown] == [other.document.id]
        await pilot.press("enter")
        assert screen_of(app).reader.count == 0
        assert session.reading.last_document() in {None, document.id}
        assert stored(session, document) == []
        files.query_one("#documents").focus()
        await pilot.press("escape")
        assert len(files.shown) == 2


async def test_keys_at_the_side_act_on_the_highlighted_row(
    app: PizhuApp, session: Session, document: Document
) -> None:
    tag = session.codebook.add("桥梁", key="1")
    spans = (Span(0, 4), Span(12, 20), Span(30, 35))
    ones = [
        session.annotations.create(document.id, Kind.CLAIM, [span]) for span in spans
    ]
    async with app.run_test(size=NARROW) as pilot:
        screen = screen_of(app)
        await pilot.press("v", "l", "f3", "down", "x")
        assert session.annotations.get(ones[1].id).status is Status.REJECTED
        # A rejected row is still the one that keys act on, though the text hides it.
        await pilot.press("a", "1")
        changed = session.annotations.get(ones[1].id)
        assert (changed.status, changed.tags) == (Status.ACCEPTED, (tag.id,))
        assert (screen.reader.current, screen.reader.selection) == (changed, None)
        assert lines(screen.tags.query_one("#codebook", VirtualList))[0][1] == "+"
        await pilot.press(",")
        await app.workers.wait_for_complete()
        assert session.annotations.get(ones[1].id).end < 20
        await pilot.press("down", "d")
        assert [one.id for one in stored(session, document)] == [
            one.id for one in ones[:2]
        ]
        # From the codebook too: the row stays highlighted.
        await pilot.press("up", "up", "shift+tab", "enter")
        assert session.annotations.get(ones[0].id).tags == (tag.id,)


async def test_nothing_is_marked_while_a_list_has_the_keys(
    app: PizhuApp, session: Session, document: Document
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        for keys in ("f3", "q"), ("c",), ("m",), ("escape", "f2", "f6"):
            await pilot.press(*keys)
            assert screen_of(app).status.message == (
                "q, c and m mark in the text; esc goes there"
            )
        assert stored(session, document) == []


async def test_the_footer_tells_of_the_keys_of_the_list_that_has_them(
    app: PizhuApp, document: Document
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        footer = app.screen.query_one(KeyHints)
        for key, said in (
            ("f3", "enter go there"),
            ("shift+tab", "enter put on, take off"),
            ("f2", "enter open"),
            ("escape", "q quote"),
        ):
            await pilot.press(key)
            await pilot.pause()
            assert footer.render_line(0).text.strip().startswith(said)


async def test_the_filter_ends_when_the_keys_go_back_to_the_text(
    app: PizhuApp, session: Session, document: Document
) -> None:
    others = [
        session.documents.add(source(f"正文{n}。", path=f"/{n}.txt", title=title))
        for n, title in enumerate(("旱塬新水", "旱塬旧事"))
    ]
    async with app.run_test(size=NARROW) as pilot:
        screen = screen_of(app)
        await pilot.press("f2", "旱", "enter")
        await pilot.pause()
        rows = screen.files.query_one("#documents", VirtualList)
        assert screen.document_id == others[0].document.id
        assert (len(screen.files.shown), rows.highlighted) == (3, 1)
        await pilot.press("r")
        assert screen.document_id == others[1].document.id
        await pilot.press("f2", "旱", "f2")
        await pilot.pause()
        assert (len(screen.files.shown), rows.highlighted) == (3, 2)


async def test_f2_and_f3_go_to_a_list_before_they_hide_it(app: PizhuApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = screen_of(app)
        for key, pane, focus in (
            ("f2", screen.files, "documents"),
            ("f3", screen.tags, "annotations"),
        ):
            await pilot.press(key)
            await pilot.pause()
            assert pane.display
            assert app.focused is not None
            assert app.focused.id == focus
            await pilot.press(key)
            assert not pane.display
            assert app.focused is screen.reader
