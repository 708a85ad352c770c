"""The networks of an experiment as tabs over the canvas: show, add, rename, duplicate, remove."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from playground.catalog.kinds import Objective
from playground.catalog.starter import beginning
from playground.spec import networks
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment
from playground.ui import fonts, words
from playground.ui.canvas.tabs.name_field import NameField
from playground.ui.studio import Studio
from playground.ui.tokens import theme_in_force
from playground.ui.widgets import ChipRow

HEIGHT, PAD, DOT, GAP, RADIUS = 28, 12, 7, 7, 8.0


class NetworkTab(QAbstractButton):
    """One network: its name, its role in small text, and a dot where something is wrong with it."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self.role = role
        self.problem = ""
        self.setText(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._describe()

    def show_problem(self, problem: str) -> None:
        """Mark it with the sentence of what is wrong, "" for nothing."""
        if problem != self.problem:
            self.problem = problem
            self._describe()
            self.updateGeometry()
            self.update()

    def _describe(self) -> None:
        self.setAccessibleName(f"{self.text()}: {self.role}")
        self.setAccessibleDescription(self.problem)
        self.setToolTip("\n".join(filter(None, (f"{self.text()} — {self.role}", self.problem))))

    def _parts(self) -> tuple[float, float]:
        """Widths of the name and of the role."""
        name = QFontMetricsF(fonts.font(fonts.LABEL)).horizontalAdvance(self.text()) + 1
        return name, QFontMetricsF(fonts.font(fonts.CAPTION)).horizontalAdvance(f" · {self.role}") + 1

    def sizeHint(self) -> QSize:
        name, role = self._parts()
        return QSize(round(2 * PAD + name + role) + (DOT + GAP if self.problem else 0), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        name, _ = self._parts()
        return QSize(round(2 * PAD + min(name, 140)) + (DOT + GAP if self.problem else 0), HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = theme_in_force(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = "accent_fill" if self.isChecked() else "hover" if self.underMouse() else "panel"
        edge = "accent" if self.isChecked() or self.property("keyfocus") else "line"
        width = 2.0 if self.property("keyfocus") else 1.0
        painter.setPen(QPen(theme.color(edge), width))
        painter.setBrush(theme.color(fill))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
        left = float(PAD)
        if self.problem:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("error"))
            painter.drawEllipse(QRectF(left, (self.height() - DOT) / 2, DOT, DOT))
            left += DOT + GAP
        name, _ = self._parts()
        self._write(painter, self.text(), fonts.LABEL, "text" if self.isChecked() else "secondary", left, name)
        room = self.width() - PAD - left - name
        self._write(painter, f" · {self.role}", fonts.CAPTION, "secondary", left + name, room)
        painter.end()

    def _write(self, painter: QPainter, text: str, size: int, role: str, left: float, room: float) -> None:
        painter.setFont(fonts.font(size))
        painter.setPen(theme_in_force().color(role))
        room = min(room, self.width() - PAD - left)
        fitting = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room + 1)
        if room > DOT:
            box = QRectF(left, 0, room + 1, self.height())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), fitting)


