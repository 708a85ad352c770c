"""The language of the window: English as written in the source, or a translation from assets."""

from __future__ import annotations

from typing import Literal, cast, get_args

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from playground import paths

Language = Literal["system", "en", "zh_CN"]
"""What a person may choose."""
OWN_NAMES = {"en": "EN", "zh_CN": "中文"}
"""Each language there is, as its own speakers call it in few letters."""
_MARK = "nnplayground-language"
"""Names our translators, so that they are found and taken out again."""


def known(text: str) -> Language:
    """`text` as a choice; what is none means the system's language."""
    return cast(Language, text) if text in get_args(Language) else "system"


def in_force(wanted: Language) -> str:
    """ "en" or "zh_CN": the choice itself, or the first of the system's languages that there is."""
    if wanted != "system":
        return wanted
    for tag in QLocale.system().uiLanguages():
        short = tag.replace("_", "-").split("-")[0]
        if short in ("zh", "en"):
            return "zh_CN" if short == "zh" else "en"
    return "en"


def shown() -> str:
    """The language that was installed last, "en" before."""
    app = QCoreApplication.instance()
    return str(app.property(_MARK) or "en") if app is not None else "en"


def install(app: QCoreApplication, wanted: Language) -> str:
    """Translate what is said from now on, Qt's own buttons too, and write numbers as is usual there.

    Returns the language in force. What is shown already keeps its words until it is made anew.
    """
    for old in app.findChildren(QTranslator, _MARK):
        app.removeTranslator(old)
        old.deleteLater()
    language = in_force(wanted)
    app.setProperty(_MARK, language)
    system = QLocale.system()  # "C" stands for no choice, and would group no digits
    of_system = wanted == "system" and system.language() != QLocale.Language.C
    QLocale.setDefault(system if of_system else QLocale(language))
    if language != "en":
        _add(app, f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        _add(app, f"nnplayground_{language}", str(paths.assets_dir() / "translations"))
    return language


def _add(app: QCoreApplication, name: str, folder: str) -> None:
    translator = QTranslator(app)
    translator.setObjectName(_MARK)
    if translator.load(name, folder):
        app.installTranslator(translator)
    else:
        translator.deleteLater()
