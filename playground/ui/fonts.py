"""The application's typeface: Inter from assets, the system's own for Chinese, figures that do not jump."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from playground import paths

BODY, LABEL, CAPTION, EPOCH = 13, 12, 11, 20
_CJK = (
    "PingFang SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
)


def load() -> list[str]:
    """Register the bundled fonts and return the families in order of preference; absent ones are left out."""
    present = set(QFontDatabase.families())
    if "Inter" not in present:
        for path in sorted((paths.assets_dir() / "fonts").glob("*.otf")):
            QFontDatabase.addApplicationFont(str(path))
        present = set(QFontDatabase.families())
    wanted = [family for family in ("Inter", *_CJK) if family in present]
    return wanted or QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).families()


def font(size: int = BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the application's font at `size` pixels."""
    made = QFont(QGuiApplication.font())
    made.setPixelSize(size)
    made.setWeight(weight)
    return made


def application_font() -> QFont:
    """Return the font for the whole application: 13 px, tabular figures, so that no number jumps when it changes."""
    made = QFont(load())
    made.setPixelSize(BODY)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def monospaced(size: int = LABEL) -> QFont:
    """Return the system's font for source, at `size` pixels."""
    made = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    made.setPixelSize(size)
    return made
