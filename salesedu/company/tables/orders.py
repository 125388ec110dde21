"""Orders: everything that customers bought in the three years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..numbering import numbered
from ..sales_story import MARGINS
from ..schema import Column, Table
from ..story import FIRST_DAY, LAST_DAY
from .quotes import quote_ids

if TYPE_CHECKING:
    import pandas as pd

    from ..company import Company

__all__ = ["TABLE", "build"]

TABLE = Table(
    name="orders",
    meaning=(
        "Every order. Under its contract a customer orders monthly, quarterly or half-yearly, by "
        "its size; in a year that adds up to about the value of the contract."
    ),
    row="one order",
    key="order_id",
    columns=(
        Column("order_id", "key", "number of the order", pattern=r"O\d{5,}"),
        Column("account_id", "key", "the customer", refers_to="accounts.account_id"),
        Column("date", "date", "day of the order", minimum=FIRST_DAY, maximum=LAST_DAY),
        Column("product", "label", "what most of it is", values=tuple(MARGINS)),
        Column("list_value", "integer", "before discount", "euros", minimum=20),
        Column("discount", "decimal", "taken off", "a fraction", minimum=0, maximum=0.2),
        Column("revenue", "integer", "after discount, without VAT", "euros", minimum=20),
        Column("cost", "integer", "direct cost of what was delivered", "euros", minimum=1),
        Column(
            "quote_id",
            "key",
            "the accepted quote that this is the first order of",
            refers_to="quotes.quote_id",
            may_be_empty=True,
            empty_means="under a running contract",
        ),
    ),
)


def build(company: Company) -> pd.DataFrame:
    """The orders of a company, by date."""
    import pandas as pd

    orders = company.buying
    return pd.DataFrame(
        {
            "order_id": numbered("O", len(orders.date), 5),
            "account_id": company.history.ids[orders.account],
            "date": orders.date,
            "product": orders.product,
            "list_value": orders.list_value,
            "discount": orders.discount,
            "revenue": orders.revenue,
            "cost": orders.cost,
            "quote_id": quote_ids(company)[orders.deal],
        }
    )
