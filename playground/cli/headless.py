"""What the first command does where no window can open: the same lesson, with pictures in a folder."""

from __future__ import annotations

import sys
from pathlib import Path

from playground import catalog
from playground.cli import running
from playground.cli.files import find, folder
from playground.cli.mistake import Mistake
from playground.cli.qt import Obstacle
from playground.cli.train import save, summary
from playground.engine.probes.boundary import boundary
from playground.engine.probes.points import points
from playground.engine.session import Session
from playground.export.pictures import Plane, boundaries, curves
from playground.spec.errors import SpecError
from playground.spec.files import read, write

LESSON = "xor-needs-hidden-layer"
OUT = "nnplayground-out"
RESOLUTION = 240


def without_window(path: Path | None, problem: Obstacle) -> int:
    """Say in one sentence why, train, and leave curves, boundaries and weights in a new folder.

    Raises:
        Mistake: the file is not valid or cannot train, or the folder cannot be written.
    """
    catalog.load()
    file = path or find(LESSON)
    try:
        experiment = read(file)
    except SpecError as error:
        raise Mistake(f"{file}: {error}") from None
    out = fresh(Path.cwd() / OUT)
    sys.stderr.write(
        f"nnplayground: {problem.reason}, so “{experiment.title}” trains here without a window and writes to {out} "
        f"(to mend it: {problem.mend})\n"
    )
    outcome = running.run_to_end(experiment)
    save(outcome.session, out)
    pictures(outcome.session, out)
    print(summary(outcome))
    print(f"Written to {out}: {', '.join(sorted(file.name for file in out.iterdir()))}")
    return 0


def fresh(path: Path) -> Path:
    """A new folder of that name, numbered when it is taken.

    Raises:
        Mistake: it cannot be made or written.
    """
    wanted, number = path, 2
    while wanted.exists():
        wanted, number = path.with_name(f"{path.name}-{number}"), number + 1
    return folder(str(wanted))


def pictures(session: Session, out: Path) -> None:
    """Draw curves.png, and boundary.png where the data lie on a plane."""
    title = session.experiment.title
    write(out / "curves.png", curves(session.record, title))
    planes = []
    for run in session.runs:
        seen, samples = boundary(run, RESOLUTION), points(run)
        if seen and samples:
            values = seen["values"] if "values" in seen else seen["classes"]
            planes.append(Plane(run.name, values, float(seen["extent"]), samples["train_xy"], samples["train_y"]))
    if planes:
        write(out / "boundary.png", boundaries(planes, title))
