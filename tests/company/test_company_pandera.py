"""Every table against a pandera schema that is made from its definition."""

import pandas as pd
import pandera.pandas as pa
import pytest

from salesedu.company.generator import definitions, generate
from salesedu.company.story import SEED

DTYPES = {"date": "datetime64[ns]", "yes/no": "bool", "decimal": "float64"}


def schema_of(table) -> pa.DataFrameSchema:
    """The pandera schema of one definition: dtypes, bounds, lists, patterns, unique key, order."""
    columns = {}
    for column in table.columns:
        checks, bound = [], pd.Timestamp if column.kind == "date" else float
        if column.values:
            checks.append(pa.Check.isin(column.values))
        if column.pattern:
            checks.append(pa.Check.str_matches(f"^(?:{column.pattern})$"))
        if column.minimum is not None:
            checks.append(pa.Check.ge(bound(column.minimum)))
        if column.maximum is not None:
            checks.append(pa.Check.le(bound(column.maximum)))
        whole = "float64" if column.may_be_empty else "int64"
        columns[column.name] = pa.Column(
            whole if column.kind == "integer" else DTYPES.get(column.kind),
            checks,
            nullable=column.may_be_empty,
            unique=column.name == table.key,
        )
    return pa.DataFrameSchema(columns, strict=True, ordered=True)


@pytest.mark.parametrize("seed", [SEED, 4, 12345])
@pytest.mark.parametrize("name", list(definitions()))
def test_a_table_fits_its_schema(name, seed):
    schema_of(definitions()[name]).validate(generate(seed)[name], lazy=True)


@pytest.mark.parametrize(
    ("name", "column", "wrong"),
    [
        ("orders", "revenue", -5),
        ("leads", "channel", "carrier pigeon"),
        ("quotes", "discount", 0.9),
        ("quotes", "sent_on", pd.Timestamp("2030-01-01")),
        ("opportunities", "opportunity_id", "P00002"),
    ],
)
def test_the_schema_sees_what_is_wrong(name, column, wrong):
    frame = generate(SEED)[name].copy()
    frame.loc[0, column] = wrong
    with pytest.raises(pa.errors.SchemaErrors, match=column):
        schema_of(definitions()[name]).validate(frame, lazy=True)
