"""The codebook: a tree of tags, and changing it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypedDict, Unpack

from annotations.errors import ClashError, ConflictError, InvalidError, NotFoundError
from annotations.identity import new_id
from annotations.model import COLOURS
from annotations.session.tag_merging import TagMerging
from annotations.store import tags

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from annotations.model import Tag
    from annotations.store.journal import Action
    from annotations.store.project import Project


KEYS = "123456789"
"""What a tag can be put on."""
BETWEEN_TAGS = ";；"
"""What stands between tags that are typed or written in one line."""


class TagSaid(TypedDict, total=False):
    """What can be said of a tag wherever it stands."""

    colour: str
    key: str
    definition: str


class TagFields(TagSaid, total=False):
    """What can be changed of a tag."""

    name: str
    parent_id: str | None


class Codebook:
    """The tags of one project."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def tags(self) -> tuple[Tag, ...]:
        """All tags, parents before their children, with their counts."""
        return tags.in_order(self._project)

    def get(self, tag_id: str) -> Tag:
        """The tag of this identity.

        Raises:
            NotFoundError: there is none.
        """
        return self._find(lambda tag: tag.id == tag_id, f"no tag {tag_id}")

    def by_path(self, path: str) -> Tag | None:
        """The tag with this path, such as ``产业/就业``."""
        path = "/".join(_names(path))
        return next((tag for tag in self.tags() if tag.path == path), None)

    def by_key(self, key: str) -> Tag | None:
        """The tag on a key, ``1`` to ``9``."""
        return next((tag for tag in self.tags() if key and tag.key == key), None)

    def add(
        self,
        path: str,
        *,
        colour: str = "",
        key: str = "",
        definition: str = "",
        takes_free_key: bool = False,
    ) -> Tag:
        """Add a tag, and the parents that its path names and that are missing.

        Args:
            path: names from the root joined by ``/``.
            colour: one of ``COLOURS``; else the parent's or the next free one.
            key: ``1`` to ``9``, or none.
            definition: what belongs under it.
            takes_free_key: put it on the first key that no tag has, if there is one.

        Raises:
            InvalidError: it is there already, or the key is taken, or a name is none.
        """
        names = _names(path)
        if self.by_path(path) is not None:
            raise InvalidError(f"there is a tag {'/'.join(names)} already")
        with self._changing(f"add tag {'/'.join(names)}", key) as action:
            key = self._free_key() if takes_free_key else key
            made = self._insert(action, names, colour, key, definition)
        return self.get(made)

    def at(self, action: Action, paths: Iterable[str]) -> tuple[str, ...]:
        """Identities of tags by their paths; those that are missing are made, on free keys.

        Args:
            action: within which they are made.
            paths: see ``add``.

        Raises:
            InvalidError: a path is no name for a tag.
        """
        return tuple(
            tag.id
            if (tag := self.by_path(path))
            else self._insert(action, _names(path), key=self._free_key())
            for path in paths
        )

    def _insert(
        self,
        action: Action,
        names: Sequence[str],
        colour: str = "",
        key: str = "",
        definition: str = "",
    ) -> str:
        """Add a tag with the parents that are missing; return its identity."""
        known = {tag.path: tag for tag in self.tags()}
        parent: str | None = None
        for depth in range(1, len(names) + 1):
            part = "/".join(names[:depth])
            if part in known:
                parent = known[part].id
                colour = colour or known[part].colour
                continue
            is_last = depth == len(names)
            colour = colour or COLOURS[len(known) % len(COLOURS)]
            _check_colour(colour)
            _check_new_name(names[depth - 1])
            row = {
                "id": new_id(),
                "parent_id": parent,
                "name": names[depth - 1],
                "colour": colour,
                "key": key if is_last else "",
                "definition": definition if is_last else "",
                "position": tags.next_position(self._project, parent),
            }
            action.insert("tags", row)
            parent = str(row["id"])
        return str(parent)

    def change(self, tag: Tag, **fields: Unpack[TagFields]) -> Tag:
        """Rename, recolour, define a tag, put it on a key or under another.

        Raises:
            InvalidError: name or key taken, no name, or under itself.
            ConflictError: somebody changed the tag since; nothing was overwritten.
        """
        if "name" in fields and (names := _names(fields["name"])):
            if len(names) != 1:
                raise InvalidError(
                    "a name holds no “/”", "pizhu tags move puts a tag under another"
                )
            fields["name"] = names[0]
            if names[0] != tag.name:
                _check_new_name(names[0])
        if "colour" in fields:
            _check_colour(fields["colour"])
        with self._changing(f"change tag {tag.path}", fields.get("key", "")) as action:
            self._refuse_stale(tag)
            placed = self._under(tag, fields.get("parent_id", tag.parent_id))
            action.update("tags", [tag.id], {**fields, **placed})
        return self.get(tag.id)

    def move(self, tag: Tag, path: str, **said: Unpack[TagSaid]) -> Tag:
        """Give a tag another path, with the tags under it; missing parents are made.

        Args:
            tag: as it was seen.
            path: see ``add``; it may be the one that the tag has.
            said: what else is changed of it, in the same step.

        Raises:
            InvalidError: there is such a tag already, or it is under the tag itself, or
                a name is none; see ``change`` as well.
            ConflictError: see ``change``.
        """
        names = _names(path)
        path = "/".join(names)
        if names[-1] != tag.name:
            _check_new_name(names[-1])
        if "colour" in said:
            _check_colour(said["colour"])
        moves = f"move tag {tag.path} to {path}"
        label = moves if path != tag.path else f"change tag {path}"
        with self._changing(label, said.get("key", "")) as action:
            self._refuse_stale(tag)
            there = self.by_path(path)
            if there is not None and there.id != tag.id:
                raise InvalidError(f"there is a tag {path} already")
            parent = self._insert(action, names[:-1]) if names[1:] else None
            placed = self._under(tag, parent)
            action.update("tags", [tag.id], {"name": names[-1], **said, **placed})
        return self.get(tag.id)

    def merge(self, into: Tag, others: Iterable[Tag]) -> Tag:
        """Make several tags one, as one step; what carries them carries that one.

        Tags under a merged one go under the one that stays, and into the one of the
        same name there, if there is one. A key and a definition are taken over where
        the one that stays has none.

        Raises:
            InvalidError: there is nothing to merge, or a tag would go into one under it.
            ConflictError: somebody changed one of them since; nothing was changed.
        """
        merged = {one.id: one for one in others if one.id != into.id}
        if not merged:
            raise InvalidError("nothing to merge", "name at least two tags")
        paths = ", ".join(one.path for one in merged.values())
        label = f"merge tag {paths} into {into.path}"
        with self._project.journal.action(label) as action:
            for one in (into, *merged.values()):
                self._refuse_stale(one)
            known = {tag.id: tag for tag in self.tags()}
            above = into.parent_id
            while above is not None:
                if above in merged:
                    raise InvalidError(
                        f"{into.path} stands under {known[above].path}",
                        "move it first: pizhu tags move",
                    )
                above = known[above].parent_id
            TagMerging(self._project, action, known.values()).merge(into.id, [*merged])
        return self.get(into.id)

    def remove(self, tag: Tag) -> None:
        """Remove a tag and take it off every annotation; undo brings all of it back.

        Raises:
            ConflictError: somebody has removed it already.
            InvalidError: there are tags under it.
        """
        with self._project.journal.action(f"remove tag {tag.path}") as action:
            # Here, where nobody can make another one under it meanwhile.
            known = self.tags()
            if all(one.id != tag.id for one in known):
                raise ConflictError(f"somebody else has removed {tag.path} already")
            if any(one.parent_id == tag.id for one in known):
                raise InvalidError(
                    f"there are tags under {tag.path}", "remove or move them first"
                )
            for annotation_id in tags.annotations_with(self._project, tag.id):
                action.delete("annotation_tags", [annotation_id, tag.id])
            action.delete("tags", [tag.id])

    def _free_key(self) -> str:
        """The first key that no tag has; empty if each has one."""
        taken = {tag.key for tag in self.tags()}
        return next((key for key in KEYS if key not in taken), "")

    def _refuse_stale(self, tag: Tag) -> None:
        current = next((one for one in self.tags() if one.id == tag.id), None)
        if current is None or _said(current) != _said(tag):
            raise ConflictError(
                f"somebody else has changed {tag.path} since you saw it",
                "look at it as it is now, then try again",
            )

    def _under(self, tag: Tag, parent_id: str | None) -> dict[str, object]:
        """What to change of a tag to have it last under another, or under none.

        Raises:
            InvalidError: it would stand under itself.
            NotFoundError: there is no such tag.
        """
        if parent_id == tag.parent_id:
            return {}
        parents = {one.id: one.parent_id for one in self.tags()}
        if parent_id is not None and parent_id not in parents:
            raise NotFoundError(f"no tag {parent_id}")
        # From the new parent up: others may have moved what is above it.
        above = parent_id
        while above is not None:
            if above == tag.id:
                raise InvalidError(f"{tag.path} cannot stand under itself")
            above = parents[above]
        position = tags.next_position(self._project, parent_id)
        return {"parent_id": parent_id, "position": position}

    def _find(self, wanted: Callable[[Tag], bool], message: str) -> Tag:
        found = next((tag for tag in self.tags() if wanted(tag)), None)
        if found is None:
            raise NotFoundError(message)
        return found

    @contextmanager
    def _changing(self, label: str, key: str) -> Iterator[Action]:
        if key and key not in {*KEYS}:
            raise InvalidError(f"“{key}” cannot be a tag's key", "use 1 to 9")
        try:
            with self._project.journal.action(label) as action:
                yield action
        except ClashError:
            raise InvalidError(f"could not {label}: its name or key is taken") from None


def refuse_circles(project: Project) -> None:
    """Refuse what would put tags under each other, where nobody finds them.

    Raises:
        ClashError: it did.
    """
    if next(tags.circles(project.database.conn), None) is not None:
        raise ClashError("not saved: a tag would stand under itself")


def _said(tag: Tag) -> tuple[object, ...]:
    return tag.parent_id, tag.name, tag.colour, tag.key, tag.definition


def _names(path: str) -> list[str]:
    names = [" ".join(name.split()) for name in path.split("/")]
    if not all(names):
        raise InvalidError(f"“{path}” is no name for a tag")
    return names


def _check_new_name(name: str) -> None:
    """Refuse what cannot be told from two tags; a tag that has such a name keeps it."""
    if any(mark in name for mark in BETWEEN_TAGS):
        raise InvalidError(
            f"“{name}” cannot be a tag's name",
            "leave out “;”, which stands between tags",
        )


def _check_colour(colour: str) -> None:
    if colour not in COLOURS:
        raise InvalidError(f"no colour “{colour}”", f"one of: {', '.join(COLOURS)}")
