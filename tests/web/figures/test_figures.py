"""Cards and tracks are served from the own origin, kept for good, and closed with their thing."""

import gzip
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from django.test import Client
from tests.web.start.test_no_page_shows_what_is_closed import STATES, now, screened

from loosen.library.bundle import read_bundle
from loosen.library.compile import bake
from loosen.library.current import CONTENT_FOLDER
from loosen.vocabulary import Content, ContentError, Figure, Permit, from_plain, parse_json
from loosen.vocabulary.tracks import PLACE_M, Track
from loosen.web.figures.baking import (
    BODIES,
    FOLDER,
    _write,
    bake_changed,
    figures_of,
    hashes_of,
    read_index,
)
from loosen.web.figures.drawn import body_of, drawn_of, figures_of_item, pace_of
from loosen.web.records.preferences import DrawnAs, Preferences

MOST_BYTES = 12 * 1024
MOVE, POSITION = "cat-cow", "on-side-with-pillow"


def urls_of(
    item_id: str, content: Content, chosen: DrawnAs = DrawnAs.WOMAN
) -> tuple[str, str, str]:
    """Card, track and poses of the first figure of an item."""
    item = content.item(item_id)
    assert item is not None
    first = drawn_of(item, content, chosen)[0]
    return first.card_url, first.track_url, first.poses_url


# --- served ----------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_card_is_a_symbol_that_a_page_draws_in_its_own_colours(
    visitor: Client, content: Content
) -> None:
    screened(content)
    answer = visitor.get(urls_of(MOVE, content)[0])
    assert answer["Content-Type"] == "image/svg+xml"
    drawn = answer.content.decode()
    assert '<symbol id="card" viewBox="' in drawn
    assert "var(--figure-shirt," in drawn
    assert "style=" not in drawn


@pytest.mark.django_db
def test_a_track_is_read_as_a_track_and_its_body_has_a_table(
    visitor: Client, content: Content
) -> None:
    screened(content)
    drawn = drawn_of(content.exercises[MOVE], content, DrawnAs.LARGE_MAN)[0]
    plain = parse_json(visitor.get(drawn.track_url).content.decode(), where="t", error=ContentError)
    track = from_plain(Track, plain, where="t", error=ContentError)
    assert (track.id, track.body) == (MOVE, "large-man")
    table = json.loads(visitor.get(drawn.body_url).content)
    assert (len(table["joints"]), len(table["segments"])) == (track.joints, track.segments)


@pytest.mark.django_db
def test_the_poses_are_symbols_one_for_each_line_of_words(
    visitor: Client, content: Content
) -> None:
    screened(content)
    for id_ in ("sit-to-stand", "bridge", "walking"):
        drawn = drawn_of(content.exercises[id_], content, DrawnAs.MAN)[0]
        served = visitor.get(drawn.poses_url).content.decode()
        ids = [f'id="pose-{number}"' for number in range(len(drawn.poses))]
        assert [one for one in ids if one not in served] == []
        assert served.count("<symbol ") == len(drawn.poses) > 1
    assert drawn_of(content.positions[POSITION], content, DrawnAs.MAN)[0].poses == ()


@pytest.mark.django_db
def test_what_the_address_names_is_kept_for_good_and_anything_else_is_asked_again(
    visitor: Client, content: Content
) -> None:
    screened(content)
    url = urls_of(MOVE, content)[0]
    assert "immutable" in visitor.get(url)["Cache-Control"]
    assert visitor.get(url.partition("&v=")[0])["Cache-Control"] == "private, no-cache"
    assert visitor.get(f"{url}0")["Cache-Control"] == "private, no-cache"


@pytest.mark.django_db
def test_it_is_packed_where_the_browser_can_unpack_it(visitor: Client, content: Content) -> None:
    screened(content)
    url = urls_of(MOVE, content)[1]
    packed = visitor.get(url, headers={"accept-encoding": "gzip, br"})
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == visitor.get(url).content


