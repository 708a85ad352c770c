"""Bring the translated texts of lessons in line with the lessons: `python tools/lesson_texts.py`.

Files follow the order of their lesson, lines that no lesson has any more go, and new ones come in to be translated.
With `--check` nothing is changed: what is missing or stale is listed, and the exit code is 1 where there is any.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playground import catalog, paths  # noqa: E402  # a script of the checkout imports the checkout's package
from playground.spec import files  # noqa: E402  # as above
from playground.ui import lesson_words  # noqa: E402  # as above

LANGUAGES = ("zh_CN",)


def wanted() -> dict[str, list[str]]:
    """The English lines that each file of a language should have; what several lessons say stands in the shared one."""
    folder = paths.presets_dir()
    by_lesson = {
        path.relative_to(folder).as_posix(): lesson_words.sources(files.read(path))
        for path in sorted(folder.glob("*/*.json"))
    }
    times = Counter(line for lines in by_lesson.values() for line in lines)
    own = {name: [line for line in lines if times[line] == 1] for name, lines in by_lesson.items()}
    return {lesson_words.SHARED: sorted(line for line in times if times[line] > 1), **own}


def there(folder: Path) -> dict[str, dict[str, str]]:
    """The files of a language and what they hold."""
    return {
        path.relative_to(folder).as_posix(): json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*.json"))
    }


def faults(folder: Path) -> list[str]:
    """What is missing or stale in a language, in sentences."""
    should, have = wanted(), there(folder)
    found = [f"{name}: there is no such lesson" for name in have if name not in should]
    for name, lines in should.items():
        known = have.get(name, {})
        found += [f"{name}: not translated: {line}" for line in lines if not known.get(line, "").strip()]
        found += [f"{name}: stale: {line}" for line in known if line not in lines]
    return found


def update(folder: Path) -> None:
    """Write all files of a language anew, keeping what is translated; a line that moved takes its translation along."""
    have = there(folder)
    known = {line: said for table in have.values() for line, said in table.items() if said}
    should = wanted()
    for name, lines in should.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        content = json.dumps({line: known.get(line, "") for line in lines}, ensure_ascii=False, indent=1)
        path.write_text(content + "\n", encoding="utf-8")
    for name in have.keys() - should.keys():
        (folder / name).unlink()


def main() -> int:
    """Update the files, or say what is wrong with them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--check", action="store_true", help="change nothing; exit with 1 if a line is missing or stale"
    )
    wanted_check = parser.parse_args().check
    catalog.load()
    found: list[str] = []
    for language in LANGUAGES:
        folder = lesson_words.folder(language)
        if not wanted_check:
            update(folder)
        found += [f"{language}: {fault}" for fault in faults(folder)]
    print("\n".join(found) or "all lessons are translated")
    return 1 if wanted_check and found else 0


if __name__ == "__main__":
    sys.exit(main())
