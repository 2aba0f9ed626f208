"""A large project, made quickly: documents, annotations, tags, speakers, a journal.

``python -m tests.benchmarks.large PROJECT DOCUMENTS ANNOTATIONS [suggested]`` writes one.
The rows are what the session would have written, in a few statements.
"""

from __future__ import annotations

import hashlib
import random
import sys
from pathlib import Path

from annotations.identity import new_id, now
from annotations.model import DecodedSource, Joins, Status
from annotations.session import Session
from annotations.store import documents
from annotations.store.connection import writing

_SENTENCES = (
    "“等了六年，总算不用绕路了。”菜农{who}说。",
    "据统计，{year}年全省粮食总产量达到{number}亿吨，比上年增长2.1%。",
    "镇建设办主任{who}认为，新桥将把过河时间缩短{number}分钟。",
    "“这是连续第{number}年增长，”{who}表示，“明年还会更好。”",
    "沿岸三个村子都会受益，日均车流达{number}万辆。",
    "记者{year}年在现场看到，工程已经进入收尾阶段。",
)
_PEOPLE = tuple(f"{a}{b}" for a in "罗许王李张赵陈周" for b in "春山敏建国明华丽")
_TAGS = ("产业/就业", "产业/粮食", "民生/交通", "民生/住房", "环境", "待核实", "外交")
_SENTENCES_EACH = 36
_CHANGES = """
    INSERT INTO changes SELECT ?1, number, 'annotations', json_array(id), NULL,
        json_object('id', id, 'document_id', document_id, 'kind', kind, 'type', type,
            'speaker_id', speaker_id, 'role', role, 'cue', cue, 'note', note,
            'status', status, 'origin', origin, 'score', score,
            'analyst_id', analyst_id, 'created_at', created_at, 'updated_at', updated_at)
    FROM (SELECT *, row_number() OVER () AS number FROM annotations
          WHERE document_id = ?2)
"""


def fill(path: Path, count: int, marks: int, status: Status = Status.ACCEPTED) -> None:
    """Make a project of so many documents with so many annotations over them."""
    generator = random.Random(5)
    with Session.open(path, "bench") as session:
        for tag in _TAGS:
            session.codebook.add(tag)
        tags = [tag.id for tag in session.codebook.tags()]
        execute = session._project.database.conn.execute
        speakers = [(new_id(), name) for name in _PEOPLE]
        for speaker, name in speakers:
            execute("INSERT INTO speakers VALUES (?, ?, '', '')", (speaker, name))
        for first in range(0, count, 500):
            with writing(session._project.database):
                for number in range(first, min(first + 500, count)):
                    each = marks * (number + 1) // count - marks * number // count
                    made = _document(session, generator, number)
                    _annotate(session, generator, made, each, status, speakers, tags)


def _document(session: Session, generator: random.Random, number: int) -> str:
    """Add a document; return its identity."""
    lines = [
        generator.choice(_SENTENCES).format(
            who=generator.choice(_PEOPLE),
            year=generator.randint(1990, 2026),
            number=generator.randint(2, 99),
        )
        for _ in range(_SENTENCES_EACH)
    ]
    text = f"第{number}号报道\n\n"
    for at in range(0, len(lines), 4):
        text += "".join(lines[at : at + 4]) + "\n\n"
    made = DecodedSource(
        path=f"/bench/{number % 20:02}/{number}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        encoding="utf-8",
        text=text,
        title=f"第{number}号报道",
        publication=f"基准日报{number % 40}",
        published=f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}",
        author="",
        joins=Joins(),
    )
    project = session._project
    text_id = documents.insert_text(project, made)
    project.open_text = (text_id, text)
    document_id = new_id()
    project.database.conn.execute(
        "INSERT INTO documents VALUES (?, ?, ?, ?, '', ?, ?, ?, ?)",
        (
            document_id, made.title, made.publication, made.published, made.path, text_id,
            now(), project.analyst_id,
        ),
    )  # fmt: skip
    return document_id


def _annotate(
    session: Session,
    generator: random.Random,
    document_id: str,
    count: int,
    status: Status,
    speakers: list[tuple[str, str]],
    tags: list[str],
) -> None:
    """Annotate a document evenly over it."""
    project = session._project
    conn = project.database.conn
    text_id, text = project.open_text
    at = now()
    rows, spans, taggings, proposals = [], [], [], []
    for number in range(count):
        one, start = new_id(), number * (len(text) - 40) // max(count, 1)
        end = start + generator.randint(6, 30)
        kind = ("quote", "claim", "quote", "note")[number % 4]
        type_ = {"quote": "direct", "claim": "statistic", "note": ""}[kind]
        speaker, name = generator.choice(speakers)
        is_said = kind == "quote"
        rows.append(
            (
                one, document_id, kind, type_, speaker if is_said else None, "", "", "",
                status, "rule:bench@1", number % 100 / 100, project.analyst_id, at, at,
            )
        )  # fmt: skip
        spans.append((one, text_id, "content", 0, start, end, text[start:end]))
        proposals.append(
            (
                one, document_id, text_id, "bench", 1, kind, type_,
                name if is_said else "", f"[[{start},{end}]]", text[start:end],
            )
        )  # fmt: skip
        if number % 2:
            taggings.append((one, generator.choice(tags)))
    marks = ", ".join("?" * 14)
    conn.executemany(f"INSERT INTO annotations VALUES ({marks})", rows)
    conn.executemany("INSERT INTO spans VALUES (?, ?, ?, ?, ?, ?, ?)", spans)
    conn.executemany("INSERT INTO annotation_tags VALUES (?, ?)", taggings)
    if status is Status.SUGGESTED:
        marks = ", ".join("?" * 10)
        conn.executemany(f"INSERT INTO suggestions VALUES ({marks})", proposals)
    action = new_id()
    conn.execute(
        "INSERT INTO actions (id, analyst_id, at, label, document_id)"
        " VALUES (?, ?, ?, 'suggest', ?)",
        (action, project.analyst_id, at, document_id),
    )
    conn.execute(_CHANGES, (action, document_id))


if __name__ == "__main__":
    fill(
        Path(sys.argv[1]),
        int(sys.argv[2]),
        int(sys.argv[3]),
        Status.SUGGESTED if "suggested" in sys.argv else Status.ACCEPTED,
    )
