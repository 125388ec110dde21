"""Where in the course a block is taught: chapter, page and section.

Part of chapter 8; import it from :mod:`salesedu.factory`. The names are those of the chapters'
concept files; a test holds them to that, because this module runs in the page and reads no files.
"""

from dataclasses import dataclass

__all__ = ["Place", "place"]

PAGES = {
    "customers": "1-customer-centrality",
    "market": "2-market-to-sales-plan",
    "leads": "3-lead-management",
    "value": "4-value-proposition",
    "funnel": "5-sales-funnel",
    "portfolio": "6-customer-portfolio",
    "accounts": "7-account-management",
}
SECTIONS = {
    "customers": {
        "selling-to-firms": "Selling to firms",
        "one-picture-of-the-customer": "One picture of the customer",
        "what-they-expected": "What they expected",
        "would-they-recommend-you": "Would they recommend you?",
        "when-it-goes-wrong": "When it goes wrong",
        "choose-what-to-excel-in": "Choose what to excel in",
        "sell-yourself-first": "Sell yourself first",
    },
    "market": {
        "find-customers-who-fit": "Find customers who fit",
        "where-can-you-grow": "Where can you grow?",
        "choose-where-to-stand": "Choose where to stand",
        "ask-those-who-know": "Ask those who know",
        "read-the-history": "Read the history",
        "from-above-and-from-below": "From above and from below",
        "you-get-what-you-pay-for": "You get what you pay for",
    },
    "leads": {
        "a-name-is-not-a-customer": "A name is not a customer",
        "where-leads-come-from": "Where leads come from",
        "start-with-people-you-know": "Start with people you know",
        "worth-a-visit": "Worth a visit?",
        "when-the-buyer-makes-the-rules": "When the buyer makes the rules",
        "bid-or-leave-it": "Bid or leave it",
    },
    "value": {
        "what-is-it-worth": "What is it worth?",
        "who-wants-which-value": "Who wants which value?",
        "the-strongest-argument-first": "The strongest argument first",
        "a-quote-that-convinces": "A quote that convinces",
        "why-quotes-are-lost": "Why quotes are lost",
    },
    "funnel": {
        "get-in-prove-close": "Get in, prove, close",
        "how-firms-buy": "How firms buy",
        "more-than-one-cycle": "More than one cycle",
        "a-race-of-elimination": "A race of elimination",
        "when-it-narrows": "When it narrows",
        "what-will-the-quarter-bring": "What will the quarter bring?",
    },
    "portfolio": {
        "not-all-customers-weigh-the-same": "Not all customers weigh the same",
        "a-few-bring-the-most": "A few bring the most",
        "who-is-leaving": "Who is leaving?",
        "ask-act-and-look-back": "Ask, act and look back",
    },
    "accounts": {
        "four-decisions-before-you-start": "Four decisions before you start",
        "who-gets-which-service": "Who gets which service?",
        "which-accounts-are-key": "Which accounts are key?",
        "enough-hours-for-the-visits": "Enough hours for the visits?",
        "who-goes-there-and-how": "Who goes there, and how?",
    },
}


@dataclass(frozen=True)
class Place:
    """A section of the book.

    Attributes
    ----------
    chapter : str
        Key of the chapter, such as "value".
    section : str
        Slug of the heading.
    page : str
        Reading page of the chapter (property), without folder or ending.
    number : int
        Number of the chapter (property).
    title : str
        The heading (property).
    link : str
        Address of the section, from another page of the book (property).
    """

    chapter: str
    section: str

    @property
    def page(self) -> str:
        return PAGES[self.chapter]

    @property
    def number(self) -> int:
        return list(PAGES).index(self.chapter) + 1

    @property
    def title(self) -> str:
        return SECTIONS[self.chapter][self.section]

    @property
    def link(self) -> str:
        return f"{self.page}.html#{self.section}"


def place(address: str) -> Place:
    """The place of an address such as "value/why-quotes-are-lost"."""
    chapter, section = address.split("/")
    return Place(chapter, section)
