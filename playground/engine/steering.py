"""Control: what the driver of a training has asked for and the training has not done yet."""

from __future__ import annotations

from playground.engine.control import Ask, Knobs, Pause, Play, Request, Speed, Stop
from playground.spec.experiment import Experiment
from playground.spec.parse import from_json


class Control:
    """Plain requests, read by the trainer between chunks. A fresh one runs to the end at full speed.

    `wait` says, after the trainer yielded None, how many seconds the driver may sleep; None: until the next request.
    `unseen` says that a request came since the trainer last looked, so that the driver may not sleep yet.
    """

    def __init__(self, play: bool = True, speed: float = 0.0) -> None:
        self.running = play
        self.stopped = False
        self.speed = speed
        self.wait: float | None = None
        self.unseen = False
        self._order = Play() if play else None
        self._asks: dict[tuple[str, str], Ask] = {}
        self._answered: set[tuple[str, str]] = set()
        self._knobs: Experiment | None = None

    def take(self, request: Request) -> None:
        """Note a request.

        Raises:
            SpecError: the experiment of `Knobs` is not valid.
        """
        self.unseen = True
        match request:
            case Play():
                self.running, self._order = True, request
            case Pause():
                self.running = False
            case Stop():
                self.stopped = True
            case Speed():
                self.speed = max(0.0, request.steps_per_second)
            case Ask():
                self._asks[request.key, request.variant] = request
            case Knobs():
                self._knobs = from_json(request.experiment)

    def new_order(self) -> Play | None:
        """The last Play that the trainer has not seen."""
        order, self._order = self._order, None
        return order

    def new_knobs(self) -> Experiment | None:
        """The last edited experiment that the trainer has not seen."""
        knobs, self._knobs = self._knobs, None
        return knobs

    def new_asks(self, most: int | None = None) -> list[Ask]:
        """The questions that nobody has answered: those asked for the first time, and at most so many others."""
        again = [place for place in self._asks if place in self._answered]
        places = [*(place for place in self._asks if place not in self._answered), *again[:most]]
        self._answered.update(places)
        return [self._asks.pop(place) for place in places]
