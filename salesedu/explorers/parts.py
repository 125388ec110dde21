"""The parts of an explorer: controls, figures, a view, a prediction.

Everything is frozen, checks itself when made, and turns into plain JSON with ``as_dict()``, so
that one description serves the page, JupyterLab and the printed book.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from numbers import Real

__all__ = ["Choice", "Explorer", "Kpi", "Prediction", "Slider", "Toggle", "View"]

LARGEST = 1e15  # no control goes there; also keeps NaN and infinity out
Value = float | int | str | bool


@dataclass(frozen=True)
class Slider:
    """A number between two ends, in fixed steps; `unit` is shown behind it."""

    name: str
    label: str
    minimum: float
    maximum: float
    step: float
    value: float
    unit: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if not (self.step > 0 and self.minimum < self.maximum):
            raise ValueError(f"slider {self.name!r} needs a minimum below its maximum and a step.")
        for end in (self.value, self.maximum):
            self.read(end)

    @property
    def whole(self) -> bool:
        """Whether all its values are whole numbers."""
        return float(self.minimum).is_integer() and float(self.step).is_integer()

    def read(self, value: object) -> float | int:
        """The value on the slider's grid; JSON may have turned 54 into 54.0, or 0.3 into
        0.30000000000000004."""
        if isinstance(value, bool) or not isinstance(value, Real) or not -LARGEST < value < LARGEST:
            raise ValueError(f"{self.label} needs a number, not {_shown(value)}.")
        steps = round((value - self.minimum) / self.step)
        nearest = self.minimum + steps * self.step
        if abs(nearest - value) > 1e-6 * self.step:
            raise ValueError(f"{self.label} moves in steps of {self.step:g}, not to {value:g}.")
        if not self.minimum - 1e-9 <= nearest <= self.maximum + 1e-9:
            raise ValueError(f"{self.label} runs from {self.minimum:g} to {self.maximum:g}, not to {value:g}.")
        return int(nearest) if self.whole else round(nearest, 9)

    def as_dict(self) -> dict:
        return {
            "kind": "slider",
            "name": self.name,
            "label": self.label,
            "minimum": self.minimum,
            "maximum": self.maximum,
            "step": self.step,
            "value": self.value,
            "unit": self.unit,
            "note": self.note,
        }


@dataclass(frozen=True)
class Choice:
    """One of a few options, each a (value, label) pair."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    value: str

    def __post_init__(self) -> None:
        self.read(self.value)

    def read(self, value: object) -> str:
        """The value, when it is one of the options."""
        known = [option for option, _ in self.options]
        if value not in known:
            raise ValueError(f"{self.label} has no option {_shown(value)}; choose {', '.join(known)}.")
        return str(value)

    def as_dict(self) -> dict:
        return {
            "kind": "choice",
            "name": self.name,
            "label": self.label,
            "options": [list(option) for option in self.options],
            "value": self.value,
        }


@dataclass(frozen=True)
class Toggle:
    """On or off."""

    name: str
    label: str
    value: bool

    def read(self, value: object) -> bool:
        """The value, when it is on or off."""
        if not isinstance(value, bool):
            raise ValueError(f"{self.label} is on or off, not {_shown(value)}.")
        return value

    def as_dict(self) -> dict:
        return {"kind": "toggle", "name": self.name, "label": self.label, "value": self.value}


@dataclass(frozen=True)
class Kpi:
    """One figure above the chart, already written out; the decisive one has `lead`."""

    name: str
    label: str
    value: str
    note: str = ""
    lead: bool = False

    def as_dict(self) -> dict:
        return {
            "name": self.name,
            "label": self.label,
            "value": self.value,
            "note": self.note,
            "lead": self.lead,
        }


@dataclass(frozen=True)
class View:
    """What an explorer shows for one set of control values."""

    kpis: tuple[Kpi, ...]
    chart: dict
    reading: str

    def __post_init__(self) -> None:
        if not 1 <= len(self.kpis) <= 4 or sum(kpi.lead for kpi in self.kpis) != 1:
            raise ValueError("a view has one to four figures, one of them in the lead.")
        if not self.reading.strip() or not self.chart.get("description", "").strip():
            raise ValueError("a view needs a reading, and its chart a description.")

    def as_dict(self) -> dict:
        return {
            "kpis": [kpi.as_dict() for kpi in self.kpis],
            "chart": self.chart,
            "reading": self.reading,
        }


@dataclass(frozen=True)
class Prediction:
    """A guess asked for before anything is moved; `values` are what the controls jump to."""

    prompt: str
    choices: tuple[str, ...]
    values: Mapping[str, Value]
    right: int
    because: str

    def __post_init__(self) -> None:
        if len(self.choices) < 2 or not 0 <= self.right < len(self.choices):
            raise ValueError("a prediction needs two choices or more, one of them right.")

    def as_dict(self) -> dict:
        return {
            "prompt": self.prompt,
            "choices": list(self.choices),
            "values": dict(self.values),
            "right": self.right,
            "because": self.because,
        }


@dataclass(frozen=True)
class Explorer:
    """One model a learner can play with.

    ``paint`` takes the control values as keyword arguments and returns a `View`. It must give
    a sensible view for every value its controls can reach, the extremes included.
    """

    id: str
    chapter: str
    title: str
    dutch: str
    question: str
    try_this: str
    concepts: tuple[str, ...]
    section: str
    controls: tuple[Slider | Choice | Toggle, ...]
    paint: Callable[..., View]
    prediction: Prediction | None = None

    def __post_init__(self) -> None:
        names = [control.name for control in self.controls]
        if not 1 <= len(names) <= 5 or len(set(names)) != len(names):
            raise ValueError(f"explorer {self.id!r} needs one to five controls, each named once.")
        if self.prediction is not None:
            self.values(self.prediction.values)

    def values(self, given: Mapping[str, Value] | None = None) -> dict[str, Value]:
        """A value for every control: the one given, else the case's own.

        Raises
        ------
        ValueError
            When a name is unknown or a value is out of range; the sentence says which.
        """
        given = {} if given is None else given
        if not isinstance(given, Mapping):
            raise ValueError("The control values must be given by name.")
        names = [control.name for control in self.controls]
        for name in given:
            if name not in names:
                raise ValueError(f"{self.title} has no control {_shown(name)}; it has {', '.join(names)}.")
        return {control.name: control.read(given.get(control.name, control.value)) for control in self.controls}

    def view(self, given: Mapping[str, Value] | None = None) -> View:
        """Paint with the values given; the case's own for the rest."""
        return self.paint(**self.values(given))

    def as_dict(self) -> dict:
        return {
            "id": self.id,
            "chapter": self.chapter,
            "title": self.title,
            "dutch": self.dutch,
            "question": self.question,
            "try_this": self.try_this,
            "concepts": list(self.concepts),
            "section": self.section,
            "controls": [control.as_dict() for control in self.controls],
            "prediction": self.prediction.as_dict() if self.prediction else None,
        }


def _shown(value: object) -> str:
    text = repr(value) if isinstance(value, str | int | float) else f"a {type(value).__name__}"
    return text if len(text) <= 40 else text[:39] + "…"
