"""Fixes as a person applies them: one undoable edit each."""

from __future__ import annotations

from playground.engine.events import Diagnostic
from playground.spec import fixes
from playground.spec.errors import SpecError
from playground.spec.fixes import Fix
from playground.ui import words
from playground.ui.document import Document
from playground.ui.engine_words import told


def mend(document: Document, problem: Diagnostic, fix: Fix) -> str:
    """Apply a fix to the variant that has the problem; return why it could not be done, "" when it was."""
    if problem.variant:
        document.show_variant(problem.variant)
    try:
        wanted = fixes.apply(document.shown, problem.network or document.network, fix)
        document.edit(label(fix), wanted)
    except SpecError as error:
        return words.sentence(f"{error.place} {error.message}")
    return ""


def label(fix: Fix) -> str:
    """What the button of a fix says, and the undo list."""
    return told(fix.label)
