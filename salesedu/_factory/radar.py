"""The picture of an assessment: corners of a radar.

Part of chapter 8; import it from :mod:`salesedu.factory`.
"""

from dataclasses import dataclass
from math import cos, pi, sin

from salesedu._factory.blocks import BY_KEY

__all__ = ["RadarPoint", "radar_points"]

BESIDE = 1.15  # where the name of an axis stands, just outside the circle


@dataclass(frozen=True)
class RadarPoint:
    """One axis of the radar; the centre is 0, 0, y runs upwards, and a 5 lies at distance 1.

    Attributes
    ----------
    number, key, short : int, str, str
        The block, and its name for the axis.
    angle : float
        Degrees clockwise from the top.
    score, wanted : float or None, float
        1 to 5; the score is None when the block is not scored.
    x, y : float or None
        Corner of the score; None when there is no score, because a corner in the centre would
        look like the worst score there is.
    wanted_x, wanted_y : float
        Corner of the wanted level.
    axis_x, axis_y : float
        End of the axis, level 5.
    label_x, label_y : float
        Place of the name.
    """

    number: int
    key: str
    short: str
    angle: float
    score: float | None
    wanted: float
    x: float | None
    y: float | None
    wanted_x: float
    wanted_y: float
    axis_x: float
    axis_y: float
    label_x: float
    label_y: float


def radar_points(scores: dict[str, float | None], wanted: dict[str, float]) -> tuple[RadarPoint, ...]:
    """The axes in the order of the blocks, the first at the top."""
    points = []
    for place, (key, score) in enumerate(scores.items()):
        angle = 360 * place / len(scores)
        across, up = sin(angle * pi / 180), cos(angle * pi / 180)
        points.append(
            RadarPoint(
                number=BY_KEY[key].number,
                key=key,
                short=BY_KEY[key].short,
                angle=angle,
                score=score,
                wanted=wanted[key],
                x=None if score is None else across * score / 5,
                y=None if score is None else up * score / 5,
                wanted_x=across * wanted[key] / 5,
                wanted_y=up * wanted[key] / 5,
                axis_x=across,
                axis_y=up,
                label_x=across * BESIDE,
                label_y=up * BESIDE,
            )
        )
    return tuple(points)
