"""Markdown as a part of a panel."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser

from playground.ui.theme import ThemeManager

INDENT, GAP, LIST_GAP, LINE_HEIGHT = 14, 8, 4, 112.0


class MarkdownText(QTextBrowser):
    """Markdown as tall as it is, in the colours of the theme."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes
        self._markdown = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setOpenLinks(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(INDENT)
        self.anchorClicked.connect(self._follow)
        themes.changed.connect(self._dress)

    def show_markdown(self, text: str) -> None:
        """Show another text."""
        if text != self._markdown:
            self._markdown = text
            self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 16)

    def _dress(self) -> None:
        theme = self._themes.theme
        self.document().setDefaultFont(self._themes.font())
        self.setMarkdown(self._markdown)
        self._space()
        self.setStyleSheet(f"QTextBrowser {{ color: {theme.value('secondary')}; background: transparent; }}")
        self._fit()

    def _space(self) -> None:
        """Set paragraphs and list items apart; Markdown comes without any space."""
        block = self.document().begin()
        while block.isValid():
            shape = block.blockFormat()
            listed = block.textList() is not None
            shape.setTopMargin(0)
            shape.setBottomMargin(LIST_GAP if listed else GAP if block.next().isValid() else 0)
            shape.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            QTextCursor(block).setBlockFormat(shape)
            block = block.next()

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(max(16, round(self.document().size().height()) + 2))

    def _follow(self, url: QUrl) -> None:
        if url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)
