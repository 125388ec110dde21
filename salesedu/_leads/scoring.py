"""Which leads are ready for a visit: the score of fit and interest.

Part of chapter 3; import it from :mod:`salesedu.leads`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from salesedu._checks import ALLOWANCE, mark_or_marks, number, one_of

__all__ = ["LeadScore", "lead_score"]

Marks = float | Mapping[str, float] | Iterable[float]


@dataclass(frozen=True)
class LeadScore:
    """How well a lead fits, how keen it is, and whether sales should visit.

    Attributes
    ----------
    fit, interest : float
        Weighted mean marks, 0–10.
    score : float
        0–100.
    grade : str
        Fit as a letter (A from 7.5, B from 5, C from 2.5, else D) and interest as a figure (1 to
        4 likewise): "A1" is the best lead there is.
    sales_ready : bool
        Whether the score reaches the threshold.
    short : float
        Points the score lacks to reach the threshold; 0 when it does.
    verdict : str
        "hand over" (sales-ready), "nurture" (fits, fit 5 or more, but not ready yet) or "let go"
        (does not fit and is not ready).
    """

    fit: float
    interest: float
    score: float
    grade: str
    sales_ready: bool
    short: float
    verdict: str


def lead_score(
    fit: Marks,
    interest: Marks,
    fit_weights: Mapping[str, float] | Iterable[float] | None = None,
    interest_weights: Mapping[str, float] | Iterable[float] | None = None,
    *,
    threshold: float = 40,
    combine: str = "product",
) -> LeadScore:
    """Score a lead on fit (is it our kind of customer?) and interest (does it want to buy?).

    Parameters
    ----------
    fit, interest : float, mapping or iterable
        One mark from 0 to 10, or a mark for each criterion: size, segment, region; request,
        visits to the site, deadline.
    fit_weights, interest_weights : mapping or iterable, optional
        Weight of each criterion, 0 or more; equal when left out.
    threshold : float
        Score from which a lead is sales-ready, 0–100.
    combine : {"product", "mean"}
        "product": fit × interest, so that a lead without any interest, or one that does not fit,
        scores nothing. "mean" is the usual variant, the average of both times ten, where one
        makes up for the other.

    Returns
    -------
    LeadScore

    Raises
    ------
    ValueError
        When a mark, weight or threshold is out of range or no number, the criteria of marks and
        weights differ, or `combine` is unknown.

    Notes
    -----
    Common professional practice; no single origin. The marks, the four classes and the threshold
    are agreements between marketing and sales; test them on what became of earlier leads with
    `threshold_tradeoff`.

    Examples
    --------
    >>> lead = lead_score(fit=8, interest=6)
    >>> lead.score, lead.grade, lead.verdict
    (48.0, 'A2', 'hand over')
    >>> lead_score({"size": 9, "region": 5}, 2, fit_weights={"size": 3, "region": 1}).verdict
    'nurture'
    >>> lead_score(fit=10, interest=0, combine="mean").score
    50.0
    """
    fit = mark_or_marks(fit, fit_weights, "fit", "fit_weights")
    interest = mark_or_marks(interest, interest_weights, "interest", "interest_weights")
    threshold = number(threshold, "threshold", 0, 100)
    how = one_of(combine, "combine", ("product", "mean"))
    score = fit * interest if how == "product" else 5 * (fit + interest)
    ready = score >= threshold - ALLOWANCE
    return LeadScore(
        fit=fit,
        interest=interest,
        score=score,
        grade="ABCD"[_class(fit)] + "1234"[_class(interest)],
        sales_ready=ready,
        short=0.0 if ready else threshold - score,
        verdict="hand over" if ready else "nurture" if fit >= 5 - ALLOWANCE else "let go",
    )


def _class(mark: float) -> int:
    return 3 - sum(mark >= bound - ALLOWANCE for bound in (2.5, 5, 7.5))
