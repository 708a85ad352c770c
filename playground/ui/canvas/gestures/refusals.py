"""Why the model refuses an edit, as a sentence in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from playground.spec.errors import SpecError
from playground.spec.graph import Graph
from playground.ui.engine_words import told
from playground.ui.words import node_label


def sentence(graph: Graph, error: SpecError) -> str:
    """An error as a sentence that names the node by what its card shows."""
    network = QCoreApplication.translate("refusal", "The network")
    subject = node_label(graph.node(error.place)) if error.place in graph else error.place or network
    text = QCoreApplication.translate("refusal", "{0} {1}").format(subject, told(error.message))
    return (
        text[:1].upper() + text[1:] + ("" if text.endswith((".", "。")) else QCoreApplication.translate("engine", "."))
    )
