"""What can be typed: commands, options and their help. No Qt, torch or catalog here."""

from __future__ import annotations

import argparse
import math
import re
from collections.abc import Callable
from typing import NoReturn

from playground import __version__
from playground.cli.mistake import Mistake, nearest

EXPORTS = ("script", "networks", "safetensors", "pt", "history")
DEVICES = ("auto", "cpu", "cuda", "mps")
FILE_HELP = "an experiment file, or the id of a lesson (see `nnplayground presets`)"


class Parser(argparse.ArgumentParser):
    """An argument parser that tells a mistake in one line."""

    def error(self, message: str) -> NoReturn:
        raise Mistake(f"{message} (see {self.prog} --help)")


def parse(argv: list[str]) -> argparse.Namespace:
    """Turn arguments into a namespace whose `module` is the command that runs them.

    Raises:
        Mistake: an argument is missing, unknown or has a value it may not have.
        SystemExit: after --help or --version.
    """
    if argv and argv[0] in COMMANDS:
        return command_parser(argv[0]).parse_args(argv[1:])
    arguments, more = _main().parse_known_args(argv)
    if more:
        raise Mistake(_too_much(arguments.file, more))
    return arguments


def _too_much(file: str | None, more: list[str]) -> str:
    """What to say to arguments that the window does not take: perhaps a command was mistyped."""
    if file and (meant := nearest(file, COMMANDS)):
        return f"there is no command called {file!r}{meant}"
    return f"unrecognized arguments: {' '.join(more)} (see nnplayground --help)"


def command_parser(name: str) -> Parser:
    """The parser of one command."""
    summary, build = COMMANDS[name]
    parser = _parser(f"nnplayground {name}", summary)
    parser.set_defaults(module=f"playground.cli.{name}")
    build(parser)
    return parser


