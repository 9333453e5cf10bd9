"""The headings above a line, outermost first, and what they say together."""

from dataclasses import dataclass, field
from typing import NamedTuple

from krlint.readers import headings, periods
from krlint.readers.fields import fold
from krlint.readers.texts import leads


class Heading(NamedTuple):
    """A heading; `plain` says that it labels neither an objective nor key results."""

    level: int
    text: str
    plain: bool


@dataclass(slots=True)
class Trail:
    """
    The headings down to the current line.

    `title` is the document's first heading; in a plain text (`spoken`) its first line, which then
    counts as a heading above all.
    """

    title: str = ""
    spoken: bool = False
    above: list[Heading] = field(default_factory=list)

    def leave(self, level: int) -> None:
        """A heading of this level ends those of the same and of deeper levels."""
        while self.above and self.above[-1].level >= level:
            self.above.pop()

    def enter(self, level: int, text: str, plain: bool) -> None:
        """From here on the lines stand under this heading."""
        self.above.append(Heading(level, text, plain))

    def texts(self) -> list[str]:
        """What stands above, the title of a plain text included."""
        return [*(each.text for each in self.above), *([self.title] if self.spoken else [])]

    def period(self) -> str:
        """The nearest heading that names a period, folded; "" if none does."""
        dated = (h.text for h in reversed(self.above) if headings.is_period(h.text))
        return next((fold(text) for text in dated), "")

    def term(self) -> str | None:
        """The period that the nearest plain heading names, in its own words."""
        named = (periods.words(h.text) for h in reversed(self.above) if h.plain)
        return next((words for words in named if words), None)

    def team(self) -> str | None:
        """The team that the nearest plain heading names, if it is one."""
        for each in reversed(self.above):
            text = each.text
            said = headings.is_period(text) or headings.is_okr(text) or text == self.title
            if each.plain and not said:
                short = len(text.split()) <= 5 and len(text) <= 40 and not leads(text)
                other = headings.explains(text) or headings.is_example(text)
                return text.strip() if headings.names_team(text) or (short and not other) else None
        return None

    def in_scope(self, text: str = "") -> bool:
        """Whether the headings, with `text` below them, say: these are the OKRs of some period."""
        above = [*self.texts(), text]
        return (
            any(headings.is_okr(each) for each in above)
            and any(headings.is_period(each) for each in above)
            and not any(headings.explains(each) for each in above)
        )

    def titled(self) -> bool:
        """Whether a heading is a title such as "Harbour OKRs"."""
        return any(headings.is_okr_title(each.text) for each in self.above)

    def explains(self) -> bool:
        """Whether a plain heading announces an explanation."""
        return any(each.plain and headings.explains(each.text) for each in self.above)

    def reports(self) -> bool:
        """Whether a plain heading is that of minutes."""
        return any(each.plain and headings.reports(each.text) for each in self.above)
