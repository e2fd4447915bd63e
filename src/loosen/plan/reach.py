"""What a person can get into with what they can do and have, whatever their conditions say."""

from loosen.vocabulary import Ability, Equipment, Exercise, Load, Person


def within_reach(exercise: Exercise, person: Person) -> bool:
    """Whether the person is able to, has what it needs, and a place to do it in."""
    is_able = set(exercise.needs) <= person.abilities
    return is_able and set(exercise.equipment) <= person.at_hand and has_place(exercise, person)


def has_place(exercise: Exercise, person: Person) -> bool:
    """Whether it needs no place to lie, or there is one: the floor, a bed, or where one lies."""
    lies_already = Ability.SIT not in person.abilities
    is_there = Ability.FLOOR in person.abilities or Equipment.BED in person.at_hand or lies_already
    return is_there or Load.FLOOR not in exercise.loads
