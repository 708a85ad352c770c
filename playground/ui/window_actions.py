"""The window's actions and menus, declared once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from playground.ui.actions import plain
from playground.ui.block_actions import BlockActions
from playground.ui.canvas.gestures.keys import KEYS as CANVAS_KEYS
from playground.ui.key_sheet import Group, of_actions, of_keys
from playground.ui.layouts import LAYOUTS
from playground.ui.network_actions import NetworkActions
from playground.ui.networks_actions import NetworksActions
from playground.ui.outline.panel import KEYS as OUTLINE_KEYS
from playground.ui.run_actions import RunActions

if TYPE_CHECKING:
    from playground.ui.main_window import MainWindow

Keys = QKeySequence.StandardKey

MENUS: tuple[tuple[Any, tuple[str, ...]], ...] = (  # Any: the stub of QT_TRANSLATE_NOOP returns object
    (
        QT_TRANSLATE_NOOP("WindowActions", "&File"),
        (
            "new",
            "open",
            "@recent",
            "@lessons",
            "open_csv",
            "import_model",
            "-",
            "save",
            "save_as",
            "-",
            "@export",
            "@plots",
            "-",
            "quit",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("WindowActions", "&Edit"),
        (
            *("undo", "redo", "-", "cut", "copy", "paste", "duplicate", "delete", "delete_only", "-"),
            *("select_all", "select_upstream", "select_downstream", "-", "search"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("WindowActions", "&Run"),
        (
            *("play", "step_batch", "step_epoch", "reset", "new_seed", "new_data", "range_test", "measure_test", "-"),
            *("slower", "faster", "slow_motion", "full_speed", "-", "keep_weights", "forget_weights", "restart_engine"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("WindowActions", "&Network"),
        (
            *(
                "add_layer",
                "replace_layer",
                "connect_to",
                "disconnect",
                "-",
                "move_earlier",
                "move_later",
                "-",
                "@align",
                "tidy",
                "-",
                "@blocks",
                "@networks",
                "-",
            ),
            *("fit", "zoom_selection", "zoom_in", "zoom_out", "-"),
            *("tint_gradients", "sample_before", "sample_after", "-", "next_variant"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("WindowActions", "&View"),
        (
            *("layout_build", "layout_train", "layout_analyse", "-", "analyze", "@docks", "@floats", "-"),
            *("@ways", "-", "toggle_theme", "system_theme", "@languages", "-", "focus_canvas"),
        ),
    ),
    (QT_TRANSLATE_NOOP("WindowActions", "&Help"), ("keys", "-", "open_log", "about")),
)

OF_DOCKS = ("show_", "float_")


class WindowActions(QObject):
    """Declares every action of the window and builds its menu bar from them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._languages = QActionGroup(self)
        self._ways = QActionGroup(self)

    def declare(self) -> None:
        """Fill the window's action table."""
        self._file()
        self._edit()
        RunActions(self._window).declare()
        self._network()
        self._view()
        self._help()

    def _file(self) -> None:
        window = self._window
        add, files = window.actions_table.add, window.files
        add("new", self.tr("&New"), files.new, keys=Keys.New)
        add("open", self.tr("&Open…"), files.open, keys=Keys.Open, icon="open")
        add("open_csv", self.tr("Open a &CSV or NumPy file as data…"), window.open_csv, icon="table")
        add("import_model", self.tr("&Import a model (ONNX, PyTorch)…"), window.models.ask)
        add("save", self.tr("&Save"), files.save, keys=Keys.Save, icon="save")
        add("save_as", self.tr("Save &as…"), files.save_as, keys="Ctrl+Shift+S")
        for name, title, slot in files.exporters():
            add(f"export_{name}", self.tr("Export {0}…").format(title), slot, icon="export")
        add("quit", self.tr("&Quit"), window.close, keys="Ctrl+Q")

    def _edit(self) -> None:
        window = self._window
        add, canvas = window.actions_table.add, window.canvas
        stack = window.studio.document.undo_stack
        add("undo", self.tr("&Undo"), stack.undo, keys=Keys.Undo, icon="undo")
        add("redo", self.tr("&Redo"), stack.redo, keys="Ctrl+Shift+Z", icon="redo")
        add("cut", self.tr("Cu&t"), canvas.cut, keys=Keys.Cut)
        add("copy", self.tr("&Copy"), canvas.copy, keys=Keys.Copy)
        add("paste", self.tr("&Paste"), canvas.paste, keys=Keys.Paste)
        add("duplicate", self.tr("D&uplicate"), canvas.duplicate_selected, keys="Ctrl+D", icon="duplicate")
        add("delete", self.tr("&Delete"), canvas.delete_selected, keys=Keys.Delete, icon="trash")
        add("select_all", self.tr("Select &all"), canvas.select_all, keys=Keys.SelectAll)
        add("search", self.tr("Search &actions…"), window.open_search, keys="Ctrl+Shift+P", icon="search")

    def _network(self) -> None:
        window = self._window
        add, canvas = window.actions_table.add, window.canvas
        add("add_layer", self.tr("&Add a layer…"), window.add_layer_menu, keys="Insert", icon="plus")
        add("connect_to", self.tr("&Connect to…"), canvas.view.keyboard.connect_to, keys="Ctrl+K")
        add("disconnect", self.tr("&Disconnect…"), canvas.view.keyboard.disconnect_from, keys="Ctrl+Shift+K")
        NetworkActions(window).declare()
        BlockActions(window).declare()
        NetworksActions(window).declare()
        add("tidy", self.tr("&Tidy the layout"), canvas.tidy, keys="Ctrl+L", icon="layers")
        add("fit", self.tr("&Fit to window"), canvas.fit, keys="Ctrl+0", icon="fit")
        add("zoom_selection", self.tr("Zoom to the &selection"), canvas.zoom_selection, keys="Ctrl+9")
        add("zoom_in", self.tr("Zoom &in"), canvas.zoom_in, keys="Ctrl++", icon="zoom-in")
        add("zoom_out", self.tr("Zoom &out"), canvas.zoom_out, keys="Ctrl+-", icon="zoom-out")
        samples = canvas.live.samples
        add("tint_gradients", self.tr("Tint layers by &gradient"), canvas.live.set_tinting, checked=canvas.live.tinting)
        add("sample_before", self.tr("Sample &before, on the cards"), lambda: samples.step(-1), keys="Alt+,")
        add("sample_after", self.tr("Next &sample, on the cards"), lambda: samples.step(1), keys="Alt+.")

    def _view(self) -> None:
        window = self._window
        add = window.actions_table.add
        texts = (self.tr("Layout: &Build"), self.tr("Layout: &Train"), self.tr("Layout: &Analyse"))
        for number, (name, text) in enumerate(zip(LAYOUTS, texts, strict=True), 1):
            add(f"layout_{name}", text, lambda n=name: window.layouts.arrange(n), keys=f"Ctrl+{number}")
        for name, dock in window.layouts.docks.items():
            add(f"show_{name}", self.tr("Show {0}").format(dock.windowTitle()), lambda n=name: window.layouts.show(n))
            add(
                f"float_{name}",
                self.tr("Tear off {0}").format(dock.windowTitle()),
                lambda n=name: window.layouts.tear_off(n),
            )
        for way, text in (
            ("auto", self.tr("Arrange: &automatically")),
            ("right", self.tr("Arrange: &left to right")),
            ("down", self.tr("Arrange: &top to bottom")),
            ("rows", self.tr("Arrange: in &rows")),
        ):
            choice = add(
                f"way_{way}",
                text,
                lambda on, one=way: window.arrange(one) if on else None,
                checked=window.session.way == way,
            )
            self._ways.addAction(choice)
        add(
            "analyze", self.tr("A&nalyze the network"), lambda: window.layouts.show("analysis"), keys="F4", icon="table"
        )
        add("toggle_theme", self.tr("&Light or dark"), window.toggle_theme, keys="Ctrl+T", icon="theme")
        add("system_theme", self.tr("Light or dark as the &system"), lambda: window.set_theme("system"))
        for name, wanted, text in (
            ("system", "system", self.tr("Language: as the &system")),
            ("en", "en", self.tr("Language: &English")),
            ("zh", "zh_CN", self.tr("Language: &Chinese (中文)")),
        ):
            choice = add(
                f"language_{name}",
                text,
                lambda on, one=wanted: window.language_chosen.emit(one) if on else None,
                checked=window.session.language == wanted,
            )
            self._languages.addAction(choice)
        add("focus_canvas", self.tr("Go to the &canvas"), window.canvas.setFocus, keys="Ctrl+G")

    def _help(self) -> None:
        window = self._window
        add = window.actions_table.add
        add("keys", self.tr("&Keyboard shortcuts"), window.show_keys, keys="F1", icon="help")
        add("open_log", self.tr("Open the &log folder"), window.open_log_folder, icon="log")
        add("about", self.tr("&About nnplayground"), window.about, icon="info")

    def key_groups(self) -> list[Group]:
        """Every key of the window, of the canvas and of the outline, menu by menu."""
        table = self._window.actions_table
        groups = []
        listed: set[QAction] = set()
        for title, names in MENUS:
            actions = [table[name] for name in names if name in table]
            listed.update(actions)
            groups.append(of_actions(plain(self.tr(str(title))), actions))
        groups.append(of_actions(self.tr("More"), [action for action in table.all() if action not in listed]))
        return [
            *groups,
            of_keys(self.tr("On the canvas"), CANVAS_KEYS),
            of_keys(self.tr("In the outline"), OUTLINE_KEYS),
        ]

    def fill_menus(self) -> None:
        """Build the menu bar from the table."""
        bar = self._window.menuBar()
        for title, names in MENUS:
            menu = bar.addMenu(self.tr(str(title)))
            menu.setToolTipsVisible(True)
            for name in names:
                self._put(menu, name)

    def _put(self, menu: QMenu, name: str) -> None:
        window = self._window
        table = window.actions_table
        groups = {
            "@export": (self.tr("&Export"), "export_"),
            "@align": (self.tr("A&lign"), "align_"),
            "@blocks": (self.tr("&Blocks"), "block_"),
            "@networks": (self.tr("Se&veral networks"), "network_"),
            "@docks": (self.tr("Sho&w"), "show_"),
            "@ways": (self.tr("A&rrange the network"), "way_"),
            "@languages": (self.tr("Lan&guage"), "language_"),
            "@floats": (self.tr("&Tear off"), "float_"),
        }
        if name == "-":
            menu.addSeparator()
        elif name == "@recent":
            menu.addMenu(window.files.recent_menu)
        elif name == "@plots":
            menu.addMenu(window.plots_menu)
        elif name == "@lessons":
            menu.addMenu(window.lessons_menu)
        elif name in groups:
            title, prefix = groups[name]
            inner = menu.addMenu(title)
            if prefix in OF_DOCKS:
                self._put_docks(inner, prefix)
            else:
                inner.addActions([a for a in table.all() if a.objectName().startswith(prefix)])
        else:
            menu.addAction(table[name])

    def _put_docks(self, menu: QMenu, prefix: str) -> None:
        """The menu's title says what happens, so that its entries are no more than the docks' names."""
        for name, dock in self._window.layouts.docks.items():
            twin = menu.addAction(dock.windowTitle(), self._window.actions_table[prefix + name].trigger)
            twin.setObjectName(prefix + name)