def _parser(prog: str, description: str, epilog: str = "") -> Parser:
    return Parser(
        prog=prog,
        description=description,
        epilog=epilog,
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _main() -> Parser:
    told = [(name, summary) for name, (summary, _) in COMMANDS.items() if name != "engine"]
    commands = "\n".join(f"  {name:<11} {summary}" for name, summary in told)
    parser = _parser(
        "nnplayground",
        "Build, train, watch and export neural networks.\n\n"
        "Without a command the window opens, on FILE or on the last experiment. Without a display, or without the\n"
        "system libraries that Qt needs, the same lesson trains here and leaves its results in a folder.",
        f"commands:\n{commands}\n\n{EXAMPLES}",
    )
    parser.set_defaults(module="playground.cli.window")
    parser.add_argument("file", metavar="FILE", nargs="?", help=FILE_HELP)
    parser.add_argument("--self-test", action="store_true", help="open the window, train, draw 50 frames and leave")
    parser.add_argument("--version", action="version", version=f"nnplayground {__version__}")
    return parser


EXAMPLES = """examples:
  nnplayground                                     open the window
  nnplayground overfit-vs-dropout                  open a lesson
  nnplayground train learning-rate --epochs 50     train without a window
  nnplayground train mine.json --set optimizer.lr=0.1 --out results --json
  nnplayground export mine.json --to script -o mine.py

`nnplayground COMMAND --help` tells more. The exit code is 0, or 2 when something asked for cannot be done."""


# --- commands ------------------------------------------------------------------------------------------------------


def _presets(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help='print a list of {"id", "title", "topic", "path"}')


def _describe(parser: Parser) -> None:
    _file(parser)
    _variant(parser, "the variant to describe (the first)")
    parser.add_argument("--json", action="store_true", help='print {"networks": {name: {"parameters", "macs", …}}}')


def _compare(parser: Parser) -> None:
    _file(parser)
    parser.add_argument("other", metavar="OTHER", help="the experiment to compare with, a file or the id of a lesson")
    _variant(parser, "the variant of both to compare (the first of each)")
    parser.add_argument("--json", action="store_true", help='print {"networks": {name: {"added", "removed", …}}, …}')


def _train(parser: Parser) -> None:
    _file(parser)
    _epochs(parser, 1, "train for so many epochs (as the file says)")
    parser.add_argument(
        "--seed", type=_whole(0, 2**31 - 1), metavar="S", help="seed of initial weights and batch order"
    )
    parser.add_argument("--device", choices=DEVICES, help="where to train (as the file says)")
    parser.add_argument(
        "--out",
        metavar="DIR",
        help="write experiment.json, history.csv and the weights of each variant there, and checkpoint.pt as it goes",
    )
    parser.add_argument(
        "--resume", action="store_true", help="go on from the checkpoint in DIR, bit for bit; --epochs may be more"
    )
    parser.add_argument(
        "--distributed",
        dest="module",
        action="store_const",
        const="playground.cli.distributed",
        help="share each batch among processes, those that torchrun has started or else new ones on this machine; "
        "batch norm and dropout work on each share for itself",
    )
    parser.add_argument(
        "--processes",
        type=_whole(1, 1024),
        metavar="N",
        help="how many to start with --distributed (one for each GPU; without a GPU 2)",
    )
    _set(parser)
    parser.add_argument("--json", action="store_true", help="print the results as one line of JSON at the end")


def _range(parser: Parser) -> None:
    _file(parser)
    _variant(parser, "the variant to try out (the first)")
    parser.add_argument("--low", type=_rate, default=1e-5, metavar="RATE", help="the first rate (1e-5)")
    parser.add_argument("--high", type=_rate, default=10.0, metavar="RATE", help="the last rate (10)")
    parser.add_argument("--steps", type=_whole(10, 10_000), default=100, metavar="N", help="steps between them (100)")
    parser.add_argument("--seconds", type=_rate, metavar="S", help="how long it may compute (2)")
    _set(parser)
    parser.add_argument("--json", action="store_true", help='print {"rates", "losses", "smoothed", "suggested", …}')


def _export(parser: Parser) -> None:
    _file(parser)
    parser.add_argument("--to", choices=EXPORTS, required=True, help="what to write")
    parser.add_argument("-o", "--out", metavar="PATH", required=True, help="the file to write")
    _epochs(parser, 0, "train for so many epochs first; 0 leaves the network untrained (as the file says)")
    _variant(parser, "the variant to export (the first)")


def _import(parser: Parser) -> None:
    parser.set_defaults(module="playground.cli.importing")  # import is a word of Python
    parser.add_argument("model", metavar="MODEL", help="a model: .pt2 of torch.export, or .onnx")
    parser.add_argument("-o", "--out", metavar="PATH", help="the experiment to write (beside the model)")
    parser.add_argument("--force", action="store_true", help="write over files that are there")
    parser.add_argument(
        "--json", action="store_true", help='print {"experiment", "layers", "parameters", "unknown", …}'
    )


def _screenshot(parser: Parser) -> None:
    _file(parser)
    _epochs(parser, 0, "train for so many epochs first (0)")
    parser.add_argument("--size", type=_size, default=(1600, 1000), metavar="WxH", help="size in pixels (1600x1000)")
    parser.add_argument("--theme", choices=("light", "dark"), default="light", help="colours (light)")
    parser.add_argument("--language", choices=("en", "zh_CN"), default="en", help="language of the window (en)")
    parser.add_argument(
        "--dock", dest="docks", action="append", default=[], metavar="NAME", help="bring a dock to the front"
    )
    parser.add_argument("-o", "--out", metavar="PNG", required=True, help="the picture to write")


def _doctor(parser: Parser) -> None:
    parser.add_argument(
        "--json", action="store_true", help='print a list of {"name", "ok", "required", "detail", "mend"}'
    )


def _bench(parser: Parser) -> None:
    parser.add_argument("--quick", action="store_true", help="fewer and shorter rounds: about three minutes")
    parts = ("training", "scaling", "start", "window")
    parser.add_argument("--only", action="append", choices=parts, help="measure this alone; may be repeated")
    parser.add_argument(
        "--json", action="store_true", help='print {"figures": [{"name", "value", "spread", "unit", "goal", "met"}]}'
    )


def _engine(_parser: Parser) -> None:
    """No arguments."""


COMMANDS: dict[str, tuple[str, Callable[[Parser], None]]] = {
    "train": ("train an experiment without a window", _train),
    "range": ("try out learning rates, and suggest one", _range),
    "describe": ("show shapes, parameters and problems of the networks", _describe),
    "compare": ("show what differs between two experiments", _compare),
    "export": ("train, then write a script, weights or the history", _export),
    "import": ("make an experiment of an ONNX or PyTorch model", _import),
    "presets": ("list the lessons", _presets),
    "screenshot": ("draw the window into a picture, off screen", _screenshot),
    "doctor": ("check this machine and say how to mend what is missing", _doctor),
    "bench": ("measure how fast this machine trains, starts and draws", _bench),
    "engine": ("the training process behind the window; it speaks frames over stdin and stdout", _engine),
}


# --- arguments -----------------------------------------------------------------------------------------------------


def _file(parser: Parser) -> None:
    parser.add_argument("file", metavar="FILE", help=FILE_HELP)


def _epochs(parser: Parser, least: int, text: str) -> None:
    parser.add_argument("--epochs", type=_whole(least, 10_000_000), metavar="N", help=text)


def _set(parser: Parser) -> None:
    parser.add_argument(
        "--set",
        dest="changes",
        action="append",
        default=[],
        type=_setting,
        metavar="PATH=VALUE",
        help="set a value by its path, such as optimizer.lr=0.1 or networks.model.nodes.hidden1.layer.out_features=8; "
        "may be repeated",
    )


def _variant(parser: Parser, text: str) -> None:
    parser.add_argument("--variant", metavar="NAME", help=text)


def _whole(least: int, most: int) -> Callable[[str], int]:
    def whole(text: str) -> int:
        if not re.fullmatch(r"\d{1,10}", text) or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"needs a whole number from {least} to {most}, not {text!r}")
        return int(text)

    return whole


def _rate(text: str) -> float:
    try:
        found = float(text)
    except ValueError:
        found = math.nan
    if not 0 < found <= 1e6:
        raise argparse.ArgumentTypeError(f"needs a number above 0, not {text!r}")
    return found


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{1,5})[xX×](\d{1,5})", text)
    width, height = (int(found[1]), int(found[2])) if found else (0, 0)
    if not (320 <= width <= 8192 and 240 <= height <= 8192):
        raise argparse.ArgumentTypeError(f"needs WIDTHxHEIGHT from 320x240 to 8192x8192, not {text!r}")
    return width, height


def _setting(text: str) -> tuple[str, str]:
    path, sign, value = text.partition("=")
    if not sign or not path:
        raise argparse.ArgumentTypeError(f"needs PATH=VALUE, such as optimizer.lr=0.1, not {text!r}")
    return path, value
