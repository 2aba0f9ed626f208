"""From bytes to text: which encoding it is, and what is no text at all."""

from __future__ import annotations

import codecs
import re

from annotations.errors import SourceRefusedError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "an RTF document"),
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# Two dozen of the most frequent characters of modern Chinese make a third of any text.
_FREQUENT = frozenset(
    "的一是在了和有大这主中人上为们地个用工时要动国产以我到他会作来分生对于学下级就年阶义发成"
    "部民可出能方进同行面说种过命度革而多子后自社加小机也经力线本电高量长党得实家定深法表着水理化"
    "國產業會們這個為時發說過對經學來動實與後電長機關開門"
)
_SAMPLE = 60_000
"""Bytes that are looked at to tell legacy encodings apart."""
_LEAST_PLAUSIBLE = 0.5

_HINT = "say which it is with --encoding, if it is text"


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    r"""Decode a file's bytes.

    Args:
        data: the whole file.
        encoding: what the user says it is; nothing else is tried then.

    Returns:
        The text, its line ends as ``\n`` and without byte order mark, and the
        encoding's name.

    Raises:
        SourceRefusedError: it is empty, binary, or cannot be decoded.
    """
    if not data.strip(b" \t\r\n\x00"):
        raise SourceRefusedError("is empty")
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise SourceRefusedError(f"is {name}, not text", "convert it to text first")
    if encoding is not None:
        text, name = _as_told(data, encoding)
    else:
        text, name = _detect(data)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise SourceRefusedError("is empty")
    controls = len(_CONTROLS.findall(text[:_SAMPLE]))
    is_full_of_them = controls > 4 and controls * 50 > min(len(text), _SAMPLE)
    if "\x00" in text or is_full_of_them:
        raise SourceRefusedError("is binary, not text", _HINT)
    return text, name


def _as_told(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        name = codecs.lookup(encoding).name
        return data.decode(name), name
    except LookupError:
        raise SourceRefusedError(
            f"no encoding is called {encoding}", "utf-8, gb18030, big5, utf-16 are"
        ) from None
    except UnicodeDecodeError as error:
        raise SourceRefusedError(
            f"is not {encoding}: byte {error.start} cannot be decoded"
        ) from None


def _detect(data: bytes) -> tuple[str, str]:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _as_told(data, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        if "\x00" not in text:
            return text, "utf-8"
    scored = sorted(
        (
            (_plausibility(data, name), -number, name)
            for number, name in enumerate(
                ("gb18030", "big5", "utf-16-le", "utf-16-be", "big5hkscs")
            )
        ),
        reverse=True,
    )
    for score, _, name in scored:
        if score < _LEAST_PLAUSIBLE:
            break
        try:
            return data.decode(name), name
        except UnicodeDecodeError:
            continue
    return _last_opinion(data)


def _plausibility(data: bytes, name: str) -> float:
    """How much the bytes read like Chinese in an encoding: 0 not at all, 1 and more well.

    Counts what Chinese prose is made of against what only a wrong encoding brings forth.
    """
    sample = data[:_SAMPLE]
    if name.startswith("utf-16") and len(data) % 2:
        return 0.0
    decoder = codecs.getincrementaldecoder(name)()
    try:
        text = decoder.decode(sample)
    except UnicodeDecodeError:
        return 0.0
    wide = good = bad = frequent = 0
    for one in text:
        if one < "\x80":
            bad += 3 * (one < " " and one not in "\t\n\r\x0c\x1b")
            continue
        wide += 1
        if "\u4e00" <= one <= "\u9fff":
            good += 1
            frequent += one in _FREQUENT
        elif (
            one in "，。、；：？！“”‘’（）《》「」『』【】—…·％"
            or "\uff10" <= one <= "\uff5a"
        ) or one == "\u3000":
            good += 1
        else:
            bad += 1 + ("\ue000" <= one <= "\uf8ff") + (one > "\uffff")
    if not wide:
        return 0.6 if name.startswith("utf-16") and not bad and len(text) > 1 else 0.0
    return (good - 2 * bad) / wide + 2 * frequent / wide


def _last_opinion(data: bytes) -> tuple[str, str]:
    if b"\x00" in data[:_SAMPLE]:
        raise SourceRefusedError("is binary, not text", _HINT)
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is not None:
        try:
            return data.decode(best.encoding), best.encoding
        except (LookupError, UnicodeDecodeError):
            pass
    raise SourceRefusedError("is in no encoding that could be told", _HINT)
