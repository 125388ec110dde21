"""Share of wallet: what known customers spend elsewhere.

Part of chapter 3; import it from :mod:`salesedu.leads`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum

from salesedu._checks import (
    ALLOWANCE,
    count,
    fraction,
    labelled_numbers,
    number,
    ratio,
    same_names,
)

__all__ = [
    "GrowthPotential",
    "ShareOfWallet",
    "growth_potential",
    "share_of_wallet",
    "wallet_share_of_rank",
]


@dataclass(frozen=True)
class ShareOfWallet:
    """How much of what a customer spends on your kind of product it spends with you.

    Attributes
    ----------
    ours, wallet : float
        Euros a year with you, and in all.
    share : float or None
        ``ours / wallet``, 0–1; None when the customer spends nothing.
    elsewhere : float
        Euros spent with others.
    potential : float
        Euros you could gain up to the attainable share; 0 when you have it already.
    """

    ours: float
    wallet: float
    share: float | None
    elsewhere: float
    potential: float


@dataclass(frozen=True)
class GrowthPotential:
    """Share of wallet of many customers.

    Attributes
    ----------
    customers : dict
        A `ShareOfWallet` by name.
    total : ShareOfWallet
        All customers together; its potential is the sum of theirs.
    ranking : tuple of str
        Names from the largest to the smallest potential.
    """

    customers: dict[str, ShareOfWallet]
    total: ShareOfWallet
    ranking: tuple[str, ...]


def share_of_wallet(ours: float, wallet: float, attainable: float = 1) -> ShareOfWallet:
    """Share of one customer's spending, and the growth that is left.

    Parameters
    ----------
    ours : float
        Euros a year the customer spends with you, 0 or more.
    wallet : float
        Euros a year it spends on this kind of product with all suppliers, at least `ours`.
    attainable : float
        Share (0–1) you could reach at best; many customers keep a second supplier on purpose.

    Returns
    -------
    ShareOfWallet

    Raises
    ------
    ValueError
        When a number is out of range, or you sell more than the customer spends.

    Notes
    -----
    Common professional practice; no single origin. The wallet is nearly always an estimate: ask
    the customer, or reckon from its size (cups per employee).

    Examples
    --------
    >>> hotel = share_of_wallet(6_000, 20_000, attainable=0.8)
    >>> hotel.share, hotel.elsewhere, hotel.potential
    (0.3, 14000.0, 10000.0)
    """
    return _share("", ours, wallet, fraction(attainable, "attainable"))


def growth_potential(
    ours: Mapping[str, float] | Iterable[float],
    wallet: Mapping[str, float] | Iterable[float],
    attainable: float = 1,
) -> GrowthPotential:
    """Where among known customers the most growth is left.

    Parameters
    ----------
    ours, wallet : mapping or iterable
        Euros a year by customer, as in `share_of_wallet`; lists go in one order.
    attainable : float
        Share (0–1) you could reach at best with each of them.

    Returns
    -------
    GrowthPotential

    Raises
    ------
    ValueError
        When the customers differ, or a number is out of range.

    Examples
    --------
    >>> known = growth_potential({"hotel": 6_000, "hospital": 40_000},
    ...                          {"hotel": 20_000, "hospital": 48_000})
    >>> known.ranking, round(known.total.share, 3)
    (('hotel', 'hospital'), 0.676)
    """
    spent = labelled_numbers(ours, "ours", "customer", 0)
    wallets = labelled_numbers(wallet, "wallet", "customer", 0)
    same_names(spent, wallets, "ours", "wallet")
    most = fraction(attainable, "attainable")
    customers = {name: _share(f" of {name}", spent[name], wallets[name], most) for name in spent}
    ours_all, wallet_all = fsum(spent.values()), fsum(wallets.values())
    return GrowthPotential(
        customers=customers,
        total=ShareOfWallet(
            ours=ours_all,
            wallet=wallet_all,
            share=ratio(ours_all, wallet_all),
            elsewhere=wallet_all - ours_all,
            potential=fsum(customer.potential for customer in customers.values()),
        ),
        ranking=tuple(sorted(customers, key=lambda name: -customers[name].potential)),
    )


def _share(of: str, ours: float, wallet: float, attainable: float) -> ShareOfWallet:
    ours, wallet = number(ours, f"ours{of}", 0), number(wallet, f"wallet{of}", 0)
    if ours > wallet:
        raise ValueError(
            f"ours{of} is {ours:.12g}, more than the wallet of {wallet:.12g}; the wallet is all "
            "the customer spends, with you and with others."
        )
    potential = wallet * attainable - ours
    return ShareOfWallet(
        ours=ours,
        wallet=wallet,
        share=ratio(ours, wallet),
        elsewhere=wallet - ours,
        # Less than rounding can add is nothing left to gain.
        potential=potential if potential > ALLOWANCE * max(1.0, wallet) else 0.0,
    )


def wallet_share_of_rank(rank: int, suppliers: int) -> float:
    """Share of wallet to expect from your place in the customer's own ranking.

    Parameters
    ----------
    rank : int
        Your place among the suppliers the customer uses, 1 for the best.
    suppliers : int
        How many it uses, at least `rank`.

    Returns
    -------
    float
        Share, 0–1; the shares of all ranks add up to 1.

    Raises
    ------
    ValueError
        When a number is not whole, below 1, or the rank exceeds the number of suppliers.

    Notes
    -----
    The wallet allocation rule, ``(1 - rank / (n + 1)) * 2 / n``. Source: Keiningham, T. L., Aksoy,
    L., Buoye, A. and Cooil, B. (2011), Customer loyalty isn't enough. Grow your share of wallet,
    *Harvard Business Review* 89(10). Found among consumers who use several brands; a rule of
    thumb, not a law.

    Examples
    --------
    >>> round(wallet_share_of_rank(1, 2), 3), round(wallet_share_of_rank(2, 2), 3)
    (0.667, 0.333)
    """
    rank, suppliers = count(rank, "rank", 1), count(suppliers, "suppliers", 1)
    if rank > suppliers:
        raise ValueError(
            f"rank is {rank}, but there are only {suppliers} suppliers; a rank is at most that."
        )
    return (1 - rank / (suppliers + 1)) * 2 / suppliers
