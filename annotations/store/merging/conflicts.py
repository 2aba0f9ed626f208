"""What merges settled by rule: both sides are kept."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from annotations.identity import now
from annotations.records import Conflict
from annotations.store.merging.things import essence

if TYPE_CHECKING:
    from annotations.store.journal import Action
    from annotations.store.merging.things import State
    from annotations.store.project import Project


def keep(action: Action, conflict: Conflict) -> bool:
    """Keep both sides; false if an earlier merge has kept them."""
    sides = sorted(_dump(essence(one)) for one in (conflict.kept, conflict.dropped))
    words = "\n".join([conflict.kind, conflict.entity_id, *sides])
    identity = hashlib.sha256(words.encode()).hexdigest()[:32]
    if action.fetch("conflicts", [identity]) is not None:
        return False
    action.insert(
        "conflicts",
        {
            "id": identity,
            "kind": conflict.kind,
            "entity_id": conflict.entity_id,
            "rule": conflict.rule,
            "kept": _dump(conflict.kept),
            "dropped": _dump(conflict.dropped),
            "at": now(),
        },
    )
    return True


def conflicts(project: Project) -> list[Conflict]:
    """What merges settled by rule, the latest first."""
    rows = project.database.conn.execute(
        "SELECT kind, entity_id, rule, kept, dropped FROM conflicts ORDER BY at DESC, id"
    )
    return [
        Conflict(kind, entity_id, rule, json.loads(kept), json.loads(dropped))
        for kind, entity_id, rule, kept, dropped in rows
    ]


def _dump(state: State) -> str:
    return json.dumps(state, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
