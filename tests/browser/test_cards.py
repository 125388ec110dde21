"""The cards: turned over, sorted into known and not known, by mouse, by keyboard, and remembered."""

from .conftest import CHAPTER, ready

DECK = '.se-cards[data-cards="customers"]'


def test_a_card_turns_over_and_the_next_one_comes(site, page):
    deck = ready(page, site.url(CHAPTER)).locator(DECK)
    front = deck.inner_text()
    deck.locator('[data-action="flip"]').click()
    back = deck.inner_text()
    assert back != front
    deck.locator('[data-action="known"]').click()
    assert deck.inner_text() not in (front, back)
    term = deck.locator(".se-front").inner_text()
    deck.locator('[data-action="previous"]').click()
    assert deck.locator(".se-front").inner_text() in front
    deck.locator('[data-action="next"]').click()
    assert deck.locator(".se-front").inner_text() == term


def test_a_card_judged_twice_in_a_round_rests_as_long_as_one_judged_once(site, page):
    deck = ready(page, site.url(CHAPTER)).locator(DECK)
    for action in ("flip", "known", "previous", "flip", "known", "previous"):
        deck.locator(f'[data-action="{action}"]').click()
    assert "due tomorrow" in deck.inner_text()


def test_cards_work_with_the_keyboard_alone(site, page):
    deck = ready(page, site.url(CHAPTER)).locator(DECK)
    deck.locator('[data-action="flip"]').focus()
    front = deck.inner_text()
    page.keyboard.press("Space")
    assert deck.inner_text() != front
    back = deck.inner_text()
    page.keyboard.press("ArrowRight")
    assert deck.inner_text() != back


def test_a_known_card_is_not_due_again_today(site, page):
    deck = ready(page, site.url(CHAPTER)).locator(DECK)
    deck.locator('[data-action="flip"]').click()
    deck.locator('[data-action="known"]').click()
    page.locator('[data-action="consent-keep"]').first.click()
    stored = page.evaluate("Object.entries(localStorage).filter(([k]) => k.includes(':card:'))")
    assert len(stored) == 1
    ready(page, site.url(CHAPTER))
    deck.locator('[data-action="flip"]').click()
    deck.locator('[data-action="unknown"]').click()
    stored = page.evaluate("Object.entries(localStorage).filter(([k]) => k.includes(':card:'))")
    assert len(stored) == 2, "the card that was known is not the first to come back"
