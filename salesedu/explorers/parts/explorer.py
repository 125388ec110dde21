"""The whole of an explorer, and the guess that is asked before anything is moved."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from salesedu.explorers.parts.controls import Choice, Slider, Toggle, Value, Words, shown
from salesedu.explorers.parts.sheet import Sheet
from salesedu.explorers.parts.view import View

__all__ = ["Explorer", "Prediction", "Step"]

MOST = 5  # controls that can be overseen while one plays
MOST_KEPT = 12  # fields of a form that is filled in over days


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
class Step:
    """A part of a long form, folded away until it is wanted; `controls` are their names."""

    title: str
    controls: tuple[str, ...]

    def as_dict(self) -> dict:
        return {"title": self.title, "controls": list(self.controls)}


@dataclass(frozen=True)
class Explorer:
    """One model a learner can play with, or fill in and keep.

    ``paint`` takes the control values as keyword arguments and returns a `View`. It must give
    a sensible view for every value its controls can reach, the extremes included.

    With `keeps` the learner's values stay in the browser, once the learner has allowed that: the
    explorer is a form that one comes back to. Nothing but the learner then moves its controls.
    Such a form may come in `steps`, which together hold every control once, in order.
    """

    id: str
    chapter: str
    title: str
    dutch: str
    question: str
    try_this: str
    concepts: tuple[str, ...]
    section: str
    controls: tuple[Slider | Choice | Toggle | Words | Sheet, ...]
    paint: Callable[..., View]
    prediction: Prediction | None = None
    keeps: bool = False
    steps: tuple[Step, ...] = ()

    def __post_init__(self) -> None:
        names = [control.name for control in self.controls]
        most, words = (MOST_KEPT, "twelve") if self.keeps else (MOST, "five")
        if not 1 <= len(names) <= most or len(set(names)) != len(names):
            raise ValueError(f"explorer {self.id!r} needs one to {words} controls, each named once.")
        if self.steps and (not self.keeps or [name for step in self.steps for name in step.controls] != names):
            raise ValueError(f"explorer {self.id!r} needs steps that hold every control of a form once, in order.")
        if self.prediction is not None:
            self.values(self.prediction.values)
            if self.keeps and self.prediction.values:
                raise ValueError(f"explorer {self.id!r} keeps the learner's work: its prediction may move no control.")

    def values(self, given: Mapping[str, object] | None = None) -> dict[str, object]:
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
                raise ValueError(f"{self.title} has no control {shown(name)}; it has {', '.join(names)}.")
        return {control.name: control.read(given.get(control.name, control.value)) for control in self.controls}

    def view(self, given: Mapping[str, object] | None = None) -> View:
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
            "keeps": self.keeps,
            "steps": [step.as_dict() for step in self.steps],
        }
