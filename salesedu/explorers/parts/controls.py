"""Controls with one value: a slider, a choice, a switch, a text."""

from dataclasses import dataclass
from numbers import Real

__all__ = ["Choice", "Slider", "Toggle", "Value", "Words", "check_text", "shown"]

LARGEST = 1e15  # no control goes there; also keeps NaN and infinity out
LONGEST = 5000  # letters; a text longer than that is no field of a form any more
# What Python calls unprintable and people do write.
KEPT = "\n\t\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{ZERO WIDTH JOINER}"
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
            raise ValueError(f"{self.label} needs a number, not {shown(value)}.")
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
            raise ValueError(f"{self.label} has no option {shown(value)}; choose {', '.join(known)}.")
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
            raise ValueError(f"{self.label} is on or off, not {shown(value)}.")
        return value

    def as_dict(self) -> dict:
        return {"kind": "toggle", "name": self.name, "label": self.label, "value": self.value}


@dataclass(frozen=True)
class Words:
    """A text that the learner writes: of one line, or several lines high; at most `longest` letters."""

    name: str
    label: str
    value: str = ""
    lines: int = 1
    longest: int = 200
    note: str = ""
    placeholder: str = ""

    def __post_init__(self) -> None:
        if not (1 <= self.lines <= 20 and 1 <= self.longest <= LONGEST):
            raise ValueError(f"text {self.name!r} needs 1 to 20 lines and room for 1 to {LONGEST} letters.")
        self.read(self.value)

    def read(self, value: object) -> str:
        """The text with plain line ends; empty when nothing was written.

        Examples
        --------
        >>> Words("goal", "Our goal", longest=20).read("Grow by a third")
        'Grow by a third'
        >>> Words("goal", "Our goal", longest=5).read("Grow by a third")
        Traceback (most recent call last):
            ...
        ValueError: Our goal has room for 5 letters, not for 15.
        """
        return check_text(value, self.label, self.longest, several=self.lines > 1)

    def as_dict(self) -> dict:
        return {
            "kind": "words",
            "name": self.name,
            "label": self.label,
            "value": self.value,
            "lines": self.lines,
            "longest": self.longest,
            "note": self.note,
            "placeholder": self.placeholder,
        }


def check_text(value: object, label: str, longest: int, several: bool = False) -> str:
    """A text that somebody typed or pasted: nothing unprintable in it, and not too long."""
    if not isinstance(value, str):
        raise ValueError(f"{label} needs a text, not {shown(value)}.")
    # Half of a pair that JavaScript lets through is no letter and could not be written to a file.
    text = value.encode("utf-8", "replace").decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    if not several:
        text = text.replace("\n", " ")
    text = "".join(letter for letter in text if letter.isprintable() or letter in KEPT)
    if len(text) > longest:
        raise ValueError(f"{label} has room for {longest} letters, not for {len(text)}.")
    return text


def shown(value: object) -> str:
    """A wrong value inside a sentence, cut when it is long."""
    text = repr(value) if isinstance(value, str | int | float) else f"a {type(value).__name__}"
    return text if len(text) <= 40 else text[:39] + "…"
