"""A pack or a rub in a story: put on, rung for, taken off."""

from playwright.sync_api import Locator

from loosen.vocabulary import Skin

from .someone import Someone


def starts(someone: Someone, kind: str) -> None:
    """From the door of the remedy to its clock."""
    someone.phone.go(f"/{kind}/")
    someone.says_none()
    if kind != "massage":
        for name in ("broken_or_numb", "patch_or_rub"):
            someone.chooses(name, "no")
        someone.phone.follow("Go on")
        someone.chooses("place", "low-back-middle")
        someone.phone.tap(someone.phone.page.locator('label:has(input[name="layer"])'))
    if kind == "heat":
        someone.chooses("setting", "low")
    someone.phone.is_at(f"/{kind}/")
    someone.phone.follow(someone.phone.page.locator("form.screen .actions button"))
    assert f"/{kind}/on/" in someone.phone.path


def ends(someone: Someone, skin: Skin, kind: str = "heat") -> None:
    """Looks at the skin and takes it off."""
    someone.chooses("skin", skin.value)
    someone.phone.follow("It is off")
    assert f"/{kind}/after/" in someone.phone.path


def now_due(someone: Someone) -> Locator:
    """What the ringing page says is due."""
    return someone.phone.page.get_by_role("alert")


def sounding(someone: Someone) -> Locator:
    return someone.phone.page.locator("[data-sounding]")


def answers_the_alarm(someone: Someone) -> None:
    someone.phone.follow("Time! Tap here.")
