"""What every chapter function must survive: whatever comes in, a finite result or a sentence comes out."""

import math
import re
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import strategies as st

__all__ = ["drawn", "finite_or_a_sentence", "named_with_remedy"]


def drawn(data, usual: dict, anything=None) -> dict:
    """Arguments as they usually are; with `anything`, at least one of them is whatever that gives."""
    wild = data.draw(st.sets(st.sampled_from(list(usual)), min_size=1)) if anything is not None else ()
    return {name: data.draw(anything if name in wild else one) for name, one in usual.items()}


def finite_or_a_sentence(function, *arguments, **named) -> bool:
    """True when the result is finite throughout, or the refusal a sentence."""
    try:
        result = function(*arguments, **named)
    except ValueError as error:
        return re.fullmatch(r"\w+.* .*[;,.] .+\.", str(error), re.DOTALL) is not None
    return all(math.isfinite(number) for number in numbers_in(result))


def named_with_remedy(wrong, names) -> None:
    """The refusal is one sentence of a length that is read, and says each of these names."""
    with pytest.raises(ValueError, match=r"\.$") as caught:
        wrong()
    sentence = str(caught.value)
    for name in names:
        assert name in sentence, f"{name!r} is not in {sentence!r}"
    assert "np." not in sentence, "numpy's way of writing a number is not the learner's"
    assert len(sentence) < 300, sentence


def numbers_in(result) -> list:
    """Every number in a result, at any depth, what its properties work out included."""
    if is_dataclass(result):
        names = [field.name for field in fields(result)]
        names += [name for name, kind in vars(type(result)).items() if isinstance(kind, property)]
        result = [getattr(result, name) for name in names]
    if isinstance(result, dict):
        result = list(result.values())
    if isinstance(result, list | tuple):
        return [number for part in result for number in numbers_in(part)]
    return [result] if isinstance(result, int | float) else []
