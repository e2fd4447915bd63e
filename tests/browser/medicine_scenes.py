"""The pages of medicines, and the questions before heat, as example people see them."""

from datetime import datetime, timedelta

from loosen.vocabulary import AnswerValue, IntakeTold, RemedyUsed, Skin
from loosen.web.medicines.told import of_product
from loosen.web.records.store import Draft

from . import people
from .scenes import Picture, Scene, anew, pictures

TAKEN = (("uk-ibuprofen-200", 10), ("uk-paracetamol-500", 6), ("uk-ibuprofen-200", 3))


def medicines(noon: datetime) -> list[Picture]:
    """Three doses in the last half day, and nothing from elsewhere."""
    anew(noon)
    people.screened()
    visit = people.visit()
    doses = visit.record(
        *(
            Draft(
                payload=of_product(visit.content.products[product_id], 2),
                happened_at=visit.now - timedelta(hours=hours),
            )
            for product_id, hours in TAKEN
        ),
        Draft(payload=IntakeTold(taken=AnswerValue.NO)),
    )
    last = doses[len(TAKEN) - 1].id
    cards = [one.id for one in visit.content.cards.values() if one.id.startswith("medicines-")]
    return pictures(
        "medicines",
        *("/medicines/", f"/medicines/logged/{last}/", f"/medicines/dose/{last}/"),
        *("/medicines/elsewhere/", "/medicines/add/", "/medicines/add/own/"),
        "/medicines/add/?q=lemsip",
        *("/medicines/add/uk-ibuprofen-200/", "/medicines/history/", "/medicines/carer/"),
        *(f"/medicines/add/?right={last}", f"/medicines/add/uk-paracetamol-500/?right={last}"),
        *("/medicines/word/", "/medicines/questions/"),
        *(f"/medicines/questions/{card}/" for card in cards),
    )


def last_for_now(noon: datetime) -> list[Picture]:
    """The last dose that a day permits was just logged; then one too many."""
    anew(noon)
    people.screened()
    people.suits()
    visit = people.visit()
    two = of_product(visit.content.products["uk-ibuprofen-200"], 2)
    made = visit.record(
        Draft(payload=IntakeTold(taken=AnswerValue.NO)),
        *(Draft(payload=two, happened_at=visit.now - timedelta(hours=ago)) for ago in (13, 7, 0)),
    )
    may = "/medicines/may/?product=uk-ibuprofen-200&units=2"
    return pictures("last-dose", "/medicines/", f"/medicines/logged/{made[-1].id}/", may)


def one_too_many(noon: datetime) -> list[Picture]:
    """Over the most of a day, in three doses."""
    anew(noon)
    people.screened()
    people.suits()
    visit = people.visit()
    three = of_product(visit.content.products["uk-ibuprofen-200"], 3)
    made = visit.record(
        *(Draft(payload=three, happened_at=visit.now - timedelta(hours=ago)) for ago in (11, 5, 1)),
    )
    return pictures(
        "too-much", "/medicines/", f"/medicines/logged/{made[-1].id}/", "/medicines/carer/"
    )


def before_the_skin(noon: datetime) -> list[Picture]:
    """Awake and sober, and asked for the skin."""
    anew(noon)
    people.screened()
    people.awake()
    return pictures("skin", "/heat/skin/", "/cold/skin/", "/heat/wrap/", "/data/import/")


def half_an_hour_after(noon: datetime) -> list[Picture]:
    """Heat, cold, breathing and massage are over for a while: did it help?"""
    anew(noon)
    people.screened()
    visit = people.visit()
    ended_at = visit.now - timedelta(minutes=35)
    first = {one.kind: one.id for one in reversed([*visit.content.remedies.values()])}
    used = visit.record(
        *(
            Draft(
                payload=RemedyUsed(
                    remedy_id=remedy_id,
                    started_at=ended_at - timedelta(minutes=15),
                    ended_at=ended_at,
                    skin=Skin.NORMAL,
                    felt_better=None,
                    feeling_back=True,
                ),
                happened_at=ended_at,
            )
            for remedy_id in first.values()
        )
    )
    urls = [f"/{kind}/later/{entry.id}/" for kind, entry in zip(first, used, strict=True)]
    return pictures("later", *urls, "/today/")


MEDICINE_SCENES = [
    Scene(seed=medicines),
    Scene(seed=last_for_now),
    Scene(seed=one_too_many),
    Scene(seed=before_the_skin),
    Scene(seed=half_an_hour_after),
]
