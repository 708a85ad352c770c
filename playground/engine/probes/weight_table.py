"""A part of one parameter as a table."""

from __future__ import annotations

import numpy as np

from playground.engine.operations import unit_axes
from playground.engine.probes.looked import looked_at
from playground.engine.run import Run


def weight_table(
    run: Run, node: str, parameter: str, row: int, column: int, rows: int, columns: int, network: str = ""
) -> dict[str, np.ndarray]:
    """The numbers of a parameter with a row for each unit; empty for a node without parameters.

    "values": float32 (r, c) from "first" (2,) on; "size" (2,): rows and columns of the whole table; "shape": the
    parameter's own, "axis": which of its axes the rows are; "named.<parameter>": an entry for each, in their order,
    "shown": the place of the one in "values".
    """
    module = dict(looked_at(run, network).named_children()).get(node)
    known = {name: value for name, value in module.named_parameters() if value.ndim} if module is not None else {}
    if module is None or not known:
        return {}
    name = parameter if parameter in known else next(iter(known))
    axis = unit_axes(module).get(name, 0)
    matrix = known[name].detach().movedim(axis, 0).flatten(1) if known[name].ndim > 1 else known[name].detach()[:, None]
    part = matrix[row : row + rows, column : column + columns].float().cpu().numpy().copy()
    return {
        "values": part,
        "first": np.array([row, column]),
        "size": np.array(matrix.shape),
        "shape": np.array(known[name].shape),
        "axis": np.array(axis),
        "shown": np.array(list(known).index(name)),
        **{f"named.{one}": np.array(value.shape) for one, value in known.items()},
    }
