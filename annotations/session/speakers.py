"""The registry of speakers: who is quoted, where, how often; merging and splitting."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack

from annotations.errors import ConflictError, InvalidError, NotFoundError
from annotations.identity import new_id, now
from annotations.store import speakers, tags

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotations.model import Annotation
    from annotations.records import Speaker
    from annotations.store.journal import Action
    from annotations.store.project import Project


class SpeakerFields(TypedDict, total=False):
    """What can be changed of a speaker."""

    name: str
    role: str
    organisation: str
    aliases: Sequence[str]


class Speakers:
    """Who is quoted in one project."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def names(self) -> list[str]:
        """Names of the registry, the most quoted first."""
        return tags.speaker_names(self._project)

    def every(self) -> list[Speaker]:
        """All speakers with aliases and counts, the most quoted first."""
        return speakers.every(self._project)

    def get(self, speaker_id: str) -> Speaker:
        """The speaker of this identity.

        Raises:
            NotFoundError: there is none.
        """
        found = speakers.with_id(self._project, speaker_id)
        if found is None:
            raise NotFoundError("the speaker is not there any more")
        return found

    def find(self, name: str) -> Speaker:
        """The speaker of this name or alias.

        Raises:
            NotFoundError: there is none.
        """
        found = speakers.called(self._project, _cleaned(name))
        if found is None:
            raise NotFoundError(f"no speaker {name}", "see pizhu speakers")
        return found

    def quoted(
        self, speaker: Speaker, after: Annotation | None = None, most: int | None = None
    ) -> list[Annotation]:
        """Where a speaker is quoted: annotations by document and place, not rejected.

        Args:
            speaker: who.
            after: the last one that is known; only those that follow are read.
            most: how many; else all of them.
        """
        return speakers.quoted(self._project, speaker.id, after, most)

    def change(self, speaker: Speaker, **fields: Unpack[SpeakerFields]) -> Speaker:
        """Rename a speaker, say role and organisation, or set the aliases.

        A former name becomes an alias, so that whoever still writes it means the same
        speaker.

        Raises:
            InvalidError: no name, or another speaker has the name or alias.
            ConflictError: somebody changed the speaker since; nothing was overwritten.
        """
        name = _named(fields.get("name", speaker.name))
        aliases = [_named(one) for one in fields.get("aliases", speaker.aliases)]
        if name != speaker.name and speaker.name not in aliases:
            aliases.append(speaker.name)
        wanted = dict.fromkeys(one for one in aliases if one != name)
        own = {
            "name": name,
            "role": _cleaned(fields.get("role", speaker.role)),
            "organisation": _cleaned(fields.get("organisation", speaker.organisation)),
        }
        for one in (name, *wanted):
            self._refuse_taken(one, speaker)
        with self._project.journal.action(f"change speaker {speaker.name}") as action:
            self._refuse_stale(speaker)
            self._set_aliases(action, speaker, wanted)
            action.update("speakers", [speaker.id], own)
        return self.get(speaker.id)

    def merge(self, into: Speaker, others: Iterable[Speaker]) -> Speaker:
        """Make several speakers one, as one step; their names become its aliases.

        What is not known of the one that stays (role, organisation) is taken over.

        Raises:
            InvalidError: there is nobody to merge.
            ConflictError: somebody changed one of them since.
        """
        merged = [one for one in dict.fromkeys(others) if one.id != into.id]
        if not merged:
            raise InvalidError("nobody to merge", "choose at least two speakers")
        names = ", ".join(one.name for one in merged)
        label = f"merge speaker {names} into {into.name}"
        with self._project.journal.action(label) as action:
            self._refuse_stale(into)
            aliases = dict.fromkeys(into.aliases)
            known = {"role": into.role, "organisation": into.organisation}
            for one in merged:
                self._refuse_stale(one)
                self._give(
                    action, speakers.annotations_of(self._project, one.id), into.id
                )
                self._set_aliases(action, one, {})
                action.delete("speakers", [one.id])
                aliases |= dict.fromkeys((one.name, *one.aliases))
                known["role"] = known["role"] or one.role
                known["organisation"] = known["organisation"] or one.organisation
            aliases.pop(into.name, None)
            self._set_aliases(action, into, aliases)
            action.update("speakers", [into.id], known)
        return self.get(into.id)

    def split(
        self, speaker: Speaker, name: str, annotations: Sequence[Annotation]
    ) -> Speaker:
        """Give some of a speaker's annotations to another one, new or not, as one step.

        Args:
            speaker: who has them now.
            name: of whom they become; if it was an alias of the speaker, no longer.
            annotations: which.

        Returns:
            Who has them then.

        Raises:
            InvalidError: no name, or no annotation.
            ConflictError: somebody changed the speaker or one of the annotations since.
        """
        name = _named(name)
        if not annotations:
            raise InvalidError("no annotation to split off")
        if name == speaker.name:
            raise InvalidError(f"they are {name}'s already")
        with self._project.journal.action(
            f"split {name} from {speaker.name}"
        ) as action:
            self._refuse_stale(speaker)
            own = {one.id for one in speakers.annotations_of(self._project, speaker.id)}
            if not own.issuperset(one.id for one in annotations):
                raise ConflictError(f"not all of them are {speaker.name}'s any more")
            if name in speaker.aliases:
                action.delete("speaker_aliases", [name])
            found = speakers.called(self._project, name)
            speaker_id = new_id() if found is None else found.id
            if found is None:
                row = {"id": speaker_id, "name": name, "role": "", "organisation": ""}
                action.insert("speakers", row)
            self._give(action, annotations, speaker_id)
        return self.get(speaker_id)

    def _give(
        self, action: Action, annotations: Iterable[Annotation], speaker_id: str
    ) -> None:
        at = now()
        for one in annotations:
            changes = {"speaker_id": speaker_id, "updated_at": at}
            action.update("annotations", [one.id], changes)

    def _set_aliases(
        self, action: Action, speaker: Speaker, wanted: Iterable[str]
    ) -> None:
        kept = set(wanted)
        for alias in speaker.aliases:
            if alias not in kept:
                action.delete("speaker_aliases", [alias])
        for alias in wanted:
            if alias not in speaker.aliases:
                row = {"alias": alias, "speaker_id": speaker.id}
                action.insert("speaker_aliases", row)

    def _refuse_taken(self, name: str, speaker: Speaker) -> None:
        found = speakers.called(self._project, name)
        if found is not None and found.id != speaker.id:
            raise InvalidError(
                f"{name} is {found.name}'s name already", "merge the two speakers"
            )

    def _refuse_stale(self, speaker: Speaker) -> None:
        current = speakers.with_id(self._project, speaker.id)
        if current is None or _said(current) != _said(speaker):
            raise ConflictError(
                f"somebody else has changed {speaker.name} since you saw it",
                "look at it as it is now, then try again",
            )


def _said(speaker: Speaker) -> tuple[object, ...]:
    return speaker.name, speaker.role, speaker.organisation, speaker.aliases


def _cleaned(name: str) -> str:
    return " ".join(name.split())


def _named(name: str) -> str:
    name = _cleaned(name)
    if not name:
        raise InvalidError("a speaker needs a name")
    return name