class NetworkTabs(ChipRow):
    """One tab per network while there are several.

    `rebuilt()`: it needs another size; `refused(sentence, is_error)` says why something could not be done.
    """

    rebuilt = Signal()
    refused = Signal(str, bool)

    def __init__(self, studio: Studio, parent: QWidget) -> None:
        super().__init__(parent, spacing=6)
        self._studio, self._document, self._room = studio, studio.document, parent
        self.tabs: dict[str, NetworkTab] = {}
        self.field: NameField | None = None
        self._made_of: object = None
        self.setAccessibleName(self.tr("Networks"))
        self._document.changed.connect(self.refresh)
        self._document.variant_changed.connect(self.refresh)
        self._document.network_changed.connect(self.refresh)
        studio.runs.planned.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show the networks there are now, which one is on the canvas, and where something is wrong."""
        shown = self._document.shown
        wanted = [(name, role_of(shown, name)) for name in networks.in_order(shown)]
        if wanted != self._made_of:
            self._made_of = wanted
            self._rebuild(wanted)
        plan = self._studio.runs.plans.get(self._document.variant)
        for name, tab in self.tabs.items():
            tab.setChecked(name == self._document.network)
            wrong = [p.message for p in (plan.problems if plan else []) if p.network == name and p.severity == "error"]
            tab.show_problem(words.sentence(wrong[0]) if wrong else "")

    def _rebuild(self, wanted: list[tuple[str, str]]) -> None:
        self.clear()
        self.tabs, self.field = {}, None
        for name, role in wanted if len(wanted) > 1 else []:
            tab = self.tabs[name] = NetworkTab(name, role)
            tab.clicked.connect(lambda _on=False, name=name: self._show(name))
            tab.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            tab.customContextMenuRequested.connect(
                lambda point, name=name: self.menu(name).popup(self.tabs[name].mapToGlobal(point))
            )
            self.add(tab)
        self.setVisible(bool(self.tabs))
        self.rebuilt.emit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.rebuilt.emit()  # tabs added to a visible row count only once Qt has shown them
        return done

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._made_of = None
            self.refresh()

    def _show(self, name: str) -> None:
        self._document.show_network(name)
        self.refresh()

    def step(self, by: int) -> None:
        """Show the network that many tabs further, around the end."""
        names = networks.in_order(self._document.shown)
        self._show(names[(names.index(self._document.network) + by) % len(names)])

    def menu(self, name: str) -> QMenu:
        """The context menu of a network."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Rename")).triggered.connect(lambda: self.rename(name))
        menu.addAction(self.tr("Duplicate")).triggered.connect(lambda: self.duplicate(name))
        menu.addAction(self.tr("Remove")).triggered.connect(lambda: self.remove(name))
        menu.addSeparator()
        menu.addAction(self.tr("Add a network")).triggered.connect(self.add_network)
        return menu

    # --- edits -----------------------------------------------------------------------------------------------------

    def rename(self, name: str = "") -> None:
        """Let a person type another name in the tab's place; "" for the network on the canvas."""
        name = name or self._document.network
        if self.field is not None:
            return

        def done(text: str | None) -> None:
            if self.field is not None:
                self.field.hide()
                self.field.deleteLater()
                self.field = None
            if text:
                self._edit(self.tr("Rename network"), lambda one: networks.renamed(one, name, text), text)

        self.field = NameField(name, done, self._room)
        self.field.setAccessibleName(self.tr("Name of the network"))
        tab = self.tabs.get(name)
        self.field.move(tab.mapTo(self._room, QPoint(0, 0)) if tab else self.pos())
        self.field.show()
        self.field.raise_()
        self.field.setFocus()

    def duplicate(self, name: str = "") -> None:
        """Add a copy of a network and show it."""
        name = name or self._document.network
        copy = networks.free_name(self._document.shown, name)
        self._edit(self.tr("Duplicate network"), lambda one: networks.added(one, copy, one.networks[name]), copy)

    def remove(self, name: str = "") -> None:
        """Take a network out of the experiment."""
        name = name or self._document.network
        self._edit(self.tr("Remove network"), lambda one: networks.removed(one, name), "")

    def add_network(self) -> None:
        """Add a small network and show it: the next one that the objective lacks, else one more."""
        shown = self._document.shown
        objective = shown.objective
        if not isinstance(objective, Objective):
            return
        lacking = [name for name in objective.networks if name not in shown.networks]
        name = lacking[0] if lacking else networks.free_name(shown, "network")
        plan = self._studio.runs.plans.get(self._document.variant)
        sample = tuple(plan.data.input_shape) if plan is not None and plan.data is not None else None
        graph = beginning(shown, objective, name, sample)
        self._edit(self.tr("Add network"), lambda one: networks.added(one, name, graph), name)

    def _edit(self, label: str, change: Callable[[Experiment], Experiment], show: str) -> None:
        """Change which networks there are, in the base and so in every variant, as one undoable edit."""
        try:
            self._document.commit(label, change(self._document.experiment))
        except (SpecError, KeyError) as error:
            said = str(error) if isinstance(error, SpecError) else self.tr("This network is the variant's own.")
            self.refused.emit(words.sentence(said), True)
        if show:
            self._document.show_network(show)
        self.refresh()


def role_of(experiment: Experiment, name: str) -> str:
    """What a network is for, in a few words."""
    objective = experiment.objective
    role = objective.role(name) if isinstance(objective, Objective) else ""
    return words.from_catalog(role) if role else QCoreApplication.translate("NetworkTabs", "not used")
