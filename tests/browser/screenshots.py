"""Pictures of pages, for whoever changes a template or a stylesheet: no test looks at them."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

FOLDER = Path(__file__).parent / "screenshots"


def keep_screenshot(page: Page, name: str, *, whole: bool = False) -> None:
    """Keep what a window shows, or the whole page, under a name.

    As a JPEG, which is half the work of a PNG: of a long page that took longer than its test.
    """
    FOLDER.mkdir(exist_ok=True)
    path = FOLDER / f"{name}.jpeg"
    page.screenshot(path=path, type="jpeg", quality=80, full_page=whole)
