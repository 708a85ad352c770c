"""Desktop: what lives as long as the program, and the window onto it, which is made anew in another language."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from playground.ui import language
from playground.ui.later import later
from playground.ui.main_window import MainWindow


class Desktop(QObject):
    """Owns studio and window. `window_changed(window)`: another window took the old one's place."""

    window_changed = Signal(object)

    def __init__(self, app: QApplication, window: MainWindow) -> None:
        super().__init__(app)
        self._app = app
        self.window = window
        self.studio = window.studio
        for owned in (self.studio.themes, self.studio.document, self.studio.runs):
            owned.setParent(self)
        window.language_chosen.connect(self._choose)

    def _choose(self, wanted: str) -> None:
        """Change once the menu or button that asked has returned; it belongs to the window that goes."""
        later(self, lambda: self.set_language(language.known(wanted)))

    def set_language(self, wanted: language.Language) -> None:
        """Show everything in another language: document, undo stack, run, layout and selection stay."""
        old = self.window
        if wanted == old.session.language:
            return
        old.session.language = wanted
        language.install(self._app, wanted)
        self.window = MainWindow(self.studio, old.session)
        self.window.language_chosen.connect(self._choose)
        self.window.take_over(old)
        self.window.setVisible(old.isVisible())
        self.window_changed.emit(self.window)
        old.hide()
        old.deleteLater()