@pytest.mark.django_db
@pytest.mark.parametrize(
    "url",
    [
        "/figures/card/no-such-thing/",
        "/figures/card/heat/",
        f"/figures/card/{MOVE}/?body=../index",
        f"/figures/track/{MOVE}/?step=7",
        f"/figures/poses/{POSITION}/",
        f"/figures/track/{MOVE}/?step=two",
        "/figures/body/?body=giant",
        "/figures/body/?body=../../content",
    ],
)
def test_what_is_not_there_is_not_found(visitor: Client, content: Content, url: str) -> None:
    screened(content)
    assert visitor.get(url).status_code == 404


# --- closed ----------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("state", STATES)
def test_a_figure_is_open_in_every_state_exactly_where_its_page_is(
    state: str, visitor: Client, content: Content, hands
) -> None:
    STATES[state](content)
    if state in {"a-day-later", "about-you-changed"}:
        hands.go_on(hours=25)
    if state == "clock-went-back":
        hands.go_on(hours=-1)
    permits = now().permits
    pages = {
        MOVE: (f"/library/{MOVE}/", Permit.EXERCISE),
        POSITION: (f"/positions/{POSITION}/", Permit.POSITION),
    }
    for item_id, (page, needed) in pages.items():
        expected = visitor.get(page).status_code  # closed, or led back to what is still to be said
        assert needed in permits or expected != 200, (page, state)
        urls = urls_of(item_id, content)
        for url in urls if item_id == MOVE else urls[:2]:  # what stays still has no poses
            assert visitor.get(url).status_code == expected, (url, state)


@pytest.mark.django_db
def test_the_library_names_a_closed_move_and_shows_no_figure_of_it(
    visitor: Client, content: Content
) -> None:
    STATES["U2"](content)
    page = visitor.get("/library/").content.decode()
    assert content.exercises[MOVE].title in page
    assert f"/figures/card/{MOVE}/" not in page
    assert f"/figures/card/{MOVE}/" not in visitor.get(f"/library/{MOVE}/").content.decode()


@pytest.mark.django_db
def test_the_open_page_of_a_move_shows_its_figure_and_its_pace(
    visitor: Client, content: Content
) -> None:
    screened(content)
    page = visitor.get(f"/library/{MOVE}/").content.decode()
    assert f'<use href="/figures/card/{MOVE}/' in page
    assert 'data-up="3"' in page
    assert 'data-breath-by="move"' in page


# --- whom it shows ---------------------------------------------------------------------------


@pytest.mark.django_db
def test_the_body_that_was_chosen_is_drawn(visitor: Client, content: Content) -> None:
    screened(content)
    owner = now().owner
    owner.keep_preferences(Preferences(figure=DrawnAs.LARGE_MAN))
    assert f"/figures/card/{MOVE}/?body=large-man" in visitor.get("/library/").content.decode()


def test_left_alone_all_bodies_take_turns_and_each_item_keeps_its_own(content: Content) -> None:
    shown = {id_: body_of(id_, DrawnAs.MIXED) for id_ in content.exercises}
    assert set(shown.values()) == set(BODIES)
    assert shown == {id_: body_of(id_, DrawnAs.MIXED) for id_ in content.exercises}


def test_every_choice_is_a_body_or_all_of_them() -> None:
    assert {one.value for one in DrawnAs} == {"mixed", *BODIES}


def test_the_breath_goes_with_the_move_where_the_words_for_it_say_so(content: Content) -> None:
    by = {id_: pace.breath_by for id_, one in content.exercises.items()
          if (pace := pace_of(one, None))}  # fmt: skip
    assert by["cat-cow"] == by["bridge"] == by["pelvic-tilt"] == "move"
    assert by["childs-pose"] == by["walking"] == "self"


# --- baked -----------------------------------------------------------------------------------


def test_no_track_of_any_item_is_larger_than_it_may_be(content: Content) -> None:
    bake_changed(content)
    sizes = {path.name: path.stat().st_size for path in FOLDER.glob("*.json")}
    assert len(sizes) > len(figures_of(content))
    assert {name: size for name, size in sizes.items() if size > MOST_BYTES} == {}


