"""What axe finds against WCAG 2.2 AA, in words."""

from salesedu.site.npm import npm_package

__all__ = ["violations"]

_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]


def violations(page, inside: str = "html", leave_out: tuple[str, ...] = ()) -> list[str]:
    """A sentence for each place in the page, or in the part that a selector names, that breaks a rule."""
    if not page.evaluate("'axe' in window"):
        page.evaluate((npm_package("axe-core") / "axe.min.js").read_text("utf-8"))
    found = page.evaluate(
        "([inside, exclude, rules]) =>"
        " axe.run({include: [inside], exclude}, {resultTypes: ['violations'], runOnly: {type: 'tag', values: rules}})",
        [inside, list(leave_out), _RULES],
    )
    return [
        f"{one['id']}: {one['help']} at {node['target']} {node.get('failureSummary', '')}"
        for one in found["violations"]
        for node in one["nodes"][:4]
    ]
