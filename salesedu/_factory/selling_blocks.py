"""Blocks 6 to 11: from lead to order, and the system and people that make it happen.

Part of chapter 8; import it from :mod:`salesedu.factory`.
"""

from salesedu._factory.block import made

__all__ = ["SELLING_BLOCKS"]

SELLING_BLOCKS = (
    made(
        6,
        "leads",
        "Leads and opportunities",
        "Leads en kansen",
        "Leads",
        "Do enough leads come in that fit, and does selling time go to those that are worth it?",
        (
            "Leads are what happens to come in. Nobody knows from where, or what became of them.",
            "The source of a lead is recorded. Every lead gets a call, whatever it is worth.",
            "Channels are compared on what a lead costs. Leads are marked for fit and interest, but sellers decide by "
            "feeling.",
            "Channels are judged on cost per order and margin. From an agreed mark on a lead goes to sales; below it "
            "marketing keeps in touch. Tenders pass a bid or no-bid review.",
            "Marks and channels are tested each quarter against what became an order, and money and hours move to "
            "what works. Known customers with room to grow come first.",
        ),
        "leads/where-leads-come-from",
        "leads/a-name-is-not-a-customer",
        "leads/worth-a-visit",
        "leads/start-with-people-you-know",
        "leads/bid-or-leave-it",
    ),
    made(
        7,
        "quotes",
        "Convincing quotes",
        "Overtuigende offertes",
        "Quotes",
        "Are your quotes quick, written for this customer, calculated beforehand, and learned from when they are lost?",
        (
            "A quote is a price list with a date. It goes out when somebody has time.",
            "There is a template, and most quotes follow it. Nobody knows how long they take or what they leave.",
            "Each quote begins with the customer's own question, and margin is calculated before it goes out. Lost "
            "quotes get a reason, as the seller sees it.",
            "Quotes go out within three days and name benefits, proof and next step. A discount needs a reason. Lost "
            "quotes are analysed on price and speed.",
            "The customer recognises their own words and figures in it. Win rates by price, speed and kind of "
            "customer are known, and quote and offer are changed because of them.",
        ),
        "value/a-quote-that-convinces",
        "value/why-quotes-are-lost",
        "value/the-strongest-argument-first",
        "value/who-wants-which-value",
    ),
    made(
        8,
        "funnel",
        "Predictable sales funnel",
        "Voorspelbare salesfunnel",
        "Funnel",
        "Can you say what the quarter will bring, with which chance, and were you right last time?",
        (
            "The forecast is a hope, and the last week of the quarter a surprise.",
            "Each seller names a sum. The sums are added up, and no one looks back at how wrong they were.",
            "Open deals are on a list with stage, value and chance, and are weighted. The chances are those of the "
            "sellers.",
            "Chances come from history, and each seller's forecast is corrected for its bias. The forecast is a range.",
            "The chance of making the target is known at the start of the quarter and is right about as often as it "
            "says. When it is low, somebody acts in time.",
        ),
        "funnel/what-will-the-quarter-bring",
        "funnel/a-race-of-elimination",
        "market/ask-those-who-know",
    ),
    made(
        9,
        "process",
        "Commercial process",
        "Commercieel proces",
        "Process",
        "Does a sale follow agreed steps, is each step measured, and do you act where it leaks?",
        (
            "Every seller has a way of selling. When one leaves, the deals leave too.",
            "There are stages, but each seller fills them in differently. A deal stands in one for as long as it "
            "likes.",
            "Stages have a description and a next step. Conversions are counted once a year.",
            "What must have happened before a deal goes on is agreed, and inside and outside staff hand over at fixed "
            "points. Conversion and time per stage are watched each month.",
            "The narrowest stage is known and worked on: coaching, more actions, better questions or training, chosen "
            "on what it brings per euro. The effect is measured.",
        ),
        "funnel/a-race-of-elimination",
        "funnel/when-it-narrows",
        "funnel/more-than-one-cycle",
        "funnel/get-in-prove-close",
    ),
    made(
        10,
        "system",
        "Commercial system",
        "Commercieel systeem",
        "System",
        "Does one system follow the customer through the buying cycle, and is what stands in it true?",
        (
            "Customer data live in mailboxes and in heads. Two people can visit the same customer in a week without "
            "knowing it.",
            "There is a CRM system. It is filled in on Friday afternoon, because the manager wants it.",
            "Contacts, deals and complaints of a customer stand in one place. Many records are old or half filled in.",
            "Records are complete and up to date, because sellers use them each day. The steps of the buying cycle "
            "can be seen, and the data-protection duties are met.",
            "The system says whom to call and why, from first contact to repeat order. Its data are checked each "
            "month, and decisions in this report could be taken from it.",
        ),
        "customers/one-picture-of-the-customer",
        "funnel/how-firms-buy",
        "funnel/more-than-one-cycle",
    ),
    made(
        11,
        "qualities",
        "Qualities of the sellers",
        "Kwaliteiten van de verkopers",
        "Qualities",
        "Do the right people do what they are good at: open, convince, close or grow?",
        (
            "A seller is a seller. Who fails is replaced by somebody of the same kind.",
            "It is known who is good at what. The work is divided by region all the same.",
            "There are hunters and farmers, each with tasks of their own. Training is the same for all.",
            "Work goes to those whose figures show that they are good at it. Each seller is coached on the step where "
            "they lose most.",
            "Way of selling, customer and seller are matched: transactional, consultative or strategic. Qualities "
            "needed in two years are known, and people are hired and trained for them.",
        ),
        "accounts/who-goes-there-and-how",
        "customers/sell-yourself-first",
        "funnel/get-in-prove-close",
        "accounts/four-decisions-before-you-start",
    ),
)
