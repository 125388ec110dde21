"""The layers of the pyramid by name, in Dutch, and what to do with each.

Part of chapter 6.
"""

__all__ = ["ACTIVE_LAYERS", "DUTCH", "PYRAMID_LAYERS", "STRATEGIES"]

ACTIVE_LAYERS = ("top", "large", "medium", "small")
PYRAMID_LAYERS = (*ACTIVE_LAYERS, "inactive", "prospects", "suspects")

DUTCH = {
    "top": "topklanten",
    "large": "grote klanten",
    "medium": "middelgrote klanten",
    "small": "kleine klanten",
    "inactive": "inactieve klanten",
    "prospects": "prospects",
    "suspects": "suspects",
    "keep": "behouden",
    "promote": "laten stijgen",
    "recruit": "werven",
    "drop": "afstoten",
}

# What to do with a layer as a whole; what one customer in it deserves may differ.
STRATEGIES = {
    "top": (
        "keep",
        "Losing one hurts: a permanent contact on several levels, a plan for each of them, and a look every quarter at "
        "whether they are still content.",
    ),
    "large": (
        "keep",
        "Keep them close, and find the few that could climb to the top: ask what they buy elsewhere.",
    ),
    "medium": (
        "promote",
        "The best chance of growth: look for those whose needs are larger than their orders and help them climb; let "
        "the others be served well and cheaply.",
    ),
    "small": (
        "promote",
        "Help the few with room to grow to climb, serve the rest through the web shop or inside sales, and drop those "
        "that cost more than they can ever bring.",
    ),
    "inactive": (
        "recruit",
        "Ask why they stopped; win back those worth having, and close the file of the rest.",
    ),
    "prospects": (
        "recruit",
        "They could buy and know you: qualify, visit and quote, those that look like your top first.",
    ),
    "suspects": (
        "recruit",
        "They could be customers, nobody has asked yet: sift first, and drop those that do not fit.",
    ),
}
