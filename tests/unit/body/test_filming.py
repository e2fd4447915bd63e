"""The person's mask, as a camera would have it."""

import numpy as np

from loosen.body import WOMAN, motion_of
from loosen.body.filming import Camera, filmed
from loosen.library.current import load_content

CAMERA = Camera(centre_m=(0.0, 0.0, 0.4))
PHASES = (0.25, 0.0, 0.0, 0.6, 0.25, 0.25, 0.0)  # held, gone on from, and come back to


def test_a_body_has_the_same_mask_whether_it_was_seen_so_before_or_not() -> None:
    figure = load_content().exercises["cat-cow"].figure
    assert figure is not None
    motion = motion_of("cat-cow", figure)

    def masks(phases: tuple[float, ...]) -> list[bytes | None]:
        times_s = [float(index) for index in range(len(phases))]
        seen = filmed(motion, WOMAN, np.array(phases), times_s, CAMERA, with_mask=True)
        return [frame.mask64 for frame in seen]

    alone = {phase: masks((phase,)) for phase in PHASES}
    assert masks(PHASES) == [mask for phase in PHASES for mask in alone[phase]]
    assert len({mask for [mask] in alone.values()}) == len(alone)
