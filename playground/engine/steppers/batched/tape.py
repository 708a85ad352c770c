"""A computation on tensors recorded as the operations that it comes to, which are repeated without the way there."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch
from torch import fx
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves, tree_map

Act = Callable[..., Sequence[torch.Tensor]]
UNSTEADY = (torch.Tag.data_dependent_output, torch.Tag.dynamic_output_shape, torch.Tag.nondeterministic_seeded)
"""Operations whose repetition would not do the same for other numbers, or which draw some."""


def recorded(act: Act, given: Sequence[torch.Tensor]) -> Act:
    """What does as `act(*given)` does for other tensors of the same shapes; all else that it uses stays in its place.

    It is run once for that.

    Raises:
        RuntimeError: it depends on numbers in another way, or on chance.
    """
    recorder = _Recorder(given)
    with recorder:
        results = act(*given)
    return recorder.repeated(results)


class _Recorder(TorchDispatchMode):  # type: ignore[no-untyped-call]  # torch leaves it untyped
    """Sees the operations below vmap and autograd; views of tensors that stay in their place are taken once."""

    def __init__(self, given: Sequence[torch.Tensor]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # as above
        self._graph = fx.Graph()
        self._nodes: dict[int, fx.Node] = {}
        self._constants: list[torch.Tensor] = []
        self._steady: set[int] = set()
        self._alive: list[torch.Tensor] = []  # or else an id could be that of another tensor later
        self._first: fx.Node | None = None
        for place, tensor in enumerate(given):
            self._name(tensor, self._graph.placeholder(f"given{place}"))
        self._first = next(iter(self._graph.nodes))

    @classmethod
    def _should_skip_dynamo(cls) -> bool:
        """Whether the compiler is told to stay away, for which PyTorch would load it; nothing here is compiled."""
        return False

    def _name(self, tensor: torch.Tensor, node: fx.Node) -> None:
        self._alive.append(tensor)
        self._nodes[id(tensor)] = node

    def _node(self, value: Any) -> Any:
        if not isinstance(value, torch.Tensor):
            return value
        if id(value) not in self._nodes:
            with self._graph.inserting_before(self._first):
                self._name(value, self._graph.placeholder(f"constant{len(self._constants)}"))
            self._steady.add(id(value))
            self._constants.append(value.detach())
        return self._nodes[id(value)]

    def __torch_dispatch__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: Mapping[str, Any] | None = None
    ) -> Any:
        if any(tag in func.tags for tag in UNSTEADY):
            raise RuntimeError(f"{func} cannot be repeated")
        result = func(*args, **(kwargs or {}))
        if func.is_view and isinstance(result, torch.Tensor) and self._is_known(args[0], result):
            return result
        node = self._graph.call_function(func, tree_map(self._node, args), tree_map(self._node, dict(kwargs or {})))
        if isinstance(result, torch.Tensor):
            self._name(result, node)
            return result
        for place, part in enumerate(tree_leaves(result)):
            if isinstance(part, torch.Tensor):
                self._name(part, self._graph.call_function(operator.getitem, (node, place)))
        return result

    def _is_known(self, base: torch.Tensor, view: torch.Tensor) -> bool:
        """Whether a view need not be taken again: it is of something that stays, or the same as what it is of."""
        if id(base) not in self._nodes or id(base) in self._steady:
            self._alive.append(view)
            return True
        same = base.shape == view.shape and base.stride() == view.stride() and base.dtype == view.dtype
        if same and base.storage_offset() == view.storage_offset():
            self._name(view, self._nodes[id(base)])
            return True
        return False

    def repeated(self, results: Sequence[torch.Tensor]) -> Act:
        """The operations as a function."""
        self._graph.output(tuple(self._node(result) for result in results))
        constants = self._constants
        again = fx.GraphModule(torch.nn.Module(), self._graph).forward

        def repeat(*given: torch.Tensor) -> Sequence[torch.Tensor]:
            found: Sequence[torch.Tensor] = again(*constants, *given)
            return found

        return repeat
