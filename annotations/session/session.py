"""Session: one analyst at work on one project; what the interface holds."""

from __future__ import annotations

import getpass
import os
from functools import cached_property, partial
from typing import TYPE_CHECKING

from annotations.errors import InvalidError, NotFoundError
from annotations.session import codebook, reanchoring
from annotations.session.annotating import Annotations
from annotations.session.codebook import Codebook
from annotations.session.documents import Documents
from annotations.session.drafts import Drafts
from annotations.session.history import History
from annotations.session.reading import Reading
from annotations.session.speakers import Speakers
from annotations.store.connection import is_free
from annotations.store.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Self

    from annotations.records import Conflict, Merged, Problem
    from annotations.session.exporting import Exporting
    from annotations.session.reviewing import Reviewing
    from annotations.session.searching import Searching
    from annotations.session.suggesting import Suggestions
    from annotations.store.journal import Action


class Session:
    """An open project, as one analyst sees and changes it.

    Belongs to the thread that opened it: another thread opens one of its own. Every
    change goes through a facet below and from there through the journal.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        project.journal.mend = partial(_mend, project)
        self._seen = project.data_version
        self._latest = project.journal.latest()
        self.documents = Documents(project)
        self.annotations = Annotations(project)
        self.codebook = Codebook(project)
        self.speakers = Speakers(project)
        self.reading = Reading(project)
        self.history = History(project)
        self.drafts = Drafts(project)

    @classmethod
    def open(
        cls,
        path: Path,
        analyst: str | None = None,
        *,
        must_exist: bool = False,
        shared: bool = False,
    ) -> Self:
        """Open the project file at ``path``, or make it.

        Args:
            path: of the SQLite file.
            analyst: who works; else ``PIZHU_ANALYST``, else the login name.
            must_exist: refuse instead of making a new file.
            shared: open the file to the group of its folder.

        Raises:
            ProjectRefusedError: the file must not be touched; it was not.
            InvalidError: no usable analyst's name.
        """
        name = analyst_name(analyst)
        project = Project.open(path, name, must_exist=must_exist, shared=shared)
        try:
            return cls(project)
        except BaseException as error:
            project.close(error)
            raise

    @cached_property
    def searching(self) -> Searching:
        """Finding texts and annotations; loaded when it is first asked."""
        from annotations.session.searching import Searching

        return Searching(self._project)

    def another(self) -> Self:
        """A session of the same analyst on the same file, for another thread.

        Raises:
            ProjectRefusedError: the file is not as it was.
        """
        return type(self).open(self.path, self.analyst, must_exist=True)

    def own_words(self) -> tuple[str, ...]:
        """Names and terms that are one word in this project."""
        from annotations.store.suggestions import words

        return tuple(
            word
            for kind in ("cue", "name", "stop")
            for word in words(self._project, kind)
        )

    @cached_property
    def reviewing(self) -> Reviewing:
        """The queue of what waits; loaded when it is first asked."""
        from annotations.session.reviewing import Reviewing

        return Reviewing(self._project, self.annotations, self.searching)

    @cached_property
    def suggestions(self) -> Suggestions:
        """Rules and what they find; loaded when it is first asked."""
        from annotations.session.suggesting import Suggestions

        return Suggestions(self._project)

    @cached_property
    def exporting(self) -> Exporting:
        """Everything that is marked, on its way out; loaded when it is first asked."""
        from annotations.session.exporting import Exporting

        return Exporting(self._project)

    @property
    def notices(self) -> tuple[str, ...]:
        """What the user should know of the project file, a line each."""
        return self._project.notices

    @property
    def path(self) -> Path:
        """The project file."""
        return self._project.path

    @property
    def analyst(self) -> str:
        """Name of who works here."""
        return self._project.analyst

    def find_analyst(self, name: str) -> str:
        """The analyst of this name.

        Raises:
            NotFoundError: nobody of this name has worked here.
        """
        if not self._project.knows(name):
            raise NotFoundError(f"no analyst {name}", "see pizhu history")
        return name

    def changed_elsewhere(self) -> bool:
        """Whether another process has done something since this was last asked. Cheap.

        A saved reading place does not count as a change.
        """
        seen, self._seen = self._seen, self._project.data_version
        if seen == self._seen:
            return False
        latest, self._latest = self._latest, self._project.journal.latest()
        return latest != self._latest

    def can_write(self) -> bool:
        """Whether a change would be stored without waiting for others. Cheap.

        Of all who have the project open one writes at a time; a merge may take long.
        """
        return is_free(self._project.database)

    def merge(self, other: Path) -> Merged:
        """Bring in the work of another project file; that one is only read.

        Raises:
            ProjectRefusedError: it is not a project of pizhu, or newer than this program.
            StorageError: it could not be written.
        """
        from annotations.store.merging import Merge
        from annotations.store.others import other_project

        with (
            other_project(other) as connection,
            self._project.journal.action(f"merge {other.name}") as action,
        ):
            merged = Merge(self._project, connection, action).run()
            # One side may have updated a document that the other one has marked.
            reanchoring.mend(self._project, action)
            return merged

    def conflicts(self) -> list[Conflict]:
        """What merges settled by rule, both sides, the latest first."""
        from annotations.store.merging import conflicts

        return conflicts(self._project)

    def problems(self) -> Iterator[Problem]:
        """What is not as it must be: file, references, anchors, journal."""
        from annotations.store import checking

        return checking.problems(self._project)

    def back_up(self, target: Path) -> None:
        """Write a copy of the project as it stands, while others go on working.

        Raises:
            StorageError: there is a file already, or it cannot be written.
        """
        from annotations.store.copies import copy_to

        copy_to(self._project.database, self._project.path, target)

    def close(self, error: BaseException | None = None) -> None:
        """Give the file back.

        Args:
            error: that ended the work on it, if one did.

        Raises:
            ProjectRefusedError: it was damage in the file that did.
        """
        self._project.close(error)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _: type[BaseException] | None, error: BaseException | None, __: object
    ) -> None:
        self.close(error)


def _mend(project: Project, action: Action) -> None:
    """Put in order what rows that were put back do not by themselves.

    Raises:
        ClashError: they contradict what was made later.
    """
    reanchoring.mend(project, action)
    codebook.refuse_circles(project)


def analyst_name(given: str | None) -> str:
    """Settle who works: as given, else ``PIZHU_ANALYST``, else the login name.

    Raises:
        InvalidError: none of them is a name.
    """
    name = given or os.environ.get("PIZHU_ANALYST")
    if not name:
        try:
            name = getpass.getuser()
        except (KeyError, OSError):
            name = ""
    name = " ".join(name.split())
    if not name or not name.isprintable():
        raise InvalidError("no usable analyst's name", "say it with --analyst NAME")
    return name
