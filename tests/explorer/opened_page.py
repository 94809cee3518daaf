"""What the browser tests look at."""

from playwright.sync_api import Page


class Opened:
    """A page that was opened from disk, and everything that it asked for, complained of or popped up."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.dialogs: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))

    def text(self, selector: str) -> str:
        return self.page.locator(selector).inner_text()

    def pairs_shown(self) -> int:
        return int(self.text("#shown").split()[0].replace(",", ""))

    def names(self, selector: str) -> list[str]:
        return self.page.locator(selector).all_inner_texts()
