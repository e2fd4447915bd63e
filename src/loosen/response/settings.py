"""The numbers of the estimate, read once from the content."""

from dataclasses import dataclass

from loosen.vocabulary import Content


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a state carries with it, so that taking in one more try needs nothing else.

    `start_level_0_10`: the pain taken as usual before any score. `level_memory`: over how many
    scores the usual pain is averaged. `pull`: the share of a height above it that the hour takes
    back, as first guess. `noise_sd`: of a change, as first guess. `tail_df`: how heavy its tails
    are taken to be. `room_points`: from how much pain on a fall shows in full. `memory_days`:
    how fast older tries count less. `gap_days`: the most that one silence ages them.
    """

    start_level_0_10: float
    level_memory: float
    pull: float
    noise_sd: float
    tail_df: float
    room_points: float
    memory_days: float
    gap_days: float


def settings_of(content: Content) -> Settings:
    """The numbers as the content states them."""
    return Settings(
        start_level_0_10=content.threshold("response-start-level"),
        level_memory=content.threshold("response-level-memory"),
        pull=content.threshold("response-pull-mean"),
        noise_sd=content.threshold("response-noise-sd"),
        tail_df=content.threshold("response-tail-df"),
        room_points=content.threshold("response-room"),
        memory_days=content.threshold("response-memory-days"),
        gap_days=content.threshold("response-gap-days"),
    )
