"""From bytes to text: which encoding it is, and what is no text at all.

In doubt a file is refused by name: a text that was decoded wrongly looks like a text,
and everything an analyst marks in it would be lost.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from annotations.errors import SourceRefusedError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (re.compile(rb"(?:\xef\xbb\xbf)?%PDF-\d"), "a PDF"),
    (re.compile(rb"PK\x03\x04|PK\x05\x06"), "a ZIP archive or office document"),
    (re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1"), "an old office document"),
    (re.compile(rb"\{\\rtf\d"), "an RTF document"),
    (re.compile(rb"SQLite format 3\x00"), "an SQLite database"),
    (re.compile(rb"\x89PNG\r"), "a PNG image"),
    (re.compile(rb"\xff\xd8\xff"), "a JPEG image"),
    (re.compile(rb"GIF8[79]a"), "a GIF image"),
    (re.compile(rb"II\*\x00|MM\x00\*|BM.{4}\x00{4}", re.DOTALL), "an image"),
    (re.compile(rb"RIFF.{4}(?:WEBP|WAVE|AVI )", re.DOTALL), "an image, sound or film"),
    (re.compile(rb"ID3[\x02-\x04]\x00|OggS\x00|fLaC\x00"), "a sound"),
    (re.compile(rb"\x00\x00.{2}ftyp", re.DOTALL), "a film or image"),
    (re.compile(rb"\x1f\x8b\x08|BZh[1-9]1AY&SY|\xfd7zXZ\x00"), "a packed file"),
    (re.compile(rb"7z\xbc\xaf\x27\x1c|Rar!\x1a\x07"), "an archive"),
    (re.compile(rb"\x7fELF|MZ[\x00-\xff]\x00"), "a program"),
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_NEVER = frozenset(
    ["utf-7", "unicode-escape", "raw-unicode-escape", "idna", "punycode", "undefined",
     "charmap", "palmos"]
)  # fmt: skip
"""Codecs that are no encodings of files; some of them bring forth half characters."""

# The 400 characters that make two thirds of modern Chinese, and how Taiwan and Hong Kong
# write those of them that differ. Counted in jieba's word list, by frequency of words.
_FREQUENT = frozenset(
    "一是人了不在有大中国和为这上他个地年来我会以到时要出的生学说道民家子也成行下们于后就发自之对得主长可"
    "过天作分方用多你着部能市等业全里工公经本都而高政法面门动日进区事代那去心小同北定开产前其军还然起种所"
    "如现理机体表力好外与文当两实重新三么只山水关明从化平建又制南内西没此将员名手最东头者月间无安看见各城"
    "十相但已些正口通想度加第她合院物性战由位常点海意场武使次二向治因立数样身情入原问把路被并利石老教万知"
    "级量任江及应省资委务元美特期世湖回系比气汉总展电科金先声提品设或义王社很统处四首共马形己儿司太目基领"
    "队直计别女权话少流命至报米给打变果书清活几州华解议更称程今决张导术府才保交放管结师便走达族反再题色五"
    "京河接条规式县白它改风光运信受什组听布百济党指论强做取技黄神选记斯真却职号界件花类何眼兵传带空干农边"
    "据集联古广完质阳难增历史专官每住商即步认车台林必死游举线言皇土团收考求德叫近备研争非具李众连调感转笑"
    "國爲為這個來會時學說們於後發對長過業裏裡經門動進區開產軍還種現機體與當兩實麼關從內沒將員東頭間無見"
    "戰點場數樣問並萬級應資務氣漢總電聲設義統處馬兒領隊計別權話報給變幾書華議稱決張導術結師達題條規縣風運"
    "組聽濟黨論強黃選記卻職號類傳帶幹農邊據聯廣質陽難歷專認車臺遊舉線團備爭眾衆連調轉"
)
_MARKS = frozenset("，。、；：？！“”‘’（）《》〈〉「」『』【】〔〕—…·％～￥℃×\u3000")
_SAMPLE = 60_000
"""Bytes, and characters, that are looked at to tell encodings apart."""
_OPINION = 8_000
"""Bytes that are shown to charset-normalizer, which is slow."""
_LEAST_FREQUENT = 0.2
"""Share of frequent characters among the Chinese ones; right decodings reach 0.4 to 0.8,
wrong ones 0.15."""
_MOST_BAD = 0.2
"""Share of characters that Chinese prose does not hold."""
_LEAST_KANA = 0.1
"""Share of characters; Japanese prose has half of them."""
_FEW_CONTROLS = 4
"""Control characters that make no text binary, however short it is."""
_MOST_CONTROLS = 0.02

_CANDIDATES = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be")
_RELATIVES = {"big5": ("big5", "cp950", "big5hkscs")}
"""An encoding with its extensions, which are tried in turn."""
_HINT = "say which it is with --encoding, if it is text"
_UNTOLD = "leave --encoding out to have it told"


@dataclass(frozen=True, slots=True)
class _Reading:
    """How well a sample reads in one encoding."""

    encoding: str
    score: float
    is_plausible: bool


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    r"""Decode a file's bytes; nothing is ever replaced or left out.

    Args:
        data: the whole file.
        encoding: what the user says it is; nothing else is tried then.

    Returns:
        The text, its line ends as ``\n`` and without byte order mark, and the
        encoding's name.

    Raises:
        SourceRefusedError: it is empty, binary, or cannot be decoded.
    """
    if not data:
        raise SourceRefusedError("is empty")
    for magic, what in _MAGIC:
        if magic.match(data):
            raise SourceRefusedError(f"is {what}, not text", "convert it to text first")
    if encoding is not None:
        text, name = _as_told(data, encoding)
    else:
        text, name = _detect(data)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text or text.isspace():
        raise SourceRefusedError("is empty")
    if "\x00" in text or _has_many_controls(text):
        raise SourceRefusedError("is binary, not text", _HINT)
    return text, name


def _has_many_controls(text: str) -> bool:
    """Whether control characters are too many, at the top or over the whole."""
    head = text[:_SAMPLE]
    return any(
        len(_CONTROLS.findall(part)) > max(len(part) * _MOST_CONTROLS, _FEW_CONTROLS)
        for part in (head, text)
    )


def _as_told(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        name = codecs.lookup(encoding).name.replace("_", "-")
        # Codecs that are no encoding of text are unknown ones here.
        "".encode("unknown" if name in _NEVER else name)
    except (LookupError, ValueError):
        raise SourceRefusedError(
            f"no encoding is called {encoding[:40]}",
            "utf-8, gb18030, big5, utf-16 are",
        ) from None
    name = _as_marked(data, name)
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        raise SourceRefusedError(
            f"is not {name}: byte {error.start} cannot be decoded", _UNTOLD
        ) from None
    except UnicodeError:
        raise SourceRefusedError(f"is not {name}", _UNTOLD) from None
    if _SURROGATES.search(text):
        raise SourceRefusedError(f"is not {name}: it holds half characters", _UNTOLD)
    return text, name


def _as_marked(data: bytes, told: str) -> str:
    """The name that a byte order mark gives to what was told, as telling it would be.

    The same bytes must not be two documents because one analyst said what they are.

    Raises:
        SourceRefusedError: the mark is another encoding's.
    """
    mark = next((name for start, name in _BOMS if data.startswith(start)), "")
    family = told.removesuffix("-sig").removesuffix("-le").removesuffix("-be")
    if not mark:
        # Without one the low byte comes first, as Windows writes it.
        return "utf-16-le" if told == "utf-16" else told
    # In other encodings than these the two bytes of a mark may be letters.
    if mark != "utf-8-sig" and not family.startswith("utf-"):
        return told
    is_the_other_end = told.endswith(("-le", "-be")) and mark not in {told, family}
    if not mark.startswith(family) or is_the_other_end:
        raise SourceRefusedError(f"is not {told}: it is marked as {mark}", _UNTOLD)
    return mark


def _detect(data: bytes) -> tuple[str, str]:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _strictly(data, name, "is marked as")
    if b"\x00" not in data[:_SAMPLE]:
        try:
            return data.decode("utf-8"), "utf-8"
        except UnicodeDecodeError:
            pass
    best = max(
        (_read(data, name) for name in _CANDIDATES), key=lambda reading: reading.score
    )
    if best.is_plausible and not (best.encoding == "big5" and _is_japanese(data)):
        return _strictly(data, best.encoding, "reads like")
    raise _refusal(data)


def _is_japanese(data: bytes) -> bool:
    """Whether it is EUC-JP, whose kana are the commonest characters in Big5.

    Every other byte of Big5 may be an ASCII one, which EUC-JP never has there.
    """
    try:
        text = data[:_SAMPLE].decode("euc-jp")
    except UnicodeDecodeError as error:
        if error.start < min(len(data), _SAMPLE) - 2:
            return False
        text = data[: error.start].decode("euc-jp")
    kana = sum("\u3041" <= one <= "\u30fa" for one in text)
    return kana > len(text) * _LEAST_KANA


def _strictly(data: bytes, name: str, reads_like: str) -> tuple[str, str]:
    """Decode without mercy; a second best encoding would only hide the damage."""
    broken_at = 0
    for relative in _RELATIVES.get(name, (name,)):
        try:
            return data.decode(relative), relative
        except UnicodeDecodeError as error:
            broken_at = max(broken_at, error.start)
    raise SourceRefusedError(
        f"{reads_like} {name}, but byte {broken_at} cannot be decoded",
        "get an undamaged copy, or say what it is with --encoding",
    )


def _read(data: bytes, name: str) -> _Reading:
    """How much the bytes read like Chinese prose in an encoding.

    Right decodings are full of the language's frequent characters and of its marks;
    wrong ones of rare characters, foreign scripts and what cannot be decoded.
    """
    sample = _sample(data, name)
    # The sample may end within a character: what is left over is not an error.
    decoder = codecs.getincrementaldecoder(name)("replace")
    text = decoder.decode(sample)
    han = frequent = marks = bad = 0
    for one in text:
        if one < "\x80":
            bad += one < " " and one not in "\t\n\r\x0b\x0c\x1b"
        elif one in _FREQUENT:
            han += 1
            frequent += 1
        elif "\u4e00" <= one <= "\u9fff":
            han += 1
        elif one in _MARKS or "\uff01" <= one <= "\uff5e":
            marks += 1
        else:
            bad += 1
    if name.startswith("utf-16") and not han + marks:
        # English in UTF-16: every other byte is NUL in one order, nonsense in the other.
        is_plausible = not bad and len(text) > 1
        return _Reading(name, float(is_plausible), is_plausible)
    if not han:
        return _Reading(name, 0.0, is_plausible=marks > 10 * bad)
    share, rest = frequent / han, bad / (han + marks + bad)
    return _Reading(name, share - rest, share >= _LEAST_FREQUENT and rest <= _MOST_BAD)


def _sample(data: bytes, name: str) -> bytes:
    """The first bytes that tell something: from the first one beyond ASCII on."""
    if name.startswith("utf-16"):
        return data[:_SAMPLE]
    found = re.search(rb"[\x80-\xff]", data)
    start = found.start() if found else 0
    return data[start : start + _SAMPLE]


def _refusal(data: bytes) -> SourceRefusedError:
    """The refusal, saying what charset-normalizer takes the bytes for.

    It names something for any bytes, and so often the wrong thing (Baltic for French),
    that only the user can tell.
    """
    if b"\x00" in data[:_SAMPLE]:
        return SourceRefusedError("is binary, not text", _HINT)
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_OPINION]).best()
    named = ""
    if best is not None and best.language != "Unknown":
        named = f"{best.encoding}, {best.language}"
    return SourceRefusedError(
        "is in no encoding that could be told",
        f"perhaps {named}: {_HINT}" if named else _HINT,
    )
