"""The steps by which each system is told to trust our authority. Menus move; the words are ours."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """One system: the signs by which its browsers tell it, and what to do there, in order."""

    title: str
    signs: tuple[str, ...]
    steps: tuple[str, ...]


SYSTEMS = (
    System(
        title="iPhone and iPad",
        signs=("iPhone", "iPad"),
        steps=(
            "Open this page in Safari. Tap the button above and allow the download.",
            "Open Settings, then General, then VPN & Device Management.",
            "Tap “Loosen at home”, then Install.",
            "Go back to General, then About, then Certificate Trust Settings.",
            "Switch on “Loosen at home”.",
            "Come back here and load the page again.",
        ),
    ),
    System(
        title="Android",
        signs=("Android",),
        steps=(
            "Open this page in Chrome. Tap the button above to fetch the file.",
            "Open Settings and search for “CA certificate”.",
            "Tap it, then “Install anyway”.",
            "Choose the file loosen-home.crt.",
            "Come back here and load the page again.",
        ),
    ),
    System(
        title="Windows",
        signs=("Windows",),
        steps=(
            "Click the button above, then open the file.",
            "Click Install Certificate, then Current User.",
            "Choose “Place all certificates in the following store”.",
            "Pick “Trusted Root Certification Authorities”, then finish.",
            "Close the browser, open it again and load this page.",
        ),
    ),
    System(
        title="Mac",
        signs=("Macintosh",),
        steps=(
            "Click the button above, then open the file. Keychain Access opens.",
            "Add it to the login keychain.",
            "Find “Loosen at home” there and open it.",
            "Open Trust, then choose Always Trust. Close the window.",
            "Come back here and load the page again.",
        ),
    ),
)


def in_order(user_agent: str) -> tuple[System, ...]:
    """All systems, the one that asks first."""
    own = [one for one in SYSTEMS if any(sign in user_agent for sign in one.signs)]
    return (*own, *(one for one in SYSTEMS if one not in own))