def places_in(text: str) -> np.ndarray:
    plain = parse_json(text, where="t", error=ContentError)
    return np.array(from_plain(Track, plain, where="t", error=ContentError).places_m())


def few(content: Content, *ids: str) -> Content:
    kept = {id_: one for id_, one in content.exercises.items() if id_ in ids}
    return replace(content, exercises=kept, positions={}, transfers={})


def test_only_what_changed_is_baked_again(content: Content, tmp_path: Path) -> None:
    both = few(content, "cat-cow", "bridge")
    assert bake_changed(both, tmp_path) == 2
    assert bake_changed(both, tmp_path) == 0
    index = read_index(tmp_path)
    (tmp_path / "index.json").write_text(json.dumps(index | {"bridge": "older"}))
    before = (tmp_path / "cat-cow.woman.json").stat().st_mtime_ns
    assert bake_changed(both, tmp_path) == 1
    assert (tmp_path / "cat-cow.woman.json").stat().st_mtime_ns == before


def test_files_of_a_figure_that_is_gone_go_too(content: Content, tmp_path: Path) -> None:
    bake_changed(few(content, "cat-cow", "bridge"), tmp_path)
    bake_changed(few(content, "cat-cow"), tmp_path)
    names = {path.name.partition(".")[0] for path in tmp_path.iterdir()}
    assert "bridge" not in names
    assert {"cat-cow", "woman", "large-man-expecting", "index"} <= names


def test_a_second_process_bakes_the_same_files(
    content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = few(content, "cat-cow", "bridge")
    bake_changed(both, tmp_path / "alone")
    monkeypatch.setattr("loosen.web.figures.baking.MANY", 2)
    bake_changed(both, tmp_path / "helped")
    alone, helped = (
        {path.name: path.read_text() for path in (tmp_path / name).iterdir()}
        for name in ("alone", "helped")
    )
    assert helped.keys() == alone.keys()
    # To the last bit of a float the processes may differ, and so a number by one step.
    for name in ("bridge.woman.json", "cat-cow.large-man.json"):
        assert np.abs(places_in(helped[name]) - places_in(alone[name])).max() < 2 * PLACE_M


def test_nothing_changed_loads_no_arithmetic(content: Content, tmp_path: Path) -> None:
    """A warm start must not wait for NumPy."""
    (tmp_path / "index.json").write_text(json.dumps(hashes_of(content)), encoding="utf-8")
    code = (
        "import sys; from pathlib import Path; from loosen.library.current import load_content; "
        "from loosen.web.figures.baking import bake_changed; "
        f"baked = bake_changed(load_content(), Path({str(tmp_path)!r})); "
        "print(baked, 'numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("0 False", "")


def test_content_that_was_just_baked_draws_what_the_bundle_draws(tmp_path: Path) -> None:
    """Or the second start of a checkout would draw half of the figures again."""
    baked = bake(CONTENT_FOLDER, tmp_path / "content.json")
    read = read_bundle((tmp_path / "content.json").read_text(encoding="utf-8"))
    assert hashes_of(baked) == hashes_of(read)


def test_two_threads_that_write_one_file_leave_it_whole(tmp_path: Path) -> None:
    """A page may ask for the figures while the start still draws them."""
    path, texts = tmp_path / "index.json", ("a" * 200_000, "b" * 200_000)
    _write(path, texts[0])
    with ThreadPoolExecutor(2) as pool:
        done = [pool.submit(_write, path, texts[turn % 2]) for turn in range(120)]
        read = {path.read_text(encoding="utf-8") for _ in range(120)}
    assert [one.exception() for one in done if one.exception()] == []
    assert read <= set(texts)
    assert [one.name for one in tmp_path.iterdir()] == ["index.json"]


def test_an_item_without_a_figure_shows_none(content: Content) -> None:
    assert drawn_of(content.remedies["heat"], content, DrawnAs.MIXED) == ()
    assert figures_of_item(content.remedies["heat"]) == ()
    assert all(isinstance(one, Figure) for all_ in figures_of(content).values() for one in all_)
