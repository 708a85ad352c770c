"""DataPanel: what the network learns from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QToolButton, QWidget

from playground.catalog.adapt import with_data
from playground.catalog.data.arrays import ArrayFile
from playground.catalog.data.files import CsvFile
from playground.catalog.kinds import Data
from playground.spec.entry import Entry, UnknownEntry
from playground.spec.params import Param
from playground.ui import words
from playground.ui.engine_words import told
from playground.ui.later import later
from playground.ui.model_import import SUFFIXES
from playground.ui.panels.augmentation import AugmentationSection
from playground.ui.panels.class_balance import ClassBalance
from playground.ui.panels.csv_panel import CsvPanel
from playground.ui.panels.data_sets import DataSets
from playground.ui.panels.experiment_rows import MOST_SEED, BatchRow, data_info
from playground.ui.panels.form import EntryForm, merged, problem_at
from playground.ui.panels.panel import Panel, Section
from playground.ui.panels.split import Split
from playground.ui.studio import Studio
from playground.ui.widgets import FormRow, button, label

NOISE = ("label_noise", "coord_noise", "train_share", "test_share")
DATA_FILES = "CSV, NumPy (*.csv *.tsv *.txt *.npy *.npz);;*"
"""What is offered where a file is asked for."""
TO_WINDOW = (".json", *SUFFIXES)
"""Files that are no tables."""
AROUND = 48
"""Free pixels above and below a data set that is scrolled to, so that its neighbours can be seen."""
HIDDEN = ("seed", "features", "scaling", *NOISE)


class DataPanel(Panel):
    """Data sets to choose from, noise and split, features, and tables of a person's own."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, parent)
        self.setObjectName("dataPanel")
        self.setAcceptDrops(True)
        self._forms: list[EntryForm] = []
        self._make_sets()
        self._make_csv()
        self._make_numbers()
        self._make_features()
        self.augmentation = AugmentationSection(studio)
        self.add_section(self.augmentation)
        self._make_seed()
        studio.document.changed.connect(self.show_experiment)
        studio.document.variant_changed.connect(self.show_experiment)
        studio.runs.planned.connect(self._show_detail)
        studio.runs.planned.connect(self._show_problem)
        studio.runs.planned.connect(self._show_augmentation)
        self.show_experiment()

    def open_csv(self, path: Path) -> None:
        """Look into a table, or into NumPy arrays, and learn from it; if that cannot be, a sentence says why."""
        self.show_section(self.csv, True)
        self._go_to(self.csv)
        self.csv.open(path)

    def show_experiment(self, *_: object) -> None:
        """Show what the document has, in place."""
        data = self.studio.document.shown.data
        before = self.sets.chosen
        self.sets.choose(None if isinstance(data, UnknownEntry) else type(data))
        if self.sets.chosen is not before:
            self.show_chosen()
        self._show_problem()
        for form in self._forms:
            form.set_entry(data)
        for name, row in self.numbers.rows.items():
            if name == "coord_noise" and isinstance(row, FormRow):
                row.set_label(self.tr("Coord. noise"))
            if name == "test_share":
                row.setVisible(getattr(self.studio.document.shown.objective, "tests", True))
        self.show_section(self._features_section, bool(self.features.rows))
        self.csv.show_entry(data if isinstance(data, CsvFile) else None)
        self.show_section(self.csv, not self.csv.isHidden())
        self._show_detail()
        self._show_augmentation()

    def show_chosen(self) -> None:
        """Scroll to the chosen data set, once the panel has made room for all of them."""
        later(self, self._reveal)

    def _reveal(self) -> None:
        chosen = self.sets.chosen
        if chosen is not None:
            self.ensureWidgetVisible(chosen, 0, AROUND)

    # --- putting together ----------------------------------------------------------------------------------

    def _make_sets(self) -> None:
        self._sets_section = Section(self.tr("Points"))
        self.sets = DataSets(self.studio.themes)
        self.sets.picked.connect(self._pick)
        self._problem = label("", "problem", wrap=True)
        self.open_button = button(
            self.tr("Open a CSV or NumPy file…"),
            "small",
            self.tr("Learn from a table or from arrays of your own; files can also be dropped here."),
        )
        self.open_button.clicked.connect(self._ask_for_csv)
        self.sets.more.content.addWidget(label(self.tr("Your files"), "label"))
        self.sets.more.content.addWidget(self.open_button)
        self._sets_section.add(self._problem, self.sets)
        self.add_section(self._sets_section)

    def _make_csv(self) -> None:
        self.csv = CsvPanel(self.studio)
        self.csv.read.connect(self._csv_read)
        self.add_section(self.csv)

    def _make_numbers(self) -> None:
        section = self._numbers_section = Section()
        self.numbers = self._form(self._is_noise_or_split, first=NOISE)
        self.batch = BatchRow(self.studio)
        self.others = self._form(self._is_other)
        self.balance = ClassBalance(self.studio)
        self.split = Split(self.studio)
        section.add(self.numbers, self.split, self.batch, self.others, self.balance)
        self.add_section(section)

    def _make_features(self) -> None:
        self._features_section = Section(self.tr("Features"))
        self.features = self._form(lambda name, _meta: name == "features")
        self._features_section.add(self.features)
        self.add_section(self._features_section)

    def _make_seed(self) -> None:
        section = Section(self.tr("Draw"))
        self.seed = self._form(self._is_of_the_draw, first=("scaling", "seed"))
        self.regenerate = QToolButton()
        self.regenerate.setToolTip(self.tr("Draw and split anew, with the next data seed."))
        self.regenerate.setAccessibleName(self.tr("New data"))
        self.studio.themes.bind_icon(self.regenerate, "dice", "secondary", 18)
        self.regenerate.clicked.connect(self._regenerate)
        section.header.add(self.regenerate)
        section.add(self.seed)
        self.add_section(section)

    def _form(self, keep: Any, first: tuple[str, ...] = ()) -> EntryForm:
        form = EntryForm(self.studio, keep=keep, first=first, place="data")
        form.edited.connect(self._edited)
        form.released.connect(self.studio.document.end_merge)
        self._forms.append(form)
        return form

    def _is_noise_or_split(self, name: str, _meta: Param) -> bool:
        """Noise, and the split: where all samples are on both sides there is none."""
        return name in NOISE and not (
            name == "train_share" and getattr(self.studio.document.shown.data, "masked", False)
        )

    def _is_other(self, name: str, _meta: Param) -> bool:
        return name not in HIDDEN and not isinstance(self.studio.document.shown.data, CsvFile)

    def _is_of_the_draw(self, name: str, _meta: Param) -> bool:
        """The seed, and how quantities are scaled: symbols and samples of parts never are."""
        data = self.studio.document.shown.data
        whole = not getattr(data, "symbols", ()) and not getattr(data, "parts", ())
        return name == "seed" or (name == "scaling" and whole)

    # --- what a person does --------------------------------------------------------------------------------

    def _pick(self, cls: type[Data]) -> None:
        old = self.studio.document.shown.data
        if type(old) is cls:
            self.sets.choose(cls)
            return
        label = self.tr("Change data to {0}").format(words.title(cls))
        self._set_data(label, cast(Data, merged(old, cls, changed_only=True)))

    def _edited(self, entry: Entry, merge_key: str) -> None:
        old = self.studio.document.shown.data.values()
        name = next((name for name, value in entry.values().items() if old.get(name) != value), "")
        label = words.change_of(name, type(entry)) if name else self.tr("Change data")
        self._set_data(label, cast(Data, entry), f"data.{merge_key}" if merge_key else "")

    def _set_data(self, label: str, data: Data, merge_key: str = "") -> None:
        document = self.studio.document
        old = document.experiment.data
        if type(old) is type(data) and getattr(old, "task", "") == data.task:
            document.edit(label, replace(document.shown, data=data), merge_key)
        else:
            document.commit(label, with_data(document.experiment, data))

    def _regenerate(self) -> None:
        data = self.studio.document.shown.data
        if not isinstance(data, UnknownEntry):
            seed = (int(data.values().get("seed", 0)) + 1) % (MOST_SEED + 1)
            self._set_data(self.tr("New data"), cast(Data, data.with_values(seed=seed)))

    def _csv_read(self, entry: CsvFile | ArrayFile, text: str) -> None:
        fresh = type(self.studio.document.shown.data) is not type(entry)
        self._set_data(text, entry)
        if fresh:
            self._go_to(self.csv if isinstance(entry, CsvFile) else self._numbers_section)

    def _go_to(self, section: QWidget) -> None:
        """Scroll to how a file is read, once the panel has made room for it."""
        later(self, lambda: self.verticalScrollBar().setValue(section.y()))

    def _ask_for_csv(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Open a CSV or NumPy file"), str(Path.home()), DATA_FILES)
        if name:
            self.open_csv(Path(name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.open_csv(path)

    # --- what is shown -------------------------------------------------------------------------------------

    @property
    def problem(self) -> str:
        """What is shown to be wrong with the data as a whole."""
        return self._problem.text()

    def _show_problem(self) -> None:
        found = problem_at(self.studio, "data")
        if isinstance(self.studio.document.shown.data, UnknownEntry):
            said = self.tr("This version does not know these data; choose others to train.")
        else:
            said = f"{words.sentence(found.message)} {told(found.hint)}".strip() if found else ""
        self._problem.setText(said)
        self._problem.setVisible(bool(said))

    def _show_augmentation(self) -> None:
        self.show_section(self.augmentation, self.augmentation.show_value())

    def _show_detail(self) -> None:
        data, info = self.studio.document.shown.data, data_info(self.studio)
        if getattr(data, "masked", False):
            nodes = words.count(info.places[0]) if info is not None and info.places else ""
            self._sets_section.header.set_detail(self.tr("{0} nodes").format(nodes) if nodes else "")
            return
        total = (sum(info.split) or info.train + info.validation) if info is not None else data.values().get("n")
        share = data.values().get("train_share")
        parts = [words.count(total)] if isinstance(total, int) else []
        if isinstance(share, float):
            parts.append(self.tr("{0} train").format(words.percent(share)))
        self._sets_section.header.set_detail(" · ".join(parts))


def _dropped(event: QDragEnterEvent | QDropEvent) -> Path | None:
    """The file of data that is dragged; experiments and models are left to the window."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() not in TO_WINDOW else None
