"""Colours for Python source: keywords, texts, numbers, comments and names being defined."""

from __future__ import annotations

import keyword
import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from playground.ui.tokens import Theme

_PARTS = re.compile(
    r'(?P<text>"""|"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\')'
    r"|(?P<comment>#.*)"
    r"|(?P<defined>(?<=def )\w+|(?<=class )\w+)"
    rf"|(?P<keyword>\b(?:{'|'.join(keyword.kwlist)})\b)"
    r"|(?P<number>\b\d[\d_.]*(?:e[+-]?\d+)?\b)"
)
_ROLES = {
    "text": "good_text",
    "comment": "secondary",
    "defined": "text",
    "keyword": "accent",
    "number": "warning_text",
}
PLAIN, QUOTED = 0, 1


class PythonColors(QSyntaxHighlighter):
    """Colours one document; a triple-quoted text may go over several lines."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._formats: dict[str, QTextCharFormat] = {}
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        for part, role in _ROLES.items():
            style = QTextCharFormat()
            style.setForeground(theme.color(role))
            if part == "defined":
                style.setFontWeight(QFont.Weight.DemiBold)
            self._formats[part] = style
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:  # noqa: N802  # Qt's name
        start = 0
        if self.previousBlockState() == QUOTED:
            start = self._quoted(text, 0)
            if start < 0:
                return
        self.setCurrentBlockState(PLAIN)
        while found := _PARTS.search(text, start):
            if found[0] == '"""':
                start = self._quoted(text, found.start(), found.end())
                if start < 0:
                    return
                continue
            part = str(found.lastgroup)
            self.setFormat(found.start(), found.end() - found.start(), self._formats[part])
            start = found.end()

    def _quoted(self, text: str, start: int, inside: int = 0) -> int:
        """Colour a triple-quoted text from `start`; return where it ends, −1 when on a later line."""
        end = text.find('"""', inside)
        stop = len(text) if end < 0 else end + 3
        self.setFormat(start, stop - start, self._formats["text"])
        self.setCurrentBlockState(QUOTED if end < 0 else PLAIN)
        return -1 if end < 0 else stop
