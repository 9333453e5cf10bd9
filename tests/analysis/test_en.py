"""English predicates, deliverables and outcomes, read by structure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krlint.analysis.senses import sense
from krlint.analysis.signals import SIGNALS
from krlint.lint import analyse
from krlint.model import Analysis


def understood(text: str, team: str | None = None, **fields: str) -> Analysis:
    """The analysis of an English key result."""
    return analyse(text, language="en", team=team, fields=fields)


def main_spans(text: str) -> list[str]:
    """The main predicates of a key result in its own words."""
    return [
        text[slice(*predicate.span)]
        for predicate in understood(text).predicates
        if predicate.clause == "main"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Draft the evacuation plan", ["Draft"]),
        ("To draft the evacuation plan", ["draft"]),
        ("Train Sales on evacuation", ["Train"]),
        ("We will draft the evacuation plan", ["draft"]),
        ("By 4 June, draft the evacuation plan", ["draft"]),
        ("Draft and rehearse the evacuation plan", ["Draft", "rehearse"]),
        ("Map the hazards; rehearse the evacuation", ["Map", "rehearse"]),
        ("recruiting four lifeguards", ["recruiting"]),
        ("Whitewash the cellar", ["Whitewash"]),
        ("The evacuation plan is published", ["is published"]),
        ("Evacuation plan rehearsed in all halls", ["rehearsed"]),
        ("Sirens have been repaired", ["have been repaired"]),
        ("New sirens in place", ["in place"]),
        ("Removal of the old sirens complete", ["complete"]),
        ("Installation of new sirens", ["Installation"]),
        ("Faster evacuation by removing the turnstiles", ["Faster evacuation", "removing"]),
        ("Look into louder sirens", ["Look into"]),
        ("Study on tides published", ["published"]),
        ("Harbour and coast guards test sirens in 10 towns", ["test"]),
        ("Skippers in both ports sign tide sheets", ["sign"]),
        ("Captains feel informed and valued", ["feel"]),
        ("Siren reliability increases compared to 2024", ["increases"]),
        ("Last siren is turned off", ["is turned off"]),
        ("Safety embedded in the sailing course", ["embedded"]),
    ],
)
def test_what_is_done_is_found_by_its_place(text: str, expected: list[str]) -> None:
    """Imperatives, statements, end states, gerunds and nouns that stand for a verb."""
    assert expected == main_spans(text)


@pytest.mark.parametrize(
    "text",
    [
        "Launch time under 3 s",
        "Report accuracy",
        "Support tickets per week",
        "Median days from order to delivery",
        "Test coverage of the solver",
    ],
)
def test_a_verb_inside_the_name_of_a_measure_is_a_noun(text: str) -> None:
    """“Launch time”, “support tickets”: nothing is launched and nobody is supported."""
    analysis = understood(text)

    assert analysis.head is None
    assert analysis.metric is not None
    assert analysis.deliverable is None


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Hire a guard who speaks Welsh", "relative"),
        ("Hire a guard to watch the slipway", "purpose"),
        ("Open the slipway once the ice has melted", "condition"),
        ("Open the slipway (the ice has melted)", "bracket"),
    ],
)
def test_other_clauses_do_not_speak_for_the_whole(text: str, clause: str) -> None:
    """Relative, purpose, conditional and bracketed predicates are told from the main one."""
    assert clause in {predicate.clause for predicate in understood(text).predicates}


@pytest.mark.parametrize(
    ("text", "deliverable"),
    [
        ("A rota for the lighthouse", "rota"),
        ("Lighthouse rota v3", "Lighthouse rota v3"),
        ("Lighthouse visitor numbers", None),
        ("Better lighthouse rota", None),
        ("Trust among the keepers", None),
        ("Parity with the mainland", None),
        ("Seaworthiness of the ferry", None),
        ("Trustworthy tide data", None),
        ("A trustworthy tide bot", "trustworthy tide bot"),
        ("Robust mooring plan", "Robust mooring plan"),
        ("Robust mooring plans", None),
        ("Keepers' overtime lower than in May", None),
        ("Keepers' sick leave back to normal", None),
        ("Survey agenda for the lighthouse", "Survey agenda"),
        ("A harbour where crews stay", None),
        ("A tide bot that answers crews", "tide bot"),
        ("Fair berthing", None),
    ],
)
def test_a_bare_noun_phrase_is_a_deliverable_unless_it_measures_or_praises(
    text: str, deliverable: str | None
) -> None:
    """A thing can be made; a measure, a quality or a comparison cannot."""
    found = understood(text).deliverable

    assert deliverable == (text[slice(*found.span)] if found else None)


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("Publish 12 tide tables", ["12"]),
        ("1 in 5 tours takes place at night", ["1 in 5"]),
        ("Publish the tide table with 12 columns", []),
        ("Publish the tide table in 3 languages", []),
        ("Tide tables for all harbours", ["all"]),
        ("Tide table for all harbours", []),
        ("Tide gauges in 40 harbours", ["40 harbours"]),
        ("Five ports have adopted the tide app", ["Five ports"]),
        ("Adopt one of five tide apps", []),
        ("Groundings down from 9 to 4 a year", ["4"]),
        ("Ship the tide app so that groundings fall by 30%", ["30%"]),
        ("Ship the tide app that shows 12 harbours", []),
        ("Try out the app on two boats; keep it if groundings fall by 30%", []),
        ("Merge the three pilot stations into one", []),
        ("Pick one of 5 apps", []),
        ("Answer the radio within 20 seconds", ["20 seconds"]),
        ("Mooring contracts signed with four ferry lines", ["four"]),
        ("Mooring contract signed with four clauses", []),
        ("Kick-off with all crews held", []),
        ("Harbour tour held for the five crews", []),
        ("Begin quarterly harbour walks", []),
        ("Pilots can log in to 20 tide gauges", ["20 tide gauges"]),
        ("Towing costs flat at $210k/month", ["$210k/month"]),
        ("Consider a four day week on the quay", []),
        ("Grow the crew circle. Hold two harbour walks", []),
        ("Crews' trust in the pilots at 7.5", ["7.5"]),
        ("Is mooring easier? (time to moor < 9 min)", ["< 9 min"]),
        ("Launch the tide app (2 screens)", []),
        ("Ship the tide app to 100% of pilots", []),
        ("Raise adoption to 100%", ["100%"]),
        ("Tide board rebuilt in berths 5-9", []),
    ],
)
def test_outcomes_measure_or_pile_up(text: str, outcomes: list[str]) -> None:
    """The size and scope of one deliverable, and figures that only describe, are left out."""
    found = [text[slice(*quantity.span)] for quantity in understood(text).outcomes]

    assert len(outcomes) == len(found)
    assert all(one in other for one, other in zip(outcomes, found, strict=True))


@pytest.mark.parametrize(
    ("text", "senses"),
    [
        ("Keep our harbour certificate", ["attain"]),
        ("Keep the harbour tidy", ["process"]),
        ("Make the harbour greener", ["process"]),
        ("The harbour rating moves to B", ["attain"]),
        ("The buoy moves to the east", ["event"]),
        ("Buoys are checked regularly", ["process"]),
        ("Buoys are checked", ["event"]),
        ("Publish tide tables more often", ["event"]),
        ("Publish more often", ["process"]),
        ("Harness the tide", ["process"]),
        ("Confirm berths", ["event"]),
        ("Compare tugs", ["undecided"]),
        ("A tug?", ["undecided"]),
        ("Mail boat?", ["undecided"]),
        ("Speed limits enforced", ["event"]),
        ("Independence of the harbour", ["process"]),
        ("Potential tug for the east quay", ["undecided"]),
        ("Tide charts are relevant", ["process"]),
        ("Stop printing tide tables", ["event"]),
        ("Attract skippers", ["process"]),
        ("Build a quay on the east bank", ["event"]),
        ("Put a crane in place", ["event"]),
        ("Reach break-even", ["process"]),
        ("Moorings prioritised", ["other"]),
        ("A crew that helps itself", ["process"]),
        ("The regatta is a success", ["process"]),
        ("Crane repaired", ["event"]),
        ("Lift repaired", ["event"]),
        ("Occupancy stays ahead of demand", ["process"]),
        ("Spend less on fuel", ["process"]),
        ("Support chart format 4", ["process"]),
        ("Support OpenSea 4.2", ["event"]),
        ("Address the harbour noise", ["process"]),
        ("Stop losing ropes", ["process"]),
        ("Staff feel informed", ["process"]),
        ("Back up the tide log", ["event"]),
        ("Break down silos between the quays", ["process"]),
        ("Buoys are stable", ["process"]),
        ("Buoys are active", ["attain"]),
        ("Buoys are removable", ["event"]),
        ("Skippers are able to book berths", ["event"]),
        ("We have a berth rota", ["event"]),
        ("There is a berth rota", ["event"]),
        ("There is trust on the quay", ["process"]),
        ("Berths are assigned faster", ["process"]),
        ("The harbour is seen as a partner", ["process"]),
        ("No more paper charts", []),
        ("Ideas for the east quay", ["undecided"]),
        ("Bring the crews together", ["process"]),
        ("Bring the crews home", ["attain"]),
        ("Make a tide plan", ["event"]),
        ("Make a difference to skippers", ["process"]),
        ("Adopt a safety-first attitude", ["process"]),
        ("Adopt the tide app", ["event"]),
        ("Legal signs off the berth lease", ["event"]),
        ("Legal signs off berth leases", ["attain"]),
        ("Charts that skippers use", ["process"]),
        ("Charts people really use", ["process"]),
        ("A harbour culture where mistakes are normal", ["process"]),
        ("Charts brought up to date", ["event"]),
        ("Share learnings back", ["process"]),
        ("Share the logbook", ["event"]),
        ("Obtain the owner's consent", ["event"]),
        ("Land the mooring patch upstream", ["event"]),
        ("Switch berth claims to the new desk", ["event"]),
        ("Give captains the charts they need", ["process", "process"]),
        ("Third harbour goal tbd", ["undecided"]),
        ("Berth occupancy tbd", []),
        ("Have we made it easier to moor?", ["process"]),
        ("Did we open the east quay?", ["event"]),
        ("What next for the east quay?", ["undecided"]),
        # A verb that the lexicon lacks rests on its object.
        ("Bunker the tug", ["other"]),
        ("Zhush the mooring plan", ["event"]),
        ("Zhush our morale", ["process"]),
        ("Zhush our beacons", ["attain"]),
        ("Reballast our beacons", ["other"]),
        # How it is done, not what.
        ("Publish early", ["process"]),
        ("Close the tide books faster", ["process"]),
        ("Handle returned charts with care", ["process"]),
        ("Write clearer logs", ["process"]),
        ("Write a clearer log", ["event"]),
        ("Remove bottlenecks at the quay", ["process"]),
        ("Remove a bottleneck at the quay", ["event"]),
        ("Make the tide bot public", ["event"]),
        ("Fair berthing", ["process"]),
        ("The harbour as a partner of the town", ["process"]),
        ("Berths are well run", ["process"]),
        ("Berth claims are handled promptly", ["process"]),
        ("The tide notice is out", ["event"]),
        ("Kick off tide readiness", ["event"]),
        ("Begin work on the east quay", ["establish"]),
        ("Where possible, reduce mooring fees", ["change"]),
        ("The quay isn't repaired", ["event"]),
    ],
)
def test_what_main_predicates_come_to(text: str, senses: list[str]) -> None:
    """Object, subject, adverb and question decide what a verb comes to."""
    main = [p for p in understood(text).predicates if p.clause == "main"]

    assert senses == [sense(predicate) for predicate in main]


@pytest.mark.parametrize(
    ("text", "endless"),
    [
        ("Skippers read the log for pleasure", True),
        ("Crews own their berths", True),
        ("Trust ripples through the crews", True),
        ("Skippers rave about the harbour", True),
        ("Pilots guide ships with pride", True),
        ("Brokers enter berths correctly", True),
        ("All skippers hold a monthly drill", False),
        ("Skippers rate the harbour 4.2 of 5 stars", False),
        ("Skippers elect a new speaker", False),
        ("The broker delivers the charts", False),
        ("The tide bot answers skippers", False),
        ("Skippers can book a berth", False),
        ("Skippers booked a berth", False),
    ],
)
def test_what_people_do_from_now_on_has_no_end(text: str, endless: bool) -> None:
    """Habits have none; one deed, a feature and a figure that everybody sees have."""
    assert endless == bool(SIGNALS["open_end"](understood(text)).truth)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Berth occupancy from 61% to 75%", "metric"),
        ("Berth occupancy", "metric"),
        ("Dredge the north basin", "milestone"),
        ("Strengthen port safety", "activity"),
        ("Explore night pilotage", "activity"),
        ("Establish a baseline for berth occupancy", "baseline"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    """Measures, events, directions and first measurements are told apart."""
    assert kind == understood(text).kind


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_any_text_is_read(text: str) -> None:
    """Nothing raises, and every span lies within the text."""
    analysis = understood(text)

    spans = [token.span for token in analysis.tokens]
    spans += [predicate.span for predicate in analysis.predicates]
    spans += [party.span for party in analysis.parties if party.field is None]
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)


@pytest.mark.parametrize(
    "unit",
    ["and test ", "is ", "(", "by Legal, ", "really ", "report of ", "papers are accepted and "],
)
def test_a_hundred_thousand_characters_are_read(unit: str) -> None:
    """Repetition that invites long looks ahead comes to an end."""
    analysis = understood(unit * (100_000 // len(unit)))

    assert 0 < len(analysis.tokens) <= 1_000
