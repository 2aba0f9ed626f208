"""Making one tag of two, with all that stands under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.errors import NotFoundError
from annotations.identity import now
from annotations.store import tags

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotations.model import Tag
    from annotations.store.journal import Action, Row
    from annotations.store.project import Project


class TagMerging:
    """Merges tags within one action.

    Args:
        project: whose.
        action: within which they become one.
        known: the codebook as it is before.
    """

    def __init__(self, project: Project, action: Action, known: Iterable[Tag]) -> None:
        self._project = project
        self._action = action
        self._at = now()
        self._under: dict[str | None, dict[str, str]] = {}
        """Identities of the tags under each one, by name."""
        for tag in known:
            self._under.setdefault(tag.parent_id, {})[tag.name] = tag.id
        # The tags under one that is merged move when it is gone: one may have its name.
        action.defer_references()

    def merge(self, into_id: str, merged_ids: Sequence[str]) -> None:
        """Have one tag stand for others as well, which are gone then.

        Two of one name that come to stand under it are merged in turn. The one that
        stays must not stand under one of the others.
        """
        for merged_id in merged_ids:
            self._give(merged_id, into_id)
            merged, own = self._remove(merged_id), self._row(into_id)
            taken = {name: own[name] or merged[name] for name in ("key", "definition")}
            self._action.update("tags", [into_id], taken)
        there = self._under.setdefault(into_id, {})
        for merged_id in merged_ids:
            for name, tag_id in (*self._under.get(merged_id, {}).items(),):
                if name in there:
                    self.merge(there[name], [tag_id])
                else:
                    there[name] = tag_id
                    position = tags.next_position(self._project, into_id)
                    moved = {"parent_id": into_id, "position": position}
                    self._action.update("tags", [tag_id], moved)

    def _give(self, tag_id: str, into_id: str) -> None:
        """Have the annotations that carry a tag carry another one instead."""
        for annotation_id in tags.annotations_with(self._project, tag_id):
            self._action.delete("annotation_tags", [annotation_id, tag_id])
            row = {"annotation_id": annotation_id, "tag_id": into_id}
            if self._action.fetch("annotation_tags", [*row.values()]) is None:
                self._action.insert("annotation_tags", row)
            self._action.update(
                "annotations", [annotation_id], {"updated_at": self._at}
            )

    def _remove(self, tag_id: str) -> Row:
        """Take a tag out; return what was said of it."""
        row = self._row(tag_id)
        self._action.delete("tags", [tag_id])
        self._under[row["parent_id"]].pop(row["name"])
        return row

    def _row(self, tag_id: str) -> Row:
        row = self._action.fetch("tags", [tag_id])
        if row is None:
            raise NotFoundError(f"no tag {tag_id}")
        return row
