"""Channels: where leads come from, and what was spent on each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..sales_story import CHANNELS
from ..schema import Column, Table

if TYPE_CHECKING:
    import pandas as pd

    from ..company import Company

__all__ = ["TABLE", "build"]

TABLE = Table(
    name="channels",
    meaning="Every way in which leads come in, with what it cost over the whole record of leads.",
    row="one channel",
    key="channel",
    columns=(
        Column("channel", "key", "name of the channel", values=tuple(CHANNELS)),
        Column(
            "kind",
            "label",
            "sort of channel",
            values=("network", "event", "online", "bought"),
        ),
        Column(
            "cost",
            "integer",
            "spent on it in all: fees, media, stands, agencies; not the hours of sales",
            "euros",
            minimum=0,
        ),
        Column(
            "hours_per_lead",
            "decimal",
            "selling time that a lead takes up to the decision whether to go on with it",
            "hours",
            minimum=0,
            decimals=1,
        ),
    ),
)


def build(company: Company) -> pd.DataFrame:
    """The channels of a company."""
    import numpy as np
    import pandas as pd

    leads = np.bincount(company.leads.channel, minlength=len(CHANNELS))
    some = 1 + 0.04 * company.draws("channels").normal(len(CHANNELS))
    per_lead = np.array([channel.cost_per_lead for channel in CHANNELS.values()])
    return pd.DataFrame(
        {
            "channel": list(CHANNELS),
            "kind": [channel.kind for channel in CHANNELS.values()],
            "cost": (np.round(leads * per_lead * some / 100) * 100).astype("int64"),
            "hours_per_lead": [channel.hours_per_lead for channel in CHANNELS.values()],
        }
    )
