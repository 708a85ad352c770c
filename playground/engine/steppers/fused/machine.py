"""LLVM's language to machine code for this processor."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import lru_cache
from threading import Lock
from typing import Any

from llvmlite import binding

EFFORT = 1
"""How hard LLVM tries, of 3; more takes longer and gains nothing on code that is vectors already."""


KEPT = 64
"""Modules that are remembered: variants of one shape, and a run that starts anew, share their code."""
_ONE_AT_A_TIME = Lock()


def compiled(text: str, names: tuple[str, ...]) -> Compiled:
    """The machine code of a module, from memory where it was compiled before; see `Compiled`."""
    with _ONE_AT_A_TIME:
        return _compiled(text, names)


@lru_cache(maxsize=KEPT)
def _compiled(text: str, names: tuple[str, ...]) -> Compiled:
    return Compiled(text, names)


class Compiled:
    """A module of machine code and its functions `void name(ptr table)`."""

    def __init__(self, text: str, names: tuple[str, ...]) -> None:
        """Compile.

        Raises:
            RuntimeError: LLVM does not take it, or has no code for this processor.
        """
        binding.initialize_native_target()
        binding.initialize_native_asmprinter()
        module = binding.parse_assembly(text)
        machine = binding.Target.from_default_triple().create_target_machine(
            cpu=binding.get_host_cpu_name(), features=binding.get_host_cpu_features().flatten(), opt=EFFORT
        )
        options = binding.create_pipeline_tuning_options(speed_level=EFFORT)
        builder = binding.create_pass_builder(machine, options)
        builder.getModulePassManager().run(module, builder)
        self._engine: Any = binding.create_mcjit_compiler(module, machine)
        self._engine.finalize_object()
        kind = ctypes.CFUNCTYPE(None, ctypes.c_void_p)
        self.functions: dict[str, Callable[[int], None]] = {
            name: kind(self._engine.get_function_address(name)) for name in names
        }
