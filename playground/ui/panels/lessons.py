"""Lessons: the list of those there are, and the text and checks of the open one."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground import paths
from playground.catalog.kinds import Check
from playground.spec import files
from playground.spec.entry import Entry
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment
from playground.ui import lesson_words, words
from playground.ui.panels.markdown import MarkdownText
from playground.ui.panels.panel import Panel, Section
from playground.ui.studio import Studio
from playground.ui.theme import ThemeManager
from playground.ui.widgets import EmptyState, Tick, TickState, label

CHECK_SECONDS = 0.25
GALLERY = "Architectures"
"""The topic of networks that are known by name; it comes after the lessons."""


@dataclass(frozen=True)
class Preset:
    """A lesson as the list shows it; `parameters` are told of an architecture, 0 of other lessons."""

    path: Path
    title: str
    topic: str
    text: str
    parameters: int = 0


def read_presets(folder: Path) -> list[Preset]:
    """The lessons of a folder, by topic and then by title, architectures last; files that are none are left out."""
    found = []
    for path in sorted(folder.glob("*/*.json")):
        try:
            head = files.read_head(path)
        except SpecError:
            continue  # opening it says what is wrong
        lesson = head.lesson
        topic = lesson.topic or path.parent.name
        found.append(Preset(path, head.title, topic, lesson.text, lesson.parameters))
    return sorted(found, key=lambda one: (one.topic == GALLERY, one.topic, one.title))


def first_sentence(markdown: str) -> str:
    """The first sentence of a text, without its marks."""
    lines = [line for line in markdown.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    plain = re.sub(r"[*_`]|\[(.*?)\]\(.*?\)", r"\1", lines[0] if lines else "")
    return re.split(r"(?<=[.!?])\s|(?<=[。！？])", plain, maxsplit=1)[0].strip()


class LessonTile(QWidget):
    """One lesson: its title, the parameters of an architecture, and the first sentence of its text."""

    chosen = Signal(object)

    def __init__(self, preset: Preset, themes: ThemeManager) -> None:
        super().__init__()
        self.preset = preset
        self._themes = themes
        self._open = False
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 9)
        column.setSpacing(2)
        title, sentence = lesson_words.title(preset.title), first_sentence(lesson_words.text(preset.text))
        size = self.tr("{0} parameters").format(words.count(preset.parameters)) if preset.parameters else ""
        for text, kind in ((title, "title"), (size, "detail"), (sentence, "caption")):
            if text:
                column.addWidget(label(text, kind, wrap=True))
        self.setAccessibleName(". ".join(filter(None, (title, size, sentence))))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_open(self, is_open: bool) -> None:
        """Mark the lesson as the one that is open."""
        if is_open != self._open:
            self._open = is_open
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # else the release would go to the panel below

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self.preset.path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.preset.path)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._themes.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("accent" if self._open or self.hasFocus() else "line"))
        painter.setBrush(theme.color("accent_fill" if self._open else "hover" if self.underMouse() else "panel"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


class LessonsPanel(Panel):
    """All lessons by topic, read when they are first seen; `open_requested(path)` speaks when a person chooses one."""

    open_requested = Signal(object)

    def __init__(self, studio: Studio, parent: QWidget | None = None, folder: Path | None = None) -> None:
        super().__init__(studio, parent)
        self.setObjectName("lessonsPanel")
        self._folder = folder or paths.presets_dir()
        self.tiles: list[LessonTile] | None = None
        studio.document.changed.connect(self._mark)
        studio.document.file_changed.connect(self._mark)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.tiles is None:
            self.tiles = []
            self._fill(read_presets(self._folder))
            self._mark()

    def _fill(self, presets: list[Preset]) -> None:
        assert self.tiles is not None
        if not presets:
            self.add_section(EmptyState("lesson", self.tr("There are no lessons in {0}.").format(self._folder)))
        for topic in dict.fromkeys(preset.topic for preset in presets):
            section = Section(words.from_catalog(topic[:1].upper() + topic[1:]))
            for preset in [one for one in presets if one.topic == topic]:
                tile = LessonTile(preset, self.studio.themes)
                tile.chosen.connect(self.open_requested)
                self.tiles.append(tile)
                section.add(tile)
            self.add_section(section)

    def _mark(self, *_: object) -> None:
        experiment = self.studio.document.experiment
        for tile in self.tiles or []:
            tile.set_open(bool(experiment.lesson.text) and tile.preset.title == experiment.title)


class LessonPanel(Panel):
    """What the open lesson says, and which of its checks have come true; these stand below its first paragraph."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, parent)
        self.setObjectName("lessonPanel")
        self._checks: tuple[Entry, ...] = ()
        self._judged_at = 0.0
        self.ticks: list[Tick] = []
        self._section = Section(self.tr("Lesson"))
        self._text, self._rest = MarkdownText(studio.themes), MarkdownText(studio.themes)
        self._ticks = QVBoxLayout()
        self._ticks.setSpacing(6)
        self._none = label(self.tr("This experiment is no lesson. Choose one under Lessons."), "secondary", wrap=True)
        self._section.add(self._text, self._none)
        self._section.column.addLayout(self._ticks)
        self._section.add(self._rest)
        self.add_section(self._section)
        self._later = QTimer(self, singleShot=True, interval=round(CHECK_SECONDS * 1000))
        self._later.timeout.connect(self.judge)
        studio.document.changed.connect(self._changed)
        studio.store.scalars.connect(self._judge_soon)
        studio.store.restarted.connect(self.judge)
        studio.store.state_changed.connect(self._judge_soon)
        self._show_lesson(studio.document.experiment)

    @property
    def counter(self) -> str:
        """How many checks have passed, of how many."""
        return self._section.header.detail()

    def judge(self) -> None:
        """Ask every check what the numbers so far say."""
        self._later.stop()
        self._judged_at = time.monotonic()
        store = self.studio.store
        finished = store.finished is not None and store.finished.reason == "done"
        for check, tick in zip(self._checks, self.ticks, strict=True):
            # Nobody can tell with a check that this program does not know; Problems says so.
            tick.set_state(_state(check.outcome(store.record, finished) if isinstance(check, Check) else False))
        self._count()

    def _judge_soon(self) -> None:
        left = CHECK_SECONDS - (time.monotonic() - self._judged_at)
        if left <= 0:
            self.judge()
        elif not self._later.isActive():
            self._later.start(max(1, round(left * 1000)))

    def _changed(self, old: Experiment, new: Experiment) -> None:
        if (old.title, old.lesson) != (new.title, new.lesson):
            self._show_lesson(new)

    def _show_lesson(self, experiment: Experiment) -> None:
        lesson = experiment.lesson
        there = bool(lesson.text or lesson.checks)
        self._section.set_title(self.tr("Lesson: {0}").format(lesson_words.title(experiment.title)) if there else "")
        first, _, rest = lesson_words.text(lesson.text).partition("\n\n")
        for part, text in ((self._text, first), (self._rest, rest)):
            part.show_markdown(_bound(text))
            part.setVisible(bool(text))
        self._none.setVisible(not there)
        for tick in self.ticks:
            tick.hide()
            tick.deleteLater()
        self._checks = lesson.checks
        self.ticks = [Tick(_bound(lesson_words.told(lesson_words.sentence(check)))) for check in self._checks]
        for tick in self.ticks:
            self._ticks.addWidget(tick)
        self.judge()

    def _count(self) -> None:
        passed = sum(tick.state() == "pass" for tick in self.ticks)
        said = self.tr("{0} / {1}").format(words.count(passed), words.count(len(self.ticks))) if self.ticks else ""
        self._section.header.set_detail(said)


def _bound(text: str) -> str:
    """A text in which no line ends between a number and its percent sign."""
    return re.sub(r"(?<=\d) %", "\u00a0%", text)


def _state(outcome: bool | None) -> TickState:
    return "pending" if outcome is None else "pass" if outcome else "fail"
