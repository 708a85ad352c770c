"""Collect every visible string into assets/translations/*.ts and compile these to .qm: `python tools/translations.py`.

With `--check` nothing is kept: the exit code is 1 when the committed files are out of date or a translation is missing.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from messages import templates
from PySide6 import __file__ as pyside_file

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playground import catalog, paths  # noqa: E402  # a script of the checkout imports the checkout's package
from playground.spec.entry import Entry, fields_of  # noqa: E402  # as above
from playground.ui import content_words, words  # noqa: E402  # as above
from playground.ui.engine_words import JOINTS  # noqa: E402  # as above
from playground.ui.panels.lessons import read_presets  # noqa: E402  # as above

FOLDER = ROOT / "assets" / "translations"
LANGUAGES = ("zh_CN",)
MESSAGES = "messages.json"
"""The file of all templates of sentences that the engine says, with which the window finds out what was said."""
UNSEEN = ("check", "probe")
"""Kinds of entries that no one picks in the window."""
MERGE = ("-silent", "-no-obsolete", "-locations", "none", "-source-language", "en_US")
GUESS = ("-disable-heuristic", "sametext", "-disable-heuristic", "similartext")


def texts() -> list[str]:
    """Texts of the catalog and topics of lessons, as the window shows them while no translator is installed."""
    shown = {
        text
        for kind, members in Entry.registry.items()
        if kind not in UNSEEN
        for cls in members.values()
        if cls.__module__.startswith("playground.")
        for text in _texts_of(cls)
    }
    for preset in read_presets(paths.presets_dir()):
        shown.add(preset.topic[:1].upper() + preset.topic[1:])
    return sorted(shown - {""})


def _texts_of(cls: type[Entry]) -> Iterator[str]:
    yield words.title(cls)
    yield words.from_catalog(cls.group)
    yield from words.sentences(cls)
    for listed in ("port_names", "roles"):
        yield from map(words.from_catalog, getattr(cls, listed, ()))
    for name, (meta, kind) in fields_of(cls).items():
        yield words.field_label(name, meta)
        yield words.from_catalog(meta.help)
        if kind is str:
            yield from map(words.from_catalog, meta.choices)


def said() -> list[str]:
    """Templates of what the engine says; what the catalog has translated already is no one's twice."""
    seen, blind = (
        set(texts()),
        {text for kind in UNSEEN for cls in Entry.registry[kind].values() for text in _texts_of(cls)},
    )
    found = set(templates(ROOT / "playground")) - seen - blind
    return sorted(text for text in found if not (text.endswith(".") and text[:-1] in found))


def listed_messages() -> str:
    """The content of the file of templates."""
    return json.dumps(said(), ensure_ascii=False, indent=0) + "\n"


def update(folder: Path, language: str) -> Path:
    """Bring the .ts of a language up to date, keeping what is translated, and compile it; return the .ts."""
    ts = folder / f"nnplayground_{language}.ts"
    with tempfile.TemporaryDirectory() as scratch:
        listed = Path(scratch) / "catalog.py"
        known = [("catalog", text) for text in texts()] + [
            ("engine", text) for text in (*said(), *JOINTS, *sorted(Entry.registry))
        ]
        known += [(content_words.CONTEXT, text) for text in content_words.sources()]
        calls = (f'translate("{context}", {json.dumps(text, ensure_ascii=False)})\n' for context, text in known)
        listed.write_text("".join(calls), encoding="utf-8")
        sources = sorted(map(str, (ROOT / "playground" / "ui").rglob("*.py")))
        _run("lupdate", *MERGE, *GUESS, "-target-language", language, *sources, str(listed), "-ts", str(ts))
    _run("lrelease", "-silent", str(ts), "-qm", str(ts.with_suffix(".qm")))
    return ts


def missing(ts: Path) -> list[str]:
    """Source texts of a .ts without a finished translation."""
    found = ET.parse(ts).getroot().iter("message")
    return [m.findtext("source") or "" for m in found if (t := m.find("translation")) is None or t.get("type")]


def check(language: str) -> list[str]:
    """What is wrong with the committed files of a language, in sentences."""
    with tempfile.TemporaryDirectory() as scratch:
        names = [f"nnplayground_{language}{suffix}" for suffix in (".ts", ".qm")]
        for name in names:
            if (FOLDER / name).is_file():
                shutil.copy(FOLDER / name, scratch)
        ts = update(Path(scratch), language)
        faults = [f"{language}: not translated: {text}" for text in missing(ts)]
        for name in names:
            now, then = Path(scratch) / name, FOLDER / name
            if not then.is_file() or now.read_bytes() != then.read_bytes():
                faults.append(f"{name} is out of date; run python tools/translations.py")
    return faults


def _run(tool: str, *arguments: str) -> None:
    """Run one of Qt's linguist tools as PySide6 ships them.

    Raises:
        CalledProcessError: the tool found a fault.
    """
    home = Path(pyside_file).parent
    found = shutil.which(tool, path=str(home)) or str(home / tool)
    subprocess.run([found, *arguments], check=True)


def main() -> int:
    """Update the files, or say what is wrong with them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="change nothing; exit with 1 when files are out of date")
    wanted_check = parser.parse_args().check
    catalog.load()
    faults: list[str] = []
    if not wanted_check:
        (FOLDER / MESSAGES).write_text(listed_messages(), encoding="utf-8")
    elif not (FOLDER / MESSAGES).is_file() or (FOLDER / MESSAGES).read_text(encoding="utf-8") != listed_messages():
        faults.append(f"{MESSAGES} is out of date; run python tools/translations.py")
    for language in LANGUAGES:
        if wanted_check:
            faults += check(language)
        else:
            faults += [f"{language}: not translated: {text}" for text in missing(update(FOLDER, language))]
    print("\n".join(faults) or "all texts are translated")
    return 1 if wanted_check and faults else 0


if __name__ == "__main__":
    sys.exit(main())
