"""Someone at the page: what a person does, by what they see. Everything that goes wrong in the browser is kept."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser, Locator, expect

NARROW, WIDE = (390, 844), (1280, 860)
BREATH = 120  # milliseconds between an answer and the next sending; Gradio takes one event at a time
_HARMLESS = ("Method not implemented",)  # Gradio's file component says this of its own


class Visitor:
    def __init__(self, browser: Browser, url: str, size: tuple[int, int] = WIDE, theme: str = "light") -> None:
        self.url = url
        self.context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if theme == "dark" else "light",
            accept_downloads=True,
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(15_000)
        self.outside: list[str] = []
        self.troubles: list[str] = []
        self.page.on("request", self._request)
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.troubles.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        self.page.on(
            "console",
            lambda m: (
                self.troubles.append(m.text) if m.type == "error" and not any(h in m.text for h in _HARMLESS) else None
            ),
        )

    def come(self, query: str = "") -> Visitor:
        self.page.goto(self.url + query)
        expect(self.page.locator("#top [data-ready]")).to_be_visible()
        return self

    def leave(self) -> None:
        self.context.close()

    def view(self, name: str) -> None:
        tab = self.page.locator(".tab-container:not(.visually-hidden) button[role=tab]", has_text=name)
        more = self.page.locator(".overflow-menu > button")
        expect(tab.or_(more).locator("visible=true").first).to_be_visible()
        self.page.wait_for_timeout(100)  # Gradio measures the tabs, and then puts some under "more"
        if tab.count() and tab.first.is_visible():
            tab.first.click()
        else:
            more.click()
            self.page.locator(".overflow-dropdown button", has_text=name).click()
        self.page.wait_for_timeout(150)

    def ask(self, question: str) -> Locator:
        """The answer's element."""
        before = self.page.locator("#answers .msg.theirs:not(.wait):not(.coming)").count()
        self.page.wait_for_timeout(BREATH)
        self.page.fill("#answers-box textarea", question)
        self.page.keyboard.press("Enter")
        answer = self.page.locator("#answers .msg.theirs:not(.wait):not(.coming)").nth(before)
        expect(answer).to_be_visible()
        return answer

    def begin(self, guide: str) -> str:
        """Choose and agree; the interview's id, from the address."""
        self.view("Start")
        self.page.click(f"#way-{guide}")
        self.page.click("#agree")
        expect(self.page.locator("#talk .msg.theirs").first).to_be_visible()
        self.page.wait_for_url("**i=*")
        return parse_qs(urlsplit(self.page.url).query)["i"][0]

    def say(self, text: str) -> None:
        """Type, send, and wait until the next message is there."""
        before = self.heard()
        self.page.wait_for_timeout(BREATH)
        self.page.fill("#talk-box textarea", text)
        self.page.keyboard.press("Enter")
        expect(self.page.locator("#talk .msg.theirs:not(.wait):not(.coming)")).to_have_count(before + 1)
        expect(self.page.locator("#talk .msg.wait")).to_have_count(0)

    def change(self, text: str) -> None:
        """Change the last answer, and wait until that is answered."""
        before = self.heard()
        self.page.locator("#talk button.edit").last.click()
        self.page.fill(".edit-form textarea", text)
        self.page.click(".edit-form button:has-text('Save')")
        expect(self.page.locator("#talk .msg.theirs:not(.wait):not(.coming)")).to_have_count(before + 1)
        expect(self.page.locator("#talk .msg.wait")).to_have_count(0)

    def press(self, command: str) -> None:
        before = self.heard()
        self.page.click(f"#do-{command}")
        expect(self.page.locator("#talk .msg.theirs:not(.wait):not(.coming)")).to_have_count(before + 1)

    def heard(self) -> int:
        """How many messages of the interviewer's are on the page."""
        return self.page.locator("#talk .msg.theirs:not(.wait):not(.coming)").count()

    def done(self) -> bool:
        return self.page.locator("#to-report").is_visible()

    def report(self) -> Locator:
        self.page.click("#to-report")
        report = self.page.locator("#report article.report")
        expect(report).to_be_visible()
        return report

    def _request(self, request: object) -> None:
        url = str(getattr(request, "url", ""))
        if not url.startswith((self.url, "data:", "blob:")):
            self.outside.append(url)
