"""How hard a text is to read: the Flesch-Kincaid grade (Kincaid and others, 1975).

Deviations from the published method: syllables are counted by spelling, a number is one word of
one syllable, and a text without an end mark is one sentence.
"""

import re

GRADE_MOST = 6.0
# Below this many words the formula says nothing: "Physical therapist" alone would be grade 20.
FEWEST_WORDS = 8

_WORD = re.compile(r"[A-Za-z]+(?:['\u2019][A-Za-z]+)*|\d+(?:[.,:]\d+)*")
_SENTENCE_END = re.compile(r"[.!?:;]+(?=\s|$)")
_VOWELS = re.compile(r"[aeiouy]+")
# Vowels that stand together and are spoken apart: i-de-a, qui-et, us-u-al, do-ing.
_SPOKEN_APART = re.compile(
    r"i[ao]|ie[nt]|[^aeiou]ier$|crea(?=t)|ea$|u(?:al|ou|en|at)|ying|[aeo]ing"
)
# And those that are not, after the sounds they melt into: pa-tient, gra-cious, ac-tion.
_SPOKEN_TOGETHER = re.compile(r"(?:[stgx]|(?<!s)c)i(?:ou|an|al|on|en)|friend")


def grade(text: str) -> float:
    """The US school grade that a text asks for; 0 for a text without words."""
    words = _WORD.findall(text)
    if not words:
        return 0.0
    sentences = max(1, len(_SENTENCE_END.findall(text.strip())))
    spoken = sum(map(syllables, words))
    return 0.39 * len(words) / sentences + 11.8 * spoken / len(words) - 15.59


def is_hard(text: str) -> bool:
    """True for a text long enough to be measured and above the grade."""
    return len(_WORD.findall(text)) >= FEWEST_WORDS and grade(text) > GRADE_MOST


def syllables(word: str) -> int:
    """How many syllables a word has, by its spelling; at least one."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    spoken = _without_silent_end(letters)
    apart = len(_SPOKEN_APART.findall(spoken)) - len(_SPOKEN_TOGETHER.findall(spoken))
    return max(1, len(_VOWELS.findall(spoken)) + max(0, apart))


def _without_silent_end(letters: str) -> str:
    """The word without an e that is written and not spoken: ease, moves, stopped; not table."""
    if re.search(r"[^aeiouy]l(?:e|es|ed)$", letters):
        return letters
    if re.search(r"(?:[cgsxz]|[cs]h)es$|[td]ed$", letters):
        return letters
    return re.sub(r"(?<=[a-z][a-z])(?:e|es|ed)$", "", letters) if _has_two(letters) else letters


def _has_two(letters: str) -> bool:
    return len(_VOWELS.findall(letters)) > 1
