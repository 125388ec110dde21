"""Work before and after one moment, in rows that shift along it."""

from collections.abc import Sequence
from itertools import accumulate

from salesedu import _marks as mark
from salesedu._marks import ACCENT, GROUND, INK, LINE, MID, SOFT, Ends, pixels

__all__ = ["moment_rows"]

TOP, ROW = 50, 44  # px: over the first row, and of each


def moment_rows(rows: Sequence[dict], moment: str, sides: tuple[str, str], ends: Ends, description: str) -> dict:
    """In each row the steps done before a moment and those after it, the moments in one line.

    Parameters
    ----------
    rows : sequence of dict
        ``name``, ``amount`` (text), ``before`` and ``after`` (lengths of the steps, in their
        order) and ``chosen`` (the row that counts).
    moment : str
        What happens there.
    sides : pair of str
        What the work left and right of it is called.
    ends : tuple
        Ends of the scale, of which the moment is zero.
    description : str
        What a reader who does not see the chart is told.
    """
    heads, bars, tracks, seams, posts = [], [], [], [], []
    for i, row in enumerate(rows):
        y = TOP + ROW * i
        place = {"top": y + 20, "bottom": y + 34}
        weight = 600 if row["chosen"] else 400
        heads.append({"name": row["name"], "amount": row["amount"], "head": y + 14, "weight": weight})
        tracks.append(place | {"start": ends[0], "end": ends[1], "colour": LINE})
        strength = 1.0 if row["chosen"] else 0.4
        back, ahead = sum(row["before"]), sum(row["after"])
        for start, end, colour in ((-back, 0, MID), (0, ahead, ACCENT)):
            if start < end:
                bars.append(place | {"start": start, "end": end, "colour": colour, "strength": strength})
        cuts = [-back + at for at in accumulate(row["before"])][:-1] + list(accumulate(row["after"]))[:-1]
        seams += [place | {"at": at} for at in cuts]
        posts.append({"at": 0, "top": y + 17, "bottom": y + 37})
    share = mark.share_of(0, ends)
    zero = f"{share} * width"
    layers = [
        mark.bars("track", ends, opacity=0.4),
        mark.bars("bars", ends, tinted=True),
        mark.posts("seams", ends, stroke=GROUND, strokeWidth=1.5),
        mark.posts("posts", ends, stroke=INK, strokeWidth=2),
        mark.words("moment", "label", "base", mark.inside("share", "label"), "center", fontWeight=600),
        mark.words("moment", "left", "below", pixels(f"{zero} - 12"), "right", fill=SOFT),
        mark.words("moment", "right", "below", pixels(f"{zero} + 12"), fill=ACCENT),
        mark.words("rows", "name", "head", 0, fontWeight={"expr": "datum.weight"}),
        mark.words("rows", "amount", "head", "width", "right", fontWeight={"expr": "datum.weight"}),
    ]
    datasets = {
        "track": tracks,
        "bars": bars,
        "seams": seams,
        "posts": posts,
        "moment": [{"label": moment, "left": sides[0], "right": sides[1], "share": share, "base": 14, "below": 34}],
        "rows": heads,
    }
    return mark.spec(description, TOP + ROW * len(rows), layers, datasets)
