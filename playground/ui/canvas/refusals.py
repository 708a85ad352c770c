"""Why the model refuses an edit, as a sentence in the window's language."""

from __future__ import annotations

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from playground.spec.errors import SpecError
from playground.spec.graph import Graph
from playground.ui.words import node_label

MESSAGES = (
    QT_TRANSLATE_NOOP("refusal", "would feed itself; a network must flow one way"),
    QT_TRANSLATE_NOOP("refusal", "takes no input"),
    QT_TRANSLATE_NOOP("refusal", "takes no input, so it cannot stand in the middle of an edge"),
    QT_TRANSLATE_NOOP("refusal", "has {n} input"),
    QT_TRANSLATE_NOOP("refusal", "has {n} inputs"),
    QT_TRANSLATE_NOOP("refusal", "has an input already; delete that edge first, or use Add or Concat"),
    QT_TRANSLATE_NOOP("refusal", "has an edge from there already"),
    QT_TRANSLATE_NOOP("refusal", "has nothing behind it"),
    QT_TRANSLATE_NOOP("refusal", "has no input, so it stays at the start"),
    QT_TRANSLATE_NOOP("refusal", "stays at the start"),
    QT_TRANSLATE_NOOP("refusal", "stays at the end"),
    QT_TRANSLATE_NOOP("refusal", "stands at that edge already"),
    QT_TRANSLATE_NOOP("refusal", "is no node of this network"),
    QT_TRANSLATE_NOOP("refusal", "is no edge of this network"),
    QT_TRANSLATE_NOOP("refusal", "already has {n} nodes, the most that are allowed"),
    QT_TRANSLATE_NOOP("refusal", "already has {n} edges, the most that are allowed"),
    QT_TRANSLATE_NOOP("refusal", "may have at most {n} edges"),
)
"""What the model says of a node, or of the network; "{n}" stands for a number."""


def sentence(graph: Graph, error: SpecError) -> str:
    """An error as a sentence that names the node by what its card shows."""
    network = QCoreApplication.translate("refusal", "The network")
    subject = node_label(graph.node(error.place)) if error.place in graph else error.place or network
    text = QCoreApplication.translate("refusal", "{0} {1}").format(subject, said(error.message))
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "。")) else ".")


def said(message: str) -> str:
    """A message of the model in the window's language."""
    numbers = iter(re.findall(r"\d+", message))
    template = QCoreApplication.translate("refusal", re.sub(r"\d+", "{n}", message))
    return re.sub(r"\{n\}", lambda _: QLocale().toString(int(next(numbers))), template)
