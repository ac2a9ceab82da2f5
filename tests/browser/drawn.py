"""How much work a page gives its browser: counted, so that no test depends on the machine."""

from __future__ import annotations

from playwright.sync_api import Page

_SETTLED = "() => new Promise((go) => requestAnimationFrame(() => setTimeout(go)))"


def layouts(page: Page, action: str, value: str | None = None) -> int:
    """Return how often the browser worked out the places on a page because of an action."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")

    def count() -> int:
        page.evaluate(_SETTLED)
        metrics = session.send("Performance.getMetrics")["metrics"]
        return next(int(one["value"]) for one in metrics if one["name"] == "LayoutCount")

    before = count()
    page.evaluate(action, value)
    after = count()
    session.detach()
    return after - before
