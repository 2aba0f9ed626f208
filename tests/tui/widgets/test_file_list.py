"""The list of documents: what a row says, and typing to find one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App
from textual.widgets import Static

from annotations.model import Document, DocumentSummary, ReadStatus
from tui.widgets.file_list import FileList
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult


def summary(
    number: int,
    title: str,
    *,
    publication: str = "河埠日报",
    status: ReadStatus = ReadStatus.UNREAD,
    quotes: int = 0,
    claims: int = 0,
) -> DocumentSummary:
    document = Document(
        id=f"d{number}",
        title=title,
        publication=publication,
        published="2026-04-20",
        author="",
        path=f"/news/{number:03d}.txt",
        encoding="utf-8",
        sha256="0",
        length=100,
        added_at=f"2026-05-01T00:00:{number:02d}",
    )
    return DocumentSummary(document, quotes, claims, 0, status, 0)


ONES = [
    summary(0, "新桥通车"),
    summary(1, "旱塬新水", status=ReadStatus.READING, quotes=3, claims=2),
    summary(2, "AI 进校园", publication="旱塬晚报", status=ReadStatus.READ),
]


class Files(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.bubbled: list[str] = []

    def compose(self) -> ComposeResult:
        yield FileList()

    def on_mount(self) -> None:
        self.files.set_documents(ONES)
        self.files.query_one(VirtualList).focus()

    def on_key(self, event: events.Key) -> None:
        self.bubbled.append(event.key)

    def on_file_list_document_chosen(self, event: FileList.DocumentChosen) -> None:
        self.opened.append(event.document_id)

    @property
    def files(self) -> FileList:
        return self.query_one(FileList)

    @property
    def shown(self) -> list[str]:
        return [one.document.id for one in self.files.shown]

    @property
    def header(self) -> str:
        return str(self.query_one("#filter", Static).render())

    def lines(self) -> list[str]:
        rows = self.files.query_one(VirtualList)
        return [rows.render_line(y).text for y in range(3)]


async def test_a_row_says_how_far_one_is_and_how_much_there_is() -> None:
    app = Files()
    async with app.run_test(size=(80, 24)):
        assert app.lines() == [
            "   新桥通车 河埠日报              ",
            " ~ 旱塬新水 河埠日报        3q 2c ",
            " * AI 进校园 旱塬晚报             ",
        ]


async def test_typing_filters_and_stays_in_the_list() -> None:
    app = Files()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("旱")
        assert (app.shown, app.header) == (["d1", "d2"], "/旱 2/3")
        await pilot.press("塬", "space", "水")
        assert (app.shown, app.header) == (["d1"], "/旱塬 水 1/3")
        assert app.bubbled == []


async def test_initials_and_latin_letters_find_titles() -> None:
    app = Files()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("q", "t", "c")
        assert app.shown == ["d0"]
        await pilot.press("escape", "a", "i")
        assert app.shown == ["d2"]
        await pilot.press("z")
        assert app.shown == []
        await pilot.press("enter")
        assert app.opened == []


async def test_the_name_of_a_file_finds_it_and_its_folder_or_ending_does_not() -> None:
    app = Files()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"002")
        assert app.shown == ["d2"]
        await pilot.press(*".txt")
        assert app.shown == ["d2"]
        for word in ("news", "txt"):
            await pilot.press("escape", *word)
            assert app.shown == []


async def test_backspace_and_escape_go_up_once_the_filter_is_empty() -> None:
    app = Files()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("水", "x", "backspace")
        assert app.shown == ["d1"]
        await pilot.press("escape")
        assert (app.shown, app.bubbled) == (["d0", "d1", "d2"], [])
        assert app.header == "3 by added"
        await pilot.press("escape", "backspace")
        assert app.bubbled == ["escape", "backspace"]


async def test_enter_opens_what_the_filter_found() -> None:
    app = Files()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("旱", "down", "enter")
        assert app.opened == ["d2"]


async def test_the_open_document_stays_marked_through_order_and_filter() -> None:
    app = Files()
    async with app.run_test(size=(80, 24)) as pilot:
        app.files.mark_open("d1")
        assert [line[0] for line in app.lines()] == [" ", ">", " "]
        await pilot.press("ctrl+s")
        assert app.header == "3 by title"
        marked = [
            one
            for one, line in zip(app.shown, app.lines(), strict=True)
            if line[0] == ">"
        ]
        assert marked == ["d1"]
        await pilot.press("水")
        assert app.lines()[0][0] == ">"


async def test_new_counts_show_at_once() -> None:
    app = Files()
    async with app.run_test(size=(80, 24)):
        app.files.replace(summary(0, "新桥通车", quotes=12))
        assert app.lines()[0] == "   新桥通车 河埠日报          12q "


async def test_only_rows_in_sight_are_counted() -> None:
    app = Files()
    counted: list[str] = []

    def count(document_id: str) -> DocumentSummary | None:
        counted.append(document_id)
        number = int(document_id[1:])
        return None if number == 1 else summary(number, f"第{number}号", quotes=7)

    async with app.run_test(size=(80, 12)) as pilot:
        ones = [summary(number, f"第{number}号") for number in range(100)]
        app.files.set_documents(ones, count)
        await pilot.pause()
        assert counted == [f"d{number}" for number in range(11)]
        assert ["7q" in line for line in app.lines()] == [True, False, True]
        await pilot.press("end", "home")
        assert len(counted) == len(set(counted)) == 22
        app.files.replace(summary(0, "第0号", quotes=8))
        assert "8q" in app.lines()[0]


async def test_ctrl_u_shows_all_and_nothing_found_is_said() -> None:
    app = Files()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("旱", "q")
        assert (app.shown, app.header) == ([], "/旱q nothing found")
        await pilot.press("ctrl+u")
        assert (len(app.shown), app.header) == (3, "3 by added")
